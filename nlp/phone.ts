import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { fold } from './fold';

/** Where a number stands in a text. */
export interface Phone {
  start: number;
  end: number;
  /** As they are dialled here: from 0. */
  digits: string;
}

/** So many are tried. */
const TRIES = 20;

/** The first phone number of a text that a citizen can be called at, as E.164; hotlines and short numbers are none. */
export function phoneIn(text: string): string | null {
  for (const { digits } of phonesIn(text).slice(0, TRIES)) {
    const number = numberOf(digits);
    if (number !== null) return number;
  }
  return null;
}

/** Text with all that has the shape of a phone number blotted out but for its last three digits. */
export function maskPhone(text: string): string {
  return withoutPhones(text, ({ digits }) => `••• ••• ${digits.slice(-3)}`);
}

/** Text with something else in the place of its phone numbers. */
export function withoutPhones(text: string, instead: (phone: Phone) => string): string {
  const phones = phonesIn(text);
  if (phones.length === 0) return text;
  const composed = text.normalize('NFC');
  let [result, last] = ['', 0];
  for (const phone of phones) {
    if (phone.start < last) continue;
    result += composed.slice(last, phone.start) + instead(phone);
    last = phone.end;
  }
  return result + composed.slice(last);
}

/** All numbers, in digits or spoken, by their place in the composed text. */
export function phonesIn(text: string): Phone[] {
  const composed = text.normalize('NFC');
  return [...typedIn(composed), ...spokenIn(composed)].sort((a, b) => a.start - b.start);
}

/** Between digits people write spaces, dots, dashes and brackets, seldom more than three. */
const GAP = '[\\s.()\\-–]{0,3}';
/** Voice and thumbs write the letter for the digit: "o912". */
const DIGIT = '[\\doO]';
/** From 0 or +84, then nine digits; ten for landlines, which begin with 2, and for the mobile numbers of before 2018. */
const SHAPE = new RegExp(
  `(?<![\\d+])(?<!\\d[.,])(?:\\(?(?:\\+|00)?84${GAP}[0oO]?|\\(?(?:0|(?<!\\p{L})[oO]))(?:${GAP}[12](?:${GAP}${DIGIT}){9}|(?:${GAP}${DIGIT}){9})(?!\\d)`,
  'gu',
);
const FEW = 7;

function typedIn(text: string): Phone[] {
  const phones: Phone[] = [];
  for (const { 0: said, index } of text.matchAll(SHAPE)) {
    if (said.replace(/\D/g, '').length < FEW || isOther(text, index)) continue;
    const start = index + (/^\((?![^)]*\))/.test(said) ? 1 : 0);
    const digits = national(said.replace(/[oO]/g, '0').replace(/\D/g, ''));
    phones.push({ start, end: index + said.length, digits });
  }
  return phones;
}

const OTHER =
  /(?:mst|ma so thue|cccd|cmnd|cmt|can cuoc|dinh danh|stk|tai khoan|ma ho so|ho so so|bien nhan)\W{0,3}(?:la|so)?\W{0,3}$/;

/** Of a tax payer, a citizen's card, an account, a dossier: the words before it say so. */
const isOther = (text: string, index: number): boolean =>
  OTHER.test(fold(text.slice(Math.max(0, index - 24), index)));

const SPOKEN: Readonly<Record<string, string>> = {
  khong: '0',
  ko: '0',
  mot: '1',
  hai: '2',
  ba: '3',
  bon: '4',
  tu: '4',
  nam: '5',
  lam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
};
const WORD = 'không|khong|ko|một|mốt|mot|hai|ba|bốn|bon|tư|năm|lăm|nam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin';
const ALOUD = new RegExp(
  `(?<![\\p{L}\\d])(?:không|khong)(?:[\\s,.-]{1,2}(?:${WORD}|\\d{1,3})(?![\\p{L}\\d])){5,10}`,
  'giu',
);

/** "không chín một hai ba bốn năm sáu bảy tám", as voice-to-text may write it. */
function spokenIn(text: string): Phone[] {
  if (!/kh[oô]ng/i.test(text)) return [];
  return Array.from(text.matchAll(ALOUD)).flatMap(({ 0: said, index }) => {
    const words = fold(said).split(/[\s,.-]+/);
    const digits = national(words.map((word) => SPOKEN[word] ?? word).join(''));
    return numberOf(digits) === null ? [] : [{ start: index, end: index + said.length, digits }];
  });
}

const national = (digits: string): string => `0${digits.replace(/^(?:00)?(?:84)?0|^(?:00)?84/, '')}`;

/** Mobile numbers had eleven digits until September 2018; what became of their prefixes. */
const SINCE_2018: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};
const CITIZENS = new Set(['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE']);

function numberOf(digits: string): string | null {
  const renewed = digits.length === 11 ? SINCE_2018[digits.slice(0, 4)] : undefined;
  const parsed = parsePhoneNumberFromString(renewed ? renewed + digits.slice(4) : digits, 'VN');
  return parsed?.isValid() && CITIZENS.has(parsed.getType() ?? '') ? parsed.number : null;
}
