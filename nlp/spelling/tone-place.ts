import { isSyllable, withoutTone } from './syllable';

export const VOWELS = 'aeiouyăâêôơư';
const PLAIN = /^[a-z0-9]*$/;

/**
 * `hòa` and `hoà` are one word by two rules of spelling, `tòan` is `toàn` and `ngưòi` is `người` in haste: the newer rule
 * stands for all.
 */
export function tonePlaced(word: string): string {
  if (PLAIN.test(word)) return word;
  const { base, tone } = withoutTone(word);
  const syllable = { base: bothHorns(base), tone };
  return tone !== '' && isSyllable(syllable) ? withTone(syllable.base, tone) : word;
}

/** In a syllable that goes on after it, `ươ` has both horns or none. */
export const bothHorns = (base: string): string => base.replace(/ưo|uơ(?=[cmnpti])/, 'ươ');

/** The tone stands on the accented vowel, else on the one before the last letters, by the newer rule of spelling. */
export function withTone(base: string, tone: string): string {
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
