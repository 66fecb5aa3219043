import type { Word } from '../fold';
import { oneLetterApart } from '../one-letter-apart';
import type { Named, Names } from './names';

/** Names of which one word is misspelt by one letter: "Hạc Thàn" → "Hạc Thành". The others must be right. */
export function misspelt(words: readonly Word[], { withWord, byKey }: Names): Named[] {
  const found = new Set<Named>();
  const letters = words.reduce((sum, { folded }) => sum + folded.length + 1, -1);
  const isNear = ({ key }: Named): boolean => Math.abs(key.length - letters) <= 1;
  for (const { folded } of words)
    for (const named of withWord(folded))
      if (isNear(named) && !found.has(named) && isMisspelt(words, named.key.split(' '))) found.add(named);
  found.delete(byKey.get(words.map(({ folded }) => folded).join(' ')) as Named);
  return [...found];
}

function isMisspelt(words: readonly Word[], name: readonly string[]): boolean {
  if (name.length !== words.length) return false;
  const [wrong, more] = name.map((_, at) => at).filter((at) => name[at] !== words[at]?.folded);
  if (wrong === undefined || more !== undefined) return false;
  return oneLetterApart(name[wrong] ?? '', words[wrong]?.folded ?? '');
}
