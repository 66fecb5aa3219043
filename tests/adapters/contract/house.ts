import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import express, { type Router } from 'express';
import type { Connection } from 'mongoose';
import { fileWords } from '../../../bot/replies/files';
import { voicesOf } from '../../../bot/words';
import { loadContent } from '../../../content';
import type { Activity } from '../../../hotline/activity';
import { openCentre } from '../../../hotline/centre';
import type { Capabilities, Channel } from '../../../hotline/channel';
import type { ConversationId, Turn } from '../../../hotline/conversation/turn';
import { workingCalendar } from '../../../hotline/deadlines/calendar';
import { deadlines } from '../../../hotline/deadlines/deadlines';
import { connect } from '../../../storage/connect';
import { QUOTAS } from '../../../storage/files/quota';
import { prepareData } from '../../../storage/migrations';
import { openStores, type Stores } from '../../../storage/stores';
import { Bot } from './bot';

/** Without what is learnt from it: nobody understands anything here. */
const content = loadContent(join(process.cwd(), 'content'));
export const KEY = Buffer.alloc(32, 5);
export const FILE_BYTES = 20 * 1024 * 1024;
const LAN = { id: 'lan', name: 'Chị Lan' };

export type Centre = ReturnType<typeof openCentre>;

/** What an adapter is given here. */
export interface Rooms {
  url: string;
  stores: Stores;
  voices: ReturnType<typeof voicesOf>;
  log: Record<'info' | 'warn' | 'error', (details: object, message: string) => void>;
}

/** An adapter, ready to be opened. */
export interface Adapter {
  /** Absent: clients fetch what is theirs. */
  channel?: Channel;
  open(centre: Centre): {
    capabilities: Capabilities;
    router: Router;
    upgrade?(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
    close(): Promise<void>;
  };
}

interface Wish {
  uri: string;
  adapter: (rooms: Rooms) => Adapter;
  now?: () => Date;
}

type Parts = Pick<
  House,
  'url' | 'capabilities' | 'bot' | 'centre' | 'stores' | 'connection' | 'told' | 'close'
>;

/** One process with one channel on a real database; its bot repeats what it hears. */
export class House {
  readonly url: string;
  readonly capabilities: Capabilities;
  readonly bot: Bot;
  readonly centre: Centre;
  readonly stores: Stores;
  readonly connection: Connection;
  /** All that was logged, and all that went wrong in the background. */
  readonly told: readonly unknown[];
  readonly close: () => Promise<void>;

  private constructor(parts: Parts) {
    ({
      url: this.url,
      capabilities: this.capabilities,
      bot: this.bot,
      centre: this.centre,
      stores: this.stores,
      connection: this.connection,
      told: this.told,
      close: this.close,
    } = parts);
  }

  static async open({ uri, adapter, now }: Wish): Promise<House> {
    const connection = await connect(uri);
    await prepareData(connection);
    const told: unknown[] = [];
    const note = (...what: unknown[]) => void told.push(what.map(readable));
    const stores = await openStores(connection, {
      identitySealing: Buffer.alloc(32, 7),
      files: { fileBytes: FILE_BYTES, mediaBytes: FILE_BYTES, citizen: QUOTAS.citizen },
      watched: [],
      carriers: [],
      onError: note,
    });
    const app = express();
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const bot = new Bot();
    const voices = voicesOf(content.locales);
    const made = adapter({ url, stores, voices, log: { info: note, warn: note, error: note } });
    const centre = centreOf({ stores, bot, voices, channels: made.channel ? [made.channel] : [], note, now });
    const { capabilities, router, ...open } = made.open(centre);
    app.use(router);
    server.on('upgrade', (req, socket, head) => {
      if (!open.upgrade?.(req, socket, head)) socket.destroy();
    });
    centre.watch();
    const close = async () => {
      await open.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await centre.stop();
      await stores.lists.stop();
      await connection.close();
    };
    return new House({ url, capabilities, bot, centre, stores, connection, told, close });
  }

  /** The log of a conversation, from the beginning. */
  turns(conversation: ConversationId): Promise<Turn[]> {
    return this.stores.log.read(conversation, 0, 1_000);
  }

  /** What somebody was heard to say, in order. */
  async heard(conversation: ConversationId): Promise<Activity[]> {
    return (await this.turns(conversation)).flatMap(({ in: said }) => said ?? []);
  }

  /** A person of the staff says it. */
  async staffSays(conversation: ConversationId, message: Omit<Activity, 'type'>): Promise<void> {
    const key = JSON.stringify(message);
    await this.centre.conversations.say(conversation, LAN, { type: 'message', ...message }, key);
  }

  /** The bot speaks again. */
  async staffLeaves(conversation: ConversationId): Promise<void> {
    await this.centre.conversations.handBack(conversation, LAN);
  }

  /** A file of the staff's, to be sent. */
  async keeps(conversation: ConversationId, name: string, bytes: Buffer): Promise<string> {
    return (await this.stores.files.save({ name, bytes, conversation, by: 'staff' })).id;
  }

  async bytesOf(fileId: string): Promise<Buffer | undefined> {
    const file = await this.stores.files.open(fileId, 'original');
    return file && buffer(file.stream);
  }
}

interface CentreNeeds {
  stores: Stores;
  bot: Bot;
  voices: ReturnType<typeof voicesOf>;
  channels: Channel[];
  note: (...what: unknown[]) => void;
  now: (() => Date) | undefined;
}

function centreOf({ stores, bot, voices, channels, note, now }: CentreNeeds): Centre {
  return openCentre({
    stores,
    bot: {
      answer: bot.answer,
      handover: { tookOver: () => words('tookOver'), handedBack: () => words('handedBack') },
      tell: () => undefined,
      files: fileWords(voices),
    },
    channels,
    effects: {},
    deadlines: deadlines(content.terms, workingCalendar(content.daysOff)),
    onDue: () => Promise.resolve(),
    onOutcome: () => undefined,
    secretOf: () => 'SECRET0000',
    messagesPerMinute: 100_000,
    onError: note,
    ...(now && { now }),
  });
}

const words = (text: string) => ({ type: 'message', text });

/** With all that an error carries. */
const readable = (what: unknown): unknown =>
  what instanceof Error ? { ...what, message: what.message, stack: what.stack } : what;

/** Looks again and again until it is so. */
export async function until(holds: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (
    const end = Date.now() + 25_000;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 20))
  )
    if (await holds()) return;
  throw new Error(`waited in vain: ${what}`);
}
