import { chances } from '../chances';

/**
 * Noise as phones and haste make it, for training: a message is learnt as it was written with care, and as others would
 * have typed it. The same text always gets the same noise.
 */
export type Noise = 'bare' | 'partly bare' | 'typos' | 'mixed';

export const NOISES: readonly Noise[] = ['bare', 'partly bare', 'typos', 'mixed'];

interface Shares {
  /** Share of words that lose their accents, get a wrong letter, are shortened, keep their keystrokes. */
  bare: number;
  typo: number;
  short: number;
  keys: number;
}

const SHARES: Readonly<Record<Noise, Shares>> = {
  bare: { bare: 1, typo: 0, short: 0, keys: 0 },
  'partly bare': { bare: 0.35, typo: 0, short: 0.1, keys: 0 },
  typos: { bare: 0, typo: 0.2, short: 0, keys: 0 },
  mixed: { bare: 0.35, typo: 0.12, short: 0.2, keys: 0.06 },
};

/** How people shorten words; several ways each. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  không: ['ko', 'k', 'hok', 'kh', 'hem', 'hong'],
  được: ['dc', 'đc', 'dk', 'đk'],
  gì: ['j', 'ji'],
  vậy: ['z', 'v', 'zậy'],
  rồi: ['r', 'rùi', 'òi'],
  với: ['vs', 'w'],
  và: ['n', '&'],
  cũng: ['cx', 'cg'],
  có: ['cs', 'co'],
  nhưng: ['nhg', 'nhưg'],
  những: ['nhg', 'n~'],
  nhiều: ['nhìu'],
  người: ['ng', 'ngừi'],
  mình: ['mk', 'mik'],
  tôi: ['t', 'tui'],
  em: ['e'],
  anh: ['a'],
  chị: ['c'],
  quá: ['wa', 'qá', 'wá'],
  luôn: ['lun'],
  biết: ['bít', 'bik', 'bt'],
  thôi: ['thui'],
  trước: ['trc'],
  nước: ['nc'],
  đang: ['đag', 'dag'],
  trong: ['trog'],
  giờ: ['h'],
  này: ['nì', 'ni'],
  cho: ['choa', 'cko'],
  làm: ['lm', 'lèm'],
};

/** A letter beside it on the keyboard. */
const BESIDE: Readonly<Record<string, string>> = {
  a: 'qsz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  g: 'fhb',
  h: 'gjn',
  i: 'uok',
  k: 'jl',
  l: 'ko',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  x: 'zc',
  y: 'tu',
};
const TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
};
const SHAPES: Readonly<Record<string, string>> = { '\u0302': '', '\u0306': 'w', '\u031b': 'w' };

/** The text with noise of one kind. */
export function noisy(text: string, noise: Noise): string {
  const shares = SHARES[noise];
  const chance = chances(seedOf(`${noise}:${text}`));
  return text
    .split(/(\s+)/)
    .map((word, place) => (place % 2 === 1 ? word : spoilt(word, shares, chance)))
    .join('');
}

type Chance = () => number;

function spoilt(word: string, shares: Shares, chance: Chance): string {
  const short = SHORT[word.toLowerCase()];
  if (short && chance() < shares.short) return oneOf(short, chance);
  if (shares.keys > 0 && chance() < shares.keys) return keystrokes(word);
  const bare = chance() < shares.bare ? withoutAccents(word) : word;
  return word.length > 1 && chance() < shares.typo ? mistyped(bare, chance) : bare;
}

/** Letters keep their case, `Đ` becomes `D`. */
const withoutAccents = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

/** `nhiễm` → `nhieemx`, the tone typed last. */
function keystrokes(word: string): string {
  let tone = '';
  let keys = '';
  for (const letter of word.normalize('NFD')) {
    if (letter in TONES) tone = TONES[letter] ?? '';
    else if (letter === '\u0302') keys += keys.at(-1) ?? '';
    else keys += SHAPES[letter] ?? (letter === 'đ' ? 'dd' : letter);
  }
  return keys + tone;
}

/** One letter left out, doubled, swapped with the next, or missed by one key. */
function mistyped(word: string, chance: Chance): string {
  const at = Math.floor(chance() * word.length);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (Math.floor(chance() * 4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + after.charAt(0) + letter + after.slice(1);
    default:
      return before + oneOf([...(BESIDE[withoutAccents(letter)] ?? letter)], chance) + after;
  }
}

const oneOf = (all: readonly string[], chance: Chance): string =>
  all[Math.floor(chance() * all.length)] ?? '';

/** The same text always gets the same noise. */
function seedOf(text: string): number {
  let seed = 0;
  for (let at = 0; at < text.length; at++) seed = Math.imul(seed ^ text.charCodeAt(at), 0x5bd1e995);
  return seed;
}
