import { hkdfSync } from 'node:crypto';
import type { Binary } from 'mongodb';
import type { NumberedPair } from '../../hotline/grants';
import { seal, unseal } from '../sealing';

/**
 * Seals pairs of tokens, under a key of their own drawn from the one that seals identities. A pair belongs to its name and
 * number.
 */
export function pairSeal(identitySealing: Buffer) {
  const key = Buffer.from(hkdfSync('sha256', identitySealing, '', 'hotline-xanh/grants/v1', 32));

  const close = (name: string, { number, pair }: NumberedPair): Buffer =>
    seal(key, placeOf(name, number), pair);

  /** @throws when it was sealed with another key or for another place, or is damaged */
  function open(name: string, number: number, stored: Binary | Buffer): NumberedPair {
    const pair = unseal(key, placeOf(name, number), stored) as Record<string, string>;
    const { access = '', refresh = '', issuedAt, expiresAt } = pair;
    return { number, pair: { access, refresh, issuedAt: dateOf(issuedAt), expiresAt: dateOf(expiresAt) } };
  }

  return { close, open };
}

const placeOf = (name: string, number: number): string => `${name}/${number}`;

const dateOf = (iso: string | undefined): Date => new Date(iso ?? 0);
