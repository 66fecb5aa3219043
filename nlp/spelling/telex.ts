import { couldBeSyllable, isSyllable } from './syllable';
import { tonePlaced } from './tone-place';

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
const VOWELS = 'aeiouyăâêôơư';

/** Words of other languages, and our own short ones, that happen to read as Telex. */
const FOREIGN = new Set(
  `as is us or has his was its yes this thus gas bar bus car cars max mix mixer tax fax wax fox box sex six pet for far per her sir
   var mar bars now how low row cow law new view see bee fee free tree too zoo food door cook book look room week need
   chest test rest best last lost cost post fast bass boss less press dress class glass mass pass loss miss kiss
   air hair fair pair poor floor our your four hours tour user order after water river paper never ever over under
   aws ios css js xr vr tv ngos ceos cr sr mr mrs drs ads apps bots maps tips sms fb als sos ups usr dns has
   pos post pro ex exe tex lux vox flex rex relax index latex duplex complex moto auto foo loo hoo boo coop`.split(
    /\s+/,
  ),
);

interface Keyed {
  letters: string[];
  tone: string;
  /** A vowel or đ was made: stronger proof than a tone alone. */
  shaped: boolean;
}

/** A plain lower-case word read as Telex; undefined when it makes no Vietnamese syllable, or is a word as it stands. */
export function fromTelex(word: string): string | undefined {
  if (!/^[a-z]{2,10}$/.test(word) || !/[fsrxjw]|aa|ee|oo|dd|^[^aeo]*[aeo].*[aeo]$|d$/.test(word))
    return undefined;
  if (FOREIGN.has(word) || couldBeSyllable(word)) return undefined;
  const keyed: Keyed = { letters: [], tone: '', shaped: false };
  for (const key of word) pressTelex(keyed, key);
  return spelt(keyed);
}

/** The same for VNI, where digits make the accents. */
export function fromVni(word: string): string | undefined {
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(word) || word.length > 10) return undefined;
  const keyed: Keyed = { letters: [], tone: '', shaped: false };
  for (const key of word) pressVni(keyed, key);
  return spelt(keyed);
}

/** Does the text hold a word that only VNI explains? Then digits after letters are accents, not numbers. */
export const looksLikeVni = (text: string): boolean => /[aeoud][6-9](?![0-9])/i.test(text);

function pressTelex(keyed: Keyed, key: string): void {
  const tone = TELEX_TONES[key];
  if (tone !== undefined && hasVowel(keyed)) keyed.tone = tone;
  else if (key === 'd' && keyed.letters[0] === 'd') stroke(keyed);
  else if (!shape(keyed, key)) keyed.letters.push(key);
}

const shape = (keyed: Keyed, key: string): boolean =>
  key === 'w' ? horn(keyed) : key in CIRCUMFLEX && circumflex(keyed, key);

function pressVni(keyed: Keyed, key: string): void {
  const tone = VNI_TONES[key];
  if (tone !== undefined) keyed.tone = tone;
  else if (key === '6') circumflex(keyed);
  else if (key === '7' || key === '8') horn(keyed);
  else if (key === '9') stroke(keyed);
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

/** `uo` gets both horns: `dduowngf` and `duongwdf` are one word. */
function horn(keyed: Keyed): boolean {
  const at = keyed.letters.findLastIndex((each) => each in HORN);
  const horned = HORN[keyed.letters[at] ?? ''];
  if (horned === undefined) return false;
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

function spelt({ letters, tone, shaped }: Keyed): string | undefined {
  const base = letters.join('').replace(/uơ(?=[cmnpti])/, 'ươ');
  if ((!shaped && tone === '') || !isSyllable({ base, tone })) return undefined;
  return tonePlaced(withTone(base, tone));
}

/** The tone stands on the accented vowel, else on the one before the last letters, by the newer rule of spelling. */
function withTone(base: string, tone: string): string {
  if (tone === '') return base;
  const at = toneAt(base);
  return (base.slice(0, at + 1) + tone + base.slice(at + 1)).normalize('NFC');
}

function toneAt(base: string): number {
  const vowels = [...base].flatMap((letter, index) => (VOWELS.includes(letter) ? [index] : []));
  const own = vowels.slice(/^(?:qu|gi.*[aeiouyăâêôơư])/.test(base) ? 1 : 0);
  const marked = own.findLast((index) => 'ăâêôơư'.includes(base.charAt(index)));
  if (marked !== undefined) return marked;
  const [first = 0, second] = own;
  if (second === undefined) return first;
  const closed = own.at(-1) !== base.length - 1;
  return closed || own.length > 2 || /(?:oa|oe|uy)$/.test(base) ? second : first;
}
