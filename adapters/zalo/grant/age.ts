import type { TokenPair } from '../../../hotline/grants';

/** A pair is renewed after so much of its token's life: 20 of 25 hours. */
const DUE_SHARE = 0.8;
/** So near its end a token is not used any more. */
const SPARE_MS = 60_000;
/** When Zalo refuses what it has just given, one more pair will not help. */
const REST_MS = 60_000;

/** Whether its token may be used for calls. */
export const isGood = ({ expiresAt }: TokenPair, now: Date): boolean =>
  expiresAt.getTime() - SPARE_MS > now.getTime();

/** Whether it is time to renew it. */
export function isDue({ issuedAt, expiresAt }: TokenPair, now: Date): boolean {
  const life = expiresAt.getTime() - issuedAt.getTime();
  return issuedAt.getTime() + life * DUE_SHARE <= now.getTime();
}

/** Whether it is too young to be renewed, though its token be refused. */
export const isNew = ({ issuedAt }: TokenPair, now: Date, restMs = REST_MS): boolean =>
  now.getTime() - issuedAt.getTime() < restMs;
