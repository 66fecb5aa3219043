import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Duties } from '../hotline/duty';
import { isDuplicateKey } from './duplicate-key';

interface StoredLease {
  _id: string;
  owner: string;
  until: Date;
}

/** Who does what, among processes; beside the leases of the outbox. */
export function duties(connection: Connection): Duties {
  const leases = connection.collection<StoredLease>('leases');

  return {
    async take(name, ms) {
      const mine = { _id: `duty/${name}`, owner: randomUUID() };
      const until = (): Date => new Date(Date.now() + ms);
      try {
        await leases.updateOne(
          { _id: mine._id, until: { $lte: new Date() } },
          { $set: { owner: mine.owner, until: until() } },
          { upsert: true },
        );
      } catch (error) {
        // Somebody has it: the upsert met the entry that did not match.
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
      return {
        keep: async () => (await leases.updateOne(mine, { $set: { until: until() } })).matchedCount === 1,
        release: async () => void (await leases.updateOne(mine, { $set: { until: new Date(0) } })),
      };
    },
  };
}
