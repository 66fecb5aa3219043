import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { type HeldLease, leases } from '../leases';

/** A process that died holds up the others for so long. */
const LEASE_MS = 15_000;
const LOOK_MS = 200;
const LEASE = 'migrations';

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
  const all = leases(connection);
  for (let waits = 0; ; waits++) {
    const mine = await all.take(LEASE, later());
    if (mine) return held(mine);
    if (waits === 0) onWait();
    await pause(LOOK_MS);
    if (await done()) return undefined;
  }

  async function held(mine: HeldLease): Promise<T> {
    const assure = async (): Promise<void> => {
      if (!(await all.keep(mine, later()))) throw new LeaseLost('another process has taken over');
    };
    // A missed beat is made good by the next one; a lost lease shows when progress is kept.
    const beat = setInterval(() => void assure().catch(() => undefined), leaseMs / 3);
    try {
      return await work({ fence: mine.fence, assure });
    } finally {
      clearInterval(beat);
      await all.release(mine);
    }
  }

  function later(): Date {
    return new Date(Date.now() + leaseMs);
  }
}
