import { randomUUID } from 'node:crypto';
import type { Binary, UpdateFilter } from 'mongodb';
import type { Connection } from 'mongoose';
import type { GrantNote, GrantStore, KeptGrant } from '../hotline/grants';
import { isDuplicateKey } from './duplicate-key';
import { pairSeal } from './grants/seal';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
/** With a new pair the notes on the old one are gone, and so is the right to renew it. */
const OVER = {
  owner: '',
  until: '',
  renewing: '',
  lost: '',
  failures: '',
  trouble: '',
  nextTry: '',
} as const;

interface StoredGrant extends Omit<KeptGrant, 'pair'> {
  _id: string;
  sealed?: Binary | Buffer;
  /** Who may renew it, until when. */
  owner?: string;
  until?: Date;
  asked?: { mark: string; until: Date };
}

/** Grants in MongoDB, one document each, their pairs sealed with AES-256-GCM under a key that is not in the database. */
export function grantStore(connection: Connection, identitySealing: Buffer): GrantStore {
  const grants = connection.collection<StoredGrant>('grants');
  const seal = pairSeal(identitySealing);

  const find: GrantStore['find'] = async (name) =>
    keptOf(await grants.findOne({ _id: name }, { readConcern: { level: 'majority' } }));

  const hold: GrantStore['hold'] = async (name, ms) => {
    const owner = randomUUID();
    const now = Date.now();
    const taken = await unlessThere(() =>
      grants.findOneAndUpdate(
        { _id: name, $or: [{ until: { $exists: false } }, { until: { $lte: new Date(now) } }] },
        { $set: { owner, until: new Date(now + ms) }, $setOnInsert: { number: 0 } },
        { upsert: true, returnDocument: 'after', ...DURABLE },
      ),
    );
    if (!taken) return undefined;
    const mine = { _id: name, owner };
    return {
      grant: keptOf(taken),
      note: async (note) =>
        isDone(await grants.updateOne({ ...mine, number: taken.number }, noted(note), DURABLE)),
      release: async () => void (await grants.updateOne(mine, { $unset: { owner: '', until: '' } }, DURABLE)),
    };
  };

  const keep: GrantStore['keep'] = async (name, numbered, mark) => {
    const { number } = numbered;
    const change = {
      $set: { number, sealed: seal.close(name, numbered) },
      $unset: OVER,
      ...(mark !== undefined && { $addToSet: { marks: mark } }),
    };
    const older = { _id: name, number: { $lt: number } };
    // Without an entry it makes one; the upsert meets the entry when that one is as new or newer.
    const done = await unlessThere(() => grants.updateOne(older, change, { upsert: true, ...DURABLE }));
    return done !== undefined;
  };

  const setAccount: GrantStore['setAccount'] = async (name, account) => {
    await grants.updateOne({ _id: name }, { $set: { account } }, DURABLE);
  };

  const ask: GrantStore['ask'] = async (name, mark, until) => {
    const $set = { asked: { mark, until } };
    await grants.updateOne(
      { _id: name },
      { $set, $setOnInsert: { number: 0 } },
      { upsert: true, ...DURABLE },
    );
  };

  const takeAnswer: GrantStore['takeAnswer'] = async (name, mark, now) => {
    const asked = { _id: name, 'asked.mark': mark, 'asked.until': { $gt: now } };
    return isDone(await grants.updateOne(asked, { $unset: { asked: '' } }, DURABLE));
  };

  function keptOf(stored: StoredGrant | null): KeptGrant {
    if (!stored) return { number: 0 };
    const { _id, sealed, owner: _owner, until: _until, asked: _asked, ...kept } = stored;
    return { ...kept, ...(sealed && { pair: seal.open(_id, kept.number, sealed).pair }) };
  }

  return { find, hold, keep, setAccount, ask, takeAnswer };
}

const isDone = ({ matchedCount }: { matchedCount: number }): boolean => matchedCount === 1;

/** Undefined when the upsert met the entry that did not match. */
async function unlessThere<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}

function noted(note: GrantNote): UpdateFilter<StoredGrant> {
  const entries = Object.entries(note);
  const $set = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  const $unset = Object.fromEntries(
    entries.filter(([, value]) => value === undefined).map(([key]) => [key, '']),
  );
  return { $set, $unset } as UpdateFilter<StoredGrant>;
}
