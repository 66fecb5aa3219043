import { telegram as telegramAdapter } from '../../../adapters/telegram';
import { conversationIdOf } from '../../../adapters/telegram/id';
import { TelegramEmulator } from '../../emulators/telegram/emulator';
import type { Person } from '../../emulators/telegram/people';
import { optionsAt, SECRET } from '../telegram/house';
import type { FarPerson, FarSide, Seen, Side } from './far-side';
import { type Adapter, House, KEY, type Rooms } from './house';

type Mode = 'polling' | 'webhook';

/** A bot of Telegram, by polling or by webhook. */
export const telegramSide = (mode: Mode): Side => ({
  declares: {
    textLimit: 4_000,
    quickReplies: true,
    cards: false,
    images: true,
    files: true,
    typing: true,
    pulls: false,
  },
  has: mode === 'webhook' ? ['number', 'leaving', 'webhook'] : ['number', 'leaving'],
  async open(uri) {
    const emulator = await new TelegramEmulator().start();
    return new TelegramSide(emulator, { uri, mode }, await openHouse(emulator, uri, mode));
  },
});

const openHouse = (emulator: TelegramEmulator, uri: string, mode: Mode): Promise<House> =>
  House.open({ uri, adapter: (rooms) => adapterOf(emulator, rooms, mode) });

function adapterOf(emulator: TelegramEmulator, rooms: Rooms, mode: Mode): Adapter {
  const { voices, log } = rooms;
  const { channel, open } = telegramAdapter({
    ...optionsAt(emulator, rooms),
    mode,
    words: voices.vi,
    english: voices.en,
    log,
  });
  return {
    channel,
    open: ({ conversations }) => ({ capabilities: channel.capabilities, ...open(conversations) }),
  };
}

class TelegramSide implements FarSide {
  constructor(
    private readonly emulator: TelegramEmulator,
    private readonly made: { uri: string; mode: Mode },
    public house: House,
  ) {}

  person(name: string): Promise<FarPerson> {
    return Promise.resolve(new TelegramPerson(this.emulator, this.emulator.person({ first_name: name })));
  }

  isTaken(): boolean {
    return this.emulator.unconfirmed.length === 0;
  }

  async restarts(): Promise<void> {
    await this.house.close();
    this.house = await openHouse(this.emulator, this.made.uri, this.made.mode);
  }

  async knocks(body: string | Buffer): Promise<number> {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };
    const init = { method: 'POST', headers, body: body as string };
    return (await fetch(`${this.house.url}/webhooks/telegram`, init)).status;
  }

  posted(): readonly object[] {
    return this.emulator.updates;
  }

  asNew(body: object, n: number): object {
    return { ...body, update_id: n };
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.emulator.stop();
  }
}

class TelegramPerson implements FarPerson {
  constructor(
    private readonly emulator: TelegramEmulator,
    private readonly phone: Person,
  ) {}

  conversation = () => conversationIdOf(this.phone.chatId, KEY);

  get secrets(): readonly string[] {
    return [String(this.phone.chatId), this.phone.user.first_name];
  }

  /** Who writes again has taken back that they want to hear nothing. */
  async says(text: string): Promise<void> {
    if (this.phone.hasBlocked) await this.phone.unblocks();
    await this.phone.says(text);
  }

  async sendsPicture(bytes: Buffer, words: string): Promise<void> {
    await this.phone.sendsPhoto(bytes, words);
  }

  async sendsPaper(name: string, bytes: Buffer): Promise<void> {
    await this.phone.sendsDocument({ name, bytes, mime: 'application/pdf' });
  }

  async sendsPlace(latitude: number, longitude: number): Promise<void> {
    await this.phone.sendsLocation(latitude, longitude);
  }

  isToldAgain(times: number): Promise<void> {
    const last = this.emulator.updates.findLast(({ message }) => message?.chat.id === this.phone.chatId);
    if (last) this.emulator.redeliver(Array.from({ length: times }, () => last));
    return Promise.resolve();
  }

  seen(): Promise<readonly Seen[]> {
    const ours = this.phone.screen.messages.filter(({ from }) => from.is_bot);
    return Promise.resolve(
      ours.map(({ text, caption = '', reply_markup, photo, document }) => ({
        text: text ?? caption,
        options: (reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text),
        files: (photo ?? document) ? 1 : 0,
      })),
    );
  }

  async presses(option: string): Promise<void> {
    await this.phone.presses(option);
  }

  async sharesNumber(phone: string): Promise<void> {
    await this.emulator.when(() => this.phone.screen.keyboard !== undefined, 'a key is shown');
    await this.phone.taps('📞 Gửi số của tôi', { phone });
  }

  async leaves(): Promise<void> {
    await this.phone.blocks();
  }

  seesTyping(): Promise<boolean> {
    return Promise.resolve(this.phone.screen.action === 'typing');
  }
}
