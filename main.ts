import { createServer, type Server } from 'node:http';
import path from 'node:path';
import express, { type Express } from 'express';
import type { Connection } from 'mongoose';
import pino, { type Logger } from 'pino';
import { webchat, type WebChat } from './adapters/webchat';
import { health } from './api/health';
import { metrics } from './api/metrics';
import { pages } from './api/pages';
import { staffApi } from './api/staff-api';
import { createBot } from './bot';
import { runCommand } from './commands';
import { evaluate } from './commands/evaluate';
import { staffAdd } from './commands/staff';
import { understandCommand } from './commands/understand';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config';
import { type Content, loadContent } from './content';
import { openCentre } from './hotline/centre';
import { routing } from './hotline/routing';
import type { StaffStore } from './hotline/staff';
import { secretOf } from './hotline/ticket/secret';
import type { Agency } from './hotline/ticket/ticket';
import { labeller, learned, type Reader, reader } from './learned';
import { communeFinder } from './nlp/commune-at';
import type { Utterance } from './nlp/types';
import { closed, listen, stopOnSignal } from './serving';
import { connect } from './storage/connect';
import { type Embedded, embeddedUri, startEmbedded } from './storage/embedded';
import { type Keys, loadKeys } from './storage/keys';
import { StartRefused } from './storage/refused';
import { mongoStaffStore } from './storage/staff';
import { type Stores, openStores } from './storage/stores';
import { uploadFolder } from './storage/uploads';
import { teaching } from './teaching';

/** The project's folder, seen from dist/main.js. */
const ROOT = path.resolve(__dirname, '..');

/** A running system. */
export interface Hotline {
  port: number;
  /** Path of the page that makes the first administrator; absent once there is one. */
  firstAdminLink?: string;
  stop(): Promise<void>;
}

/** `npm start`: runs until a signal comes. Prints where everything is, or one line that says what is wrong. */
export async function start(): Promise<void> {
  try {
    loadDotEnv();
    const config = readConfig(process.env);
    const starting = run(config, (line) => console.log(line));
    stopOnSignal(starting);
    announce(config, await starting);
  } catch (error) {
    refuse(error);
  }
}

/** `npx hotline …` */
export async function hotline(argv: readonly string[]): Promise<void> {
  const io = { input: process.stdin, output: process.stdout, say: (line: string) => console.error(line) };
  try {
    loadDotEnv();
    const config = readConfig(process.env);
    const commands = [
      understandCommand({
        understanding: () => readerOf(loadContent(path.join(ROOT, 'content')), io.say).understand,
      }),
      evaluate({ learn: (examples) => labeller(examples, loadContent(path.join(ROOT, 'content'))) }),
      staffAdd({ agencies: knownAgencies, withStaff: (work) => withStaff(config, io.say, work) }),
    ];
    process.exitCode = await runCommand(argv, commands, io);
  } catch (error) {
    refuse(error);
  }
}

/** Learns what is learnt from messages, and from those that staff taught, and keeps it for the starts to come. */
export function learn(taught: Utterance[]): void {
  try {
    learned({ root: ROOT, content: loadContent(path.join(ROOT, 'content')), taught });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

const readerOf = (content: Content, say: (line: string) => void): Reader =>
  reader({ root: ROOT, content, say });

function knownAgencies(): Agency[] {
  const content = loadContent(path.join(ROOT, 'content'));
  return routing(content.routing, content.gazetteer).agencies;
}

/** Runs work with the accounts, on the running system's database, or on one started for it. */
async function withStaff<T>(
  config: Config,
  say: (line: string) => void,
  work: (staff: StaffStore) => Promise<T>,
) {
  const database = await openDatabase(config, say, embeddedUri);
  try {
    const staff = mongoStaffStore(database.connection);
    await staff.init();
    return await work(staff);
  } finally {
    await database.close();
  }
}

/** Starts everything, in the order in which one needs the other. */
export async function run(config: Config, say: (line: string) => void): Promise<Hotline> {
  const log = pino({ level: config.logLevel, base: null });
  const database = await openDatabase(config, say, startEmbedded);
  try {
    const keys = loadKeys(config);
    const system = await assemble(config, keys, database.connection, log);
    const port = await listen(system.server, config);
    const link = await system.firstAdminLink();
    return { port, ...(link && { firstAdminLink: link }), stop: () => stopAll(system, database) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Database {
  connection: Connection;
  close(): Promise<void>;
}

async function openDatabase(
  config: Config,
  say: (line: string) => void,
  embed: typeof startEmbedded,
): Promise<Database> {
  const embedded = config.mongodbUri ? undefined : await embed({ ...config, say });
  try {
    const connection = await connect(config.mongodbUri ?? (embedded as Embedded).uri);
    return {
      connection,
      async close() {
        await connection.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

interface System {
  server: Server;
  firstAdminLink(): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Rooms that must meet, meet here. */
async function assemble(config: Config, keys: Keys, connection: Connection, log: Logger): Promise<System> {
  const content = loadContent(path.join(ROOT, 'content'));
  const route = routing(content.routing, content.gazetteer);
  const onError = (error: unknown, what: string): void => log.error({ error }, what);
  const { identitySealing, ticketSecrets } = keys;
  const fileBytes = config.limits.uploadBytes;
  const stores = await openStores(connection, { identitySealing, fileBytes, watched: ['webchat'], onError });
  const reads = readerOf(content, (line) => log.info(line));
  const school = teaching({ root: ROOT, content, examples: stores.examples, use: reads.use, onError });
  const centre = openCentre({
    stores,
    bot: createBot({
      content,
      understand: reads.understand,
      communeAt: communeFinder(content.gazetteer.communes, content.boundaries),
      tickets: stores.tickets,
      routing: route,
      ticketSecrets,
    }),
    channels: [],
    effects: {},
    secretOf: (code) => secretOf(ticketSecrets, code),
    messagesPerMinute: config.limits.messagesPerMinute,
    onError,
  });
  const chat = webchat({
    conversations: centre.conversations,
    files: stores.files,
    keys,
    directLineSecret: keys.directLineSecret,
    publicUrl: config.publicUrl,
    limits: { tokensPerMinute: config.limits.tokensPerMinute, fileBytes },
    uploads: await uploadFolder(config.dataDir),
    log,
  });
  const staff = staffApi({
    ...stores,
    conversationStore: stores.lists,
    conversations: centre.conversations,
    desk: centre.desk,
    agencies: route.agencies,
    examples: {
      store: stores.examples,
      procedures: new Set(content.catalogue.map(({ id }) => id)),
      taught: school.taught,
    },
    sessionSecret: keys.session,
    secure: isSecure(config),
    maxUpload: fileBytes,
    log,
  });
  const server = createServer(application(config, connection, stores, chat, staff.router));
  server.on('upgrade', (req, socket, head) => {
    if (!chat.upgrade(req, socket, head)) socket.destroy();
  });
  stores.feed.onOpen(() => chat.readOn());
  void stores.feed.watch();
  stores.daily.watch();
  centre.watch();
  school.watch();
  return {
    server,
    firstAdminLink: () => stores.staff.firstAdminLink(),
    async stop() {
      await chat.close();
      staff.close();
      await closed(server);
      school.stop();
      await centre.stop();
      stores.daily.stop();
      await stores.lists.stop();
      await stores.feed.stop();
    },
  };
}

/** Which channels are on. Those that are built but lack their variables are off. */
const CHANNELS = { webchat: 'on', telegram: 'off', zalo: 'off' } as const;

const isSecure = ({ publicUrl }: Config): boolean => publicUrl?.startsWith('https:') ?? false;

/** Who answers which address. */
function application(
  config: Config,
  connection: Connection,
  stores: Stores,
  chat: WebChat,
  staff: express.Router,
): Express {
  const measured = metrics({ onTurn: (listener) => stores.log.onTurn(listener), tickets: stores.tickets });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  app.use(chat.router);
  app.use(measured.measure);
  app.use(
    health({
      databaseReady: async () => Boolean(await connection.db?.command({ ping: 1 })),
      channels: () => CHANNELS,
    }),
  );
  app.use(measured.router);
  app.use('/api/staff', staff);
  app.use(pages({ root: path.join(ROOT, 'dist', 'public'), secure: isSecure(config) }));
  return app;
}

function announce(config: Config, { port, firstAdminLink }: Hotline): void {
  const base = config.publicUrl ?? `http://localhost:${port}`;
  console.log(`Hotline Xanh đã sẵn sàng.`);
  console.log(`  Trang trò chuyện:  ${base}/`);
  console.log(`  Bàn làm việc:      ${base}/staff`);
  console.log(`  Mô tả API:         ${base}/api/openapi.json`);
  console.log(`  Kênh: ${channelsInWords(config)}`);
  if (firstAdminLink) console.log(`  Tạo quản trị viên đầu tiên (dùng một lần): ${base}${firstAdminLink}`);
}

/** A channel whose variables are set, though it is not built yet, must not pass in silence. */
function channelsInWords(config: Config): string {
  const off = (name: string, set: boolean): string =>
    `${name} tắt${set ? ' (bản này chưa có kênh này)' : ''}`;
  return [
    'web bật',
    off('Telegram', config.telegram !== undefined),
    off('Zalo', config.zalo !== undefined),
  ].join('; ');
}

async function stopAll(system: System, database: Database): Promise<void> {
  await system.stop();
  await database.close();
}

/** One line for what the operator can mend; the whole error for what is ours. */
function refuse(error: unknown): void {
  const known = error instanceof ConfigError || error instanceof StartRefused;
  console.error(known ? error.message : error);
  process.exit(1);
}
