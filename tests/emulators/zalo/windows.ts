import { type Account } from './accounts';
import { DAY, HOUR } from './clock';
import { badParameter, neverInteracted, notFollower, overQuota, restricted, tooOld } from './refusal';
import { type World } from './world';

export interface Quota {
  /** `reply` within 48 hours; beyond it is paid for. */
  quota_type: 'reply' | 'purchase_quota';
  owner_type: 'OA';
  owner_id: string;
  expired_date: string;
}

/** The one the OA wants to write to. */
export function recipient(world: World, id: unknown): Account {
  const account = typeof id === 'string' ? world.accounts.get(id) : undefined;
  if (!account) throw badParameter('user_id is invalid');
  return account;
}

/** Whether the OA may send this person a message of consultation now, and who pays for it. */
export function allow(world: World, account: Account): Quota {
  const { restricts, follows, interactedAt } = account;
  if (restricts) throw restricted();
  if (interactedAt === undefined) throw follows ? neverInteracted() : notFollower();
  const since = world.clock.now() - interactedAt;
  if (since > 7 * DAY) throw tooOld();
  if (since <= 48 * HOUR) return quota(world, 'reply');
  if (world.billedLeft === 0) throw overQuota();
  world.billedLeft--;
  return quota(world, 'purchase_quota');
}

function quota(world: World, quota_type: Quota['quota_type']): Quota {
  return { quota_type, owner_type: 'OA', owner_id: world.settings.oaId, expired_date: '' };
}
