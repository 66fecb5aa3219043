import type { Reading, Word } from '../fold';
import type { ConceptsIn } from './concepts';

/**
 * What a message is compared by. Words and pairs of words, as they are typed and without accents, so that a message that
 * lost its accents still meets those that kept them; how it begins and ends; and pieces of words, which a wrong
 * letter leaves mostly whole.
 *
 * A feature is a 32-bit hash, never a string: most of a message's features are met once and not again.
 */
export type Kind =
  'typed' | 'bare' | 'typed pair' | 'bare pair' | 'edge' | 'piece' | 'sign' | 'concept' | 'concept pair';

/** Told of each feature; the same one may come several times. `from` and `to` count words, for pieces letters too. */
export type Emit = (hash: number, weight: number, kind: Kind, from: number, to: number) => void;

const WEIGHTS: Readonly<Record<Kind, number>> = {
  typed: 1,
  bare: 0.9,
  'typed pair': 0.7,
  'bare pair': 0.7,
  edge: 0.6,
  piece: 0.3,
  sign: 0.8,
  concept: 0.8,
  'concept pair': 0.6,
};
const SEEDS: Readonly<Record<Kind, number>> = {
  typed: 0x811c9dc5,
  bare: 0x9e3779b1,
  'typed pair': 0x85ebca6b,
  'bare pair': 0xc2b2ae35,
  edge: 0x27d4eb2f,
  piece: 0x165667b1,
  sign: 0xd3a2646c,
  concept: 0xfd7046c5,
  'concept pair': 0xb55a4f09,
};
/** Pieces of words have so many letters, the mark at each end of the word counted. */
const SHORTEST = 3;
const LONGEST = 4;
/** A story is told in its first words; a message of 4,096 letters must not cost more than a long one. */
const READ_WORDS = 400;

/** The features of a text: those of each word, then those across words. */
export function eachFeature(said: Reading, conceptsIn: ConceptsIn, emit: Emit): void {
  const words = wordsOf(said).map(featuresOfWord);
  words.forEach(({ hashes, kinds }, at) =>
    hashes.forEach((hash, place) => {
      const kind = kinds[place] ?? 'piece';
      emit(hash, WEIGHTS[kind], kind, at, at + 1);
    }),
  );
  eachAcrossWords(said, words, conceptsIn, emit);
}

/** The words that are read. */
export const wordsOf = ({ words }: Reading): readonly Word[] =>
  words.length > READ_WORDS ? words.slice(0, READ_WORDS) : words;

/** What one word gives by itself. */
export interface WordFeatures {
  /** To make pairs of. */
  typed: number;
  bare: number;
  hashes: readonly number[];
  kinds: readonly Kind[];
}

/** The word itself, without its accents, and its pieces. */
export function featuresOfWord({ typed, folded }: Pick<Word, 'typed' | 'folded'>): WordFeatures {
  const [whole, bare] = [hashOf(typed), hashOf(folded)];
  const hashes = [seeded(whole, 'typed'), seeded(bare, 'bare')];
  const kinds: Kind[] = ['typed', 'bare'];
  for (const piece of piecesOf(folded)) {
    hashes.push(seeded(piece, 'piece'));
    kinds.push('piece');
  }
  return { typed: whole, bare, hashes, kinds };
}

/** Pairs of words, how the text begins and ends, signs, and what it speaks of. */
export function eachAcrossWords(
  said: Reading,
  words: readonly WordFeatures[],
  conceptsIn: ConceptsIn,
  emit: Emit,
): void {
  const give: Give = (hash, kind, from, to) => emit(seeded(hash, kind), WEIGHTS[kind], kind, from, to);
  for (let at = 0; at + 1 < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    give(pair(word?.typed, next?.typed), 'typed pair', at, at + 2);
    give(pair(word?.bare, next?.bare), 'bare pair', at, at + 2);
  }
  edges(words, give);
  signs(said, give);
  concepts(conceptsIn(said), give);
}

/** How much a kind of feature counts. */
export const weightOf = (kind: Kind): number => WEIGHTS[kind];

const seeded = (hash: number, kind: Kind): number => mixed(hash ^ SEEDS[kind]);

type Give = (hash: number, kind: Kind, from: number, to: number) => void;

/** The first and the last words: questions and greetings are known by them. */
function edges(words: readonly WordFeatures[], give: Give): void {
  const last = words.length - 1;
  if (last < 0) return;
  give(pair(1, words[0]?.bare), 'edge', 0, 1);
  give(pair(2, words[last]?.bare), 'edge', last, last + 1);
  if (last === 0) return;
  give(pair(3, pair(words[0]?.bare, words[1]?.bare)), 'edge', 0, 2);
  give(pair(4, pair(words[last - 1]?.bare, words[last]?.bare)), 'edge', last - 1, last + 1);
}

function piecesOf(folded: string): number[] {
  const marked = `<${folded}>`;
  const hashes: number[] = [];
  for (let start = 0; start + SHORTEST <= marked.length; start++) {
    let hash = EMPTY;
    const end = Math.min(marked.length, start + LONGEST);
    for (let letter = start; letter < end; letter++) {
      hash = step(hash, withoutDigit(marked.charCodeAt(letter)));
      if (letter - start + 1 >= SHORTEST) hashes.push(hash);
    }
  }
  return hashes;
}

/** What is not in the words, by the number under which it is counted. */
const SIGNS: readonly (readonly [number, RegExp])[] = [
  [11, /\?/],
  [12, /!/],
  [13, /\d/],
  [14, /\?\s*$/],
  [15, /\.\.|…/],
  [16, /\p{Extended_Pictographic}/u],
  [17, /\bxh[-\s]?\d{4}/i],
  [18, /\d{8}/],
  [19, /[.!?]\s+\S/],
  [20, /,/],
];

/** Question marks, codes, pictures, and how long it is. */
function signs({ text, words }: Reading, give: Give): void {
  for (const [number, sign] of SIGNS) if (sign.test(text)) give(number, 'sign', 0, 0);
  give(30 + Math.min(8, Math.ceil(2 * Math.log2(1 + words.length)) - 1), 'sign', 0, 0);
}

/** What is spoken of, and what together with what, wherever in the message. */
function concepts(named: readonly number[], give: Give): void {
  named.forEach((concept, at) => {
    give(pair(5, concept + 1), 'concept', 0, 0);
    for (const other of named.slice(at + 1)) give(pair(concept + 1, other + 1), 'concept pair', 0, 0);
  });
}

const EMPTY = 0x811c9dc5;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Digits are all one: that there is a number tells something, which one seldom does. */
function hashOf(word: string): number {
  let hash = EMPTY;
  for (let at = 0; at < word.length; at++) hash = step(hash, withoutDigit(word.charCodeAt(at)));
  return hash;
}

const withoutDigit = (code: number): number => (code >= 48 && code <= 57 ? 48 : code);

const pair = (first = 0, second = 0): number =>
  Math.imul(first ^ 0x5bd1e995, 0x01000193) ^ (second + (first << 7));

/** Spreads the bits; never 0, which marks an empty place in tables. */
function mixed(hash: number): number {
  let spread = hash;
  spread = Math.imul(spread ^ (spread >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) >>> 0 || 1;
}
