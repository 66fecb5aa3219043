import { createHash, hkdfSync } from 'node:crypto';

/** Zalo's page names 43; the standard takes 43 to 128 (RFC 7636, 4.1). */
const LENGTH = 43;
/** The standard takes four signs more, Zalo's page names none of them. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Proof that who redeems a code is who asked for it (PKCE, RFC 7636, S256). */
export interface Proof {
  verifier: string;
  challenge: string;
}

/**
 * Zalo keeps one challenge, which is saved in its console by hand: so it is drawn from a key, and the same for ever.
 * @param key 32 bytes
 */
export function proofOf(appId: string, key: Buffer): Proof {
  const bytes = Buffer.from(hkdfSync('sha256', key, '', `zalo code verifier ${appId}`, LENGTH));
  const verifier = [...bytes].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
