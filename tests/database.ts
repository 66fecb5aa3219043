import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { connect } from '../storage/connect';
import { startEmbedded } from '../storage/embedded';

/** A real mongod for one test file. */
export interface TestDatabase {
  uri: string;
  connection: Connection;
  /** Another connection, as another process would have. */
  another(): Promise<Connection>;
  close(): Promise<void>;
}

/** Starts a replica set of one in a folder of its own; `close` stops it and leaves nothing behind. */
export async function openDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hotline-test-'));
  const mongod = await startEmbedded({
    dataDir,
    mongodBinary: process.env.MONGOD_BINARY,
    say: () => undefined,
  });
  const connection = await connect(mongod.uri);
  const others: Connection[] = [];
  return {
    uri: mongod.uri,
    connection,
    async another() {
      const other = await connect(mongod.uri);
      others.push(other);
      return other;
    },
    async close() {
      for (const each of [...others, connection]) await each.close();
      await mongod.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
