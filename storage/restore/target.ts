import type { Connection } from 'mongoose';
import { HotlineError } from '../../hotline/errors';
import { isLeftOut } from '../backup/left-out';
import { RECORDS, RESTORING, type Restoring, type StepRecord } from '../migrations/records';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

/** The database that a backup is loaded into. From `begin` to `end` a mark keeps everybody else out. */
export function restoreTarget(connection: Connection) {
  const records = connection.collection<StepRecord | Restoring>(RECORDS);
  const marked = { _id: RESTORING } as const;

  /**
   * Empties what an earlier restore left half-way, and marks the database as being restored.
   * @throws HotlineError `not_empty` when it holds anything else
   */
  async function begin(file: string): Promise<void> {
    const broken = await records.findOne(marked);
    if (!broken) await refuseUsed();
    await records.replaceOne(marked, { file, at: new Date() }, { upsert: true, ...DURABLE });
    await records.deleteMany({ _id: { $ne: RESTORING } }, DURABLE);
    for (const name of await ours()) await connection.collection(name).drop();
  }

  async function refuseUsed(): Promise<void> {
    for (const name of await ours()) {
      if (await connection.collection(name).findOne({}, { projection: { _id: 1 } })) throw notEmpty(name);
    }
  }

  async function ours(): Promise<string[]> {
    const found = await connection.listCollections();
    return found.map(({ name }) => name).filter((name) => !isLeftOut(name));
  }

  /** From here on it is a database as any other. */
  async function end(steps: readonly StepRecord[]): Promise<void> {
    // Fences count the holders of a lease that does not go along.
    if (steps.length > 0)
      await records.insertMany(
        steps.map((step) => ({ ...step, fence: 0 })),
        DURABLE,
      );
    await records.deleteOne(marked, DURABLE);
  }

  return { begin, end };
}

const notEmpty = (collection: string) =>
  new HotlineError(
    'not_empty',
    409,
    `Cơ sở dữ liệu đích đã có dữ liệu (${collection}); chỉ khôi phục được vào cơ sở dữ liệu trống. ` +
      'Hãy đặt DATA_DIR (hoặc MONGODB_URI) tới chỗ mới, rồi chạy lại. Chưa có gì bị thay đổi.',
  );
