import { MongoClient, MongoNetworkError, MongoServerError } from 'mongodb';
import type { Db } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import { isOpen } from './port';

export const SET = 'hotline';
const ALREADY_INITIALIZED = 23;
const NOT_YET_INITIALIZED = 94;

export interface Starting {
  port: number;
  dbPath: string;
  /** Throws when waiting longer is of no use. */
  stillHopeful: () => void;
}

/** Makes the mongod that keeps `dbPath` and is about to answer on `port` a replica set of one that takes writes. */
export function makePrimary(starting: Starting): Promise<void> {
  return untilPrimary(starting, (admin) => configure(admin, `127.0.0.1:${starting.port}`));
}

/** Waits until the mongod that keeps `dbPath` answers on `port` and takes writes; `prepare` is called in between. */
export async function untilPrimary(
  { port, dbPath, stillHopeful }: Starting,
  prepare?: (admin: Db) => Promise<void>,
): Promise<void> {
  while (!(await isOpen(port))) await hope(stillHopeful);
  for (;;) {
    try {
      return await onePrimary({ port, dbPath, stillHopeful }, prepare);
    } catch (error) {
      // A mongod that finds that it has moved drops its callers once.
      if (!(error instanceof MongoNetworkError)) throw error;
      await hope(stillHopeful);
    }
  }
}

async function onePrimary(
  { port, dbPath, stillHopeful }: Starting,
  prepare?: (admin: Db) => Promise<void>,
): Promise<void> {
  const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 10_000,
  });
  try {
    const admin = client.db('admin');
    await isOurs(admin, dbPath);
    await prepare?.(admin);
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await hope(stillHopeful);
  } finally {
    await client.close();
  }
}

async function hope(stillHopeful: () => void): Promise<void> {
  stillHopeful();
  await pause(15);
}

/** Between the look at the port and the start of mongod another program may have taken it. */
async function isOurs(admin: Db, dbPath: string): Promise<void> {
  const options = await admin.command({ getCmdLineOpts: 1 });
  const { storage } = options.parsed as { storage?: { dbPath?: string } };
  if (storage?.dbPath !== dbPath) throw new Error('another mongod answers on this port');
}

interface SetConfig {
  _id: string;
  version: number;
  members: { _id: number; host: string }[];
}

/** Old data remember the port they were served on: a set whose member is elsewhere never becomes primary. */
async function configure(admin: Db, host: string): Promise<void> {
  const config = (await readConfig(admin)) ?? (await initiate(admin, host));
  if (!config || (config.members.length === 1 && config.members[0]?.host === host)) return;
  const moved = { ...config, version: config.version + 1, members: [{ _id: 0, host }] };
  await admin.command({ replSetReconfig: moved, force: true });
}

/** Returns the configuration that turned up meanwhile: a mongod still looking for its old self answers "none". */
async function initiate(admin: Db, host: string): Promise<SetConfig | undefined> {
  try {
    await admin.command({ replSetInitiate: { _id: SET, members: [{ _id: 0, host }] } });
    return undefined;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === ALREADY_INITIALIZED) return readConfig(admin);
    throw error;
  }
}

async function readConfig(admin: Db): Promise<SetConfig | undefined> {
  try {
    return (await admin.command({ replSetGetConfig: 1 })).config as SetConfig;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === NOT_YET_INITIALIZED) return undefined;
    throw error;
  }
}
