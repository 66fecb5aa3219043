import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Router } from 'express';
import type { Connection } from 'mongoose';
import { fileWords } from '../../bot/replies/files';
import { voicesOf } from '../../bot/words';
import { loadContent } from '../../content';
import { openCentre } from '../../hotline/centre';
import type { Channel, LineWatch } from '../../hotline/channel';
import type { Answerer, Conversations } from '../../hotline/conversation/conversations';
import { workingCalendar } from '../../hotline/deadlines/calendar';
import { deadlines } from '../../hotline/deadlines/deadlines';
import { QUOTAS } from '../../storage/files/quota';
import { prepareData } from '../../storage/migrations';
import { openStores, type Stores } from '../../storage/stores';

/** Without what is learnt from it: nobody understands anything here. */
const content = loadContent(join(process.cwd(), 'content'));
export const voices = voicesOf(content.locales);

/** Makes the ids of conversations. */
export const KEY = Buffer.alloc(32, 5);
/** Largest file that is taken. */
export const FILE_BYTES = 20 * 1024 * 1024;

type Log = (details: object, message: string) => void;

/** What a channel is made with here. */
export interface Around {
  url: string;
  stores: Stores;
  words: typeof voices.vi;
  english: typeof voices.en;
  line: LineWatch;
  log: { info: Log; warn: Log; error: Log };
}

interface Wish {
  connection: Connection;
  answer: Answerer;
  /** Default: this machine's clock. */
  now?: () => Date;
  channelOf: (around: Around) => {
    channel: Channel;
    open(conversations: Conversations): { router: Router; close(): Promise<void> };
  };
}

/** What is seen of it from outside. */
export interface Opened {
  url: string;
  stores: Stores;
  centre: ReturnType<typeof openCentre>;
  /** What was said of the line, newest last. */
  line: string[];
  logged: { details: object; message: string }[];
  errors: { what: string; error: unknown }[];
  close: () => Promise<void>;
}

/** A house that is one process; each channel's knows its own conversations. */
export class OneProcess {
  readonly url: Opened['url'];
  readonly stores: Opened['stores'];
  readonly centre: Opened['centre'];
  readonly line: Opened['line'];
  readonly logged: Opened['logged'];
  readonly errors: Opened['errors'];
  readonly close: Opened['close'];

  protected constructor(opened: Opened) {
    ({
      url: this.url,
      stores: this.stores,
      centre: this.centre,
      line: this.line,
      logged: this.logged,
      errors: this.errors,
      close: this.close,
    } = opened);
  }
}

/** One process with one channel, on a real database. */
export async function openProcess({ connection, answer, now, channelOf }: Wish): Promise<Opened> {
  const said: Pick<Opened, 'line' | 'logged' | 'errors'> = { line: [], logged: [], errors: [] };
  const onError = (error: unknown, what: string) => void said.errors.push({ error, what });
  const stores = await storesOn(connection, onError);
  const app = express();
  const server = createServer(app);
  const url = await listening(server);
  const log: Log = (details, message) => void said.logged.push({ details, message });
  const channel = channelOf({
    ...{ url, stores, words: voices.vi, english: voices.en },
    line: { up: () => void said.line.push('up'), down: (reason) => void said.line.push(reason) },
    log: { info: log, warn: log, error: log },
  });
  const centre = centreOn({ stores, answer, channels: [channel.channel], onError, ...(now && { now }) });
  const open = channel.open(centre.conversations);
  app.use(open.router);
  centre.watch();
  const close = () => closed({ server, centre, stores, open });
  return { ...said, url, stores, centre, close };
}

interface Closing {
  server: Server;
  centre: Opened['centre'];
  stores: Stores;
  open: { close(): Promise<void> };
}

/** In order, so that nothing writes to what is gone. */
export async function closed({ server, centre, stores, open }: Closing): Promise<void> {
  await open.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await centre.stop();
  await stores.lists.stop();
}

/** With the data in today's shape. */
export async function storesOn(
  connection: Connection,
  onError: (error: unknown, what: string) => void,
): Promise<Stores> {
  await prepareData(connection);
  return openStores(connection, {
    identitySealing: Buffer.alloc(32, 7),
    files: { fileBytes: FILE_BYTES, mediaBytes: FILE_BYTES, citizen: QUOTAS.citizen },
    watched: [],
    carriers: [],
    onError,
  });
}

interface Centre {
  stores: Stores;
  answer: Answerer;
  channels: Channel[];
  onError: (error: unknown, what: string) => void;
  now?: () => Date;
}

/** The centre of a house whose bot answers as it is told to. */
export const centreOn = ({ stores, answer, channels, onError, now }: Centre) =>
  openCentre({
    stores,
    bot: {
      answer,
      handover: { tookOver: () => text('tookOver'), handedBack: () => text('handedBack') },
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
    onError,
    ...(now && { now }),
  });

const text = (words: string) => ({ type: 'message', text: words });

/** @returns where it can be reached */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
