import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Connection } from 'mongoose';
import { type Grant, type ZaloOptions, zalo } from '../../../adapters/zalo';
import { conversationIdOf } from '../../../adapters/zalo/id';
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
import type { ZaloEmulator } from '../../emulators/zalo/emulator';
import { echo } from '../telegram/echo';

/** Without what is learnt from it: nobody understands anything here. */
const content = loadContent(join(process.cwd(), 'content'));
const MEGABYTE = 1024 * 1024;

export const KEY = Buffer.alloc(32, 5);

interface Wish {
  emulator: ZaloEmulator;
  connection: Connection;
  answer?: Answerer;
  /** What this process is told otherwise. */
  options?: Partial<ZaloOptions>;
}

/** One process with the channel, on a real database, with a bot that repeats what it hears; its clock is the emulator's. */
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

  static async open({ emulator, connection, answer = echo, options }: Wish): Promise<House> {
    const voices = voicesOf(content.locales);
    await prepareData(connection);
    const said = { line: [] as string[], logged: [] as House['logged'], errors: [] as House['errors'] };
    const onError = (error: unknown, what: string) => void said.errors.push({ error, what });
    const stores = await openStores(connection, {
      identitySealing: Buffer.alloc(32, 7),
      files: { fileBytes: 20 * MEGABYTE, mediaBytes: 20 * MEGABYTE, citizen: QUOTAS.citizen },
      watched: [],
      carriers: [],
      onError,
    });
    const app = express();
    const server = createServer(app);
    await listening(server);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const log = (details: object, message: string) => void said.logged.push({ details, message });
    const { appId, appSecret, oaSecret } = emulator.settings;
    const channel = zalo({
      appId,
      appSecret,
      oaSecret,
      apiRoot: emulator.root,
      publicUrl: url,
      key: KEY,
      fileHosts: ['zdn.vn'],
      fileBytes: 20 * MEGABYTE,
      grant: grantOf(emulator),
      files: stores.files,
      words: voices.vi,
      english: voices.en,
      line: { up: () => void said.line.push('up'), down: (reason) => void said.line.push(reason) },
      log: { info: log, warn: log, error: log },
      ...options,
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
      now: () => new Date(emulator.world.clock.now()),
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

  conversation = (userId: string) => conversationIdOf(userId, KEY);

  /** The log of somebody's conversation, from the beginning. */
  turns(userId: string): Promise<Turn[]> {
    return this.stores.log.read(this.conversation(userId), 0, 1_000);
  }

  close(): Promise<void> {
    return this.closing();
  }
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

const text = (words: string) => ({ type: 'message', text: words });

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

/** Looks again and again until it is so. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  what: string,
  patienceMs = 15_000,
): Promise<void> {
  for (
    const end = Date.now() + patienceMs;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 20))
  )
    if (await holds()) return;
  throw new Error(`waited in vain: ${what}`);
}
