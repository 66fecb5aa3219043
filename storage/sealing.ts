import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Binary } from 'mongodb';

const NONCE = 12;
const TAG = 16;

/**
 * Seals a value as JSON with AES-256-GCM: nonce, tag, words.
 * @param place what it belongs to, authenticated with it: a value cannot be put in the place of another
 */
export function seal(key: Buffer, place: string, value: object): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const words = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), words]);
}

/** @throws when it was sealed with another key or for another place, or is damaged */
export function unseal(key: Buffer, place: string, stored: Binary | Buffer): unknown {
  const bytes = Buffer.isBuffer(stored) ? stored : Buffer.from(stored.buffer);
  const nonce = bytes.subarray(0, NONCE);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const words = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  return JSON.parse(words.toString('utf8'));
}
