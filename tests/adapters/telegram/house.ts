import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Connection } from 'mongoose';
import { telegram } from '../../../adapters/telegram';
import { conversationIdOf } from '../../../adapters/telegram/id';
import { fileWords } from '../../../bot/replies/files';
import { voicesOf } from '../../../bot/words';
import { loadContent } from '../../../content';
import { openCentre } from '../../../hotline/centre';
import type { Answerer } from '../../../hotline/conversation/conversations';
import type { Turn } from '../../../hotline/conversation/turn';
import { workingCalendar } from '../../../hotline/deadlines/calendar';
import { deadlines } from '../../../hotline/deadlines/deadlines';
import { QUOTAS } from '../../../storage/files/quota';
import { prepareData } from '../../../storage/migrations';
import { openStores, type Stores } from '../../../storage/stores';
import type { TelegramEmulator } from '../../emulators/telegram/emulator';
import { echo } from './echo';

/** Without what is learnt from it: nobody understands anything here. */
const content = loadContent(join(process.cwd(), 'content'));

export const KEY = Buffer.alloc(32, 5);
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
export class House {
  /** What was said of the line, newest last. */
  readonly line: string[] = [];
  readonly logged: { details: object; message: string }[] = [];
  readonly errors: { what: string; error: unknown }[] = [];

  private constructor(
    readonly url: string,
    readonly stores: Stores,
    readonly centre: ReturnType<typeof openCentre>,
    private readonly closing: () => Promise<void>,
  ) {}

  static async open({
    emulator,
    connection,
    mode = 'polling',
    answer = echo,
    ...wish
  }: Wish): Promise<House> {
    const voices = voicesOf(content.locales);
    const { vi: words, en: english } = voices;
    await prepareData(connection);
    const said = { line: [] as string[], logged: [] as House['logged'], errors: [] as House['errors'] };
    const onError = (error: unknown, what: string) => void said.errors.push({ error, what });
    const stores = await openStores(connection, {
      identitySealing: Buffer.alloc(32, 7),
      files: { fileBytes: 20 * 1024 * 1024, mediaBytes: 20 * 1024 * 1024, citizen: QUOTAS.citizen },
      watched: [],
      carriers: [],
      onError,
    });
    const app = express();
    const server = createServer(app);
    await listening(server);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const log = (details: object, message: string) => void said.logged.push({ details, message });
    const channel = telegram({
      token: wish.token ?? emulator.token,
      apiRoot: emulator.apiRoot,
      mode,
      publicUrl: url,
      webhookSecret: SECRET,
      key: KEY,
      fileBytes: 20 * 1024 * 1024,
      files: stores.files,
      duties: stores.duties,
      words,
      english,
      messagesPerSecond: 2_000,
      silentIn: wish.silentIn ?? [],
      line: { up: () => void said.line.push('up'), down: (reason) => void said.line.push(reason) },
      log: { info: log, warn: log, error: log },
    });
    const centre = openCentre({
      stores,
      bot: {
        answer,
        handover: { tookOver: () => text('tookOver'), handedBack: () => text('handedBack') },
        tell: () => undefined,
        files: fileWords(voices),
      },
      channels: [channel.channel],
      effects: {},
      deadlines: deadlines(content.terms, workingCalendar(content.daysOff)),
      onDue: () => Promise.resolve(),
      onOutcome: () => undefined,
      secretOf: () => 'SECRET0000',
      messagesPerMinute: 100_000,
      onError,
    });
    const open = channel.open(centre.conversations);
    app.use(open.router);
    centre.watch();
    const house = new House(url, stores, centre, async () => {
      await open.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await centre.stop();
      await stores.lists.stop();
    });
    return Object.assign(house, said);
  }

  conversation = (chatId: number) => conversationIdOf(chatId, KEY);

  /** The log of a chat, from the beginning. */
  turns(chatId: number): Promise<Turn[]> {
    return this.stores.log.read(this.conversation(chatId), 0, 1_000);
  }

  close(): Promise<void> {
    return this.closing();
  }
}

const text = (words: string) => ({ type: 'message', text: words });

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

/** Looks again and again until it is so. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  what: string,
  patienceMs = 25_000,
): Promise<void> {
  for (
    const end = Date.now() + patienceMs;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 20))
  )
    if (await holds()) return;
  throw new Error(`waited in vain: ${what}`);
}
