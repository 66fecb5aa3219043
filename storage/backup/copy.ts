import { createHash, type Hash } from 'node:crypto';
import type { ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';
import { HotlineError } from '../../hotline/errors';
import { migrationRecords } from '../migrations/records';
import { type Copied, FORMAT, type Header, type Trailer, VERSION } from './format';
import { type Frame, frame } from './frames';
import { isLeftOut } from './left-out';

/** Never changed once written, and most of the bytes. */
const PIECES = 'files.chunks';
const TELL_EVERY = 100_000;
/** Documents on their way at once; the driver would take 16 MB of them. */
const BATCH = 500;

export interface Copying {
  connection: Connection;
  keyCheck: string | null;
  say: (line: string) => void;
}

/**
 * Everything in the database as it was at one moment, as frames; in constant memory, beside the running system.
 *
 * All collections are read at one cluster time, so that no ticket is without its turn. The pieces of files are read
 * afterwards, as they are then: a piece is written before its file is named anywhere and never changes, so those of
 * every file that the copy names are there, and what came later is swept as an orphan is. Thus the moment must be held
 * (five minutes on a server left as it is) only while documents are read, not gigabytes of pictures.
 */
export async function* copyOf({ connection, keyCheck, say }: Copying): AsyncGenerator<Frame> {
  const whole = createHash('sha256');
  const collections: Copied[] = [];
  const header = await headerOf(connection, keyCheck);
  yield hashed(whole, frame('H', header));
  const session = connection.getClient().startSession({ snapshot: true });
  try {
    const names = await namesOf(connection);
    for (const name of names) {
      const at = name === PIECES ? undefined : session;
      for await (const each of collectionOf(connection, name, at, say)) {
        if (each.tag === 'E') collections.push(each.copied);
        yield hashed(whole, each);
      }
    }
  } catch (error) {
    throw momentLost(error) ?? error;
  } finally {
    await session.endSession();
  }
  yield frame('T', { collections, sha256: whole.digest('hex') } satisfies Trailer);
}

async function headerOf(connection: Connection, keyCheck: string | null): Promise<Header> {
  const migrations = [...(await migrationRecords(connection).all()).values()];
  const finished = migrations.filter(({ finishedAt }) => finishedAt).map(({ _id }) => _id);
  const schema = Math.max(0, ...finished);
  return { format: FORMAT, version: VERSION, at: new Date(), schema, migrations, keyCheck };
}

/** Pieces of files come last. */
async function namesOf(connection: Connection): Promise<string[]> {
  const names = (await connection.listCollections())
    .map(({ name }) => name)
    .filter((name) => !isLeftOut(name));
  return names.sort((a, b) => Number(a === PIECES) - Number(b === PIECES) || (a < b ? -1 : 1));
}

type CollectionFrame = (Frame & { tag: 'C' | 'D' }) | (Frame & { tag: 'E'; copied: Copied });

async function* collectionOf(
  connection: Connection,
  name: string,
  session: ClientSession | undefined,
  say: (line: string) => void,
): AsyncGenerator<CollectionFrame> {
  const indexes = (await connection.collection(name).indexes()).filter(({ name: own }) => own !== '_id_');
  yield { ...frame('C', { name, indexes }), tag: 'C' };
  const hash = createHash('sha256');
  let count = 0;
  for await (const bytes of documentsOf(connection, name, session)) {
    hash.update(bytes);
    if (++count % TELL_EVERY === 0) say(`  ${name}: ${inWords(count)}…`);
    yield { tag: 'D', bytes };
  }
  const copied = { name, count, sha256: hash.digest('hex') };
  say(`  ${name}: ${inWords(count)} bản ghi`);
  yield { ...frame('E', copied), tag: 'E', copied };
}

/** As bytes, in the order of their `_id`. */
export function documentsOf(
  connection: Connection,
  name: string,
  session?: ClientSession,
): AsyncIterable<Uint8Array> {
  const at = session ? { session } : { readConcern: 'majority' as const };
  const inOrder = { sort: { _id: 1 }, hint: { _id: 1 }, batchSize: BATCH } as const;
  const found = connection.collection(name).find({}, { ...at, ...inOrder, raw: true });
  return found as unknown as AsyncIterable<Uint8Array>;
}

function hashed(hash: Hash, each: Frame): Frame {
  hash.update(each.tag).update(each.bytes);
  return each;
}

export const inWords = (count: number): string => count.toLocaleString('vi-VN');

/** SnapshotTooOld, SnapshotUnavailable: the server no longer holds the moment, or its collections were changed since. */
function momentLost(error: unknown): HotlineError | undefined {
  const { code } = error as { code?: number };
  if (code !== 239 && code !== 246) return undefined;
  return new HotlineError(
    'moment_lost',
    503,
    'MongoDB không giữ được thời điểm sao lưu đủ lâu. Hãy thử lại lúc vắng; nếu vẫn vậy, tăng tham số ' +
      'minSnapshotHistoryWindowInSeconds của máy chủ MongoDB (mặc định 300 giây).',
  );
}
