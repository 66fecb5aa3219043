import { type Reading, readText, type Word } from '../fold';

/** By a name of ours: the words that people use for one and the same thing. */
export type ThingWords = Readonly<Record<string, readonly string[]>>;

interface Phrase {
  thing: string;
  words: readonly Word[];
}

/**
 * Finds the things that a text speaks of, whatever they are called: `sổ hồng`, `bìa đỏ` and `giấy chứng nhận` are one.
 * Words may have lost their accents, but not in a phrase of one word: `bo` may be `bộ`, `bố` or `bỏ`.
 */
export function thingFinder(words: ThingWords): (said: Reading) => string[] {
  const byFirstWord = new Map<string, Phrase[]>();
  for (const [thing, phrases] of Object.entries(words))
    for (const phrase of phrases) enter(byFirstWord, thing, phrase);

  return (said) => {
    const found = new Set<string>();
    said.words.forEach(({ folded }, at) => {
      for (const { thing, words } of byFirstWord.get(folded) ?? [])
        if (!found.has(thing) && stand(words, said, at)) found.add(thing);
    });
    return [...found].sort();
  };
}

function enter(byFirstWord: Map<string, Phrase[]>, thing: string, phrase: string): void {
  const { words } = readText(phrase);
  const [first] = words;
  if (!first) return;
  byFirstWord.set(first.folded, [...(byFirstWord.get(first.folded) ?? []), { thing, words }]);
}

const stand = (words: readonly Word[], said: Reading, at: number): boolean =>
  words.every((word, after) => is(word, said.words[at + after], words.length > 1));

/** The same word, or the same without its accents where that is allowed. */
function is(word: Word, said: Word | undefined, bare: boolean): boolean {
  if (!said) return false;
  return said.typed === word.typed || (bare && said.typed === said.folded && said.folded === word.folded);
}
