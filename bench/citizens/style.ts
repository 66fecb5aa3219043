import { withoutAccents } from '../../hotline/letters';
import type { Chance } from './chance';

/** How somebody types, by its name in the results. */
export type StyleName =
  ('plain' | 'no accents' | 'teencode' | 'typos' | 'capitals' | 'small' | 'decomposed') | 'few stops';

/** So many of a hundred citizens type like that. */
const SHARES: readonly (readonly [StyleName, number])[] = [
  ['plain', 42],
  ['no accents', 22],
  ['teencode', 10],
  ['typos', 9],
  ['capitals', 4],
  ['small', 9],
  ['decomposed', 4],
];

export function styleBy(chance: Chance): StyleName {
  let left = chance.below(100);
  for (const [name, share] of SHARES) {
    left -= share;
    if (left < 0) return name;
  }
  return 'plain';
}

/** The keyboard of a citizen. */
export interface Typing {
  /** What they tell. */
  talk: (text: string) => string;
  /** Names of places and people, and buttons' words: typed with more care. */
  name: (text: string) => string;
  /** Where, when and who, as it is answered: as names are, but by those who make slips in small words. */
  fact: (text: string) => string;
}

export function typing(style: StyleName, chance: Chance): Typing {
  const { talk, name } = keyboard(style, chance);
  return { talk: besideBlanks(talk), name, fact: name };
}

/** Blanks of sayings are filled in afterwards. */
export const besideBlanks =
  (talk: Typing['talk']): Typing['talk'] =>
  (text) =>
    text.replace(/[^{}]+(?![^{]*\})/g, talk);

function keyboard(style: StyleName, chance: Chance): Pick<Typing, 'talk' | 'name'> {
  switch (style) {
    case 'no accents':
      return { talk: withoutAccents, name: withoutAccents };
    case 'teencode':
      return { talk: teencode, name: asItIs };
    case 'typos':
      return { talk: (text) => withTypos(text, chance), name: asItIs };
    case 'capitals':
      return { talk: capitals, name: capitals };
    case 'small':
      return { talk: small, name: small };
    case 'few stops':
      return { talk: (text) => small(withoutStops(text)), name: small };
    case 'decomposed':
      return { talk: decomposed, name: decomposed };
    case 'plain':
      return { talk: asItIs, name: asItIs };
  }
}

const asItIs = (text: string): string => text;
const capitals = (text: string): string => text.toUpperCase();
const small = (text: string): string => text.toLowerCase();
const withoutStops = (text: string): string => text.replace(/[,;](?=\s)|[.!]$/g, '');
const decomposed = (text: string): string => text.normalize('NFD');

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})không(?!\p{L})/gu, 'ko'],
  [/(?<!\p{L})được(?!\p{L})/gu, 'đc'],
  [/(?<!\p{L})gì(?!\p{L})/gu, 'j'],
  [/(?<!\p{L})vậy(?!\p{L})/gu, 'z'],
  [/(?<!\p{L})rồi(?!\p{L})/gu, 'r'],
  [/(?<!\p{L})cũng(?!\p{L})/gu, 'cg'],
  [/(?<!\p{L})với(?!\p{L})/gu, 'vs'],
  [/(?<!\p{L})người(?!\p{L})/gu, 'ng'],
  [/(?<!\p{L})mình(?!\p{L})/gu, 'mik'],
  [/(?<!\p{L})những(?!\p{L})/gu, 'nhg'],
  [/(?<!\p{L})đường(?!\p{L})/gu, 'đg'],
  [/(?<!\p{L})nước(?!\p{L})/gu, 'nc'],
  [/(?<!\p{L})nhiều(?!\p{L})/gu, 'nhìu'],
  [/(?<!\p{L})biết(?!\p{L})/gu, 'bít'],
  [/(?<!\p{L})quá(?!\p{L})/gu, 'wá'],
];

const teencode = (text: string): string =>
  SHORT.reduce((typed, [word, short]) => typed.replace(word, short), text);

/** Now and then two letters of a longer word change places, or one is left out; words with capitals stay. */
function withTypos(text: string, chance: Chance): string {
  return text.replace(/(?<![\p{L}\p{Lu}])\p{Ll}{4,}(?!\p{L})/gu, (word) =>
    chance.in100(8) ? mistyped(word, chance) : word,
  );
}

function mistyped(word: string, chance: Chance): string {
  const at = 1 + chance.below(word.length - 2);
  return chance.in100(60)
    ? `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
    : word.slice(0, at) + word.slice(at + 1);
}
