import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
import { type Config, ConfigError, loadDotEnv, readConfig } from './config';
import { loadContent } from './content';
import { openTurns } from './hotline/conversation/open-turns';
import { conversations } from './hotline/conversation/service';
import { routing } from './hotline/routing';
import { staffDesk } from './hotline/ticket/staff-desk';
import { secretOf } from './hotline/ticket/secret';
import { communeFinder } from './nlp/commune-at';
import { understanding } from './nlp/understand';
import { mongoAuditLog } from './storage/audit';
import { connect } from './storage/connect';
import { conversationLists } from './storage/conversations';
import { type Embedded, startEmbedded } from './storage/embedded';
import { gridFsFiles } from './storage/files';
import { identityStore } from './storage/identities';
import { type Keys, loadKeys } from './storage/keys';
import { StartRefused } from './storage/refused';
import { ensureSignInIndexes, mongoSessions, mongoSignInLimit } from './storage/sign-in';
import { mongoStaffStore } from './storage/staff';
import { ticketStore } from './storage/tickets';
import { togetherWriter } from './storage/transactions';
import { turnFeed } from './storage/turn-feed';
import { turnLog } from './storage/turn-log';
import { ensureTurnIndexes } from './storage/turn-record';

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
    const hotline = await run(config, (line) => console.log(line));
    stopOnSignal(hotline);
    announce(config, hotline);
  } catch (error) {
    refuse(error);
  }
}

/** `npx hotline …` */
export async function hotline(argv: readonly string[]): Promise<void> {
  const io = { input: process.stdin, output: process.stdout, say: (line: string) => console.error(line) };
  try {
    loadDotEnv();
    process.exitCode = await runCommand(argv, [], io);
  } catch (error) {
    refuse(error);
  }
}

/** Starts everything, in the order in which one needs the other. */
export async function run(config: Config, say: (line: string) => void): Promise<Hotline> {
  const log = pino({ level: config.logLevel, base: null });
  const database = await openDatabase(config, say);
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

async function openDatabase(config: Config, say: (line: string) => void): Promise<Database> {
  const embedded = config.mongodbUri ? undefined : await startEmbedded({ ...config, say });
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
  const stores = await openStores(config, keys, connection, log);
  const bot = createBot({
    content,
    understand: understanding(content.vocabulary, content.gazetteer),
    communeAt: communeFinder(content.gazetteer.communes, content.boundaries),
    tickets: stores.tickets,
    routing: route,
    ticketSecrets: keys.ticketSecrets,
  });
  const turns = openTurns({
    log: stores.log,
    answer: bot.answer,
    pushes: () => false,
    messagesPerMinute: config.limits.messagesPerMinute,
    onError: (error) => log.error({ error }, 'answering what was held failed'),
  });
  const service = conversations({
    turns,
    log: stores.log,
    identities: stores.identities,
    secretOf: (code) => secretOf(keys.ticketSecrets, code),
    words: bot.handover,
  });
  const desk = staffDesk({
    turns,
    log: stores.log,
    tickets: stores.tickets,
    files: stores.files,
    tell: bot.tell,
  });
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const chat = webchat({
    conversations: service,
    files: stores.files,
    keys,
    directLineSecret: keys.directLineSecret,
    publicUrl: config.publicUrl,
    limits: { tokensPerMinute: config.limits.tokensPerMinute, fileBytes: config.limits.uploadBytes },
    log,
  });
  const staff = staffApi({
    ...stores,
    conversationStore: stores.lists,
    conversations: service,
    desk,
    agencies: route.agencies,
    sessionSecret: keys.session,
    secure,
    maxUpload: config.limits.uploadBytes,
    log,
  });
  const app = application(config, chat, staff.router, {
    measured: metrics({ onTurn: (listener) => stores.log.onTurn(listener), tickets: stores.tickets }),
    health: health({
      databaseReady: async () => Boolean(await connection.db?.command({ ping: 1 })),
      channels: () => ({ webchat: 'on', telegram: 'off', zalo: 'off' }),
    }),
    pages: pages({ root: path.join(ROOT, 'dist', 'public'), secure }),
  });
  const server = createServer(app);
  server.on('upgrade', (req, socket, head) => {
    if (!chat.upgrade(req, socket, head)) socket.destroy();
  });
  void stores.feed.watch();
  turns.watch();
  return {
    server,
    firstAdminLink: () => stores.staff.firstAdminLink(),
    async stop() {
      await chat.close();
      staff.close();
      await closed(server);
      await turns.stop();
      await stores.lists.stop();
      await stores.feed.stop();
    },
  };
}

/** The stores, their indexes made. */
async function openStores(config: Config, keys: Keys, connection: Connection, log: Logger) {
  const tickets = ticketStore(connection);
  const identities = identityStore(connection, keys.identitySealing);
  const lists = conversationLists(connection, (error) =>
    log.error({ error }, 'the lists were not brought up to date'),
  );
  const feed = turnFeed(connection, ['webchat'], (error) =>
    log.warn({ error }, 'the change stream broke off'),
  );
  const turns = turnLog({
    connection,
    feed,
    writeTogether: togetherWriter({ connection, tickets, identities, lists }),
  });
  turns.onTurn((turn, own) => own && lists.showSoon(turn));
  const files = gridFsFiles(connection, { fileBytes: config.limits.uploadBytes });
  const staff = mongoStaffStore(connection);
  const audit = mongoAuditLog(connection);
  await Promise.all([
    ensureTurnIndexes(connection),
    tickets.ensureIndexes(),
    lists.ensureIndexes(),
    files.prepare(),
    staff.init(),
    audit.init(),
    ensureSignInIndexes(connection),
  ]);
  return {
    tickets,
    identities,
    lists,
    feed,
    log: turns,
    files,
    staff,
    audit,
    limit: mongoSignInLimit(connection),
    sessions: mongoSessions(connection),
  };
}

function application(
  config: Config,
  chat: WebChat,
  staff: express.Router,
  rest: { measured: ReturnType<typeof metrics>; health: express.Router; pages: express.Router },
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  app.use(chat.router);
  app.use(rest.measured.measure);
  app.use(rest.health);
  app.use(rest.measured.router);
  app.use('/api/staff', staff);
  app.use(rest.pages);
  return app;
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartRefused(`PORT: cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác`)
          : error,
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function announce(config: Config, { port, firstAdminLink }: Hotline): void {
  const base = config.publicUrl ?? `http://localhost:${port}`;
  console.log(`Hotline Xanh đã sẵn sàng.`);
  console.log(`  Trang trò chuyện:  ${base}/`);
  console.log(`  Bàn làm việc:      ${base}/staff`);
  console.log(`  Mô tả API:         ${base}/api/openapi.json`);
  console.log(`  Kênh: web bật; Telegram tắt; Zalo tắt.`);
  if (firstAdminLink) console.log(`  Tạo quản trị viên đầu tiên (dùng một lần): ${base}${firstAdminLink}`);
}

/** What is under way is finished; a second signal does not wait. */
function stopOnSignal(hotline: Hotline): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    console.log('Đang dừng…');
    hotline.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function stopAll(system: System, database: Database): Promise<void> {
  await system.stop();
  await database.close();
}

/** Lets calls under way end; idle connections are not waited for. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** One line for what the operator can mend; the whole error for what is ours. */
function refuse(error: unknown): void {
  const known = error instanceof ConfigError || error instanceof StartRefused;
  console.error(known ? error.message : error);
  process.exit(1);
}
