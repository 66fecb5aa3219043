import type { Named, Names } from './names';

const LONGEST = 18;
/** Two vowels with something between: a Vietnamese syllable has none such, so most words are passed over at once. */
const TWO_SYLLABLES = /[aeiouy][^aeiouy]+[aeiouy]/;

/** The name of two or three words that is written as one: `hoankiem`, `thudaumot`. */
export function inOneWord(word: string, { byKey, longest }: Names): Named | undefined {
  if (word.length > LONGEST || !TWO_SYLLABLES.test(word)) return undefined;
  for (let at = 1; at < word.length; at++) {
    const first = word.slice(0, at);
    if ((longest.get(first) ?? 0) < 2) continue;
    const rest = word.slice(at);
    const named = byKey.get(`${first} ${rest}`) ?? ofThree(first, rest, byKey);
    if (named) return named;
  }
  return undefined;
}

function ofThree(first: string, rest: string, byKey: Names['byKey']): Named | undefined {
  for (let at = 1; at < rest.length; at++) {
    const named = byKey.get(`${first} ${rest.slice(0, at)} ${rest.slice(at)}`);
    if (named) return named;
  }
  return undefined;
}
