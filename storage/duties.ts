import type { Connection } from 'mongoose';
import type { Duties } from '../hotline/duty';
import { leases } from './leases';

/** Who does what, among processes; beside the leases of the outbox. */
export function duties(connection: Connection): Duties {
  const held = leases(connection);

  return {
    async take(name, ms) {
      const until = (): Date => new Date(Date.now() + ms);
      const mine = await held.take(`duty/${name}`, until());
      return mine && { keep: () => held.keep(mine, until()), release: () => held.release(mine) };
    },
  };
}
