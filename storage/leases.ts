import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from './duplicate-key';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

const FREE = new Date(0);

interface StoredLease {
  _id: string;
  owner: string;
  until: Date;
  fence: number;
}

/** What is held, and how often it has been taken: what is done under an older number is refused. */
export interface HeldLease {
  id: string;
  fence: number;
}

/**
 * Who works on what, among processes: a thing is held by one until a time, and is free when that has come, so that
 * nothing is held for ever by one that died.
 */
export function leases(connection: Connection) {
  const stored = connection.collection<StoredLease>('leases');
  const owner = randomUUID();

  /** Undefined while somebody holds it. */
  async function take(id: string, until: Date, now = new Date()): Promise<HeldLease | undefined> {
    try {
      const taken = await stored.findOneAndUpdate(
        { _id: id, until: { $lte: now } },
        { $set: { owner, until }, $inc: { fence: 1 } },
        { upsert: true, returnDocument: 'after', ...DURABLE },
      );
      return taken ? { id, fence: taken.fence } : undefined;
    } catch (error) {
      // Somebody holds it: the upsert met the entry that did not match.
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }

  /** False when it was released, or somebody else has taken it meanwhile. */
  async function keep({ id, fence }: HeldLease, until: Date): Promise<boolean> {
    const mine = { _id: id, fence, until: { $gt: FREE } };
    const { matchedCount } = await stored.updateOne(mine, { $set: { until } }, DURABLE);
    return matchedCount === 1;
  }

  /** Need not be durable: it is free by itself when its time is up. */
  async function release({ id, fence }: HeldLease): Promise<void> {
    await stored.updateOne({ _id: id, fence }, { $set: { until: FREE } });
  }

  return { take, keep, release };
}
