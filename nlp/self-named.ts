import { fold } from './fold';
import { NOT_NAMES } from './not-names';
import { ELDERS } from './titles';
import { plainSet, wordSet } from './word-set';

/** Words by which somebody speaks of themselves; the elders among them are also called by a number. */
const SELF = wordSet('tui toi em minh con chau to anh chi');
const CALLED: ReadonlySet<string> = new Set([...plainSet(ELDERS), 'duong']);
/** Before them, and behind a name. */
const LEADS = wordSet('da vang u uh thua alo ad');
const TAILS = wordSet('ne nha nghen nghe nhen hen nhe day do a ha ah da nhe em ad');
const CAPITAL = /^\p{Lu}\p{Ll}{1,6}$/u;
/** Given names that hardly anything else sounds like, without accents and in small letters: "em lan nha". */
const ONLY_NAMES = wordSet(
  'lan huong linh trang thao hanh nhung oanh phuong quynh thuy yen ngoc diep tuan hung cuong minh duc huy khanh thinh ' +
    'toan vinh hoang binh chau giang hue kim loan luyen thoa uyen khoa hoan luan trinh khanh phuc nguyen tuyen thom nguyet xoan nhut khiem',
);
/** And those that are other words as well, said by themselves. */
const ALONE = wordSet(
  'hoa thu hang van my nam long son quang kien lam loc nghia quan tam tan thang tho tien tri trung viet vu hieu bao cuc dao ha ' +
    'hien hong lien ly nhi nhu tham tuyet vy xuan dat kha phong quy an nga bich hao hung khoi nhan phat quyen thien tin truc',
);
/** "Hả", "bao", "tin". */
const CALLS = wordSet('ha bao tin tien');
/** The eldest is "hai"; "ba nam" and "sau" alone are years and later. */
export const NUMBERS_OF_BIRTH = wordSet('hai ba tu nam sau bay tam chin muoi ut');
const NO_NAMES = wordSet(
  'khong ko hong so can muon bi o ten la se da dang biet noi gui bao goi nghi thay ngai lo met thoi roi ok oi nhanh len giup voi xin cam chao cho gi sao vay duoc cung',
);

/**
 * "Tui Tuan ne", "Em Lan nha", "bác Tư đây": who names themselves in passing, where a name was asked for. The name as
 * typed; null when it is none for certain.
 */
export function selfNamed(said: readonly string[]): string | null {
  const words = withoutTail(said);
  const from = words.findIndex((word) => !LEADS.has(fold(word)));
  const [self = '', ...name] = words.slice(Math.max(from, 0)).map(withoutStop);
  const who = fold(self);
  if (name.length === 0 || name.length > 3 || !(SELF.has(who) || CALLED.has(who))) return null;
  const isSure = areNames(name) || isTitled(self, name) || (words.length < said.length && isKnown(who, name));
  return isSure ? name.join(' ') : null;
}

/** "HÒA", "tuấn nha", "nhàn": a given name and nothing else, where name and number were asked for; as typed. */
export function loneName(text: string): string | null {
  const [word = '', more] = withoutTail(text.normalize('NFC').trim().split(/\s+/, 5)).map(withoutStop);
  const key = fold(word);
  const isPlain = word === word.toLowerCase() && (NOT_NAMES.has(word) || CALLS.has(key));
  const isName = ONLY_NAMES.has(key) || (ALONE.has(key) && !isPlain);
  return more === undefined && isName ? word : null;
}

const areNames = (name: readonly string[]): boolean =>
  name.every((word) => CAPITAL.test(word) && !NO_NAMES.has(fold(word)));

/** "Chị nga": behind a title that is typed with its accent a given name is one in small letters as well. */
const isTitled = (self: string, [first = '', more]: readonly string[]): boolean =>
  more === undefined && TITLE.test(self) && (ONLY_NAMES.has(fold(first)) || GIVEN.has(fold(first)));
const TITLE = /^(?:anh|chị|cô|chú|bác|ông|bà|dì|thím|mợ)$/iu;
const GIVEN = wordSet(
  'hoa hang long son quang kien loc nghia trung vu cuc hien nhi nhu tham tuyet vy xuan kha nga bich hung thien truc',
);

function isKnown(who: string, [first = '', more]: readonly string[]): boolean {
  const word = fold(first);
  if (more !== undefined) return false;
  return (SELF.has(who) && ONLY_NAMES.has(word)) || (CALLED.has(who) && NUMBERS_OF_BIRTH.has(word));
}

/** "… nè", "… nha em". */
export function withoutTail(words: readonly string[]): string[] {
  const isTail = (word: string): boolean => TAILS.has(withoutStop(fold(word)));
  const last = words.findLastIndex((word, index) => index === 0 || !isTail(word));
  return words.slice(0, last + 1);
}

const withoutStop = (word: string): string => word.replace(/[.,!]{1,5}$/, '');
