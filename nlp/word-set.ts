/** Words that are looked up one by one, written in rows. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const plainSets = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The same words without their accents, of each set once. */
export function plainSet(words: ReadonlySet<string>): ReadonlySet<string> {
  const known = plainSets.get(words) ?? new Set([...words].map(withoutAccents));
  plainSets.set(words, known);
  return known;
}

const withoutAccents = (word: string): string =>
  word.replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
