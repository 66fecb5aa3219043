import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { NumberedPair } from '../../hotline/grants';

const NONCE = 12;
const TAG = 16;

/**
 * Seals pairs of tokens with AES-256-GCM, under a key of their own drawn from the one that seals identities. Name and number are authenticated with them, so that no pair can be put in
 * the place of another.
 */
export function pairSeal(identitySealing: Buffer) {
  const key = Buffer.from(hkdfSync('sha256', identitySealing, '', 'hotline-xanh/grants/v1', 32));

  function close(name: string, { number, pair }: NumberedPair): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(placeOf(name, number));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(pair), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws when it was sealed with another key or for another place, or is damaged */
  function open(name: string, number: number, bytes: Buffer): NumberedPair {
    const nonce = bytes.subarray(0, NONCE);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
    decipher.setAAD(placeOf(name, number)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    const { access, refresh, issuedAt, expiresAt } = JSON.parse(plain.toString('utf8')) as Record<
      string,
      string
    >;
    return {
      number,
      pair: {
        access: access ?? '',
        refresh: refresh ?? '',
        issuedAt: dateOf(issuedAt),
        expiresAt: dateOf(expiresAt),
      },
    };
  }

  return { close, open };
}

const placeOf = (name: string, number: number): Buffer => Buffer.from(`${name}/${number}`);

const dateOf = (iso: string | undefined): Date => new Date(iso ?? 0);
