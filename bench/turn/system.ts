import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MongoClient } from 'mongodb';
import { type Running, end, launch } from './processes';

/** The project's folder, seen from dist/bench/turn.js. */
const ROOT = resolve(__dirname, '..', '..');
export const SECRET = 'a-secret-of-the-benchmark-0123456789abcdef';

/** The whole system as `npm start` runs it, on data of its own. */
export interface System extends Running {
  mongod: number;
  dataDir: string;
}

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'hotline-bench-'));

export async function startSystem(dataDir: string): Promise<System> {
  const running = await launch([join(ROOT, 'bin', 'start.js')], { cwd: dataDir, env: environment(dataDir) });
  const port = readFileSync(join(dataDir, 'mongod.port'), 'utf8').trim();
  return { ...running, dataDir, mongod: await pidOf(`mongodb://127.0.0.1:${port}/?directConnection=true`) };
}

export async function stopSystem(system: System): Promise<void> {
  await end(system);
  rmSync(system.dataDir, { recursive: true, force: true, maxRetries: 10 });
}

/** Nothing of what the caller's shell or a `.env` of theirs may say; the limits are out of the way. */
export function environment(dataDir: string, mongodbUri = ''): NodeJS.ProcessEnv {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
    DATA_DIR: dataDir,
    MONGODB_URI: mongodbUri,
    LOG_LEVEL: 'error',
    DIRECTLINE_SECRET: SECRET,
    LIMIT_MESSAGES_PER_MINUTE: '100000',
  };
}

export async function pidOf(uri: string): Promise<number> {
  const client = await MongoClient.connect(uri);
  try {
    return Number((await client.db('admin').command({ serverStatus: 1 })).pid);
  } finally {
    await client.close();
  }
}
