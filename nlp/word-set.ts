import { fold } from './fold';

/** Words that are looked up one by one, written in rows. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const plainSets = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The same words without their accents, of each set once. */
export function plainSet(words: ReadonlySet<string>): ReadonlySet<string> {
  const known = plainSets.get(words) ?? new Set([...words].map(fold));
  plainSets.set(words, known);
  return known;
}
