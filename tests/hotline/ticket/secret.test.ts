import fc from 'fast-check';
import { hashSecret, isSecret, secretOf } from '../../../hotline/ticket/secret';
import { filedTicket, secretsKey } from '../../town/tickets';

const code = 'XH-2026-000001';
const secret = secretOf(secretsKey, code);
const hash = hashSecret(secretsKey, code, secret);
const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const anyCode = fc.integer({ min: 1, max: 9_999_999 }).map((n) => `XH-2026-${String(n).padStart(6, '0')}`);

it('is ten Crockford characters, whatever key and code', () => {
  fc.assert(
    fc.property(anyKey, anyCode, (key, each) => {
      expect(secretOf(key, each)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    }),
  );
});

it('is another one for another code, and for another key', () => {
  expect(secretOf(secretsKey, 'XH-2026-000002')).not.toBe(secret);
  expect(secretOf(Buffer.alloc(32, 8), code)).not.toBe(secret);
});

it('lies in a ticket only as a hash', () => {
  const stored = JSON.stringify(filedTicket(code));
  expect(stored).toContain(hash);
  expect(stored).not.toContain(secret);
  expect(hash).not.toContain(secret);
});

it('is taken however people type it: lower case, in groups, O for 0, I and L for 1', () => {
  fc.assert(
    fc.property(anyKey, anyCode, fc.infiniteStream(fc.boolean()), (key, each, coins) => {
      const right = secretOf(key, each);
      const toss = () => coins.next().value === true;
      const typed = [...right]
        .map((letter) => (letter === '0' && toss() ? 'O' : letter === '1' ? (toss() ? 'l' : 'I') : letter))
        .map((letter) => (toss() ? letter.toLowerCase() : letter))
        .map((letter) => (toss() ? `${letter}${toss() ? ' ' : '-'}` : letter))
        .join('');
      expect(isSecret(key, each, ` ${typed} `, hashSecret(key, each, right))).toBe(true);
    }),
  );
});

it('is refused when one character differs, is missing or is too many', () => {
  const other = `${secret.slice(0, 9)}${secret.endsWith('Z') ? 'Y' : 'Z'}`;
  for (const wrong of [other, secret.slice(0, 9), `${secret}0`, '', ' '])
    expect(isSecret(secretsKey, code, wrong, hash)).toBe(false);
});

it('of one ticket does not open another', () => {
  expect(isSecret(secretsKey, 'XH-2026-000002', secret, hash)).toBe(false);
  expect(isSecret(secretsKey, code, secretOf(secretsKey, 'XH-2026-000002'), hash)).toBe(false);
});

it('against a damaged hash is refused, not an error', () => {
  for (const damaged of ['', 'x', `${hash}=`])
    expect(isSecret(secretsKey, code, secret, damaged)).toBe(false);
});
