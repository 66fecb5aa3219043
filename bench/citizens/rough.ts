import { withoutAccents } from '../../hotline/letters';
import type { Chance } from './chance';
import { type Typing, besideBlanks } from './style';

type Typed = (text: string) => string;

const LETTERS = ['accents', 'accents', 'accents', 'none', 'none', 'none'] as const;
const HABITS = ['careful', 'careful', 'careful', 'slips', 'slips', 'teencode'] as const;
const CASES = ['as it is', 'as it is', 'as it is', 'small', 'small', 'CAPITALS'] as const;

/** Each habit of a keyboard is drawn by itself, so that they meet. Names get neither slips nor teencode. */
export function rough(chance: Chance, accents: boolean): { style: string; types: Typing } {
  const letters = accents ? chance.oneOf(LETTERS) : 'none';
  const habit = chance.oneOf(HABITS);
  const casing = chance.oneOf(CASES);
  const isPointed = chance.in100(75);
  const slips: Typed = habit === 'slips' ? (text) => withSlips(text, chance) : asItIs;
  const short: Typed = habit === 'teencode' ? (text) => teencode(text, chance) : asItIs;
  const pointed: Typed = isPointed ? asItIs : (text) => text.replace(/[.,;!?]+(?=\s|$)/g, '');
  const look: Typed = (text) => CASED[casing](letters === 'none' ? withoutAccents(text) : text);
  return {
    style: [letters, habit, casing, isPointed ? '' : 'no points'].filter(Boolean).join(', '),
    types: {
      talk: besideBlanks((text) => look(pointed(slips(short(text))))),
      name: look,
      fact: (text) => look(slips(text)),
    },
  };
}

const asItIs: Typed = (text) => text;

const CASED: Readonly<Record<(typeof CASES)[number], Typed>> = {
  'as it is': asItIs,
  small: (text) => text.toLowerCase(),
  CAPITALS: (text) => text.toUpperCase(),
};

const SHORT: Readonly<Record<string, readonly string[]>> = {
  không: ['ko', 'k', 'kg', 'hok'],
  được: ['dc', 'đc'],
  gì: ['j'],
  biết: ['bt', 'bít'],
  mình: ['mk', 'mik'],
  em: ['e'],
  anh: ['a'],
  chị: ['c'],
  rồi: ['r', 'rùi'],
  với: ['vs', 'zới'],
  đường: ['đg'],
  trường: ['trg'],
  làm: ['lm'],
  người: ['ng'],
  vậy: ['v', 'z', 'dzậy'],
  nhiều: ['nhìu'],
  quá: ['wá', 'qá'],
  những: ['nhg', 'n~'],
  cũng: ['cg', 'cũg'],
  nước: ['nc'],
  trước: ['trc'],
  hôm: ['hum'],
  luôn: ['lun'],
  muốn: ['mún', 'mun'],
  tôi: ['t', 'tui'],
  phải: ['fải'],
  bây: ['bi'],
  giờ: ['h'],
  thôi: ['thui'],
};

/** Two of three words that can be shortened are. */
const teencode = (text: string, chance: Chance): string =>
  text.replace(/\p{L}+/gu, (word) => {
    const shorts = SHORT[word];
    return shorts && chance.in100(66) ? chance.oneOf(shorts) : word;
  });

/** One slip in so many letters, at the most. */
const APART = 25;

/** Words with capitals, numbers and short words stay. */
function withSlips(text: string, chance: Chance): string {
  let since = chance.below(APART);
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    since += word.length;
    if (since < APART || !/^\p{Ll}{3,}$/u.test(word) || !chance.in100(60)) return word;
    since = 0;
    return chance.oneOf(SLIPS)(word, 1 + chance.below(word.length - 1), chance);
  });
}

const NEXT_TO: Readonly<Record<string, string>> = {
  ...{
    a: 's',
    b: 'v',
    c: 'v',
    d: 'f',
    e: 'r',
    g: 'h',
    h: 'j',
    i: 'o',
    k: 'l',
    l: 'k',
    m: 'n',
    n: 'm',
    o: 'p',
  },
  ...{ p: 'o', q: 'w', r: 't', s: 'd', t: 'y', u: 'y', v: 'b', x: 'c', y: 't' },
};

/** `at`: which letter, never the first. */
const SLIPS: readonly ((word: string, at: number, chance: Chance) => string)[] = [
  (word, at) => word.slice(0, at - 1) + (word[at] ?? '') + (word[at - 1] ?? '') + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + (word[at] ?? '') + word.slice(at),
  (word, at) => word.slice(0, at) + (NEXT_TO[word[at] ?? ''] ?? word[at] ?? '') + word.slice(at + 1),
  (word) => telex(word),
];

const MARKS: Readonly<Record<string, string>> = {
  ...{ '\u0302': 'double', '\u0306': 'w', '\u031b': 'w' },
  ...{ '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
};

/** As its keys were pressed: `đường` is `dduwowngf`. */
function telex(word: string): string {
  let tone = '';
  const keys = [...word.replace(/đ/g, 'dd').normalize('NFD')].reduce((typed, letter) => {
    const key = MARKS[letter];
    if (key === undefined) return typed + letter;
    if (key === 'double') return typed + (typed.at(-1) ?? '');
    if (key === 'w') return `${typed}w`;
    tone = key;
    return typed;
  }, '');
  return keys + tone;
}
