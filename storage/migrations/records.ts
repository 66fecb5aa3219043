import type { Connection } from 'mongoose';
import { isDuplicateKey } from '../duplicate-key';
import { StartRefused } from '../refused';
import { LeaseLost } from './lease';
import type { Migration } from './migration';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
export const RECORDS = 'migrations';
/** Stands in the records while a backup is being loaded: nobody else may use these data. */
export const RESTORING = 'restoring';

/** One step: begun, perhaps interrupted, finished. */
export interface StepRecord {
  _id: number;
  name: string;
  startedAt: Date;
  finishedAt?: Date;
  progress?: unknown;
  /** Of the process that wrote last. */
  fence: number;
}

export interface Restoring {
  _id: typeof RESTORING;
  file: string;
  at: Date;
}

/** What was done to these data, by number. */
export function migrationRecords(connection: Connection) {
  const records = connection.collection<StepRecord | Restoring>(RECORDS);

  /** @throws StartRefused when a restore broke off here */
  async function all(): Promise<Map<number, StepRecord>> {
    const found = await records.find().toArray();
    const broken = found.find((each): each is Restoring => each._id === RESTORING);
    if (broken) throw restoreBrokeOff(broken);
    return new Map((found as StepRecord[]).map((record) => [record._id, record]));
  }

  async function begin({ number, name }: Migration, fence: number): Promise<unknown> {
    try {
      const record = await records.findOneAndUpdate(
        { _id: number, fence: { $lte: fence } },
        { $set: { fence }, $setOnInsert: { name, startedAt: new Date() } },
        { upsert: true, returnDocument: 'after', ...DURABLE },
      );
      return (record as StepRecord | null)?.progress;
    } catch (error) {
      // A later holder was here: the upsert met the entry that did not match.
      throw isDuplicateKey(error) ? new LeaseLost('another process has taken over') : error;
    }
  }

  async function keep(number: number, fence: number, set: Partial<StepRecord>): Promise<void> {
    const { matchedCount } = await records.updateOne({ _id: number, fence }, { $set: set }, DURABLE);
    if (matchedCount === 0) throw new LeaseLost('another process has taken over');
  }

  return { all, begin, keep };
}

const restoreBrokeOff = ({ file }: Restoring) =>
  new StartRefused(
    `Lần khôi phục dữ liệu từ ${file} đang chạy hoặc đã đứt giữa chừng; hãy chạy lại: npx hotline restore ${file}`,
  );
