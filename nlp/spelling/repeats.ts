import { couldBeSyllable, isSyllable, withoutTone } from './syllable';

const STRETCHED = /(\p{L})\1{2,}/gu;
const TWICE_AT_END = /(\p{L})\1$/u;

/**
 * Letters held down for emphasis: `hôiiii` → `hôi`, `quáaaa` → `quá`, `trờii` → `trời`.
 * Three of a kind are always too many; two only where one makes a word of it. Not in codes, and not of one letter alone:
 * "kkk" is laughter.
 */
export function withoutRepeats(word: string): string {
  const once = word.replace(STRETCHED, '$1');
  if (once.length === 1 || /\d/.test(word)) return word;
  // "cuu" may be "cứu" without its accents.
  if (couldBeSyllable(once)) return once;
  return shortened(once) ?? shortened(once.replace(TWICE_AT_END, '$1')) ?? once;
}

/** The word itself when it is a syllable; or without the plain vowel that echoes its accented end. */
function shortened(word: string): string | undefined {
  if (isSyllable(withoutTone(word))) return word;
  const echo = word.slice(0, -1);
  const [last, before] = [word.at(-1) ?? '', withoutTone(word.at(-2) ?? '').base];
  return last === plain(before) && isSyllable(withoutTone(echo)) ? echo : undefined;
}

const plain = (letter: string): string => letter.normalize('NFD').charAt(0);
