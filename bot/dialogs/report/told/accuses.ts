import { wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { Draft } from '../draft';
import { kindNamed } from '../steps/kinds';

/** More words tell more than who it was. */
const LONGEST = 14;
const LONGEST_TEXT = 120;

/**
 * "Chính hai chiếc xuồng máy lạ làm", "do chủ đầu tư chung cư Sao Mai đấy", where something else was asked: who it is, as
 * typed; undefined: nobody is accused.
 */
export function accused({ waitingFor, misses }: Draft, heard: Heard): string | undefined {
  if (!ASKED_OTHERWISE.has(waitingFor) || misses > 0) return undefined;
  // "Tôi nghĩ là ô nhiễm không khí" without its accents suspects nobody.
  if (waitingFor === 'category' && kindNamed(heard) !== undefined) return undefined;
  return mayName(heard) ? doerIn(heard.text, ACCUSES) : undefined;
}

/** The same to the summary, where a guess is enough: "chắc là ông Ba Tám gần đó". */
export const suspected = ({ waitingFor }: Draft, heard: Heard): string | undefined =>
  waitingFor === 'confirm' && mayName(heard)
    ? (doerIn(heard.text, ACCUSES) ?? doerIn(heard.text, GUESSES))
    : undefined;

const mayName = ({ text, key, meant, reply }: Heard): boolean =>
  reply === null &&
  text.length <= LONGEST_TEXT &&
  !text.includes('?') &&
  meant.time === null &&
  meant.places.length === 0 &&
  wordCount(key) <= LONGEST;

function doerIn(text: string, says: RegExp): string | undefined {
  const [, by, nameOnly] = says.exec(text.normalize('NFC')) ?? [];
  return (by ?? nameOnly)?.trim().replace(DID_IT, '');
}
const DID_IT = / (?:làm|lam|gây ra|gay ra)$/iu;

const GUESSES =
  /^(?:(?:thì|thi|dạ|da|tôi|toi|tui|em) ){0,2}(?:chắc|chac|có lẽ|co le|hình như|hinh nhu|nghe nói|nghe noi|đoán|doan)(?: (?:chắc|chac))? (?:là|la) ((?:(?:chủ|chu|nhà|nha|của|cua) )?(?:ông|ong|bà|ba|anh|chị|chi|chú|chu|bác|bac|cô|co|thằng|thang|công ty|cong ty|cty|xưởng|xuong|nhà máy|nha may|trại|trai|cơ sở|co so|tiệm|tiem|quán|quan|vựa|vua|lò|lo) \p{L}[^,.]{0,40})[\s.!]{0,3}$/iu;

const ASKED_OTHERWISE: ReadonlySet<Draft['waitingFor']> = new Set([
  'location',
  'time',
  'category',
  'anonymity',
]);
/** With "chính" or "do" it needs an end as well; the authorities are no doers here. */
const ACCUSES =
  /^(?:(?:thì|thi|dạ|da|chắc|chac|tôi|toi|bác|bac|nghe|nói|noi|đâu|dau|người ta|nguoi ta|bà con|ba con|đều|deu|bảo|bao|là|la|ai cũng|ai cung|nghĩ|đoán|doan|theo|em|mình|minh|biết|biet|hàng xóm|hang xom) ){0,6}(?:(?:chính(?! quyền)|chinh(?! quyen)|do)(?: là| la)? (\p{L}.+?) (?:làm|lam|gây ra|gay ra|đấy|day|đó|chứ ai|chu ai)(?: (?:càn|can|đấy|day|đó|do|ạ))?|(?:(?:thủ phạm|thu pham|người gây ra|nguoi gay ra|kẻ gây ra|ke gay ra)(?: (?:chắc|chac|theo (?:tôi|toi|em|mình|minh|bác|bac)(?: (?:biết|biet|nghĩ|nghi))?|thì|thi))?(?: (?:là|la))|nghi (?:là|la|ngờ|ngo)) (\p{L}.+?))[\s.!]{0,3}$/iu;
