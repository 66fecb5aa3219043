import { keyOf, wordCount } from '../../../nlp/fold';
import type { Place } from '../../../nlp/types';
import type { Heard } from '../../hear';
import type { TurnScope } from '../../turn-scope';
import { draftUnderWay } from '../told-report';

/** Words of questions about the air, without accents; what stands among them and is none of them may be a place. */
const AROUND = new Set(
  (
    'chat luong chi so khong khi kk o nhiem bui min aqi pm pm2 pm10 5 10 hom nay ngay mai bay gio hien tai luc nay sang ' +
    'chieu toi the nao ra sao bao nhieu trong lanh khu vuc du bao co khong ko k hong tot xau con o tai ben cho hoi xem ' +
    'biet giup do muc may gio thi la ma roi vay nhe nhi ha a ad em minh anh chi ban va air quality in at the how is what ' +
    'about today now right nua luon them voi tuong tu cam on vay hon thu giong ca nhu tren ok oke kia do di day het'
  ).split(' '),
);

/** No name of a place is longer, in words. */
const LONGEST_NAME = 5;

/** The parts of a message that may name a place, the longest first: all around them only asks about the air. */
export function namesIn(key: string): string[] {
  const words = key.split(' ');
  const first = words.findIndex((word) => !AROUND.has(word));
  const last = words.findLastIndex((word) => !AROUND.has(word));
  if (first < 0 || last - first >= LONGEST_NAME) return [];
  const names: string[] = [];
  for (let from = Math.max(0, last - LONGEST_NAME + 1); from <= first; from++)
    for (let to = last + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++)
      names.push(words.slice(from, to).join(' '));
  return names.sort((a, b) => b.length - a.length);
}

/** Nothing is said but where: "Ba Đình, Hà Nội", whatever so few words sound like. */
export function isOnlyAPlace({ key, meant }: Pick<Heard, 'key' | 'meant'>): boolean {
  const [place] = meant.places;
  if (!place) return false;
  const others = ` ${key} `.replace(` ${keyOf(place.text)} `, ' ').trim();
  return others === '' || others.split(' ').every((word) => AROUND.has(word));
}

/** Which hours to come are asked about; `other`: further ones than those of tomorrow, or sooner. */
export type Ahead = 'tomorrow' | 'other';

/** "mai", "vài ngày tới", "dự báo": it asks about hours that are still to come. */
export function asksAhead(key: string): Ahead | false {
  if (TOMORROW.test(key)) return 'tomorrow';
  if (OTHER.test(key)) return 'other';
  return FORECAST.test(key) && 'tomorrow';
}

/** "Tối nay thì sao": still today. */
const asksOfTonight = (key: string): boolean => /\b(?:toi|chieu|dem|trua|sang) nay\b|\blat nua\b/.test(key);

const TOMORROW =
  /\b(?:ngay mai|sang mai|trua mai|chieu mai|toi mai|mai (?:co|con|khong khi|the nao|sao|thi|o|xau|tot)|tomorrow)\b|\bmai$/;
const OTHER =
  /\b(?:(?:vai|may|nhung|ba|\d) (?:gio|ngay|hom) (?:toi|nua)|ngay (?:kia|mot)|hom sau|tuan (?:toi|sau)|cuoi tuan|sap toi|next)\b/;
const FORECAST = /\b(?:du bao|forecast)\b/;

/** Right after an answer: the same place at another time, "còn ngày mai thì sao". */
export function asksAnotherTime({ key, intent }: Pick<Heard, 'key' | 'intent'>): boolean {
  if (!(asksAhead(key) || asksOfTonight(key)) || wordCount(key) > FEW) return false;
  return goesOn(key) || intent === 'out_of_scope' || wordCount(key) <= ONLY_WHEN;
}

/** "Còn Đà Nẵng", "… thì sao". */
export const goesOn = (key: string): boolean => GOES_ON.test(key);
const GOES_ON = /^(?:(?:the|vay) )?con\b|^(?:the|vay)(?: o)?\b|^(?:o|tai) |^what about |^and |\bthi sao$/;

/** "AQI là gì", "PM2.5 bao nhiêu là nguy hiểm": what the figures mean. */
export const asksWhatItIs = (key: string): boolean => wordCount(key) <= FEW && WHAT.test(key);
const WHAT =
  /\b(?:aqi|pm ?2(?: 5)?|pm ?10|bui min|chi so (?:chat luong )?khong khi)(?: \w+){0,2} (?:la (?:gi|cai gi|sao)|nghia la|(?:bao nhieu|may|tren bao nhieu) (?:la|thi|moi))\b|\bwhat (?:is|does) (?:the )?(?:vn )?(?:aqi|pm ?2)/;

/** "Trẻ con ra đường được không" right after an answer: it is told again, with what is to be done. */
export const asksOfGoingOut = (key: string): boolean => wordCount(key) <= FEW && GOING_OUT.test(key);
const GOING_OUT =
  /\b(?:ra (?:duong|ngoai)|khau trang|tap the duc|chay bo|di hoc|di bo|mo cua(?: so)?|tre (?:con|em|nho)|em be|nguoi gia|ba bau|mang thai|go out(?:side)?|mask|exercise)\b.*\b(?:khong|ko|hong|sao|the nao|chua)$|^(?:should|can|is it safe)\b.*\b(?:go out(?:side)?|mask|exercise|run)\b/;

/** "Giờ thế nào rồi" of who asked about the air today, and has no report to ask after. */
export const asksAgain = (key: string): boolean => AGAIN.test(key);
const AGAIN =
  /^(?:(?:the|vay|con) )?(?:bay gio|gio|luc nay|hien tai|hien gio)(?: (?:thi|da|no))? (?:the nao|ra sao|sao|do|kha hon|tot hon|on)(?: (?:roi|chua|hon|khong|a|vay|nhi)){0,2}$/;

/** A few words that neither ask nor answer anything else, where a place was asked for. */
export const mayBePlace = ({ key, text, intent, reply, control, saying, isMenu, isRude }: Heard): boolean =>
  intent === 'out_of_scope' &&
  key !== '' &&
  wordCount(key) <= PLACE &&
  !text.includes('?') &&
  reply === null &&
  control === null &&
  saying === null &&
  !isMenu &&
  !isRude;
const PLACE = 5;
const FEW = 9;
/** "Ngày mốt", whatever so few words sound like. */
const ONLY_WHEN = 3;

/** The place of the report that is being told. */
export function placeOfReport(scope: Pick<TurnScope, 'memory'>): Place | undefined {
  const place = draftUnderWay(scope)?.location;
  if (!place?.provinceCode) return undefined;
  const { text, provinceCode, communeCode } = place;
  return { text: communeCode ? text : '', provinceCode, communeCode, candidates: [] };
}

/** The report asks where it happened: a place that is named now is its answer. */
export const reportAsksWhere = (scope: Pick<TurnScope, 'memory'>): boolean =>
  draftUnderWay(scope)?.waitingFor === 'location';
