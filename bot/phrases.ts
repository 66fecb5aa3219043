import { readText, type Word } from '../nlp/fold';

type Letters = Pick<Word, 'typed' | 'folded'>;

/** Words that may stand around what is meant: "cho tôi hủy nhé ạ" says "hủy". */
export interface Manners {
  polite: readonly string[];
  /** These are other words without their accents: "dung" may be "đúng" as well as "dừng". */
  onlyAccented: readonly string[];
}

/** A message longer than this, in words and in letters, says more than a phrase. */
const LONGEST = 10;
const LONGEST_TEXT = 80;

/** The parts of a message that a comma or more stands between, as far as they say something. */
export const partsOf = (said: string): string[] =>
  said.split(/[,.;!…]+/).filter((part) => /\p{L}/u.test(part));

/** Tells which of some lists of phrases a message is, whatever manners stand around it. Accents that are typed must agree. */
export function phraseBook<List extends string>(
  lists: Readonly<Record<List, readonly string[]>>,
  { polite, onlyAccented }: Manners,
): (said: string) => List | null {
  const phrases = new Map<string, { list: List; words: readonly Letters[]; spelt: boolean }[]>();
  for (const list of Object.keys(lists) as List[])
    for (const phrase of lists[list]) {
      const { words, folded } = readText(phrase);
      const same = phrases.get(folded.trim()) ?? [];
      phrases.set(folded.trim(), [...same, { list, words, spelt: onlyAccented.includes(phrase) }]);
    }
  const isPolite = vocabulary(polite);

  const listOf = (words: readonly Letters[]): List | null =>
    phrases
      .get(words.map(({ folded }) => folded).join(' '))
      ?.find((each) => agree(words, each.words, each.spelt))?.list ?? null;

  return (said) => {
    if (said.length > LONGEST_TEXT) return null;
    const { words } = readText(said);
    if (words.length > LONGEST) return null;
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        const found = listOf(words.slice(from, to));
        if (found) return found;
        if (!isPolite(words[to - 1])) break;
      }
      if (!isPolite(words[from])) break;
    }
    return null;
  };
}

/** Whether a word is one of some, as it was typed or without accents. */
export function vocabulary(phrases: readonly string[]): (word: Letters | undefined) => boolean {
  const words = phrases.flatMap((phrase) => readText(phrase).words);
  const typed = new Set(words.map((word) => word.typed));
  const folded = new Set(words.map((word) => word.folded));
  return (word) =>
    word !== undefined && (typed.has(word.typed) || (word.typed === word.folded && folded.has(word.folded)));
}

/** Each word as the phrase has it, or without any accent. */
const agree = (said: readonly Letters[], phrase: readonly Letters[], spelt: boolean): boolean =>
  said.every(({ typed, folded }, at) => typed === phrase[at]?.typed || (!spelt && typed === folded));
