import type { Word } from '../fold';
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

/** One letter too many, too few, wrong, or two changed places. */
export function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 2 || b.length < 2) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  const swapped = restA[0] === restB[1] && restA[1] === restB[0];
  return swapped && restA.slice(2) === restB.slice(2);
}
