import { createHash } from 'node:crypto';
import MongoStore from 'connect-mongo';
import type { Store } from 'express-session';
import type { Connection } from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { SignInLimit } from '../hotline/staff';

const WINDOW_SECONDS = 15 * 60;
const FAILURES_PER_ACCOUNT = 10;
/** A whole province may sit behind one carrier's address. */
const FAILURES_PER_ADDRESS = 200;

const SESSIONS = 'staff_sessions';
const FAILURES = 'sign_in_failures';

/**
 * Makes the indexes both need, once, before they are used: left to themselves the libraries make them at some time
 * after the start, and a stop in that moment would crash the process.
 */
export async function ensureSignInIndexes(connection: Connection): Promise<void> {
  const failures = connection.collection(FAILURES);
  await Promise.all([
    connection.collection(SESSIONS).createIndex({ expires: 1 }, { expireAfterSeconds: 0 }),
    failures.createIndex({ expire: -1 }, { expireAfterSeconds: 0 }),
    failures.createIndex({ key: 1 }, { unique: true }),
  ]);
}

/** Where the sessions of the staff lie; expired ones are removed by the database. */
export function mongoSessions(connection: Connection): Store {
  const client = connection.getClient();
  return MongoStore.create({
    client,
    dbName: connection.name,
    collectionName: SESSIONS,
    autoRemove: 'disabled',
  });
}

/** Counts failed sign-ins in the database, so that all processes count together. Keys are hashed. */
export function mongoSignInLimit(connection: Connection): SignInLimit {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterMongo({
      storeClient: connection,
      tableName: FAILURES,
      disableIndexesCreation: true,
      keyPrefix,
      points,
      duration: WINDOW_SECONDS,
    });
  const byAccount = limiter('account', FAILURES_PER_ACCOUNT);
  const byAddress = limiter('address', FAILURES_PER_ADDRESS);
  const accountKey = (email: string) => keyOf(email.trim().toLowerCase());

  return {
    async take(email, address) {
      try {
        await byAddress.consume(keyOf(address));
        await byAccount.consume(accountKey(email));
        return { allowed: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { allowed: false, retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
      }
    },
    async giveBack(email, address) {
      await Promise.all([byAccount.reward(accountKey(email)), byAddress.reward(keyOf(address))]);
    },
  };
}

const keyOf = (value: string) => createHash('sha256').update(value).digest('hex');
