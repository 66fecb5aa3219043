import fc from 'fast-check';

/** What somebody who means ill, or a program gone wrong, may put in any place of a message. */
export const hostile = (more: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.bigInt().map(String),
    fc.constantFrom<unknown>(
      { $gt: '' },
      '\u0000',
      '\ud800',
      '../../etc/passwd',
      { 'a.b': 1 },
      JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
      null,
      [],
      [[[[[[[[]]]]]]]],
      ...more,
    ),
  );

/**
 * A valid message with one or two of its parts replaced by what is hostile.
 * @param valid makes the message, anew each time
 * @param paths where a part may be replaced, as in `entities.0.text`; a path that leads nowhere changes nothing
 */
export const mutated = <T extends object>(
  valid: () => T,
  paths: readonly string[],
  what: fc.Arbitrary<unknown>,
): fc.Arbitrary<T> =>
  fc
    .array(fc.tuple(fc.constantFrom(...paths), what), { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce((body, [path, value]) => replaced(body, path, value), valid()));

/** `body`, with a copy of `value` put at `path`: what is drawn is shared, and put twice it would hold itself. */
function replaced<T extends object>(body: T, path: string, value: unknown): T {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let place: unknown = body;
  for (const step of steps) place = (place as Record<string, unknown> | null | undefined)?.[step];
  if (typeof place === 'object' && place !== null)
    (place as Record<string, unknown>)[last] = structuredClone(value);
  return body;
}

/** Keys and characters of what was stored that must not reach a database. */
export function unfit(stored: unknown): string[] {
  if (typeof stored === 'string') return /\u0000|\p{Surrogate}/u.test(stored) ? [stored] : [];
  if (typeof stored !== 'object' || stored === null) return [];
  return Object.entries(stored).flatMap(([key, value]) =>
    /^\$|\.|\u0000|^__proto__$|^constructor$|^prototype$/.test(key) ? [key] : unfit(value),
  );
}
