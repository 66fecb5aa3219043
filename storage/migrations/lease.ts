import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from '../duplicate-key';

/** A process that died holds up the others for so long. */
const LEASE_MS = 15_000;
const LOOK_MS = 200;
const LEASE = 'migrations';
const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

interface StoredLease {
  _id: string;
  owner: string;
  until: Date;
  fence: number;
}

/** Another process has taken over the work on the data's shape. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** The right to change the data's shape, held by one process at a time. */
export interface Hold {
  /** Grows with each holder; what is recorded under an older one is refused. */
  fence: number;
  /** @throws LeaseLost */
  assure: () => Promise<void>;
}

export interface LeaseOptions {
  leaseMs?: number;
  /** Told once when somebody else holds it. */
  onWait?: () => void;
  /** Looked at while waiting: the work may have been done by the one who holds it. */
  done?: () => Promise<boolean>;
}

/**
 * Runs work under the lease, waiting for whoever holds it; what a dead process held is free when its time is up.
 * @returns undefined when `done` came true while waiting
 */
export async function underLease<T>(
  connection: Connection,
  work: (hold: Hold) => Promise<T>,
  { leaseMs = LEASE_MS, onWait = () => undefined, done = () => Promise.resolve(false) }: LeaseOptions = {},
): Promise<T | undefined> {
  const leases = connection.collection<StoredLease>('leases');
  const owner = randomUUID();
  for (let waits = 0; ; waits++) {
    const fence = await take();
    if (fence !== undefined) return held(fence);
    if (waits === 0) onWait();
    await pause(LOOK_MS);
    if (await done()) return undefined;
  }

  async function take(): Promise<number | undefined> {
    const now = new Date();
    try {
      const taken = await leases.findOneAndUpdate(
        { _id: LEASE, until: { $lte: now } },
        { $set: { owner, until: later() }, $inc: { fence: 1 } },
        { upsert: true, returnDocument: 'after', ...DURABLE },
      );
      return taken?.fence;
    } catch (error) {
      // Somebody holds it: the upsert met the entry that did not match.
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }

  async function held(fence: number): Promise<T> {
    const mine = { _id: LEASE, fence };
    const assure = async (): Promise<void> => {
      const { matchedCount } = await leases.updateOne(mine, { $set: { until: later() } }, DURABLE);
      if (matchedCount === 0) throw new LeaseLost('another process has taken over');
    };
    // A missed beat is made good by the next one; a lost lease shows when progress is kept.
    const beat = setInterval(() => void assure().catch(() => undefined), leaseMs / 3);
    try {
      return await work({ fence, assure });
    } finally {
      clearInterval(beat);
      await leases.updateOne(mine, { $set: { until: new Date(0) } }, DURABLE);
    }
  }

  function later(): Date {
    return new Date(Date.now() + leaseMs);
  }
}
