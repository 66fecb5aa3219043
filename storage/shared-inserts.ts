import { MongoServerSelectionError } from 'mongodb';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from './duplicate-key';

/** One round trip carries at most this many documents. */
const MAX_BATCH = 200;
/**
 * A transaction that a killed process left open holds its turn's place; who waits for it must not hold up the others.
 * The batch then fails as a whole, and is tried again one by one.
 */
const PATIENCE_MS = 2_000;
/** Batches under way at once: one is being flushed while the next one travels. */
const MAX_UNDER_WAY = 1;

export type InsertOutcome = 'written' | 'duplicate';

interface Waiting {
  document: object;
  resolve: (outcome: InsertOutcome) => void;
  reject: (error: unknown) => void;
}

interface InsertReply {
  writeErrors?: { index: number; code: number; errmsg: string }[];
  writeConcernError?: { errmsg: string };
}

/**
 * Inserts of different conversations that are ready at the same moment share one command:
 * one round trip and one journal flush, each document accepted or refused on its own.
 * Resolves only when a majority has it in its journal.
 *
 * The plain `insert` command is used instead of `insertMany`: no session and no retry of its own,
 * because the caller knows better what to do after an unknown outcome (look the turn up).
 */
export function sharedInserts(connection: Connection, collection: string) {
  let waiting: Waiting[] = [];
  let underWay = 0;

  function insert(document: object): Promise<InsertOutcome> {
    return new Promise((resolve, reject) => {
      waiting.push({ document, resolve, reject });
      if (waiting.length === 1) setImmediate(send);
    });
  }

  function send(): void {
    if (waiting.length === 0 || underWay >= MAX_UNDER_WAY) return;
    const batch = waiting.slice(0, MAX_BATCH);
    waiting = waiting.slice(MAX_BATCH);
    underWay++;
    void write(batch).finally(() => {
      underWay--;
      send();
    });
  }

  async function write(batch: Waiting[]): Promise<void> {
    try {
      settle(batch, await insertAll(batch.map((each) => each.document)));
    } catch (error) {
      // No server to send it to: it would be the same for each, one long wait after the other.
      if (batch.length > 1 && !(error instanceof MongoServerSelectionError)) await oneByOne(batch);
      else for (const { reject } of batch) reject(error);
    }
  }

  /** The batch failed as a whole: one bad document must not take the others with it. */
  async function oneByOne(batch: Waiting[]): Promise<void> {
    for (const each of batch) await write([each]);
  }

  async function insertAll(documents: object[]): Promise<InsertReply> {
    const db = connection.getClient().db(connection.name);
    const reply: unknown = await db.command({
      insert: collection,
      documents,
      ordered: false,
      maxTimeMS: PATIENCE_MS,
      writeConcern: { w: 'majority', j: true },
    });
    return reply as InsertReply;
  }

  return { insert };
}

function settle(batch: Waiting[], reply: InsertReply): void {
  if (reply.writeConcernError) throw new Error(`write not confirmed: ${reply.writeConcernError.errmsg}`);
  const refused = new Map((reply.writeErrors ?? []).map((error) => [error.index, error]));
  batch.forEach(({ resolve, reject }, index) => {
    const error = refused.get(index);
    if (!error) resolve('written');
    else if (isDuplicateKey(error)) resolve('duplicate');
    else reject(Object.assign(new Error(`insert refused: ${error.errmsg}`), { code: error.code }));
  });
}
