import { type Activity, type Attachment, MAX_TEXT } from '../../hotline/activity';
import { asDialled } from '../as-dialled';
import { cleanText } from '../clean-text';
import { said } from '../said';
import { commandText } from './commands';
import type { Words } from '../words-for';
import { type Message, type TelegramFile, UNUSABLE, type Unusable } from './shape';

const wordsOf = ({ text, caption = '' }: Message): string => cleanText((text ?? caption).slice(0, MAX_TEXT));

/** What a citizen's message says; undefined for what is no message of theirs, such as that one was pinned. */
export function toActivity(message: Message, words: Words): Activity | undefined {
  const text = commandText(wordsOf(message), words);
  const attachments = [...files(message, words), ...unusable(message, words)];
  const entities = placeOf(message);
  const shared = message.contact && contactOf(message, message.contact, words);
  if (shared) return shared;
  return said({ text, attachments, entities });
}

/** An edited text is a correction in words. Places that move, and captions that are as they were, are none. */
export function corrected(message: Message, words: Words): Activity | undefined {
  const text = wordsOf(message);
  return text ? { type: 'message', text: words('telegram.edited', { text }) } : undefined;
}

/** Never the address of a file: it holds the bot's token. */
function files(message: Message, words: Words): Attachment[] {
  const largest = message.photo?.toSorted((a, b) => a.width * a.height - b.width * b.height).at(-1);
  const found: [TelegramFile | undefined, string, string][] = [
    [largest, 'photo', 'image/jpeg'],
    [message.document, 'document', 'application/octet-stream'],
    [message.video ?? message.video_note, 'video', 'video/mp4'],
    [message.voice, 'voice', 'audio/ogg'],
    [message.audio, 'audio', 'audio/mpeg'],
  ];
  return found.flatMap(([file, kind, type]) => (file ? [remote(file, words(`telegram.${kind}`), type)] : []));
}

function remote(
  { file_id, file_name, mime_type, file_size }: TelegramFile,
  name: string,
  type: string,
): Attachment {
  return {
    contentType: mime_type ?? type,
    name: cleanText(file_name ?? name).slice(0, 200) || name,
    remote: file_id,
    ...(file_size !== undefined && { size: file_size }),
  };
}

const NAMED = new Set<Unusable>(['sticker', 'dice', 'poll', 'story']);

function unusable(message: Message, words: Words): Attachment[] {
  const kinds = UNUSABLE.filter((kind) => message[kind] !== undefined);
  return kinds.map((kind) => missing(words(`telegram.${NAMED.has(kind) ? kind : 'other'}`), 'unusable'));
}

const missing = (name: string, refused: string): Attachment => ({
  contentType: 'application/octet-stream',
  name,
  refused,
});

function placeOf({ location, venue }: Message): NonNullable<Activity['entities']> {
  const place = venue?.location ?? location;
  if (!place) return [];
  const name = venue && cleanText(`${venue.title}, ${venue.address}`).slice(0, 500);
  const { latitude, longitude } = place;
  return [{ type: 'GeoCoordinates', latitude, longitude, ...(name && { name }) }];
}

/** Only who shares their own card gives their number; that of anybody else is not kept. */
function contactOf({ from }: Message, contact: NonNullable<Message['contact']>, words: Words): Activity {
  const isOwn = contact.user_id !== undefined && contact.user_id === from?.id;
  return isOwn
    ? { type: 'message', text: asDialled(contact.phone_number), channelData: { contact: true } }
    : { type: 'message', attachments: [missing(words('telegram.contactCard'), 'foreign_contact')] };
}
