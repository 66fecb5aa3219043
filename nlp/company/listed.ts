import { type Reading, readText } from '../fold';

/** Words of a list as they may be typed: with their accents, or all without. */
export interface Words {
  typed: ReadonlySet<string>;
  bare: ReadonlySet<string>;
  /** By the first word without accents, how many words the longest has that begins with it. */
  longest: ReadonlyMap<string, number>;
}

/** A list, ready to be looked up. */
export function wordsOf(phrases: readonly string[]): Words {
  const read = phrases.map(readText);
  const longest = new Map<string, number>();
  for (const { words } of read) {
    const first = words[0]?.folded ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return {
    typed: new Set(read.map(({ typed }) => typed.trim())),
    bare: new Set(read.map(({ folded }) => folded.trim())),
    longest,
  };
}

/** How many words from here are one of the list; the most. */
export function match(said: Reading, at: number, list: Words): number {
  for (let length = list.longest.get(said.words[at]?.folded ?? '') ?? 0; length > 0; length--) {
    const words = said.words.slice(at, at + length);
    if (words.length < length || (length > 1 && !isRow(said, at, length))) continue;
    const typed = words.map((word) => word.typed).join(' ');
    if (list.typed.has(typed)) return length;
    if (!said.accented && list.bare.has(typed)) return length;
  }
  return 0;
}

const isRow = (said: Reading, at: number, length: number): boolean =>
  Array.from({ length: length - 1 }, (_, index) => at + index + 1).every((each) => isJoined(said, each));

/** Only a space, a dash, an ampersand or a dot inside an abbreviation before it; words spelt out of one share its place. */
export function isJoined({ words, text }: Reading, index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (!before || !word) return false;
  if (word.start < before.end) return true;
  const gap = text.slice(before.end, word.start);
  return /^(?: ?[-–&'.]? ?| {2})$/.test(gap) && gap !== '. ';
}
