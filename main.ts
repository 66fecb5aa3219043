import path from 'node:path';
import type { Connection } from 'mongoose';
import pino from 'pino';
import { channelsInWords } from './channels';
import { runCommand } from './commands';
import { evaluate } from './commands/evaluate';
import { staffAdd } from './commands/staff';
import { understandCommand } from './commands/understand';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config';
import { type Content, loadContent } from './content';
import { routing } from './hotline/routing';
import type { StaffStore } from './hotline/staff';
import type { Agency } from './hotline/ticket/ticket';
import { assemble, type House } from './house';
import { labeller, learned, type Reader, reader } from './learned';
import type { Utterance } from './nlp/types';
import { listen, stopOnSignal } from './serving';
import { connect } from './storage/connect';
import { type Embedded, embeddedUri, startEmbedded } from './storage/embedded';
import { loadKeys } from './storage/keys';
import { StartRefused } from './storage/refused';
import { mongoStaffStore } from './storage/staff';

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
    const house = await assemble({ root: ROOT, config, keys, connection: database.connection, log });
    const port = await listen(house.server, config);
    const link = await house.firstAdminLink();
    return { port, ...(link && { firstAdminLink: link }), stop: () => stopAll(house, database) };
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

function announce(config: Config, { port, firstAdminLink }: Hotline): void {
  const base = config.publicUrl ?? `http://localhost:${port}`;
  console.log(`Hotline Xanh đã sẵn sàng.`);
  console.log(`  Trang trò chuyện:  ${base}/`);
  console.log(`  Bàn làm việc:      ${base}/staff`);
  console.log(`  Mô tả API:         ${base}/api/openapi.json`);
  console.log(`  Kênh: ${channelsInWords(config)}`);
  if (firstAdminLink) console.log(`  Tạo quản trị viên đầu tiên (dùng một lần): ${base}${firstAdminLink}`);
}

async function stopAll(house: House, database: Database): Promise<void> {
  await house.stop();
  await database.close();
}

/** One line for what the operator can mend; the whole error for what is ours. */
function refuse(error: unknown): void {
  const known = error instanceof ConfigError || error instanceof StartRefused;
  console.error(known ? error.message : error);
  process.exit(1);
}
