import { FAMILY, UPLANDS } from './family-names';
import { fold } from './fold';
import { GIVEN } from './given-names';
import { MIDDLE, SYLLABLE } from './name-beside';
import { NOT_NAMES } from './not-names';
import { withoutUse } from './number-told';
import { withoutPhones } from './phone';
import { NUMBERS_OF_BIRTH } from './self-named';
import { TITLES } from './titles';
import { plainSet, wordSet } from './word-set';

/** Families whose names are plain words elsewhere, or that few bear: a name only where all behind them are names. */
const SELDOM = wordSet(
  'tu khong mac bach kim khuong lai phi nham ninh hua thieu tieu lieu mau ung vien xa ngan luc tong cu doan lam bien ' +
    'phuong nhu vuu si kha diep dinh an ong trang tang chau loi ngac ma moc tat son thach',
);
/** What stands in names besides the given ones that a single word may be. */
const PARTS = wordSet(
  'thi van huu cong dinh quoc the gia ba trong chi ngan khang tran han kiet hoai pa be luom hau lap luc khai dai loi ' +
    'quyet tin vy truc gia nguyen thach sa a my po duyen mong tra tram tien vo dang tuong nghi dien nguyet phi cat tuong duong ' +
    'nhien nghiem khue hoan nien vuong lenh thuc sy si kieu ai du khuong canh chinh dao trieu lai',
);

/** What two words of names tell besides: days and provinces. */
const ELSE =
  /^(?:sang mai|thu (?:hai|ba|tu|nam|sau|bay)|hai (?:phong|duong)|thai (?:binh|nguyen)|(?:binh|hai|an) (?:duong|dinh|phuoc|thuan|giang|phu)|long an|nghe an|vinh (?:long|phuc)|quang (?:nam|tri|binh|ngai|ninh)|nam dinh|(?:thanh|khanh) hoa|(?:tien|an|hau|ha|bac|kien) giang|hoa binh|lam dong|gia lai|lai chau|bac ninh|thua thien)$/;

/**
 * Whether words are the name of a person whatever else each of them is, in small letters and without accents as well:
 * of a family behind which nothing but names stand ("tu ngoc diem"), or given names alone ("minh khang").
 */
export function isFullName(words: readonly string[]): boolean {
  const keys = words.map(fold);
  const isShort = keys.length > 1 && keys.length <= MOST && words.every((word) => SYLLABLE.test(word));
  return isShort && !isElse(words, keys) && (isOfFamily(words, keys) || areParts(words, keys));
}

/** "Thứ hai", "Hải Phòng", "là Thảo", "Thảo ạ", "lam thi ut so". */
function isElse(words: readonly string[], keys: readonly string[]): boolean {
  const [first = ''] = keys;
  const last = words.at(-1) ?? '';
  const isTailed = TAILS.has(fold(last)) && !isCapital(last);
  const isLed = PARTICLES.has(first) && !isCapital(words[0] ?? '');
  const isNumber = keys.every((key) => NUMBERS_OF_BIRTH.has(key));
  return isLed || isTailed || isNumber || keys.at(-1) === 'a' || ELSE.test(keys.join(' '));
}

/** "Hồ Thị Kăn Sương", "Huỳnh Văn Bé Tư": behind a family's name the others may be any. */
function isOfFamily(words: readonly string[], [first = '', second = '']: readonly string[]): boolean {
  const isSure = isFamily(first) && words.length > 2 && (MIDDLE.has(second) || words.every(isCapital));
  return isSure && !words.slice(2).some(isWord);
}

const isFamily = (key: string): boolean => FAMILY.has(key) || UPLANDS.has(key);

const areParts = (words: readonly string[], [first = '']: readonly string[]): boolean =>
  (isFamily(first) || (isPart(first) && !TITLED.has(first)) || SELDOM.has(first)) &&
  words.slice(1).every((word) => isPart(fold(word)) && !isWord(word));

const MOST = 5;
/** "Là Thảo", "a Páo". */
const PARTICLES = wordSet('la a');
const isPart = (key: string): boolean => GIVEN.has(key) || PARTS.has(key);
const isCapital = (word: string): boolean => /^\p{Lu}\p{Ll}*$/u.test(word);
/** "Sau", "Hai" and the like are names as well; "sẽ" and "đang" are not. */
const isWord = (word: string): boolean => NOT_NAMES.has(word.toLowerCase()) && !isPart(fold(word));

/** "Mẹ Bống", "chú Ba Lượm", "chị Thu": with a title one word is enough, and it may be any. */
export function isTitledName([title = '', ...words]: readonly string[]): boolean {
  const key = fold(title);
  const [first = '', second] = words;
  const isWordless = words.length > 0 && words.every((word) => SYLLABLE.test(word) && !isWord(word));
  if (!isWordless || words.length > 2) return false;
  if (PARENTS.has(title.toLowerCase())) return second === undefined || CHILD.has(fold(first));
  if (!TITLED.has(key)) return false;
  // "Ba năm nay" is no lady.
  const isSure = isCapital(first) || TITLES.has(title.toLowerCase());
  if (second !== undefined)
    return isSure && NUMBERS_OF_BIRTH.has(fold(first)) && !NUMBERS_OF_BIRTH.has(fold(second));
  return isPart(fold(first)) && (isCapital(first) || !isPlain(first));
}

/** "Anh hiểu", "bác bảo". */
const isPlain = (word: string): boolean => NOT_NAMES.has(word) || DOES.has(word);
const DOES = wordSet('hiểu bảo khai');

/** "Thảo": a given name alone; in small letters only what is hardly another word. */
export const isSingleName = ([word = '', more]: readonly string[]): boolean =>
  more === undefined &&
  (isCapital(word) ? isPart(fold(word)) : GIVEN.has(fold(word)) && !NOT_NAMES.has(word));

/** By their child many are called. */
const PARENTS = wordSet('mẹ me má bố');
const CHILD = wordSet('be cu bi');
const TITLED = plainSet(TITLES);

/**
 * The name that stands by itself among the words around it, where a name was asked for: "cứ hỏi Huỳnh Văn Bé Tư là bà con
 * biết". As typed; null when none is one beyond doubt.
 */
export function fullNameIn(text: string): string | null {
  const said = withoutUse(withoutPhones(text.normalize('NFC').slice(0, LONG), () => ' | '));
  for (const part of said.split(/[^\p{L}\p{M}'’ ]+/u)) {
    const words = part.trim().split(/ +/);
    for (const [from, word] of words.entries()) {
      if (from > LATEST) break;
      if (from > 0 && !LEADS.has(fold(words[from - 1] ?? ''))) continue;
      const name = word === '' ? null : nameFrom(words, from);
      if (name !== null) return name;
    }
  }
  return null;
}

const LONG = 300;
const LATEST = 9;

/** The longest one, behind which nothing but its tail stands. */
function nameFrom(words: readonly string[], from: number): string | null {
  for (let to = Math.min(words.length, from + MOST); to > from; to--) {
    const next = words[to];
    const name = words.slice(from, to);
    if (next !== undefined && !TAILS.has(fold(next))) continue;
    if (isFullName(name)) return name.join(' ');
    if (isTitledName(name)) return nameOfTitled(name);
    if (isLed(words, from, to)) return name.join(' ');
  }
  return null;
}

/** "Chị Thu" is Thu; "mẹ Bống" and "chú Ba Lượm" are called so. */
export const nameOfTitled = (name: readonly string[]): string =>
  (name.length === 2 && !PARENTS.has((name[0] ?? '').toLowerCase()) ? name.slice(1) : name).join(' ');

/** "Cứ hỏi Thảo là …", "ghi giùm tui cao bá quát": behind what leads to a name less is asked. */
function isLed(words: readonly string[], from: number, to: number): boolean {
  const [word = '', before = '', led = ''] = [words[from], words[from - 1], words[from - 2]].map(
    (each) => each ?? '',
  );
  const isCalled = CALLS.has(fold(before));
  const isAsked = ASKS.has(fold(before)) || (fold(before) === 'tui' && ASKS.has(fold(led)));
  if (to === from + 1)
    return (
      isPart(fold(word)) && ((isCalled && /^\p{Lu}\p{Ll}/u.test(word)) || (isAsked && to === words.length))
    );
  const name = words.slice(from, to);
  return (
    isAsked &&
    to - from > 2 &&
    FAMILY.has(fold(word)) &&
    name.every((each) => SYLLABLE.test(each) && !isWord(each))
  );
}

const CALLS = wordSet('ten la hoi gap ghi gium giup tui em');
const ASKS = wordSet('ghi gium giup hoi');
const LEADS = wordSet(
  'ten la em toi minh mik tui chau con bac chu chi anh co ong gap hoi goi ghi gium giup lh he cho day da vang di luon a nua nha',
);
const TAILS = wordSet('la so sdt dt dien phone nha nhe a nghen nghe ne day do gium giup theo qua o nhen hen');
