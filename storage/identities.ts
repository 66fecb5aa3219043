import type { ClientSession, Binary } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Identity, IdentityStore } from '../hotline/stores';
import { insertWithin } from './plain-insert';
import { seal, unseal } from './sealing';

const IDENTITIES = 'identities';
/** Private messages kept of one conversation; a document must not grow for ever. */
const MOST_WORDS = 500;

interface StoredIdentity {
  _id: string;
  sealed: Binary | Buffer;
}

/** Something that was told of somebody. */
interface Told {
  of: string;
  identity: Identity;
}

/** A new ticket, and the conversation whose citizen filed it. */
interface FiledBy {
  code: string;
  conversation: string;
}

export interface Identities extends IdentityStore {
  /** Adds to what is known of each. */
  merge(told: readonly Told[], session: ClientSession): Promise<void>;
  /** Keeps with new tickets who filed them. */
  keepReporters(filed: readonly FiledBy[], session: ClientSession): Promise<void>;
}

/**
 * Who somebody is, sealed with AES-256-GCM under a key that is not in the database. The key of the
 * entry is authenticated with it, so that entries cannot be swapped. Deleting an entry makes all the rest anonymous.
 */
export function identityStore(connection: Connection, sealingKey: Buffer): Identities {
  const identities = connection.collection<StoredIdentity>(IDENTITIES);

  const opened = ({ _id, sealed }: StoredIdentity): Identity => unseal(sealingKey, _id, sealed) as Identity;

  async function of(key: string): Promise<Identity | undefined> {
    const stored = await identities.findOne({ _id: key });
    return stored ? opened(stored) : undefined;
  }

  async function known(keys: readonly string[], session: ClientSession): Promise<Map<string, Identity>> {
    const stored = await identities.find({ _id: { $in: [...keys] } }, { session }).toArray();
    return new Map(stored.map((each) => [each._id, opened(each)]));
  }

  async function merge(told: readonly Told[], session: ClientSession): Promise<void> {
    if (told.length === 0) return;
    const keys = new Set(told.map(({ of: key }) => key));
    const all = await known([...keys], session);
    for (const { of: key, identity } of told) all.set(key, merged(all.get(key), identity));
    await identities.bulkWrite(
      [...all].map(([key, identity]) => ({
        updateOne: {
          filter: { _id: key },
          update: { $set: { sealed: seal(sealingKey, key, identity) } },
          upsert: true,
        },
      })),
      { session },
    );
  }

  /** Only name and phone: what else is known of the conversation is none of the ticket's business. */
  async function keepReporters(filed: readonly FiledBy[], session: ClientSession): Promise<void> {
    if (filed.length === 0) return;
    const conversations = filed.map(({ conversation }) => conversation);
    const all = await known(conversations, session);
    const reporters = filed.map(({ code, conversation }): StoredIdentity => {
      const { name, phone } = all.get(conversation) ?? {};
      const key = `ticket:${code}`;
      return { _id: key, sealed: seal(sealingKey, key, { ...(name && { name }), ...(phone && { phone }) }) };
    });
    await insertWithin(session, connection, IDENTITIES, reporters);
  }

  const forget = async (key: string): Promise<void> => {
    await identities.deleteOne({ _id: key }, { writeConcern: { w: 'majority', j: true } });
  };

  return { of, merge, keepReporters, forget };
}

function merged(known: Identity | undefined, told: Identity): Identity {
  // Keys are numbers of turns, which objects keep in ascending order: the newest stay.
  const words = Object.fromEntries(Object.entries({ ...known?.words, ...told.words }).slice(-MOST_WORDS));
  return { ...known, ...told, ...(Object.keys(words).length > 0 && { words }) };
}
