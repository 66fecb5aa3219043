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
  return (typed) => {
    const said = typed.length > LONGEST_TEXT ? typed : typed.replace(TO_WHOM, '$1');
    const parts = said.length > LONGEST_TEXT ? [] : partsOf(said);
    const isAllYes = parts.length > 1 && parts.every((part) => whole(part) === 'yes');
    return isAllYes ? 'yes' : whole(said);
  };
}

/** "Đúng gửi lên cấp trên đi": to whom it is to be sent changes nothing of a yes. */
const TO_WHOM =
  /(?<!\p{L})(gửi|gởi|chuyển|nộp|trình|gui|chuyen|nop|trinh) (?:giúp |giùm |ngay |luôn |giup |gium |luon )?(?:lên|cho|tới|đến|về|len|toi|den|ve) (?:(?:các|cac|quý|quy) )?(?:cấp trên|cap tren|trên|tren|xã|xa|phường|phuong|huyện|huyen|tỉnh|tinh|thành phố|thanh pho|trung ương|trung uong|sở|so|ủy ban|uỷ ban|uy ban|ubnd|cơ quan chức năng|co quan chuc nang|cơ quan|co quan|công an|cong an|lãnh đạo|lanh dao|thanh tra|cán bộ|can bo)(?!\p{L})/giu;

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
