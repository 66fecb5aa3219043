/**
 * Vietnamese text made comparable. The original is always kept beside it; nothing here is shown to people.
 */

/** Composed form, as keyboards here type it: phones and Macs send decomposed text. */
export const compose = (text: string): string => text.normalize('NFC');

/** Lower case without any accent: `Đường Nguyễn Trãi` → `duong nguyen trai`. */
export function fold(text: string): string {
  return compose(text)
    .toLowerCase()
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

const KNOWN_WORDS = 20_000;
const LONGEST_KNOWN = 12;
const known = new Map<string, string>();

/** The same for one word in lower case. Vietnamese has some seven thousand syllables, which come again and again. */
function foldWord(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = fold(word);
  if (word.length > LONGEST_KNOWN) return folded;
  if (known.size >= KNOWN_WORDS) known.clear();
  known.set(word, folded);
  return folded;
}

const OLD_TONES = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ');
const NEW_TONES = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ');
const TONE_AT_END = new RegExp(`(?:${OLD_TONES.join('|')})$`, 'u');

/** `hòa` and `hoà` are one word, by two rules of spelling; the newer one stands for both. */
const tonePlaced = (word: string): string =>
  word.replace(TONE_AT_END, (end) => NEW_TONES[OLD_TONES.indexOf(end)] ?? end);

/** One word of a text, and where it stands in the composed original. */
export interface Word {
  typed: string;
  folded: string;
  start: number;
  end: number;
}

/** A text taken apart once, for all passes. */
export interface Reading {
  /** The composed original. */
  text: string;
  words: Word[];
  /** The words in lower case, with a space before, between and after. */
  typed: string;
  /** The same without accents. */
  folded: string;
  /** Is there any accent? Without one, accented words cannot be told apart. */
  accented: boolean;
}

/** Letters and digits in a row are a word; everything else parts them. */
export function readText(original: string): Reading {
  const text = compose(original);
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const typed = tonePlaced(match[0].toLowerCase());
    words.push({ typed, folded: foldWord(typed), start: match.index, end: match.index + match[0].length });
  }
  const typed = ` ${words.map((word) => word.typed).join(' ')} `;
  const folded = ` ${words.map((word) => word.folded).join(' ')} `;
  return { text, words, typed, folded, accented: typed !== folded };
}

/** Words of a phrase without accents, parted by one space. */
export const keyOf = (phrase: string): string => readText(phrase).folded.trim();
