import { fold } from './fold';
import { emailIn } from './email';
import { FAMILY, OF_TWO, UPLANDS } from './family-names';
import { isFullName, isTitledName, nameOfTitled } from './full-name';
import { GIVEN } from './given-names';
import { MOST, SHAPE, isName } from './name-shape';
import { NOT_NAMES } from './not-names';
import { withoutUse } from './number-told';
import { withoutPhones } from './phone';
import { selfNamed, withoutTail } from './self-named';
import { titledIn } from './titled-name';
import { TITLES } from './titles';
import { spelledSmall } from './small-name';
import { plainSet, wordSet } from './word-set';

/** Words that an answer has besides the name; without accents only in small letters: "Minh" is a name. */
const SMALL =
  /(?<!\p{L})(?:họ và tên|họ tên|ho va ten|ho ten|số điện thoại|số đt|điện thoại|số máy|máy|sđt|đt|phone|zalo|liên hệ|liên lạc|gọi cho|gọi|gặp|tên|là|tôi|tui|mình|cháu|tớ|dạ|vâng|ạ|nhé|nè|nghen|ơi|số|của|họ và|họ|thưa|này|đây|đó)(?!\p{L})/giu;
const SMALL_BARE =
  /(?<!\p{L})(?:so dien thoai|so may|may|dien thoai|so dt|sdt|dt|lien he|lien lac|goi cho|goi|ten|la|toi|em|con|tui|da|vang|nhe|nha|nghe|so|cua|(?<!(?:ngọc|ngoc|tuấn|tuan|lan|vân|van|phương|phuong|quỳnh|quynh|hoàng|hoang|đức|duc|thùy|thuy|trâm|tram|nhật|nhat|việt|viet) )anh|chị|chi|cô|chú|chu|bác|bac|ông|ong|bà|bạn|xin|ad|a|c|e|day)(?!\p{L})/gu;
const TITLE_FIRST = /(^|\| ?)(?:anh|chị|chi|cô|chú|bác|ông|bà|em|bạn|con) /giu;
/** "minh Pham Thu Ha" speaks of herself; Minh is a name. */
const SELF_FIRST = /(^|\| ?)(?:(?:minh|mik|[Tt]ui|[Tt]oi|em|bac|co|chu|ong|anh|chi) ){1,2}(?=\p{Lu})/gu;
const INTRODUCED =
  /(?<!\p{L})(?:(?:họ và tên|họ tên|tên|ten)(?: (?:đầy đủ|day du))?(?: (?:của|cua))?(?: (?:tôi|toi|mình|minh|em|cháu|chau|con|bác|bac|tui|t|e))?(?: (?:là|la))?|(?:tôi|toi|em|mình|minh|cháu|chau|con|tui|tớ|đây|day|t|e) (?:là|la|tên|ten)(?: (?:đầy đủ|day du))?(?: (?:là|la))?|my name is|i am|i'm|(?:(?:liên hệ|lien he|liên lạc|lien lac|gọi|goi|gặp|gap|tìm|alo)(?: (?:cho|với|voi|lại|lai))?(?: \|(?= (?:gọi|goi|gặp|gap|tìm)))?(?: (?=gọi|goi|gặp|gap|tìm|cho))?){1,3}(?: (?:tôi|toi|em|mình|minh|cháu|chau|con|tui|bác|bac|anh|chị|chi)(?: tên| ten)? (?:là|la))?)(?: \|)? ((?:\p{L}[\p{L}\p{M}']*(?:\s|$)){1,9})/giu;
const CALLED: ReadonlySet<string> = new Set([...plainSet(TITLES), 'em']);

/** The name in an answer to "name and phone", as typed; null when it holds none: a sentence is no name. */
export function nameIn(text: string): string | null {
  const said = withoutUse(withoutPhones(text.normalize('NFC'), () => ' | ').slice(0, LONG));
  const answer = said.replace(OPENS, '');
  const [, whole] = WHOLE.exec(answer) ?? [];
  if (whole !== undefined) return whole;
  // In capitals throughout, "PHẠM THU HÀ NHA" tells no name from other words.
  if (answer !== answer.toUpperCase()) return nameOf(answer, emailIn(text) !== null);
  const small = answer.toLowerCase();
  return (WHOLE.exec(small)?.[1] ?? nameOf(small, emailIn(text) !== null))?.toUpperCase() ?? null;
}

const LONG = 300;

/** "Da 0912…", "Vang a, …", "Day la so …": with a capital, and no name. */
const OPENS =
  /^\s*(?:Da(?!\p{L})|Vang(?: a)?(?= ?[|,])|Vang(?= (?!(?:a|thi|van|mi|seo) )\p{Ll})|Day(?= la )|So(?= +(?:em|toi|tui|minh|bac|chau|con|may|dien|nay|cua|la|zalo|lien|dang|hay|thuong|moi|chinh|chi)(?!\p{L})))/u;

/** "lý a sáng", "ma thị sen": what stands in the middle tells a name, whatever its words are in small letters. */
const WHOLE =
  /(?:^|[\s,:])((?:giàng|giang|vàng|sùng|sung|thào|thao|lý|ly|mùa|hạng|hang|lầu|tráng|chảo|phàn|tẩn|lò|ma|má|hồ) (?:a|thị|thi|văn|mí|seo|láo) \p{Ll}{2,6})(?=[\s,.;–-]|$)/u;

/** The same where a name was asked for: a few words with capitals are one, of whatever family; so is "bac Sau". */
export function nameAsked(text: string): string | null {
  const said = text.normalize('NFC').trim();
  const words = said.split(/\s+/).slice(0, MOST + 1);
  const name = nameIn(text);
  if (name !== null) return name;
  return said === said.toUpperCase()
    ? shouted(withoutTail(words))
    : (capitalised(words) ?? uplands(words) ?? selfNamed(words) ?? spelledSmall(words) ?? wholly(words));
}

/** "minh khang", "Bao Tran", "mẹ Bống". */
const wholly = (words: readonly string[]): string | null =>
  isFullName(words) ? words.join(' ') : isTitledName(words) ? nameOfTitled(words) : null;

/** The same of a message that follows a number: "anh dũng". */
export const nameBehind = (text: string): string | null =>
  nameAsked(text) ?? nameOf(text.normalize('NFC').slice(0, SHORT).replace(OPENS, ''), true);
const SHORT = 40;

/** "giàng a páo": families of the mountains, in small letters as well. */
function uplands(words: readonly string[]): string | null {
  const [family = '', ...rest] = words.map(fold);
  const isShort = rest.length <= 3 && (rest.length > 1 || (rest.length === 1 && family === 'ka'));
  const isKnown = UPLANDS.has(family) || (rest.length > 1 && OF_TWO.has(`${family} ${rest[0] ?? ''}`));
  const isWord = words.some(
    (word, index) => !SHAPE_OF_PART.test(word) || (index > 0 && NOT_NAMES.has(word.toLowerCase())),
  );
  return isShort && isKnown && !isWord ? words.join(' ') : null;
}

const SHAPE_OF_PART = /^[\p{L}\p{M}']{1,7}$/u;

/** "Cô Mây"; but "Cổ Thị Mây" has a family of that name. */
const isTitled = ([first = '', second = '']: readonly string[]): boolean =>
  second !== '' && CALLED.has(fold(first)) && !MIDDLE.has(fold(second));

/** These stand between a family's name and a given one, whatever the family is called. */
const MIDDLE = new Set('thi van huu a'.split(' '));

function capitalised(words: readonly string[]): string | null {
  const named = isTitled(words) ? words.slice(1) : words;
  if (!named.every((word) => CAPITAL.test(word))) return null;
  if (isTitled(words) && named.length === 1) return named.some(isCall) ? null : named.join(' ');
  return named.length > 1 && (isName(named, true) || isInFull(named)) ? named.join(' ') : null;
}

/** "To Nhu Quynh": three words with capitals, of which one may be another word as well. */
const isInFull = (words: readonly string[]): boolean =>
  (words.length === 3 || words.length === 4) &&
  FAMILY.has(fold(words[0] ?? '')) &&
  !NOT_NAMES.has(words[0]?.toLowerCase() ?? '') &&
  words.filter((word) => NOT_NAMES.has(word.toLowerCase())).length < 2;

/** In capitals throughout a title or a family name must stand before it, or what stands only in names. */
function shouted(words: readonly string[]): string | null {
  if (isWhole(words)) return words.join(' ');
  const isSure = isTitled(words) || (words.length > 1 && FAMILY.has(fold(words[0] ?? '')));
  return isSure ? (capitalised(words.map(titleCase))?.toUpperCase() ?? null) : null;
}

/** "KHUONG VAN DUNG"; but not "Ở VĂN PHÒNG". */
function isWhole(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words.map((word) => word.toLowerCase());
  const isShort = words.length > 2 && words.length <= 4 && SHAPE.test(words.join(' '));
  return isShort && MIDDLE.has(fold(second)) && !NOT_NAMES.has(first) && !OFFICES.has(fold(third));
}

const OFFICES = new Set(['phong', 'ban', 'thu', 'hoa', 'tran']);

/** "Chị ơi", "em không": no name; "Sau" without its accent may be one. */
const isCall = (word: string): boolean =>
  ['oi', 'a', 'ne'].includes(fold(word)) ||
  (word.toLowerCase() !== fold(word) && NOT_NAMES.has(word.toLowerCase()));

const CAPITAL = /^\p{Lu}\p{Ll}{0,6}$/u;
const titleCase = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase();

/** "Tên Thảo số 0912…". */
const NUMBER_LEADS = / (?:số|so|sđt|sdt|đt|dt|phone|zalo)$/;

function nameOf(answer: string, isBeside: boolean): string | null {
  const plain = answer
    .replace(/(?<!\S)\S+@\S+/g, ' | ')
    .replace(/[,.;:!?()[\]"“”/\\+–-]+/g, ' | ')
    .replace(/\s+/g, ' ')
    // "Gọi số 0912… cho Hạnh".
    .replace(/\| (?:cho|của|cua|hỏi|hoi) (?!tôi|toi|em|mình|minh|tui|nhé|nhe)/giu, '| gặp ');
  for (const [, said = ''] of plain.matchAll(INTRODUCED)) {
    const name = leadingName(said.trim().replace(NUMBER_LEADS, '').split(' '));
    if (name) return name;
  }
  const beside = isBeside || answer.includes('|');
  const titled = beside ? titledIn(plain) : null;
  if (titled) return titled;
  const rest = plain
    .replace(SMALL, ' ')
    .replace(SMALL_BARE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(TITLE_FIRST, '$1')
    .replace(SELF_FIRST, '$1');
  const parts = rest.split('|').map((part) => part.trim().split(' '));
  const whole = parts.find((words) => isName(words, beside));
  if (whole) return whole.join(' ');
  return parts.filter(startsAsName).map(leadingName).find(Boolean) ?? null;
}

/** "Nguyễn Văn Hùng ở tổ 5". */
const startsAsName = (words: readonly string[]): boolean =>
  FAMILY.has(fold(words[0] ?? '')) && words.slice(0, 2).every((word) => /^\p{Lu}\p{Ll}/u.test(word));

/** The words of a name at the beginning: "anh Tuấn nha" → "Tuấn". */
function leadingName(words: readonly string[]): string | null {
  const from = CALLED.has(fold(words[0] ?? '')) && words.length > 1 ? 1 : 0;
  for (let to = Math.min(words.length, from + MOST); to > from; to--) {
    const name = words.slice(from, to);
    if (!isTailed(name) && isName(name, true)) return name.join(' ');
  }
  // "Tên Dung", "em là Dung ạ": behind what introduces it.
  const [first = '', second = ''] = words.slice(from);
  if (CAPITAL.test(first) && GIVEN.has(fold(first)) && !CAPITAL.test(second)) return first;
  // "anh Quan": behind a title a capital tells a name, whatever else the word is.
  const end = words.findIndex((word, index) => index >= from && !/^\p{Lu}\p{Ll}{1,6}$/u.test(word));
  const titled = from === 1 ? words.slice(1, end < 0 ? MOST : end) : [];
  return titled.length > 0 ? titled.join(' ') : null;
}

/** "Lo Thi Mai a"; in small letters only what ends no name: "lo thi mai a". */
const isTailed = (name: readonly string[]): boolean => {
  const last = name.at(-1) ?? '';
  return (
    (name.length > 2 && last === 'a') || (name.length > 1 && TAIL.has(last) && CAPITAL.test(name[0] ?? ''))
  );
};
const TAIL = wordSet('a nhe nha nhen nghen ne day do so sdt dt');
