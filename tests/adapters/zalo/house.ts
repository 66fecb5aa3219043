import type { Connection } from 'mongoose';
import { type Grant, type ZaloOptions, zalo } from '../../../adapters/zalo';
import { conversationIdOf } from '../../../adapters/zalo/id';
import type { Answerer } from '../../../hotline/conversation/conversations';
import type { Turn } from '../../../hotline/conversation/turn';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { Settings } from '../../emulators/zalo/settings';
import { type Around, FILE_BYTES, KEY, OneProcess, openProcess } from '../one-process';
import { echo } from '../telegram/echo';
import { until as untilSo } from '../until';

export { KEY } from '../one-process';

interface Wish {
  emulator: ZaloEmulator;
  connection: Connection;
  answer?: Answerer;
  /** What this process is told otherwise. */
  options?: Partial<ZaloOptions>;
}

/** One process with the channel, on a real database, with a bot that repeats what it hears; its clock is the emulator's. */
export class House extends OneProcess {
  static async open({ emulator, connection, answer = echo, options }: Wish): Promise<House> {
    const opened = await openProcess({
      connection,
      answer,
      now: () => new Date(emulator.world.clock.now()),
      channelOf: ({ stores, ...around }) =>
        zalo({ ...around, ...optionsAt(emulator, { ...around, stores }), ...options }),
    });
    return new House(opened);
  }

  conversation = (userId: string) => conversationIdOf(userId, KEY);

  /** The log of somebody's conversation, from the beginning. */
  turns(userId: string): Promise<Turn[]> {
    return this.stores.log.read(this.conversation(userId), 0, 1_000);
  }
}

/** What the channel is told of the emulator, and of the house that it stands in. */
export function optionsAt(emulator: ZaloEmulator, { url, stores }: Pick<Around, 'url' | 'stores'>) {
  const { appId, appSecret, oaSecret } = emulator.settings;
  return {
    appId,
    appSecret,
    oaSecret,
    apiRoot: emulator.root,
    publicUrl: url,
    key: KEY,
    fileHosts: ['zdn.vn'],
    fileBytes: FILE_BYTES,
    grant: grantOf(emulator),
    files: stores.files,
  };
}

/** A Zalo with a house on it that has saved its webhook there. */
export async function houseOnZalo(
  connection: Connection,
  settings: Partial<Settings> = {},
  options: Partial<ZaloOptions> = {},
): Promise<{ zalo: ZaloEmulator; house: House }> {
  const emulator = await new ZaloEmulator(settings).start();
  const house = await House.open({ emulator, connection, options });
  await emulator.savesWebhook(`${house.url}/webhooks/zalo`);
  return { zalo: emulator, house };
}

/** A consent that never ends: one token until it is refused. */
export function grantOf(emulator: ZaloEmulator): Grant & { renewals: number } {
  let token = emulator.grants.issue().access_token;
  return {
    renewals: 0,
    token: () => Promise.resolve(token),
    another(refused) {
      if (refused === token) {
        this.renewals += 1;
        token = emulator.grants.issue().access_token;
      }
      return Promise.resolve(token);
    },
  };
}

/** Looks again and again until it is so. */
export const until = (
  holds: () => Promise<boolean> | boolean,
  what: string,
  patienceMs = 15_000,
): Promise<void> => untilSo(holds, what, patienceMs);
