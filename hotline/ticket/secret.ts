import { createHmac, timingSafeEqual } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * The secret of a ticket: 10 Crockford base-32 characters (50 bits), derived from a key that is not in the
 * database. Only its hash is stored; the reporter's own channel derives it again to show it.
 */
export function secretOf(key: Buffer, code: string): string {
  const bytes = createHmac('sha256', key).update(`secret:${code}`).digest();
  return Array.from(bytes.subarray(0, LENGTH), (byte) => CROCKFORD[byte % 32]).join('');
}

/** What is stored of a secret. */
export function hashSecret(key: Buffer, code: string, secret: string): string {
  return createHmac('sha256', key)
    .update(`hash:${code}:${normalise(secret)}`)
    .digest('base64url');
}

/** Compares in constant time; takes what people type: lower case, spaces, O for 0, I and L for 1. */
export function isSecret(key: Buffer, code: string, typed: string, storedHash: string): boolean {
  const given = Buffer.from(hashSecret(key, code, typed));
  const stored = Buffer.from(storedHash);
  return given.length === stored.length && timingSafeEqual(given, stored);
}

function normalise(secret: string): string {
  return secret.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
