import { isJoined, match, type Words, wordsOf } from './company/listed';
import { HEADS, SYLLABLES, TRADES } from './company/words';
import type { Reading } from './fold';
import { TITLES } from './titles';

const [heads, trades, titles, syllables] = [HEADS, TRADES, [...TITLES], SYLLABLES].map(wordsOf) as [
  Words,
  Words,
  Words,
  Words,
];

interface Business {
  from: number;
  to: number;
  /** It has a name of its own, or at least a trade. */
  worth: 0 | 1 | 2;
}

/** In small letters a name is at most so long; in capitals twice that. */
const SMALL_NAME = 3;
const NAME = 6;
/** So many are looked at in one message. */
const SEEN = 20;

/** "Xã Mỏ Cày" is no mine, "xã Trại Cau" no farm. */
const isOfUnit = ({ words }: Reading, index: number): boolean => UNITS.has(words[index - 1]?.typed ?? '');
const UNITS = new Set(['xã', 'phường', 'phuong', 'trấn', 'huyện', 'huyen']);

/**
 * The business that a message names, as typed: "công ty TNHH Minh Phát", "trại heo ông Bảy", "lò gạch". One with a
 * name goes before one that has only a trade; a bare "nhà máy" is none.
 */
export function companyIn(said: Reading): string | null {
  let best: Business | undefined;
  let seen = 0;
  for (let index = 0; index < said.words.length && seen < SEEN; index++) {
    const business = isOfUnit(said, index) ? undefined : businessAt(said, index);
    if (!business) continue;
    seen++;
    if (business.worth > (best?.worth ?? 0)) best = business;
    index = business.to - 1;
  }
  return best ? said.text.slice(said.words[best.from]?.start, endOf(said, best.to)) : null;
}

/** "Xưởng may Kim Ngọc", "phòng khám An Khang": is the name that begins at this word that of a business? */
export function isOfBusiness(said: Reading, at: number): boolean {
  for (let from = at - 1; from >= at - MOST_BEFORE && isJoined(said, from + 1); from--) {
    if (isOfUnit(said, from)) continue;
    const head = match(said, from, heads);
    if (head === 0) continue;
    let to = from + head;
    for (let trade = nextMatch(said, to, trades); to < at && trade > 0; trade = nextMatch(said, to, trades))
      to += trade;
    if (to === at) return true;
  }
  return false;
}
/** Words of kind and trade before a name. */
const MOST_BEFORE = 6;

function businessAt(said: Reading, from: number): Business | undefined {
  const head = match(said, from, heads);
  if (head === 0 || (head === 1 && !said.accented && isOther(said, from))) return undefined;
  const business = named(said, from, head);
  return isBeside(said, from) ? { ...business, worth: 0 } : business;
}

/** "Gần cây xăng Hòa Phát", "sau lưng nhà máy bia": it tells where, and accuses nobody. */
function isBeside({ words, text }: Reading, from: number): boolean {
  const [two = '', before = ''] = [words[from - 2]?.folded, words[from - 1]?.folded];
  if (/[.!?;,\n]/.test(text.slice(words[from - 1]?.end ?? 0, words[from]?.start ?? 0))) return false;
  return BESIDE.has(before) || (BESIDE_TWO.has(two) && SIDES.has(before));
}
const BESIDE = new Set('gan canh ke sat truoc sau ngang cach giap'.split(' '));
const BESIDE_TWO = new Set(
  'doi ben phia sau truoc mat dang gan canh sat ke giap ngoai cuoi dau ngay'.split(' '),
);
/** "Bên hông": spelling has made a "không" of it. */
const SIDES = new Set(
  'dien lung hong khong canh sau truoc cong mat ben tuong hang rao trai phai kho bai'.split(' '),
);

function named(said: Reading, from: number, head: number): Business {
  let to = from + head;
  let worth: Business['worth'] = head > 1 && TRADING.has(said.words[from]?.folded ?? '') ? 1 : 0;
  for (let trade = nextMatch(said, to, trades); trade > 0; trade = nextMatch(said, to, trades)) {
    to += trade;
    worth = 1;
  }
  const name = nameAt(said, to);
  // "xưởng phát sinh chất thải": one syllable in small letters is no name.
  const isName = name > 1 || (name === 1 && isCapital(said, to));
  return isName ? { from, to: to + name, worth: 2 } : { from, to, worth };
}

/** Without accents these are mostly other words: "quan 9", "sat lo bo song". */
const BARE_OTHERS = new Set(['quan', 'lo', 'mo', 'kho', 'vua']);
/** "Kim tiem voi bong bang": a needle, and no shop. */
const NEEDLES = new Set(['kim', 'ong', 'bom', 'mui', 'thuoc', 'da']);
/** "Axit chay tran xuong duong": down, and no workshop. */
const DOWN = 'xuong';
const BELOW = new Set(
  'duong song kenh kinh rach muong suoi ao ho bien cong dat ruong day nha xom lo ham cho'.split(' '),
);

function isOther({ words }: Reading, index: number): boolean {
  const word = words[index]?.typed ?? '';
  if (word === 'tiem' && NEEDLES.has(words[index - 1]?.typed ?? '')) return true;
  return BARE_OTHERS.has(word) || (word === DOWN && BELOW.has(words[index + 1]?.typed ?? ''));
}

/** "lò gạch", "quán karaoke": heads that tell a trade themselves. */
const TRADING = new Set(['lo', 'quan', 'vua', 'mo', 'tram', 'bai', 'cay']);

const nextMatch = (said: Reading, at: number, list: Words): number =>
  isJoined(said, at) && !isCapital(said, at)
    ? match(said, at, list)
    : isJoined(said, at)
      ? matchShort(said, at)
      : 0;

/** "TNHH", "CP", "MTV" are no names though they are in capitals. */
function matchShort(said: Reading, at: number): number {
  const length = match(said, at, trades);
  const word = said.words[at];
  const isShort = word !== undefined && /^\p{Lu}{2,4}$/u.test(said.text.slice(word.start, word.end));
  return length > 0 && (isShort || length > 1) ? length : 0;
}

/** How many words from here are a name. */
function nameAt(said: Reading, start: number): number {
  if (isQuoted(said, start)) return quoted(said, start);
  const first = isTitle(said, start) ? start + 1 : start;
  const shouts = said.text === said.text.toUpperCase();
  const capitals = !shouts && isCapital(said, first);
  // In a message that has capitals, small letters are no name, but after a title: "ông bảy".
  if (!capitals && first === start && !shouts && hasCapitals(said)) return 0;
  let to = first;
  while (to - first < (capitals ? NAME : SMALL_NAME) && isJoined(said, to)) {
    if (!(capitals ? isCapital(said, to) && !isPlaceWord(said, to) : match(said, to, syllables) === 1)) break;
    to++;
  }
  return to === first ? 0 : to - start;
}

const isTitle = (said: Reading, at: number): boolean =>
  isJoined(said, at) && match(said, at, titles) === 1 && isJoined(said, at + 1);

const PLACES = new Set('phường xã quận huyện tỉnh kcn ccn khu cụm đường thôn ấp tp kp'.split(' '));
/** "Phường" as well as the "X." of "nhà máy phân bón X. Tài Văn". */
function isPlaceWord({ words, text }: Reading, index: number): boolean {
  const word = words[index];
  if (!word) return false;
  const isShort = /^[XPHQT]$/.test(text.slice(word.start, word.end)) && text[word.end] === '.';
  return PLACES.has(word.typed) || isShort;
}

function isCapital({ words, text }: Reading, index: number): boolean {
  const word = words[index];
  return word !== undefined && /^(?:\p{Lu}|\d{1,3}$)/u.test(text.slice(word.start, word.end));
}

/** Beyond the first letter of the message. */
const hasCapitals = ({ text }: Reading): boolean => /\s["“]?\p{Lu}\p{Ll}/u.test(text);

const QUOTES = /^ ?["“'«]$/;

function isQuoted({ words, text }: Reading, index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  return before !== undefined && word !== undefined && QUOTES.test(text.slice(before.end, word.start));
}

function quoted(said: Reading, start: number): number {
  for (let to = start + 1; to <= start + NAME && to <= said.words.length; to++) {
    const end = said.words[to - 1]?.end ?? 0;
    if (/^["”'»]/.test(said.text.slice(end, end + 1))) return to - start;
  }
  return 0;
}

/** With the quote that closes it. */
function endOf({ words, text }: Reading, to: number): number {
  const end = words[to - 1]?.end ?? 0;
  return /^["”»']/.test(text.slice(end, end + 1)) ? end + 1 : end;
}
