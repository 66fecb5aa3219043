import { type Reading, readText } from './fold';

/** Where words of a list stand in a message; `to` is the word after the last. */
export interface Spot<List extends string> {
  list: List;
  from: number;
  to: number;
}

interface Entry<List> {
  list: List;
  typed: readonly string[];
  folded: readonly string[];
  /** May also be meant where the message has no accents. */
  bare: boolean;
}

export interface WordList {
  phrases: readonly string[];
  /** Only as they are spelt: without accents they are mostly other words. */
  spelt?: boolean;
}

/** So many are found at most; every one is compared with the others, and what people write has a dozen. */
const MOST = 300;

/**
 * Finds the words of several lists in one walk, all that begin at each word. An accented word is what it says; a
 * word without accents may be any, but alone it proves too little.
 */
export function spotter<List extends string>(
  lists: Readonly<Record<List, WordList>>,
): (said: Reading) => Spot<List>[] {
  const byFirst = new Map<string, Entry<List>[]>();
  for (const list of Object.keys(lists) as List[]) {
    for (const phrase of lists[list].phrases) addTo(byFirst, list, phrase, lists[list].spelt ?? false);
  }
  return (said) => {
    const spots: Spot<List>[] = [];
    for (let from = 0; from < said.words.length && spots.length < MOST; from++) {
      for (const entry of byFirst.get(said.words[from]?.folded ?? '') ?? []) {
        if (stands(entry, said, from)) spots.push({ list: entry.list, from, to: from + entry.typed.length });
      }
    }
    return spots;
  };
}

function addTo<List>(byFirst: Map<string, Entry<List>[]>, list: List, phrase: string, spelt: boolean): void {
  const { words } = readText(phrase);
  const [typed, folded] = [words.map((word) => word.typed), words.map((word) => word.folded)];
  const first = folded[0] ?? '';
  const plain = typed.every((word, index) => word === folded[index]);
  const entry = { list, typed, folded, bare: plain || (!spelt && words.length > 1) };
  const known = byFirst.get(first) ?? [];
  // Short forms are spelt out in reading, so that two phrases may be one.
  const isKnown = known.some((each) => each.list === list && each.typed.join(' ') === typed.join(' '));
  if (!isKnown) byFirst.set(first, [...known, entry]);
}

function stands<List>({ typed, folded, bare }: Entry<List>, { words }: Reading, from: number): boolean {
  return typed.every((spelling, index) => {
    const word = words[from + index];
    return word?.typed === spelling || (bare && word?.typed === folded[index]);
  });
}
