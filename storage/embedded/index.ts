import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused } from '../refused';
import { findMongod } from './binary';
import type { BinarySearch } from './binary';
import { LockHeld, holderOf, takeLock } from './lock';
import type { Holder } from './lock';
import { DataOpen, PortTaken, spawnMongod } from './mongod';
import type { MongodPlace } from './mongod';
import { stopOrphan } from './orphan';
import { freePort } from './port';
import { SET, untilPrimary } from './replica-set';
import { supervise } from './supervise';

export interface EmbeddedOptions extends BinarySearch {
  /** Everything of this system lies here; only one system may use it at a time. */
  dataDir: string;
}

export interface Embedded {
  uri: string;
  stop(): Promise<void>;
}

/**
 * Starts the embedded mongod on `dataDir` as a replica set of one that takes writes, and starts it again should it
 * die. Whatever a killed app or mongod left behind is cleared up first. Throws `StartRefused` when the data are in
 * use, or when no mongod can be had.
 */
export function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  return startAs('system', options);
}

/**
 * For a command: the database of the running system when there is one, else one for the command's own duration.
 * Another command is waited for, because it would take its database away with it.
 */
export async function embeddedUri(options: EmbeddedOptions): Promise<Embedded> {
  const place = placesIn(options.dataDir);
  for (let waited = false; ; await pause(200)) {
    const holder = holderOf(place.lock);
    if (holder?.as === 'system') return running(place, holder);
    if (holder === undefined) {
      const started = await unlessHeld(startAs('command', options));
      if (started) return started;
    }
    if (!waited) options.say(`Đang chờ lệnh khác dùng xong dữ liệu ở ${place.dataDir}…`);
    waited = true;
  }
}

type Places = ReturnType<typeof placesIn>;

function placesIn(directory: string) {
  const dataDir = resolve(directory);
  const inside = (name: string) => join(dataDir, name);
  return {
    dataDir,
    lock: inside('hotline.lock'),
    dbPath: inside('db'),
    logPath: inside('mongod.log'),
    port: inside('mongod.port'),
  };
}

async function startAs(as: Holder['as'], options: EmbeddedOptions): Promise<Embedded> {
  const place = placesIn(options.dataDir);
  makeDirectories(place);
  const unlock = lock(place, as);
  try {
    const mongod = { ...place, binary: await findMongod(options) };
    const { child, port } = await start(mongod, place, options.say);
    const stop = supervise(child, mongod, port, options.say);
    return { uri: uriOf(port), stop: () => stop().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

function makeDirectories({ dataDir, dbPath }: Places): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    mkdirSync(dbPath, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefused(`DATA_DIR: không tạo được thư mục dữ liệu ${dataDir} (${code})`, { cause: error });
  }
}

function lock(place: Places, as: Holder['as']): () => void {
  try {
    return takeLock(place.lock, as);
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error;
    throw new StartRefused(inUse(place, error.holder), { cause: error });
  }
}

function inUse({ dataDir }: Places, { as, pid }: Holder): string {
  const who = as === 'system' ? 'một hệ thống đang chạy' : 'một lệnh hotline đang chạy';
  return `DATA_DIR: dữ liệu ở ${dataDir} đang được ${who} dùng (tiến trình ${pid}); hãy dừng nó hoặc đặt DATA_DIR khác`;
}

/** On the port it had before if that is free, else on another, kept for next time. */
async function start(mongod: MongodPlace, place: Places, say: (line: string) => void) {
  for (let attempt = 1; ; attempt++) {
    if (await stopOrphan(place.dbPath)) say('mongod: đã dừng tiến trình còn sót lại của lần chạy trước');
    const before = attempt <= 2 ? readPort(place.port) : undefined;
    const port = await freePort(before);
    try {
      const child = await spawnMongod(mongod, port);
      if (port !== before) keepPort(place.port, port);
      return { child, port };
    } catch (error) {
      const again = error instanceof PortTaken || error instanceof DataOpen;
      if (!again || attempt === 5) throw error;
      await pause(200 * attempt);
    }
  }
}

const uriOf = (port: number) => `mongodb://127.0.0.1:${port}/hotline?replicaSet=${SET}`;

function readPort(path: string): number | undefined {
  try {
    const port = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}

function keepPort(path: string, port: number): void {
  writeFileSync(`${path}.new`, `${port}\n`);
  renameSync(`${path}.new`, path);
}

/** The running system may be starting just now: wait for its database, as long as it lives. */
async function running(place: Places, holder: Holder): Promise<Embedded> {
  const until = Date.now() + 120_000;
  for (;;) {
    const port = readPort(place.port);
    const stillHopeful = () => {
      if (holderOf(place.lock)?.pid !== holder.pid || Date.now() > until)
        throw new StartRefused(notReady(holder));
      if (readPort(place.port) !== port) throw new PortTaken();
    };
    try {
      stillHopeful();
      if (port !== undefined) {
        await untilPrimary({ port, dbPath: place.dbPath, stillHopeful });
        return { uri: uriOf(port), stop: () => Promise.resolve() };
      }
    } catch (error) {
      if (error instanceof StartRefused) throw error;
    }
    await pause(100);
  }
}

const notReady = ({ pid }: Holder) =>
  `Hệ thống đang chạy (tiến trình ${pid}) chưa sẵn sàng; hãy thử lại sau.`;

async function unlessHeld(starting: Promise<Embedded>): Promise<Embedded | undefined> {
  try {
    return await starting;
  } catch (error) {
    if (error instanceof StartRefused && error.cause instanceof LockHeld) return undefined;
    throw error;
  }
}
