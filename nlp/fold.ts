import { type Around, spell } from './spelling';
import { looksLikeVni } from './spelling/telex';
import { wordSpans } from './word-spans';

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

interface Spelt {
  words: Pick<Word, 'typed' | 'folded'>[];
  /** Was there an accent as it was typed? */
  accented: boolean;
  isNumber: boolean;
}

const KNOWN_WORDS = 20_000;
const LONGEST_KNOWN = 12;
const known = new Map<string, Spelt>();

/** One word as it was typed, spelt. Vietnamese has some seven thousand syllables, which come again and again. */
function speltWord(typed: string, where: Around): Spelt {
  const { vni, afterNumber, beforeEnvironment } = where;
  const around = vni || afterNumber || beforeEnvironment;
  const key = around
    ? `${vni ? '6' : ''}${afterNumber ? '#' : ''}${beforeEnvironment ? '&' : ''}${typed}`
    : typed;
  const before = known.get(key);
  if (before !== undefined) return before;
  const lower = typed.toLowerCase();
  const words = spell(lower, where)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ typed: word, folded: fold(word) }));
  const spelt = { words, accented: lower !== fold(lower), isNumber: /^\d+$/.test(typed) };
  if (typed.length > LONGEST_KNOWN) return spelt;
  if (known.size >= KNOWN_WORDS) known.clear();
  known.set(key, spelt);
  return spelt;
}

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
  readonly text: string;
  /** Spelt with care; several words share one place in the text when a short form was spelt out. */
  readonly words: readonly Readonly<Word>[];
  /** The words in lower case, with a space before, between and after. */
  readonly typed: string;
  /** The same without accents. */
  readonly folded: string;
  /** Was any accent typed? Without one, accented words cannot be told apart. */
  readonly accented: boolean;
}

/** Whoever looks at a message in a turn reads it anew: the last few readings are kept. */
const RECENT = 32;
const LONGEST_RECENT = 1_000;
const recent = new Map<string, Reading>();

/**
 * Letters and digits in a row are a word; everything else parts them. Each is spelt with care (`nlp/spelling`): what
 * was held down, left over or shortened is mended; a short form becomes several words at one place.
 */
export function readText(original: string): Reading {
  const before = recent.get(original);
  if (before !== undefined) return before;
  const reading = readAnew(original);
  if (original.length > LONGEST_RECENT) return reading;
  const [oldest] = recent.size < RECENT ? [] : recent.keys();
  if (oldest !== undefined) recent.delete(oldest);
  recent.set(original, reading);
  return reading;
}

function readAnew(original: string): Reading {
  const text = compose(original);
  const vni = looksLikeVni(text);
  const words: Word[] = [];
  let [typed, folded] = [' ', ' '];
  let accented = false;
  let afterNumber = false;
  for (const { start, end } of wordSpans(text)) {
    const beforeEnvironment = end - start === 2 && ENVIRONMENT.test(text.slice(end, end + 6));
    const spelt = speltWord(text.slice(start, end), { afterNumber, beforeEnvironment, vni });
    for (const word of spelt.words) {
      words.push({ typed: word.typed, folded: word.folded, start, end });
      typed += `${word.typed} `;
      folded += `${word.folded} `;
    }
    accented ||= spelt.accented;
    afterNumber = spelt.isNumber;
  }
  return { text, words, typed, folded, accented };
}

/** `& MT` after the first word of an agency. */
const ENVIRONMENT = /^[ &-]{1,3}mt(?![\p{L}\p{N}])/iu;

const KNOWN_PHRASES = 2_000;
const LONGEST_PHRASE = 60;
const phrases = new Map<string, string>();

/** Words of a phrase without accents, parted by one space. The bot compares with the same choices again and again. */
export function keyOf(phrase: string): string {
  const before = phrases.get(phrase);
  if (before !== undefined) return before;
  const key = readText(phrase).folded.trim();
  if (phrase.length > LONGEST_PHRASE) return key;
  if (phrases.size >= KNOWN_PHRASES) phrases.clear();
  phrases.set(phrase, key);
  return key;
}

/** How many words a key has; asked dozens of times in a turn, and so counted without parting it. */
export function wordCount(key: string): number {
  let count = 1;
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) count++;
  return count;
}
