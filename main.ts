import path from 'node:path';
import { channelsInWords } from './channels';
import { runCommand } from './commands';
import { agencies } from './commands/agencies';
import { evaluate } from './commands/evaluate';
import { holidays } from './commands/holidays';
import { importDossiers } from './commands/import-dossiers';
import { route, type RouteParts } from './commands/route';
import { staffAdd } from './commands/staff';
import { understandCommand } from './commands/understand';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config';
import { type Content, loadContent } from './content';
import { workingCalendar } from './hotline/deadlines/calendar';
import { deadlines } from './hotline/deadlines/deadlines';
import { routing } from './hotline/routing';
import type { StaffStore } from './hotline/staff';
import type { Agency } from './hotline/ticket/ticket';
import { assemble, type House } from './house';
import { type Database, keepingCommands, openDatabase, withData } from './keeping';
import { labeller, learned, type Reader, reader } from './learned';
import { endOnUncaught, inFull, openLog } from './logging';
import { readText } from './nlp/fold';
import { placeFinder } from './nlp/places';
import type { Utterance } from './nlp/types';
import { listen, stopOnSignal } from './serving';
import { dossierStore } from './storage/dossiers';
import { startEmbedded } from './storage/embedded';
import { loadKeys } from './storage/keys';
import { prepareData } from './storage/migrations';
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
  endOnUncaught();
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
      route({ open: () => routeParts(io.say) }),
      agencies({ open: () => ({ agencies: knownAgencies(), contacts: contentHere().contacts }) }),
      holidays,
      staffAdd({ agencies: knownAgencies, withStaff: (work) => withStaff(config, io.say, work) }),
      importDossiers({
        withDossiers: (work) => withData(config, io.say, (connection) => work(dossierStore(connection))),
      }),
      ...keepingCommands(ROOT, config, io.say),
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

const contentHere = (): Content => loadContent(path.join(ROOT, 'content'));

function knownAgencies(): Agency[] {
  const content = contentHere();
  return routing(content.routing, content.gazetteer).agencies;
}

/** What it takes to tell who would get a report; the bot's understanding only when a text is to be read. */
function routeParts(say: (line: string) => void): RouteParts {
  const content = contentHere();
  const { gazetteer, contacts } = content;
  return {
    routing: routing(content.routing, gazetteer),
    deadlines: deadlines(content.terms, workingCalendar(content.daysOff)),
    contacts,
    units: gazetteer,
    understand: (text, now) => readerOf(content, say).understand(text, now),
    placesIn: (text) => placeFinder(gazetteer)(readText(text)),
  };
}

/** Runs work with the accounts, on the running system's database, or on one started for it. */
async function withStaff<T>(
  config: Config,
  say: (line: string) => void,
  work: (staff: StaffStore) => Promise<T>,
) {
  return withData(config, say, (connection) => work(mongoStaffStore(connection)));
}

/** Starts everything, in the order in which one needs the other. */
export async function run(config: Config, say: (line: string) => void): Promise<Hotline> {
  const log = openLog(config.logLevel);
  const database = await openDatabase(config, say, startEmbedded, 'system');
  try {
    await prepareData(database.connection, say);
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
  await house.stop().finally(() => database.close());
}

/** One line for what the operator can mend; the whole error for what is ours. */
function refuse(error: unknown): void {
  const known = error instanceof ConfigError || error instanceof StartRefused;
  console.error(known ? error.message : inFull(error));
  process.exit(1);
}
