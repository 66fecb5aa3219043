import { type Activity, type Attachment, MAX_TEXT } from '../../hotline/activity';
import { asDialled } from '../as-dialled';
import { cleanText } from '../clean-text';
import { type Said, said } from '../said';
import type { Seal } from '../seal';
import type { Words } from '../words-for';
import type { Reference } from './files';
import { type Info, type Message, readFile, readLink, readLocation, type Sent } from './shape';

/** What people send, as the end of their event's name says it. */
export const KINDS = [
  'text',
  'image',
  'gif',
  'video',
  'audio',
  'file',
  'sticker',
  'location',
  'link',
  'business_card',
] as const;
export type Kind = (typeof KINDS)[number];

interface Tools {
  words: Words;
  /** The address of a file must not lie in the log. */
  seal: Seal;
}

/** What a citizen's message says; undefined for what cannot be read. */
export function toActivity(kind: Kind, message: Message, tools: Tools): Activity | undefined {
  if (kind === 'business_card') return said(contactCard(tools));
  const parts = (message.attachments ?? []).map((sent) => READ.get(sent.type)?.(sent, tools) ?? other(tools));
  const [text = ''] = [message.text, ...parts.map((part) => part.text)].filter(Boolean);
  return said({
    text: cleanText(text.slice(0, MAX_TEXT)),
    attachments: parts.flatMap((part) => part.attachments ?? []),
    entities: parts.flatMap((part) => part.entities ?? []),
  });
}

/** Each reads one attachment; undefined when it does not look like what it is called. */
const READ = new Map<string, (sent: Sent, tools: Tools) => Said | undefined>([
  ['image', file('photo', 'image/jpeg')],
  ['gif', file('gif', 'image/gif')],
  ['video', file('video', 'video/mp4')],
  ['audio', file('audio', 'audio/aac')],
  ['file', file('document', 'application/octet-stream')],
  ['sticker', (_sent, { words }) => unusable(words('zalo.sticker'))],
  ['link', ({ payload }) => urlIn(payload)],
  ['location', ({ payload }) => placeIn(payload)],
]);

function file(called: string, contentType: string) {
  return ({ payload }: Sent, { words, seal }: Tools): Said | undefined => {
    const found = readFile(payload);
    if (!found) return undefined;
    const { url, size, description } = found;
    const name = cleanText(found.name ?? '').slice(0, 200) || words(`zalo.${called}`);
    const remote = seal.close(JSON.stringify({ url, name } satisfies Reference));
    return {
      ...(description !== undefined && { text: description }),
      attachments: [{ contentType, name, remote, ...(size !== undefined && { size }) }],
    };
  };
}

function urlIn(payload: Sent['payload']): Said | undefined {
  const link = readLink(payload);
  return link && { text: link.url };
}

function placeIn(payload: Sent['payload']): Said | undefined {
  const place = readLocation(payload);
  return place && { entities: [{ type: 'GeoCoordinates', ...place.coordinates }] };
}

/** What cannot be read is said to be so: nobody should think that it arrived. */
const other = ({ words }: Tools): Said => unusable(words('zalo.other'));

const unusable = (name: string): Said => ({ attachments: [missing(name, 'unusable')] });

/** Zalo does not say whose card it is, so it may be anybody's: its number is not kept, and one's own is to be typed. */
const contactCard = ({ words }: Tools): Said => ({
  attachments: [missing(words('zalo.businessCard'), 'unproven_contact')],
});

const missing = (name: string, refused: string): Attachment => ({
  contentType: 'application/octet-stream',
  name,
  refused,
});

/**
 * What somebody agreed to share on the card that asks for it: name and number. It is private. Their address comes
 * along unasked, and is left out.
 */
export function sharedContact({ name, phone }: Info, words: Words): Activity | undefined {
  const called = cleanText(name ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const number = phone === undefined ? '' : asDialled(phone);
  if (!called && !number) return undefined;
  const text = called && number ? words('zalo.shared', { name: called, phone: number }) : called || number;
  return { type: 'message', text, channelData: { contact: true } };
}
