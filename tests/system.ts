import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded, type Embedded } from '../storage/embedded';
import { freePort } from '../storage/embedded/port';
import { isAlive, markOf, type ProcessMark } from '../storage/embedded/processes';

const root = process.cwd();
/** As long as the unit of systemd waits for it. */
const STOP_PATIENCE_MS = 60_000;
/** The same in every process of a test, as several processes on one database must have them. */
const KEYS = {
  SESSION_SECRET: 'session-secret-for-tests-0123456789abcdef',
  DIRECTLINE_SECRET: 'directline-secret-for-tests-0123456789abcd',
  IDENTITY_KEY: '5c'.repeat(32),
};

/** What must not outlive the tests, whatever becomes of them. */
const systems = new Set<System>();
const databases = new Set<Ending>();

/** A database that somebody started: `close` ends it in order, `destroy` at once. */
export interface Ending {
  close(): Promise<void>;
  destroy(): void;
}

/** It is ended with all the others, at the latest when this process ends. */
export const outlivesNothing = (database: Ending): void => void databases.add(database);

function destroyAll(): void {
  systems.forEach((system) => system.destroy());
  databases.forEach((database) => database.destroy());
}
process.on('exit', destroyAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    destroyAll();
    process.kill(process.pid, signal);
  });
}

/** Ends and removes all that was started. */
export async function endAll(): Promise<void> {
  await Promise.all([...systems].map((system) => system.kill()));
  systems.forEach((system) => system.destroy());
  systems.clear();
  await Promise.all([...databases].map((database) => database.close()));
  databases.clear();
}

export interface SystemOptions {
  /** A database shared with others; absent: the embedded one, on data of its own. */
  mongodbUri?: string;
  env?: NodeJS.ProcessEnv;
}

/** The whole system in a process of its own, that can be killed and started again on the same port and data. */
export class System {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'hotline-system-'));
  /** All it has printed. */
  output = '';
  private child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly options: SystemOptions,
  ) {
    systems.add(this);
  }

  static async start(options: SystemOptions = {}): Promise<System> {
    const system = new System(await freePort(), options);
    await system.start();
    return system;
  }

  get base(): string {
    return `http://localhost:${this.port}`;
  }

  /** Where its database is. */
  mongodbUri(): string {
    if (this.options.mongodbUri) return this.options.mongodbUri;
    const port = readFileSync(join(this.dataDir, 'mongod.port'), 'utf8').trim();
    return `mongodb://127.0.0.1:${port}/hotline?replicaSet=hotline`;
  }

  /** What follows `#setup=` in the newest link that makes the first administrator. */
  get firstAdminToken(): string {
    const token = [...this.output.matchAll(/\/staff#setup=([\w-]+)/g)].at(-1)?.[1];
    if (!token) throw new Error(`no link for the first administrator: ${this.output}`);
    return token;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when it takes calls. `env` is for this run only. */
  async start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const said = this.output.length;
    this.launch(env);
    while (!this.output.slice(said).includes('đã sẵn sàng')) {
      if (!this.isRunning) throw new Error(`it did not start: ${this.output.slice(said)}`);
      await pause(10);
    }
  }

  /** `kill -9`, of the app alone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || !this.isRunning) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** `kill -9` of the app and of its embedded mongod, at the same moment. */
  async killWithDatabase(): Promise<void> {
    const mongod = mongodOn(this.dataDir);
    if (mongod) process.kill(mongod.pid, 'SIGKILL');
    await this.kill();
  }

  /** As an operator stops it; returns its exit code, null when it had to be killed. */
  async stop(): Promise<number | null> {
    const { child } = this;
    if (!child || !this.isRunning) return null;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(impatience);
    return child.exitCode;
  }

  /** Resolves when the process has ended, by whatever cause. */
  async ended(): Promise<void> {
    while (this.isRunning) await pause(5);
  }

  /** Leaves nothing: no process, no file. */
  destroy(): void {
    this.child?.kill('SIGKILL');
    const mongod = mongodOn(this.dataDir);
    if (mongod) process.kill(mongod.pid, 'SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  private launch(env: NodeJS.ProcessEnv): void {
    const { mongodbUri } = this.options;
    this.child = spawn(process.execPath, [join(root, 'bin', 'start.js')], {
      cwd: root,
      env: {
        ...inherited(),
        ...KEYS,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        // What a killed process leaves there goes with its data.
        TMPDIR: this.dataDir,
        ...(mongodbUri && { MONGODB_URI: mongodbUri }),
        LOG_LEVEL: 'warn',
        LIMIT_MESSAGES_PER_MINUTE: '100000',
        LIMIT_TOKENS_PER_MINUTE: '1000000',
        ...this.options.env,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer) => (this.output += chunk.toString());
    this.child.stdout?.on('data', hear);
    this.child.stderr?.on('data', hear);
  }
}

/** A real mongod, a replica set of one, that outlives the systems which use it. */
export class Database {
  private constructor(
    private readonly dataDir: string,
    private readonly embedded: Embedded,
  ) {
    outlivesNothing(this);
  }

  static async start(): Promise<Database> {
    const dataDir = mkdtempSync(join(tmpdir(), 'hotline-database-'));
    return new Database(dataDir, await startEmbedded({ dataDir, say: () => undefined }));
  }

  /** A database in it that nobody has used. */
  fresh(): string {
    const name = `hotline_${Math.random().toString(36).slice(2, 10)}`;
    return this.embedded.uri.replace('/hotline?', `/${name}?`);
  }

  freeze(): void {
    if (!this.signal('SIGSTOP')) throw new Error('there is no mongod to freeze');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** It is started again by itself, as the embedded one always is. */
  kill(): void {
    this.signal('SIGKILL');
  }

  async close(): Promise<void> {
    this.signal('SIGCONT');
    await this.embedded.stop();
    this.destroy();
  }

  destroy(): void {
    databases.delete(this);
    this.signal('SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /** False when there is none. */
  private signal(signal: NodeJS.Signals): boolean {
    const mongod = mongodOn(this.dataDir);
    return mongod !== undefined && process.kill(mongod.pid, signal);
  }
}

/** The mongod that has these data open. */
function mongodOn(dataDir: string): ProcessMark | undefined {
  try {
    const mark = markOf(Number(readFileSync(join(dataDir, 'db', 'mongod.lock'), 'utf8')));
    return mark && isAlive(mark) ? mark : undefined;
  } catch {
    return undefined;
  }
}

/** What is set for these tests must not come from the machine they run on. */
function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PUBLIC_URL|MONGODB_URI|HOST|TRUST_PROXY)$/.test(name)),
  );
}
