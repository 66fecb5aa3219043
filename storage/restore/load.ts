import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { HotlineError } from '../../hotline/errors';
import { documentsOf, inWords } from '../backup/copy';
import type { CollectionStart, Copied } from '../backup/format';
import { type Frame, contentOf, documentOf } from '../backup/frames';

/** One command carries so much at most. */
const MOST_DOCUMENTS = 2_000;
const MOST_BYTES = 4 * 1024 * 1024;
const TELL_EVERY = 100_000;

/** Writes what the frames hold: documents first, then their indexes. */
export async function load(
  connection: Connection,
  frames: AsyncIterable<Frame>,
  say: (line: string) => void,
): Promise<void> {
  let start: CollectionStart = { name: '', indexes: [] };
  let waiting: Frame[] = [];
  let size = 0;
  let count = 0;
  for await (const each of frames) {
    if (each.tag === 'C') [start, count] = [contentOf<CollectionStart>(each), 0];
    if (each.tag === 'D') {
      waiting.push(each);
      size += each.bytes.length;
      if (++count % TELL_EVERY === 0) say(`  ${start.name}: ${inWords(count)}…`);
    }
    if (waiting.length >= MOST_DOCUMENTS || size >= MOST_BYTES || each.tag === 'E') {
      await insert(connection, start.name, waiting);
      [waiting, size] = [[], 0];
    }
    if (each.tag === 'E') await makeIndexes(connection, start);
  }
}

async function insert(connection: Connection, name: string, frames: readonly Frame[]): Promise<void> {
  if (frames.length === 0) return;
  await connection
    .collection(name)
    .insertMany(frames.map(documentOf), { ordered: false, promoteValues: false });
}

/** As they were: the steps that made them are recorded as done. */
async function makeIndexes(connection: Connection, { name, indexes }: CollectionStart): Promise<void> {
  await connection.db?.createCollection(name).catch(alreadyThere);
  if (indexes.length > 0) await connection.db?.command({ createIndexes: name, indexes });
}

/** MongoDB's code for a collection that exists: it does, unless it was empty. */
function alreadyThere(error: unknown): void {
  if ((error as { code?: unknown }).code !== 48) throw error;
}

/** @throws HotlineError when the database does not hold, byte by byte, what the backup holds */
export async function verify(connection: Connection, collections: readonly Copied[]): Promise<void> {
  for (const { name, count, sha256 } of collections) {
    const hash = createHash('sha256');
    let found = 0;
    for await (const bytes of documentsOf(connection, name)) {
      hash.update(bytes);
      found += 1;
    }
    if (found !== count || hash.digest('hex') !== sha256)
      throw new HotlineError(
        'restored_otherwise',
        500,
        `${name}: dữ liệu ghi vào không khớp bản sao lưu; hệ thống chưa dùng được. Hãy kiểm tra đĩa và chạy lại lệnh này.`,
      );
  }
}
