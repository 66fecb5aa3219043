import { FAMILY, UPLANDS } from './family-names';
import { fold } from './fold';
import { MIDDLE, SYLLABLE } from './name-beside';
import { NOT_NAMES } from './not-names';
import { TITLES } from './titles';
import { plainSet, wordSet } from './word-set';

/** A word, and whether a sentence or a part of one begins with it. */
export interface Said {
  text: string;
  key: string;
  begins: 'sentence' | 'part' | null;
  /** Where it stands in what was looked at. */
  start: number;
}

/** Stands for the number. */
export const NUMBER = '|';

/** Of these a signature is made, beside the name and the number. */
const AROUND = wordSet(
  `${NUMBER} toi em minh mik tui bac con chau to a da vang u ok nhe nha nghe nghen nhen hen ne day di oi ad ban cac quy ten la va voi vs so sdt dt ` +
    'dien thoai zalo viber may so di dong lh lien he lac goi alo tin gap hoi theo cho qua nguoi gui bao phan viet de lai moi thong tin can gi j co ' +
    'thi them ro xac minh trao doi phan hoi ket qua lien cu luc nao cung dc duoc bat ky khi moi gio xin ghi vao giup gium dum ho luu cua nay neu muon ' +
    'biet ranh buoi sang trua chieu toi co quan chuc nang can bo ca deu dong chi don vi thac mac phone my name is me call tel hotline',
);
const TITLED = plainSet(TITLES);

function isAroundAt(words: readonly Said[], at: number): boolean {
  const { key, text } = words[at] ?? { key: '', text: '' };
  const next = words[at + 1]?.key ?? '';
  const only = ONLY_BEFORE.get(key);
  if (only) return only.has(next);
  // "Chủ tên Hùng" owns something; "chú Hùng" may sign.
  if (key === 'chu') return !/ủ/iu.test(text) && !AROUND.has(next) && !TITLED.has(next);
  return AROUND.has(key) || TITLED.has(key);
}

const SELF = 'toi em minh mik tui bac con chau to';
/** "Họ tên", "số của tôi", "nhắn tin": before anything else these are other words, or names. */
const ONLY_BEFORE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['ho', wordSet('ten va')],
  ['cua', wordSet(SELF)],
  ['nhan', wordSet(`tin cho zalo qua ${SELF}`)],
]);

/** A name where one may stand, and nothing beside it but what stands around one. */
export function isNameOf(words: readonly Said[], name: string): boolean {
  const keys = fold(name).split(/\s+/);
  const at = words.findIndex((_, from) => keys.every((key, index) => words[from + index]?.key === key));
  if (at < 0) return false;
  const to = at + keys.length;
  return (
    isOneName(words.slice(at, to)) &&
    mayBegin(words, at) &&
    leftOf(words).every((each) => each >= at && each < to)
  );
}

/** "Chu quan ten Hung", "Hà Nội bụi mù mịt" are none. */
function isOneName(named: readonly Said[]): boolean {
  const isCapital = CAPITAL.test(named[0]?.text ?? '');
  return named.every(
    ({ begins, key, text }, at) =>
      (at === 0 || begins === null) && !INTRODUCES.has(key) && (!isCapital || CAPITAL.test(text)),
  );
}

/** Behind a stop, a number, or a word that leads to a name; "thì chủ xưởng chửi" is none. */
function mayBegin(words: readonly Said[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1]?.key ?? '';
  if (word === undefined || word.begins !== null || NAMING.has(before)) return true;
  return TITLED.has(before) && mayBegin(words, at - 1);
}

/** Which of the words are neither the number nor what stands around a name. */
export const leftOf = (words: readonly Said[]): number[] =>
  words.flatMap((_, at) => (isAroundAt(words, at) ? [] : [at]));

/** What is left of a signature without the words around it: "thạch sa rinh", "nhàn". */
export function runOfName(words: readonly Said[]): string | null {
  const [from, to] = boundsOf(words);
  const run = words.slice(from, to);
  const isShaped = run.length > 0 && run.every(({ text }) => SYLLABLE.test(text));
  return isShaped && isLikeName(run, words[from - 1]?.key ?? '')
    ? run.map(({ text }) => text).join(' ')
    : null;
}

/** "Phạm Minh", "Lại Văn Sâm": with what is a plain word elsewhere. */
function boundsOf(words: readonly Said[]): [number, number] {
  const left = leftOf(words);
  let [from = 0, to = 0] = [left[0], (left.at(-1) ?? -1) + 1];
  while (isPartOfName(words, to)) to++;
  while (isPartOfName(words, from - 1) || isFamily(words, from - 1)) from--;
  const middle = middleAt(words);
  if (middle < 0) return [from, to];
  return [left.length === 0 ? middle - 1 : Math.min(from, middle - 1), Math.max(to, middle + 2)];
}

/** "phan thị mỹ dung", "lê thị liên": words of a name that are plain ones elsewhere stand around its middle; -1: it has none. */
function middleAt(words: readonly Said[]): number {
  return words.findIndex(({ text, begins }, at) => {
    const [family, given] = [words[at - 1]?.key ?? '', words[at + 1]];
    return (
      begins === null &&
      /^(?:thị|thi|văn|van)$/iu.test(text) &&
      FAMILY.has(family) &&
      isFamily(words, at - 1) &&
      given?.begins === null &&
      !NAMING.has(given.key) &&
      !TITLES.has(given.key)
    );
  });
}

/** With a capital in the midst of a part. */
const isPartOfName = (words: readonly Said[], at: number): boolean =>
  isCapital(words[at]?.text ?? '') && words[at]?.begins === null;

function isFamily(words: readonly Said[], at: number): boolean {
  const key = words[at]?.key;
  return key !== undefined && MIDDLE.has(words[at + 1]?.key ?? '') && !NAMING.has(key) && !TITLED.has(key);
}

function isLikeName(run: readonly Said[], before: string): boolean {
  const [first = '', second = ''] = run.map(({ key }) => key);
  const isTitled = TITLED.has(before);
  if (MIDDLE.has(second) || (isTitled && run.length === 1)) return !POINTING.has(first);
  const isKnown = FAMILY.has(first) || UPLANDS.has(first);
  const isLed =
    run.length === 1 || INTRODUCES.has(before) || isTitled || run.every(({ text }) => isCapital(text));
  return isKnown || (isLed && run.every(({ text }) => !NOT_NAMES.has(text.toLowerCase())));
}

/** "Anh kia", "cô chủ". */
const POINTING = wordSet('kia ay nao ta chu xuong quan khac');
const CAPITAL = /^\p{Lu}/u;
const isCapital = (word: string): boolean => /^\p{Lu}['’\p{Ll}]/u.test(word);
const INTRODUCES = wordSet('ten la gui');
const NAMING = wordSet(`${NUMBER} ten la is he lac lh goi alo gap hoi gui bao anh cho voi ${SELF}`);

/** How it begins: who tells it speaks of themselves, or asks to be called; null: neither. */
export function leads(words: readonly Said[]): 'self' | 'call' | null {
  const key = words.map((word) => word.key).join(' ');
  if (SPEAKS_OF_SELF.test(key)) return 'self';
  return ASKS_TO_CALL.test(key) ? 'call' : null;
}

const SPEAKS_OF_SELF =
  /^(?:(?:cac|ban|chau|co|gi|neu|khi|can|bo|thi|hoi|them|biet|ro|cu|xin) )*(?:(?:toi|minh|mik|tui|em|bac|chau|con|to) (?:la|ten|so|sdt|dt|dien thoai|(?:[\w']+ ){1,4}day)\b|(?:ghi |luu )(?:giup |gium |ho |cho )*(?:ten|so|toi|minh|tui|bac|em)\b|ten (?:toi|minh|mik|tui|bac|em|con|chau)\b|(?:so|sdt|dt|dien thoai|so dien thoai|so may)(?: cua)? (?:toi|minh|mik|tui|bac|em|con|chau)\b|nguoi (?:gui|bao|phan anh|viet)\b|ho (?:va )?ten\b)/;
const ASKS_TO_CALL =
  /^(?:(?:cac|quy|ban|chau|em|anh|chi|co|gi|neu|khi|can|bo|thi|quan|xin|cu|nho|muon|hoi|them|biet|moi|thong|tin) )*(?:lien he|lien lac|lh|goi|alo)\b/;

/** It was told of before, and so it is whom the story speaks of. */
export const isSomebodyElse = (name: string, told: string): boolean =>
  ` ${fold(told).replace(/[^a-z']+/g, ' ')} `.includes(` ${fold(name)} `);
