import { randomInt } from 'node:crypto';
import { pressable, type Button } from './buttons';
import { Onlooker } from './onlooker';
import { type Upload } from './params';
import { developPhoto } from './photos';
import { post, repost } from './posting';
import { TEXT_LIMIT } from './sending';
import { type Contact, type InlineButton, type Location, type Message, type PhotoSize } from './shapes';
import { type Query } from './world';

interface SentFile extends Upload {
  caption?: string;
  /** Larger than the bytes that are there, to speak of a large file without making one. */
  claimedSize?: number;
}

/** A person in one chat: what they do there; what they see is in `Onlooker`. */
export class Phone extends Onlooker {
  /** A text longer than a message may be goes in pieces, as the apps do it; the first is given back. */
  async says(text: string, { replyTo }: { replyTo?: Message } = {}): Promise<Message> {
    const reply = replyTo ? { reply_to_message: replyTo } : {};
    const [first] = piecesOf(text.trim()).map((piece) => this.post({ text: piece, ...reply }));
    if (!first) throw new Error('an empty text cannot be sent');
    return first;
  }

  async sendsPhoto(bytes: Buffer, caption?: string): Promise<Message> {
    return this.post({ photo: await this.develop(bytes), ...captioned(caption) });
  }

  /** Photos sent together: one message each, tied by `media_group_id`; the caption is the first one's. */
  async sendsAlbum(photos: readonly Buffer[], caption?: string): Promise<Message[]> {
    const developed = await Promise.all(photos.map((bytes) => this.develop(bytes)));
    const media_group_id = String(13_000_000_000_000_000 + randomInt(2 ** 40));
    return developed.map((photo, n) =>
      this.post({ photo, media_group_id, ...captioned(n === 0 ? caption : undefined) }),
    );
  }

  async sendsDocument({ name, bytes, mime, caption, claimedSize }: SentFile): Promise<Message> {
    const file = this.world.files.add({ folder: 'documents', bytes, name, claimedSize });
    return this.post({ document: { ...file, file_name: name, mime_type: mime }, ...captioned(caption) });
  }

  async sendsVoice(bytes: Buffer, seconds = 3): Promise<Message> {
    const file = this.world.files.add({ folder: 'voice', bytes, name: 'voice.oga' });
    return this.post({ voice: { ...file, duration: seconds, mime_type: 'audio/ogg' } });
  }

  async sendsVideo({ name, bytes, mime, caption, claimedSize }: SentFile, seconds = 5): Promise<Message> {
    const file = this.world.files.add({ folder: 'videos', bytes, name, claimedSize });
    const video = { ...file, file_name: name, mime_type: mime, width: 1280, height: 720, duration: seconds };
    return this.post({ video, ...captioned(caption) });
  }

  async sendsLocation(latitude: number, longitude: number): Promise<Message> {
    return this.post({ location: { latitude, longitude } });
  }

  /** Followed for a while; `movesTo` tells where it is then. */
  async sendsLiveLocation(latitude: number, longitude: number, seconds = 900): Promise<Message> {
    return this.post({ location: { latitude, longitude, live_period: seconds, horizontal_accuracy: 20 } });
  }

  async movesTo(message: Message, latitude: number, longitude: number): Promise<void> {
    const location: Location = { ...message.location, latitude, longitude };
    repost(this.world, this.conversation, message, { location });
  }

  /** One's own number: it carries one's id. */
  async sendsContact(phone_number: string): Promise<Message> {
    return this.sendsContactOf({ phone_number, first_name: this.user.first_name, user_id: this.user.id });
  }

  /** Anybody's number out of the address book, or forwarded. */
  async sendsContactOf(contact: Contact): Promise<Message> {
    return this.post({ contact });
  }

  async edits(message: Message, text: string): Promise<void> {
    repost(this.world, this.conversation, message, message.text === undefined ? { caption: text } : { text });
  }

  /** An inline button of the newest message that has it, or of one message; found by its words or otherwise. */
  async presses(button: Button, below?: Message): Promise<Query> {
    const found = pressable(below ? [below] : this.conversation.messages, button);
    if (!found)
      throw new Error(
        `no such button: ${JSON.stringify(button)}; there are: ${this.inlineLabels().join(', ')}`,
      );
    return this.press(found.message, found.button);
  }

  /** A key of the reply keyboard: its words are said, or the number or the place it asks for is sent. */
  async taps(
    label: string,
    { phone = '+84912345678', at = [21.59, 105.84] }: { phone?: string; at?: [number, number] } = {},
  ): Promise<Message> {
    const { keyboard } = this.conversation;
    const key = keyboard?.keyboard.flat().find(({ text }) => text === label);
    if (!key) throw new Error(`no such key: ${label}`);
    if (keyboard?.one_time_keyboard) this.conversation.keyboard = undefined;
    if (key.request_contact) return this.sendsContact(phone);
    return key.request_location ? this.sendsLocation(at[0], at[1]) : this.says(key.text);
  }

  private post(content: Parameters<typeof post>[3]): Message {
    return post(this.world, this.conversation, this.user, content);
  }

  private develop(bytes: Buffer): Promise<PhotoSize[]> {
    return developPhoto(this.world.files, bytes);
  }

  private press(message: Message, { callback_data }: InlineButton): Query {
    if (callback_data === undefined)
      throw new Error('this button opens an address; the bot does not hear of it');
    const query = {
      id: `${this.user.id}${randomInt(2 ** 40)}`,
      from: this.user,
      message: structuredClone(message),
      chat_instance: String(this.chatId * 7919),
      data: callback_data,
    };
    const kept: Query = { query };
    this.world.queries.set(query.id, kept);
    // Not in the lane of its chat: a press may overtake a message.
    this.world.updates.add('callback_query', query, `presses of ${this.user.id}`);
    return kept;
  }

  private inlineLabels(): string[] {
    return this.conversation.messages.flatMap(({ reply_markup }) =>
      (reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
    );
  }
}

function captioned(caption: string | undefined): { caption?: string } {
  return caption ? { caption } : {};
}

function piecesOf(text: string): string[] {
  if (text.length <= TEXT_LIMIT) return text === '' ? [] : [text];
  const splitsSign = /[\ud800-\udbff]/.test(text.charAt(TEXT_LIMIT - 1));
  const end = splitsSign ? TEXT_LIMIT - 1 : TEXT_LIMIT;
  return [text.slice(0, end), ...piecesOf(text.slice(end))];
}
