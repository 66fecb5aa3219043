import { FAMILY } from './family-names';
import { fold } from './fold';
import { NOT_NAMES } from './not-names';

/** "sơn thị sa rết", "phan như ý": what stands in the middle tells it in small letters, too. */
export function spelledSmall(words: readonly string[]): string | null {
  const [first = '', second = '', third = ''] = words.map(fold);
  const isShort = words.length > 2 && words.length <= 4 && words.every((word) => SHAPE_OF_PART.test(word));
  if (!isShort || NOT_NAMES.has(words[0]?.toLowerCase() ?? '')) return null;
  const isNamed = second === 'thi' && !words.slice(2).some((word) => NOT_NAMES.has(word.toLowerCase()));
  return isNamed || (second === 'nhu' && FAMILY.has(first) && GIVEN_BEHIND.has(third))
    ? words.join(' ')
    : null;
}

const GIVEN_BEHIND = new Set('y quynh ngoc mai lan hoa thuy hao tam thao'.split(' '));

const SHAPE_OF_PART = /^[\p{L}\p{M}']{1,7}$/u;
