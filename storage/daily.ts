import type { Connection } from 'mongoose';
import { isDuplicateKey } from './duplicate-key';

const DAY_MS = 24 * 60 * 60 * 1000;
const LOOK_MS = 10 * 60 * 1000;

interface Turnstile {
  _id: string;
  nextAt: Date;
}

export type DailyJob = () => Promise<unknown>;

/** Runs each job once a day, on whichever process comes first. */
export function daily(
  connection: Connection,
  jobs: Readonly<Record<string, DailyJob>>,
  onError: (error: unknown) => void,
) {
  const turnstiles = connection.collection<Turnstile>('daily');
  let looking: NodeJS.Timeout | undefined;

  async function claim(name: string, now: Date): Promise<boolean> {
    try {
      const nextAt = new Date(now.getTime() + DAY_MS);
      const { upsertedCount, modifiedCount } = await turnstiles.updateOne(
        { _id: name, nextAt: { $lte: now } },
        { $set: { nextAt } },
        { upsert: true },
      );
      return upsertedCount + modifiedCount === 1;
    } catch (error) {
      // Its time has not come: the upsert met the entry that did not match.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async function runDue(now = new Date()): Promise<void> {
    for (const [name, job] of Object.entries(jobs)) if (await claim(name, now)) await job();
  }

  function watch(): void {
    looking = setInterval(() => void runDue().catch(onError), LOOK_MS);
    looking.unref();
  }

  const stop = (): void => clearInterval(looking);

  return { runDue, watch, stop };
}
