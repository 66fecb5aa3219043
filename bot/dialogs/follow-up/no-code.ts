import { couldBeSyllable } from '../../../nlp/spelling/syllable';
import type { Heard } from '../../hear';

const LONGEST = 12;
const OF_CODE = /\b(?:ma|tin nhan|quen|mat|khong (?:co|nho|biet|thay|con)|o dau|la gi|lay dau|sao)\b/;

/**
 * "Mã gì", "mất mã rồi": they have no code at hand, or ask about it. All must be words: what may be a secret is a try,
 * and stays out of the log.
 */
export function hasNoCode({ key, text }: Pick<Heard, 'key' | 'text'>): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
  if (ENGLISH.test(key)) return true;
  return words.length > 1 && words.length <= LONGEST && OF_CODE.test(key) && words.every(couldBeSyllable);
}
const ENGLISH =
  /^(?:but )?i (?:have )?(?:lost|forgot|forgotten|do not (?:have|know)|don t (?:have|know)|dont (?:have|know))\b/;
