import type { Connection } from 'mongoose';
import { wallClock } from '../../hotline/vietnam-time';

/** More reports than a hotline takes between two backups. */
const SKIPPED = 10_000;

/**
 * Reports that were filed after the backup are lost, but their reporters hold a number and a secret that follows from
 * it. Were the number given out again, that secret would open somebody else's report: so the count goes on far above,
 * in every year from the backup's to this one.
 */
export async function skipLostNumbers(
  connection: Connection,
  backedUp: Date,
  now = new Date(),
): Promise<void> {
  const counters = connection.collection<{ _id: string; last: number }>('counters');
  const yearOf = (date: Date): number => wallClock(date).getUTCFullYear();
  for (let year = yearOf(backedUp); year <= yearOf(now); year++)
    await counters.updateOne({ _id: `ticket-${year}` }, { $inc: { last: SKIPPED } }, { upsert: true });
}
