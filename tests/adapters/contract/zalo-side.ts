import { zalo as zaloAdapter } from '../../../adapters/zalo';
import { conversationIdOf } from '../../../adapters/zalo/id';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { Person } from '../../emulators/zalo/people';
import type { ZaloEvent } from '../../emulators/zalo/shapes';
import { asNew } from '../zalo/events';
import { optionsAt } from '../zalo/house';
import { signed } from '../zalo/post';
import type { FarPerson, FarSide, Side } from './far-side';
import { type Adapter, House, KEY, type Rooms } from './house';

/** An Official Account, without buttons as it is documented, or with those that are not. */
export const zaloSide = (buttons: boolean): Side => ({
  declares: {
    textLimit: 1_950,
    quickReplies: buttons,
    cards: false,
    images: true,
    files: true,
    typing: false,
    pulls: false,
    window: { hours: 48 },
  },
  has: ['number', 'leaving', 'webhook'],
  async open(uri) {
    const emulator = await new ZaloEmulator({ buttons, patience: PATIENT }).start();
    return new ZaloSide(emulator, { uri, buttons }, await openHouse(emulator, uri, buttons));
  },
});

/** Tries often enough for a slow machine. */
const PATIENT = { answerWithinMs: 60_000, waitsMs: Array.from({ length: 400 }, () => 50) };

async function openHouse(emulator: ZaloEmulator, uri: string, buttons: boolean): Promise<House> {
  const now = () => new Date(emulator.world.clock.now());
  const house = await House.open({ uri, now, adapter: (rooms) => adapterOf(emulator, rooms, buttons) });
  emulator.setWebhook(`${house.url}/webhooks/zalo`);
  return house;
}

function adapterOf(emulator: ZaloEmulator, rooms: Rooms, buttons: boolean): Adapter {
  const { voices, log } = rooms;
  const { channel, open } = zaloAdapter({
    ...optionsAt(emulator, rooms),
    words: voices.vi,
    english: voices.en,
    buttons,
    log,
  });
  return {
    channel,
    open: ({ conversations }) => ({ capabilities: channel.capabilities, ...open(conversations) }),
  };
}

class ZaloSide implements FarSide {
  constructor(
    private readonly emulator: ZaloEmulator,
    private readonly made: { uri: string; buttons: boolean },
    public house: House,
  ) {}

  person(name: string): Promise<FarPerson> {
    return Promise.resolve(new ZaloPerson(this.emulator, this.emulator.person(name)));
  }

  isTaken(): boolean {
    return this.emulator.undelivered.length === 0;
  }

  async restarts(): Promise<void> {
    await this.house.close();
    this.house = await openHouse(this.emulator, this.made.uri, this.made.buttons);
  }

  async knocks(body: string | Buffer): Promise<number> {
    const headers = { 'content-type': 'application/json', ...signed(this.emulator, body) };
    const init = { method: 'POST', headers, body: body as string };
    return (await fetch(`${this.house.url}/webhooks/zalo`, init)).status;
  }

  posted(): readonly object[] {
    return this.emulator.events;
  }

  asNew(body: object, n: number): object {
    return asNew(body as ZaloEvent, n);
  }

  timePasses(hours: number): void {
    this.emulator.timePasses({ hours });
  }

  async close(): Promise<void> {
    await this.emulator.stop();
    await this.house.close();
  }
}

class ZaloPerson implements FarPerson {
  constructor(
    private readonly emulator: ZaloEmulator,
    private readonly phone: Person,
  ) {}

  conversation = () => conversationIdOf(this.phone.id, KEY);

  get secrets(): readonly string[] {
    return [this.phone.id, this.phone.name];
  }

  async says(text: string): Promise<void> {
    // A phone sends no more than that at once.
    for (let at = 0; at < text.length; at += 2_000) await this.phone.says(text.slice(at, at + 2_000));
  }

  async sendsPicture(bytes: Buffer, words: string): Promise<void> {
    await this.phone.sendsImage(bytes, words);
  }

  async sendsPaper(name: string, bytes: Buffer): Promise<void> {
    await this.phone.sendsFile({ name, bytes });
  }

  async sendsPlace(latitude: number, longitude: number): Promise<void> {
    await this.phone.sendsLocation(latitude, longitude);
  }

  async isToldAgain(times: number): Promise<void> {
    const last = this.emulator.events.findLast(({ sender }) => sender?.id === this.phone.id);
    if (last) this.emulator.redeliver(Array.from({ length: times }, () => last));
  }

  seen() {
    const ours = this.phone.screen.filter(({ by, shown }) => by === 'oa' && shown?.kind !== 'requestInfo');
    return Promise.resolve(
      ours.map(({ text, buttons = [], shown }) => ({
        text,
        options: buttons.map(({ title }) => title),
        files: shown ? 1 : 0,
      })),
    );
  }

  async presses(option: string): Promise<void> {
    await this.phone.presses(option);
  }

  async sharesNumber(phone: string): Promise<void> {
    await this.phone.hears(({ shown }) => shown?.kind === 'requestInfo');
    await this.phone.submitsInfo({ name: this.phone.name, phone });
  }

  async leaves(): Promise<void> {
    await this.phone.unfollows();
  }
}
