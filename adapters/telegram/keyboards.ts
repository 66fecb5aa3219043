import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'telegraf/types';
import type { Activity, CardAction } from '../../hotline/activity';
import type { Words } from '../words-for';
import type { Query } from './shape';

/** Bytes of UTF-8 that a button may send back. */
const MOST_DATA = 64;
/** Before the words themselves; and before the place of a button whose words are too long, which its label then says. */
const WORDS = '=';
const PLACE = '#';
/** A button that only shows what was chosen. */
const CHOSEN = '.';
const MARK = '✓ ';
/** Buttons with labels up to this length stand two in a row. */
const SHORT = 16;

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

/** What stands below a message: keys that send a place or the own number where these are asked for, else buttons. */
export function markupOf({ suggestedActions, channelData }: Activity, words: Words): Markup {
  const actions = suggestedActions?.actions ?? [];
  if (channelData?.ask === 'location')
    return keys({ text: words('telegram.sendLocation'), request_location: true }, actions);
  if (channelData?.ask === 'contact')
    return keys({ text: words('telegram.sendContact'), request_contact: true }, actions);
  if (actions.length === 0) return { remove_keyboard: true };
  return { inline_keyboard: rows(actions.map(button), ({ text }) => text) };
}

/** Keys send what they show, which is what these options say. */
function keys(first: KeyboardButton, actions: readonly CardAction[]): ReplyKeyboardMarkup {
  return {
    keyboard: [
      [first],
      ...rows(
        actions.map(({ title }) => title),
        (title) => title,
      ),
    ],
    one_time_keyboard: true,
    resize_keyboard: true,
  };
}

function button({ type, title, value }: CardAction, index: number): InlineKeyboardButton {
  if (type === 'openUrl' && /^https?:\/\//.test(value)) return { text: title, url: value };
  const data = `${WORDS}${value}`;
  return { text: title, callback_data: Buffer.byteLength(data) <= MOST_DATA ? data : `${PLACE}${index}` };
}

function rows<B>(buttons: readonly B[], label: (button: B) => string): B[][] {
  return buttons.reduce<B[][]>((all, each) => {
    const last = all.at(-1);
    const fits = last?.length === 1 && [...last, each].every((one) => label(one).length <= SHORT);
    return fits && last ? [...all.slice(0, -1), [...last, each]] : [...all, [each]];
  }, []);
}

/** The words that a pressed button says; '' for one that only shows what was chosen, undefined when nobody knows. */
export function pressed({ data = '', message }: Query): string | undefined {
  if (data === CHOSEN) return '';
  if (data.startsWith(WORDS)) return data.slice(WORDS.length);
  return labelOf(message, data);
}

/** The same message with nothing to press but what was chosen; undefined when there is nothing to change. */
export function chosenOnly({ data = '', message }: Query): InlineKeyboardMarkup | undefined {
  const label = labelOf(message, data);
  if (label === undefined || data === CHOSEN) return undefined;
  return { inline_keyboard: [[{ text: `${MARK}${label}`, callback_data: CHOSEN }]] };
}

function labelOf(message: Query['message'], data: string): string | undefined {
  const all = message?.reply_markup?.inline_keyboard.flat() ?? [];
  return all.find((each) => each.callback_data === data)?.text;
}
