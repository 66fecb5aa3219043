import { type Asked, only, type Picked, place } from '../../simulator/acts';
import { type Phone } from '../phone';
import { type Message } from '../shapes';
import { personAt, type Seat } from './neighbourhood';

type Act = (seat: Seat, asked: Asked) => Promise<unknown>;

/** The bot's answer to a press is waited for so long; then the button stops turning. */
const PATIENCE_MS = 15_000;

/** What a person can do on the page, by the last part of the address. */
export const ACTS: Readonly<Record<string, Act>> = {
  start: async (seat) => personAt(seat)?.starts(),
  say: ({ phone }, { fields }) => phone.says(fields.text ?? '', replied(phone, fields)),
  photos: ({ phone }, { fields, files }) => sendPhotos(phone, files, fields.caption),
  document: ({ phone }, { fields, files }) => phone.sendsDocument({ ...only(files), ...captioned(fields) }),
  video: ({ phone }, { fields, files }) => phone.sendsVideo({ ...only(files), ...captioned(fields) }),
  voice: ({ phone }, { files }) => phone.sendsVoice(only(files).bytes),
  location: ({ phone }, { fields }) => phone.sendsLocation(...place(fields)),
  live: ({ phone }, { fields }) => phone.sendsLiveLocation(...place(fields)),
  move: ({ phone }, { fields }) => phone.movesTo(message(phone, fields.message), ...place(fields)),
  contact: ({ phone }, { fields }) => phone.sendsContact(fields.phone ?? ''),
  othersContact: ({ phone }, { fields }) =>
    phone.sendsContactOf({ phone_number: fields.phone ?? '', first_name: fields.name ?? '' }),
  edit: ({ phone }, { fields }) => phone.edits(message(phone, fields.message), fields.text ?? ''),
  tap: ({ phone }, { fields }) => phone.taps(fields.text ?? ''),
  press: ({ phone }, { fields }) => press(phone, fields),
  block: async (seat) => personAt(seat)?.blocks(),
  unblock: async (seat) => personAt(seat)?.unblocks(),
};

async function sendPhotos(phone: Phone, files: readonly Picked[], caption?: string): Promise<unknown> {
  const photos = files.map(({ bytes }) => bytes);
  return photos.length > 1 ? phone.sendsAlbum(photos, caption) : phone.sendsPhoto(only(files).bytes, caption);
}

async function press(phone: Phone, fields: Asked['fields']): Promise<unknown> {
  const query = await phone.presses(
    ({ callback_data }) => callback_data === fields.data,
    message(phone, fields.message),
  );
  return phone
    .seesAnswer(query, PATIENCE_MS)
    .catch(() => ({ text: 'Bot chưa trả lời lần bấm này.', alert: false }));
}

function message(phone: Phone, id: string | undefined): Message {
  const found = phone.screen.messages.find(({ message_id }) => message_id === Number(id));
  if (!found) throw new Error('Tin nhắn này không còn nữa.');
  return found;
}

function replied(phone: Phone, { replyTo }: Asked['fields']): { replyTo?: Message } {
  return replyTo ? { replyTo: message(phone, replyTo) } : {};
}

function captioned({ caption }: Asked['fields']): { caption?: string } {
  return caption ? { caption } : {};
}
