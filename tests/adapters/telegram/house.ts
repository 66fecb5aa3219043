import type { Connection } from 'mongoose';
import { telegram } from '../../../adapters/telegram';
import { conversationIdOf } from '../../../adapters/telegram/id';
import type { Answerer } from '../../../hotline/conversation/conversations';
import type { Turn } from '../../../hotline/conversation/turn';
import type { TelegramEmulator } from '../../emulators/telegram/emulator';
import { type Around, FILE_BYTES, KEY, OneProcess, openProcess } from '../one-process';
import { echo } from './echo';

export { KEY } from '../one-process';
export { until } from '../until';
export const SECRET = 'a-secret-that-only-telegram-knows';

interface Wish {
  emulator: TelegramEmulator;
  connection: Connection;
  mode?: 'webhook' | 'polling';
  answer?: Answerer;
  token?: string;
  silentIn?: string[];
}

/** One process with the channel, on a real database, with a bot that repeats what it hears. */
export class House extends OneProcess {
  static async open({
    emulator,
    connection,
    mode = 'polling',
    answer = echo,
    ...wish
  }: Wish): Promise<House> {
    const opened = await openProcess({
      connection,
      answer,
      channelOf: ({ stores, ...around }) =>
        telegram({
          ...around,
          ...optionsAt(emulator, { ...around, stores }),
          token: wish.token ?? emulator.token,
          mode,
          silentIn: wish.silentIn ?? [],
        }),
    });
    return new House(opened);
  }

  conversation = (chatId: number) => conversationIdOf(chatId, KEY);

  /** The log of a chat, from the beginning. */
  turns(chatId: number): Promise<Turn[]> {
    return this.stores.log.read(this.conversation(chatId), 0, 1_000);
  }
}

/** What the channel is told of the emulator, and of the house that it stands in. */
export function optionsAt(emulator: TelegramEmulator, { url, stores }: Pick<Around, 'url' | 'stores'>) {
  return {
    token: emulator.token,
    apiRoot: emulator.apiRoot,
    publicUrl: url,
    webhookSecret: SECRET,
    key: KEY,
    fileBytes: FILE_BYTES,
    files: stores.files,
    duties: stores.duties,
    messagesPerSecond: 2_000,
  };
}
