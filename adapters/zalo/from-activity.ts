import type { Activity, Attachment } from '../../hotline/activity';
import { countable, numbered } from '../../hotline/choices';
import { textInParts } from '../../hotline/parts';
import { heroCard } from '../hero-card';
import { wordsFor } from '../words-for';
import type { ZaloOptions } from './options';

/** Zalo takes 2,000 after NFC; something is put before what staff say. */
export const TEXT_LIMIT = 1_950;
/** Where buttons are shown there must be room to number them after all. */
const TEXT_LIMIT_ABOVE_BUTTONS = 1_400;
/** Buttons below one message. */
const MOST_BUTTONS = 5;
/** A card that asks for name and phone; only Zalo shows it. */
export const CONTACT_CARD = 'application/vnd.hotline.contact-card';

type Options = Pick<ZaloOptions, 'words' | 'english' | 'publicUrl' | 'buttons'>;

/** The messages it takes to say one: cards as texts, options numbered, long texts in pieces, each file by itself. */
export function partsOf(options: Options) {
  return (message: Activity): Activity[] => {
    const { attachments = [], ...said } = message;
    const cards = attachments.flatMap(heroCard);
    const files = attachments.filter(({ fileId }) => fileId !== undefined);
    const text = shown(said, options);
    const { type, locale } = message;
    const plain = { type, ...(locale && { locale }) };
    const [only] = files;
    if (only && captions(only) && files.length + cards.length === 1 && (text.text ?? '').length <= TEXT_LIMIT)
      return [{ ...text, attachments: [only] }];
    return [
      ...(text.text || attachments.length === 0 ? inPieces(text) : []),
      ...cards.flatMap((card) => inPieces(shown({ ...plain, ...card }, options))),
      ...files.map((file) => ({ ...plain, attachments: [file] })),
      ...contactCard(message, options),
    ];
  };
}

/** A picture carries words; a paper does not. */
const captions = ({ contentType }: Attachment): boolean => contentType.startsWith('image/');

function shown(message: Activity, options: Options): Activity {
  const isShort = (message.suggestedActions?.actions.length ?? 0) <= MOST_BUTTONS;
  // Zalo may yet refuse the buttons: they are numbered then.
  const rendered = options.buttons && isShort ? countable(message) : withNumbers(message, options);
  const { text } = rendered;
  return text === undefined ? rendered : { ...rendered, text: text.normalize('NFC') };
}

/** The message with its options numbered, in its own language. */
export function withNumbers(message: Activity, options: Pick<Options, 'words' | 'english'>): Activity {
  const words = wordsFor(message, options);
  return numbered(message, {
    byNumber: words('channels.byNumber'),
    onlyOne: (option) => words('channels.onlyOne', { option }),
  });
}

const inPieces = (message: Activity): Activity[] =>
  textInParts(message, message.suggestedActions ? TEXT_LIMIT_ABOVE_BUTTONS : TEXT_LIMIT);

/** Where a phone number is asked for, it may be given by one touch; Zalo wants a picture on the card, from an address. */
function contactCard(message: Activity, options: Options): Activity[] {
  if (message.channelData?.ask !== 'contact' || !options.publicUrl) return [];
  const words = wordsFor(message, options);
  const content = { title: words('zalo.contactTitle'), text: words('zalo.contactText') };
  const { type, locale } = message;
  return [{ type, ...(locale && { locale }), attachments: [{ contentType: CONTACT_CARD, content }] }];
}
