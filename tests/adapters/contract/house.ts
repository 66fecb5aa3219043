import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import express, { type Router } from 'express';
import type { Connection } from 'mongoose';
import type { Activity } from '../../../hotline/activity';
import type { openCentre } from '../../../hotline/centre';
import type { Capabilities, Channel } from '../../../hotline/channel';
import type { ConversationId, Turn } from '../../../hotline/conversation/turn';
import { connect } from '../../../storage/connect';
import type { Stores } from '../../../storage/stores';
import { centreOn, closed, listening, storesOn, voices } from '../one-process';
import { Bot } from './bot';

export { FILE_BYTES, KEY } from '../one-process';
export { until } from '../until';
const LAN = { id: 'lan', name: 'Chị Lan' };

export type Centre = ReturnType<typeof openCentre>;

/** What an adapter is given here. */
export interface Rooms {
  url: string;
  stores: Stores;
  voices: typeof voices;
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
    const told: unknown[] = [];
    const note = (...what: unknown[]) => void told.push(what.map(readable));
    const stores = await storesOn(connection, note);
    const app = express();
    const server = createServer(app);
    const url = await listening(server);
    const bot = new Bot();
    const made = adapter({ url, stores, voices, log: { info: note, warn: note, error: note } });
    const channels = made.channel ? [made.channel] : [];
    const centre = centreOn({ stores, answer: bot.answer, channels, onError: note, ...(now && { now }) });
    const { capabilities, router, ...open } = made.open(centre);
    app.use(router);
    server.on('upgrade', (req, socket, head) => {
      if (!open.upgrade?.(req, socket, head)) socket.destroy();
    });
    centre.watch();
    const close = async () => {
      await closed({ server, centre, stores, open });
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

/** With all that an error carries. */
const readable = (what: unknown): unknown =>
  what instanceof Error ? { ...what, message: what.message, stack: what.stack } : what;
