import { type Asked, only, type Picked, place } from '../../simulator/acts';
import { type ZaloEmulator } from '../emulator';
import { type Person } from '../people';
import { type Message } from '../shapes';

type Fields = Asked['fields'];

/** What a person can do on the page, by the last part of the address. */
export const ACTS: Readonly<Record<string, (person: Person, asked: Asked) => Promise<unknown>>> = {
  say: (person, { fields }) => person.says(fields.text ?? '', replied(person, fields)),
  images: (person, { fields, files }) => sendImages(person, files, fields.text),
  file: (person, { files }) => person.sendsFile(only(files)),
  video: (person, { files }) => person.sendsVideo(only(files)),
  audio: (person, { files }) => person.sendsAudio(only(files).bytes),
  sticker: (person) => person.sendsSticker(),
  location: (person, { fields }) => person.sendsLocation(...place(fields)),
  card: (person, { fields }) =>
    person.sendsBusinessCard({ name: fields.name ?? '', phone: fields.phone ?? '' }),
  info: (person, { fields: { name = '', phone = '', address = '' } }) =>
    person.submitsInfo({ name, phone, address }),
  press: (person, { fields }) => person.presses(fields.title ?? ''),
  follow: (person) => person.follows(),
  unfollow: (person) => person.unfollows(),
  see: (person) => person.sees(),
};

/** What can be done with this Zalo itself. */
export const APP_ACTS: Readonly<Record<string, (zalo: ZaloEmulator, asked: Asked) => Promise<unknown>>> = {
  forward: async (zalo, { fields }) => zalo.timePasses({ hours: Number(fields.hours) || 0 }),
  webhook: (zalo, { fields }) => saveWebhook(zalo, fields.url ?? ''),
  consent: async ({ settings }, { fields }) => {
    settings.callbackUrl = fields.callbackUrl || undefined;
    settings.codeChallenge = fields.codeChallenge || undefined;
  },
};

async function saveWebhook(zalo: ZaloEmulator, url: string): Promise<void> {
  if (!URL.canParse(url)) throw new Error('Địa chỉ webhook chưa đúng.');
  const outcome = await zalo.world.webhook.save(url);
  if (outcome !== 200)
    throw new Error(
      `Chưa lưu được: địa chỉ này phải trả lời 200, mà ${WRONG[outcome] ?? `trả lời ${outcome}`}.`,
    );
}

const WRONG: Readonly<Record<string, string>> = {
  unreachable: 'không kết nối được',
  late: 'quá 2 giây chưa trả lời',
};

async function sendImages(person: Person, files: readonly Picked[], text?: string): Promise<unknown> {
  only(files);
  const words = [text || undefined];
  return Promise.all(files.map(({ bytes, name }, n) => person.sendsImage(bytes, words[n], name)));
}

function replied(person: Person, { replyTo }: Fields): { replyTo?: Message } {
  const message = replyTo ? person.screen.find(({ id }) => id === replyTo) : undefined;
  return message ? { replyTo: message } : {};
}
