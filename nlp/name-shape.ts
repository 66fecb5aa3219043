import { FAMILY, JARAI, UPLANDS } from './family-names';
import { fold } from './fold';
import { GIVEN } from './given-names';
import { NOT_NAMES } from './not-names';
import { wordSet } from './word-set';

/** More words are no name. */
export const MOST = 6;
export const SHAPE = /^[\p{L}\p{M}' ]{2,80}$/u;
/** Vietnamese syllables have at most seven letters. */
const LONGEST = 7;

/**
 * Capitals tell a name; in small letters a family name before others, or one that many bear. Beside a number less
 * is asked: "Tuyến 0912…".
 */
export function isName(words: readonly string[], beside: boolean): boolean {
  const joined = words.join(' ');
  const keys = words.map(fold);
  if (words.length > MOST || !SHAPE.test(joined) || keys.some((key) => key.length > LONGEST)) return false;
  const isSmall = joined === joined.toUpperCase() || !words.every((word) => /^\p{Lu}/u.test(word));
  if (HIGHLAND.test(joined)) return true;
  const most = longestOf(keys, beside);
  if (most > 0 && !isSmall) return true;
  if (words.some((word) => NOT_NAMES.has(word.toLowerCase()))) return false;
  if (most > 0) return words.length <= most;
  return isSmall ? beside && isGiven(keys) : beside || isGiven(keys);
}

/** So many words a name of that family has in small letters; 0: no family. Those of the mountains are also plain words. */
function longestOf(keys: readonly string[], beside: boolean): number {
  const [first = '', second] = keys;
  if (second === undefined || (first === 'dang' && DOING.has(second))) return 0;
  if (FAMILY.has(first)) return 5;
  return beside && (UPLANDS.has(first) || JARAI.has(`${first} ${second}`)) ? 4 : 0;
}

/** "Em dang voi": what somebody does; Đặng is a family. */
const DOING = wordSet(
  'voi ban lam di ngu lai chay bi o buon so xai can cho hop hoc gap nau an tren don phai ke dau met noi',
);

/** "K'Brel", "H'Hen Niê". */
const HIGHLAND = /^[KH]'\p{L}{2,7}(?: \p{Lu}\p{L}{1,6})?$/iu;

const isGiven = (keys: readonly string[]): boolean => keys.length <= 3 && keys.every((key) => GIVEN.has(key));
