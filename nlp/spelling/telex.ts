import { isForeign } from './foreign';
import { couldBeSyllable, isSyllable } from './syllable';
import { bothHorns, VOWELS, withTone } from './tone-place';

/**
 * Keystrokes that the input method did not turn into letters (the phone's keyboard was off, or the field took none):
 * Telex `nhieexm` → `nhiễm`, `dduwowngf` → `đường`; VNI `nhie64m` → `nhiễm`.
 */

const TELEX_TONES: Readonly<Record<string, string>> = {
  f: '\u0300',
  s: '\u0301',
  x: '\u0303',
  r: '\u0309',
  j: '\u0323',
};
const VNI_TONES: Readonly<Record<string, string>> = {
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
};
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HORN: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };

/** Not accents, even where others are. */
const SUBSTANCES = new Set(['co2', 'so2', 'no2', 'o2', 'o3']);

interface Keyed {
  letters: string[];
  /** One at most: who presses a second takes the first back, and writes another language. */
  tones: string[];
  /** A vowel or đ was made: stronger proof than a tone alone. */
  shaped: boolean;
}

/** A plain lower-case word read as Telex; undefined when it makes no Vietnamese syllable, or is a word as it stands. */
export function fromTelex(word: string): string | undefined {
  if (!/^[a-z]{2,10}$/.test(word) || !/[fsrxjw]|aa|ee|oo|dd|^[^aeo]*[aeo].*[aeo]$|d$/.test(word))
    return undefined;
  if (isForeign(word) || couldBeSyllable(word)) return undefined;
  const keyed: Keyed = { letters: [], tones: [], shaped: false };
  for (const key of word) pressTelex(keyed, key);
  return spelt(keyed);
}

/** The same for VNI, where digits make the accents. */
export function fromVni(word: string): string | undefined {
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(word) || word.length > 10 || SUBSTANCES.has(word)) return undefined;
  const keyed: Keyed = { letters: [], tones: [], shaped: false };
  for (const key of word) pressVni(keyed, key);
  return spelt(keyed);
}

/**
 * Does the text hold a word that only VNI explains, with an accent before its last letter? Then digits after letters are
 * accents, not numbers: `o6 nhie6m`, but not `lo6` alone, which is a plot.
 */
export const looksLikeVni = (text: string): boolean => /[aeoud][6-9][1-5]?\p{L}/iu.test(text);

function pressTelex(keyed: Keyed, key: string): void {
  const tone = TELEX_TONES[key];
  if (tone !== undefined && hasVowel(keyed)) keyed.tones.push(tone);
  else if (key === 'd' && keyed.letters[0] === 'd') stroke(keyed);
  else if (!shape(keyed, key)) keyed.letters.push(key);
}

const shape = (keyed: Keyed, key: string): boolean =>
  key === 'w' ? horn(keyed) : key in CIRCUMFLEX && circumflex(keyed, key);

function pressVni(keyed: Keyed, key: string): void {
  const tone = VNI_TONES[key];
  if (tone !== undefined) keyed.tones.push(tone);
  else if (key === '6') circumflex(keyed);
  else if (key === '7' || key === '8') horn(keyed);
  else if (key === '9' && keyed.letters[0] === 'd') stroke(keyed);
  else keyed.letters.push(key);
}

/** The hat goes on the last vowel that can wear it; in Telex on the one that is typed again. */
function circumflex(keyed: Keyed, letter?: string): boolean {
  const at = keyed.letters.findLastIndex((each) => (letter ? each === letter : each in CIRCUMFLEX));
  const hat = CIRCUMFLEX[keyed.letters[at] ?? ''];
  if (hat === undefined) return false;
  keyed.letters[at] = hat;
  return (keyed.shaped = true);
}

/** `uo` gets both horns: `dduowngf` and `duongwdf` are one word. After a consonant the key is `ư` itself. */
function horn(keyed: Keyed): boolean {
  const at = keyed.letters.findLastIndex((each) => each in HORN);
  const horned = HORN[keyed.letters[at] ?? ''];
  if (horned === undefined) return keyed.letters.length > 0 && keyed.letters.push('ư') > 0;
  keyed.letters[at] = horned;
  if (horned === 'ơ' && keyed.letters[at - 1] === 'u' && keyed.letters[at + 1] !== undefined)
    keyed.letters[at - 1] = 'ư';
  return (keyed.shaped = true);
}

function stroke(keyed: Keyed): void {
  keyed.letters[0] = 'đ';
  keyed.shaped = true;
}

const hasVowel = ({ letters }: Keyed): boolean => letters.some((letter) => VOWELS.includes(letter));

function spelt({ letters, tones, shaped }: Keyed): string | undefined {
  const base = bothHorns(letters.join(''));
  const [tone = '', another] = tones;
  if (another !== undefined || (!shaped && tone === '') || !isSyllable({ base, tone })) return undefined;
  return withTone(base, tone);
}
