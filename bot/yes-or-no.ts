import { readText, type Word } from '../nlp/fold';
import { oneLetterApart } from '../nlp/one-letter-apart';
import { couldBeSyllable } from '../nlp/spelling/syllable';
import { type Manners, partsOf, phraseBook, vocabulary } from './phrases';

/** A bare yes has so many words and letters at most. */
const LONGEST = 9;
const LONGEST_TEXT = 60;
const THUMBS_UP = /^[\s👍👌✅🆗🙏💯❤️\u{1f3fb}-\u{1f3ff}]+$/u;
const THUMBS_DOWN = /^[\s👎❌🙅\u{1f3fb}-\u{1f3ff}]+$/u;

export interface YesAndNo extends Manners {
  yes: readonly string[];
  no: readonly string[];
  /** Whole phrases that are a yes to "is it right?". */
  nothingWrong: readonly string[];
}

/** A bare yes in all its forms ("dung r", "ok gửi đi", "👍"), a bare no, or neither. */
export function yesOrNo({
  yes,
  no,
  nothingWrong,
  ...manners
}: YesAndNo): (said: string) => 'yes' | 'no' | null {
  const phraseOf = phraseBook({ no, yes: nothingWrong }, manners);
  const isYes = vocabulary(yes);
  const isPolite = vocabulary(manners.polite);
  const isSlip = slipOf([...yes, ...manners.polite]);
  const whole = (said: string): 'yes' | 'no' | null => {
    if (said.length > LONGEST_TEXT) return null;
    if (THUMBS_UP.test(said)) return 'yes';
    if (THUMBS_DOWN.test(said)) return 'no';
    const phrase = phraseOf(said);
    if (phrase) return phrase;
    const { words } = readText(said);
    if (words.length === 0 || words.length > LONGEST || said.includes('?')) return null;
    const isFitting = (word: Word): boolean => isYes(word) || isPolite(word) || isSlip(word);
    const says = (word: Word, at: number): boolean => isYes(word) && !isThanks(words, at);
    return words.some(says) && words.every(isFitting) ? 'yes' : null;
  };
  // "Không sai chỗ nào cả, gửi thôi": each of the parts is one; "dung, gui di" is no "đừng gửi".
  return (said) => {
    const parts = said.length > LONGEST_TEXT ? [] : partsOf(said);
    const isAllYes = parts.length > 1 && parts.every((part) => whole(part) === 'yes');
    return isAllYes ? 'yes' : whole(said);
  };
}

/** "Cam on" is typed for "cảm ơn", and holds no "ổn". */
const isThanks = (words: readonly Word[], at: number): boolean =>
  words[at]?.folded === 'on' && /^(?:cam|kam)$/.test(words[at - 1]?.folded ?? '');

/** A slip of the finger in one of these: "vâg", "đugn"; what is a word by itself is none. */
function slipOf(phrases: readonly string[]): (word: Word) => boolean {
  const known = [...new Set(phrases.flatMap((phrase) => readText(phrase).words.map(({ folded }) => folded)))];
  const long = known.filter(({ length }) => length >= SHORTEST);
  return ({ typed, folded }) =>
    folded.length >= SHORTEST && !couldBeSyllable(typed) && long.some((word) => oneLetterApart(word, folded));
}

const SHORTEST = 3;
