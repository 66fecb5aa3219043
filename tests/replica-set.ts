import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, type Db, type Document } from 'mongodb';
import { findMongod } from '../storage/embedded/binary';
import { freePort, isOpen } from '../storage/embedded/port';
import { outlivesNothing } from './system';

const SET = 'three';
const MEMBERS = 3;
const PRIMARY = 1;
const SECONDARY = 2;

export interface ReplicaSetOptions {
  /** How long a silent primary is borne before another one is elected; MongoDB's own default is 10 s. */
  electionTimeoutMs?: number;
}

/** Three real mongod that keep the same data: what a machine that dies leaves to the others. */
export class ReplicaSet {
  private constructor(
    private readonly folder: string,
    readonly members: readonly Member[],
  ) {
    outlivesNothing(this);
  }

  static async start({ electionTimeoutMs = 1_000 }: ReplicaSetOptions = {}): Promise<ReplicaSet> {
    const folder = mkdtempSync(join(tmpdir(), 'hotline-replica-set-'));
    const binary = await findMongod({ say: () => undefined });
    const members: Member[] = [];
    for (let n = 0; n < MEMBERS; n++)
      members.push(new Member(binary, join(folder, String(n)), await freePort()));
    const set = new ReplicaSet(folder, members);
    await Promise.all(members.map((member) => member.start()));
    await set.initiate(electionTimeoutMs);
    await set.untilWhole();
    return set;
  }

  /** A database in it that nobody has used. */
  fresh(): string {
    const hosts = this.members.map(({ host }) => host).join(',');
    return `mongodb://${hosts}/hotline_${Math.random().toString(36).slice(2, 10)}?replicaSet=${SET}`;
  }

  /** The member that a majority takes for the primary, once there is one. */
  async primary(): Promise<Member> {
    for (;;) {
      for (const member of this.members) if (await this.isBelievedPrimary(member)) return member;
      await pause(50);
    }
  }

  async secondary(): Promise<Member> {
    const primary = await this.primary();
    const other = this.members.find((member) => member !== primary);
    if (!other) throw new Error('the set has one member only');
    return other;
  }

  /** As an operator does before he updates a machine. */
  async stepDown(): Promise<void> {
    const primary = await this.primary();
    await primary.ask((admin) => admin.command({ replSetStepDown: 5, secondaryCatchUpPeriodSecs: 4 }));
  }

  /** Resolves when every member is up and has all that the primary has acknowledged. */
  async untilWhole(): Promise<void> {
    for (; ; await pause(50)) {
      const states = (await this.status())?.members.map(({ state }) => state) ?? [];
      const others = states.filter((state) => state === SECONDARY).length;
      if (states.includes(PRIMARY) && others === this.members.length - 1) return;
    }
  }

  /** All that the members have written to their logs. */
  logs(): string {
    return this.members.map(({ logPath }) => readFileSync(logPath, 'utf8')).join('');
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.kill()));
    this.destroy();
  }

  destroy(): void {
    for (const member of this.members) member.signal('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  private async initiate(electionTimeoutMillis: number): Promise<void> {
    const config = {
      _id: SET,
      members: this.members.map(({ host }, _id) => ({ _id, host })),
      settings: { electionTimeoutMillis, heartbeatIntervalMillis: 500, heartbeatTimeoutSecs: 2 },
    };
    await this.members[0]?.ask((admin) => admin.command({ replSetInitiate: config }));
  }

  /** A primary that was frozen takes itself for the primary until it hears of the other one. */
  private async isBelievedPrimary({ host }: Member): Promise<boolean> {
    const seen = await Promise.all(this.members.map((member) => statusOf(member)));
    const believers = seen.filter((status) =>
      status?.members.some(({ name, state }) => name === host && state === PRIMARY),
    );
    return believers.length > this.members.length / 2;
  }

  private async status(): Promise<Status | undefined> {
    return statusOf(await this.primary());
  }
}

interface Status {
  members: { name: string; state: number }[];
}

const statusOf = (member: Member): Promise<Status | undefined> =>
  member
    .ask((admin) => admin.command({ replSetGetStatus: 1 }))
    .then(
      (status) => status as unknown as Status,
      () => undefined,
    );

/** One mongod of the set. */
export class Member {
  private child: ChildProcess | undefined;
  readonly host: string;
  readonly logPath: string;

  constructor(
    private readonly binary: string,
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.host = `127.0.0.1:${port}`;
    this.logPath = join(folder, 'mongod.log');
  }

  /** Starts it, also again on its old data; resolves when it takes calls. */
  async start(): Promise<void> {
    mkdirSync(join(this.folder, 'db'), { recursive: true });
    this.child = spawn(this.binary, this.settings(), { stdio: 'ignore' });
    while (!(await isOpen(this.port))) await pause(20);
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** `SIGSTOP`: for the others it is as if the cable were pulled; it goes on with `SIGCONT`. */
  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Asks this very member; one that does not answer is an error after a second. */
  async ask(question: (admin: Db) => Promise<Document>): Promise<Document> {
    const client = new MongoClient(`mongodb://${this.host}/?directConnection=true`, {
      serverSelectionTimeoutMS: 1_000,
      socketTimeoutMS: 10_000,
    });
    try {
      await client.connect();
      return await question(client.db('admin'));
    } finally {
      await client.close();
    }
  }

  private settings(): string[] {
    return [
      ...['--replSet', SET, '--dbpath', join(this.folder, 'db'), '--port', String(this.port)],
      ...['--bind_ip', '127.0.0.1', '--nounixsocket', '--logpath', this.logPath, '--logappend'],
      ...['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '64', '--slowOpSampleRate', '0'],
      ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      ...['--setParameter', 'transactionLifetimeLimitSeconds=3'],
      ...['--setParameter', 'oplogNetworkTimeoutBufferSeconds=1'],
    ];
  }
}
