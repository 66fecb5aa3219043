import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ClientSession, Binary } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Identity, IdentityStore } from '../hotline/stores';

const IDENTITIES = 'identities';
const NONCE = 12;
const TAG = 16;

interface StoredIdentity {
  _id: string;
  sealed: Binary | Buffer;
}

export interface Identities extends IdentityStore {
  of(key: string, session?: ClientSession): Promise<Identity | undefined>;
  merge(key: string, identity: Identity, session: ClientSession): Promise<void>;
}

/**
 * Who somebody is, sealed with AES-256-GCM under a key that is not in the database. The key of the
 * entry is authenticated with it, so that entries cannot be swapped. Deleting an entry makes all the rest anonymous.
 */
export function identityStore(connection: Connection, sealingKey: Buffer): Identities {
  const identities = connection.collection<StoredIdentity>(IDENTITIES);

  async function of(key: string, session?: ClientSession): Promise<Identity | undefined> {
    const stored = await identities.findOne({ _id: key }, session ? { session } : {});
    return stored ? unseal(sealingKey, key, bytesOf(stored.sealed)) : undefined;
  }

  async function merge(key: string, identity: Identity, session: ClientSession): Promise<void> {
    const known = await of(key, session);
    const words = { ...known?.words, ...identity.words };
    const merged = { ...known, ...identity, ...(Object.keys(words).length > 0 && { words }) };
    const sealed = seal(sealingKey, key, merged);
    await identities.updateOne({ _id: key }, { $set: { sealed } }, { session, upsert: true });
  }

  const forget = async (key: string): Promise<void> => {
    await identities.deleteOne({ _id: key }, { writeConcern: { w: 'majority', j: true } });
  };

  return { of, merge, forget };
}

function bytesOf(sealed: Binary | Buffer): Buffer {
  return Buffer.isBuffer(sealed) ? sealed : Buffer.from(sealed.buffer);
}

function seal(key: Buffer, of: string, identity: Identity): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(identity), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function unseal(key: Buffer, of: string, bytes: Buffer): Identity {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(of));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  return JSON.parse(plain.toString('utf8')) as Identity;
}
