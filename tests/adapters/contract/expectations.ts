import { Database } from '../../system';
import type { FarSide, Side } from './far-side';
import { INCOMING } from './incoming';
import { KEEPING } from './keeping';
import { LATER, OUTGOING } from './outgoing';

/** Something that holds for every channel, or for those that declare what it needs. */
export interface Expectation {
  says: string;
  needs?: (channel: Side) => boolean;
  holds: (side: FarSide, channel: Side, database: Database) => Promise<void>;
}

/** Tries a channel over HTTP, on a real database. What it does not declare is not asked of it. */
export function holdsTheContract(channel: Side): void {
  let database: Database;
  let side: FarSide;

  beforeAll(async () => {
    database = await Database.start();
    side = await channel.open(database.fresh());
  });
  afterAll(async () => {
    await side.close();
    await database.close();
  });

  for (const { says, needs, holds } of [...INCOMING, ...OUTGOING, ...KEEPING, ...LATER])
    if (needs?.(channel) ?? true) test(says, () => holds(side, channel, database));
}
