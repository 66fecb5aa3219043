import { emailIn } from './email';
import { FAMILY, UPLANDS } from './family-names';
import { fold } from './fold';
import { GIVEN } from './given-names';
import { NOT_NAMES } from './not-names';
import { withoutUse } from './number-told';
import { withoutPhones } from './phone';
import { NUMBERS_OF_BIRTH } from './self-named';
import { wordSet } from './word-set';

/**
 * What is left of an answer to "name and number" once the number and the words around it are gone: "bạch công tiến" of
 * "cứ gọi 0818…, tôi là bạch công tiến". Whoever is asked for both hardly says anything else, so that a family or a
 * given name need not be known. As typed; null when nothing or more than a name is left.
 * @param introduced only behind words that lead to a name ("tên …", "tôi là …", "chị …"): where other things are told as well
 */
export function nameBeside(text: string, introduced = false): string | null {
  const said = withoutUse(withoutPhones(text.normalize('NFC').slice(0, LONG), () => ' | '));
  const names = (emailIn(said) === null ? said : said.replace(/(?<!\S)\S+@\S+/g, ' | '))
    .replace(NUMBERS, ' | ')
    .split(/[^\p{L}\p{M}'’ ]+/u)
    .map((part) => withoutLeads(part.trim().split(/ +/)))
    .filter((part) => isName(part) && (part.lead !== null || !introduced));
  return names.length === 1 ? (names[0]?.words.join(' ') ?? null) : null;
}

const LONG = 160;

/** "số", "sđt của tôi", "điện thoại": what is told behind them is no part of a name. */
const NUMBERS =
  /(?<!\p{L})(?:số|sđt|sdt|đt|dt|phone|zalo|điện thoại|dien thoai|so(?=\s{1,3}(?:dt|dien|cua|toi|tui|em|minh|may|la|nay|day|lien|zalo|\|)))(?!\p{L})/giu;

interface Introduced {
  words: readonly string[];
  /** The word that tells that a name follows: "tên …", "em … đây". */
  lead: string | null;
}

/** Without what leads to a name and what ends it: "em tên là kim sô pha nha" → "kim sô pha". */
function withoutLeads(said: readonly string[]): Introduced {
  const keys = said.map((word) => word.toLowerCase());
  const is = keys.findLastIndex((key, index) => index < LATEST && NAMING.has(fold(key)));
  let from = is + 1;
  while (from < said.length - 1 && LEADS.has(keys[from] ?? '')) from++;
  const to = endOf(said, from);
  const isIntroduced = is >= 0 && from === is + 1 && CAPITAL.test(said[from] ?? '');
  if (to - from === 2 && MAY_LEAD.has(keys[from] ?? '') && !isIntroduced) from++;
  return { words: said.slice(from, to), lead: keys[from - 1] ?? null };
}

/** Without where they live and what is said to us. */
function endOf(said: readonly string[], from: number): number {
  const lives = said.findIndex((word, index) => index > from && LIVES.has(word.toLowerCase()));
  let to = lives < 0 ? said.length : lives;
  while (to > from && isTail(said[to - 1] ?? '')) to--;
  return to;
}

const isTail = (word: string): boolean => TAILS.has(fold(word)) && !CAPITAL.test(word);

/** "Sùng A Dơ" ends in no "do". */
const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** "mìhn là …": what stands before them is no name, however it is typed. */
const NAMING = wordSet('ten la is am');
const LATEST = 6;
const LEADS = wordSet(
  'dạ da vâng thưa ạ ờ tôi toi tui em mình cháu con tớ bác bac chú anh chị chi cô co ông ong bà ba họ cứ cu liên lien hệ he lạc lac gọi goi gặp gap tìm tim hỏi hoi cho của cua người nguoi đây day và va',
);
/** "Em là Hoa ở tổ 5". */
const LIVES = wordSet('ở o tại tai');
/** Without accents these are families as well: "chau kim sen", but "chu bay". */
const MAY_LEAD = wordSet('chu chau minh a c');
const TAILS = wordSet(
  'nha nhe nghe nghen nhen ne day do a ha roi vay em ad ban va la cua toi tui minh qua theo',
);

function isName({ words, lead }: Introduced): boolean {
  const isShort = words.length <= MOST && words.every((word) => SYLLABLE.test(word));
  if (!isShort || words.length < (lead === null ? 2 : 1)) return false;
  if (lead !== null && CALLING.has(fold(lead)) && isNumbered(words)) return true;
  if (lead !== null && isGiven(words)) return true;
  return words.filter(isNoName).length <= (isOfFamily(words) ? 1 : 0);
}

/** "Dạ Dung, 0912…": with a capital behind other words. */
const isGiven = ([word = '', more]: readonly string[]): boolean =>
  more === undefined && CAPITAL.test(word) && GIVEN.has(fold(word));

/** One word of a name in full may be any other word as well. */
function isOfFamily(words: readonly string[]): boolean {
  const [first = '', second = ''] = words.map(fold);
  const isKnown = FAMILY.has(first) || UPLANDS.has(first) || MIDDLE.has(second);
  return (words.length > 2 && isKnown) || WORDS_TOO.has(first);
}

/** Families whose name is a plain word: "danh rết", "be tu". */
const WORDS_TOO = wordSet('danh be');

/** "cô sáu", "ten be tu": called by the order of birth, which is a plain word elsewhere. */
const isNumbered = (words: readonly string[]): boolean =>
  NUMBERS_OF_BIRTH.has(fold(words.at(-1) ?? '')) &&
  (words.length === 1 || (words.length === 2 && fold(words[0] ?? '') === 'be'));
/** Behind these a number is somebody; "gọi sau" is later. */
const CALLING = wordSet('ten co chu bac anh chi ong ba tui toi em');

const MOST = 5;
/** Between a family's name and a given one, whatever the family is called. */
export const MIDDLE = wordSet('thi van');
/** As one word of a name is written. */
export const SYLLABLE = /^[\p{L}\p{M}'’]{1,7}$/u;

const isNoName = (word: string): boolean =>
  NOT_NAMES.has(word.toLowerCase()) || BESIDE.has(word.toLowerCase());

/** What else is said beside a number. */
const BESIDE = wordSet(
  'làm lam ơn on mong sớm som rảnh ranh buổi buoi hành chính chinh tắt tat vào mail giữ giu kín kin ngoài ngoai trong đi di cuối cuoi tuần ' +
    ' trưa trua đêm dem mới moi nhầm nham lộn lon oke okie yes lẹ viber facebook fb inbox ib hoặc hoac hay thiết phụ riêng rieng ' +
    'cá ca nhân cty ty bảo vệ muộn máy luôn luon tiện thoải mái bất kỳ cứ alo hết nghen bên bị sợ thù gia đình xin đang dang',
);
