import { type Params } from './params';
import { badRequest } from './refusal';
import { type InlineButton, type InlineKeyboard, type ReplyButton, type ReplyKeyboard } from './shapes';

export type Markup = { inline: InlineKeyboard } | { keyboard: ReplyKeyboard } | { remove: true } | undefined;

/** `reply_markup` as asked for; refused as the real one refuses it. */
export function markupOf(params: Params): Markup {
  const given = params.json('reply_markup', 'reply keyboard markup');
  if (given === undefined || given === null) return undefined;
  if (!isObject(given)) throw badRequest('object expected as reply markup');
  if ('inline_keyboard' in given)
    return { inline: { inline_keyboard: rows(given.inline_keyboard, inlineButton) } };
  if ('keyboard' in given) {
    return { keyboard: { ...(given as object), keyboard: rows(given.keyboard, replyButton) } };
  }
  return given.remove_keyboard === true ? { remove: true } : undefined;
}

/** What may stand below an edited message. */
export function inlineOf(params: Params): InlineKeyboard | undefined {
  const markup = markupOf(params);
  if (!markup) return undefined;
  if (!('inline' in markup)) throw badRequest('inline keyboard expected');
  return markup.inline;
}

function rows<B>(given: unknown, button: (given: unknown) => B): B[][] {
  if (!Array.isArray(given))
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays');
  return given
    .map((row: unknown) => {
      if (!Array.isArray(row)) throw badRequest('object expected as keyboard row');
      return row.map(button);
    })
    .filter((row) => row.length > 0);
}

function inlineButton(given: unknown): InlineButton {
  const { text, callback_data, url } = isObject(given) ? given : {};
  if (typeof text !== 'string' || text.trim() === '') throw unlabelled();
  if (typeof url === 'string') return { text, url: checkedUrl(url) };
  if (typeof callback_data !== 'string')
    throw badRequest('text buttons are unallowed in the inline keyboard');
  const bytes = Buffer.byteLength(callback_data);
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  return { text, callback_data };
}

function checkedUrl(url: string): string {
  if (/^(https?|tg):\/\/[^\s]+$/.test(url)) return url;
  throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

function replyButton(given: unknown): ReplyButton {
  if (typeof given === 'string') return replyButton({ text: given });
  const { text, request_contact, request_location } = isObject(given) ? given : {};
  if (typeof text !== 'string' || text.trim() === '') throw unlabelled();
  return {
    text,
    ...(request_contact === true ? { request_contact } : {}),
    ...(request_location === true ? { request_location } : {}),
  };
}

const unlabelled = () => badRequest("can't parse keyboard button: Text must be non-empty");

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
