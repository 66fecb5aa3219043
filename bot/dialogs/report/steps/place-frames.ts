import { compose, keyOf, readText, type Word } from '../../../../nlp/fold';
import { wordSet } from '../../../../nlp/word-set';
import { vocabulary } from '../../../phrases';
import { hasPlaceWord } from './place-words';

/**
 * "Ghi giúp tôi là xã Yên Xuân nha" → "xã Yên Xuân": the place as it was said, without the words that are said to us
 * before it, and the manners behind its name.
 */
export function unframed(said: string, place: string): string {
  const text = compose(said);
  const at = text.indexOf(place);
  if (at < 0) return said;
  const [before, behind] = [text.slice(0, at), text.slice(at + place.length)];
  const lead = withoutLead(before);
  // As it was typed, letter for letter, where nothing is left out.
  if (lead === before && !isTail(behind)) return said;
  return `${lead}${place}${isTail(behind) ? '' : behind}`;
}

/** Without accents "cho", "de" and "con" are also a market, a dike and an islet: they are not among these. */
const isSaidToUs = vocabulary([
  'dạ vâng thưa báo cáo thì là à ờ ngay ghi viết nói lưu giúp giùm dùm hộ tôi em mình tui bác cháu lại địa chỉ vị trí',
]);
const isManners = vocabulary(['ạ nha nhé nhe nhen nghen nghe đó đấy đây á em bạn anh chị ad luôn nè thôi']);

/**
 * "Dạ ở sau chợ cũ ạ, chuyện xảy ra hôm thứ tư." → "sau chợ cũ": of a place without a commune what tells where, as it was
 * said.
 * @param time the words that tell when; empty: none do
 */
export function landmarkSaid(said: string, time: string): string {
  const parts = compose(said).split(/[,;.]\s+/);
  const isWhen = (part: string): boolean => time !== '' && keyOf(part).includes(keyOf(time));
  const where = parts.filter((part) => !isWhen(part));
  const isWhole = where.length === parts.length || !hasPlaceWord(where.join(' '));
  const text = isWhole ? compose(said) : where.join(', ');
  const place = withoutManners(text.replace(TO_PLACE, ''));
  return /\S\s+\S/.test(place) ? place : text;
}
const TO_PLACE =
  /^\s*(?:(?:dạ|da|vâng|vang|thì|thi|là|la|(?:chỗ|nơi|địa điểm|địa chỉ|vị trí|cho|noi|dia diem|dia chi|vi tri)(?: (?:đó|này|do|nay))? (?:là|la|ở|o|thì|thi))[\s,]+)*(?:(?:ở|o|tại|tai)\s+)?/iu;

/** Without the "ạ", "nhé bạn" at its end. */
export function withoutManners(said: string): string {
  const text = compose(said);
  const { words } = readText(text);
  let [at, end] = [words.length, words.length];
  while (at > 1 && (PARTICLES.has(words[at - 1]?.typed ?? '') || TO_US.has(words[at - 1]?.typed ?? ''))) {
    at--;
    if (PARTICLES.has(words[at]?.typed ?? '')) end = at;
  }
  return text.slice(0, words[end - 1]?.end);
}
const PARTICLES = wordSet('ạ a nhé nhe nghen');
const TO_US = wordSet('bạn ban anh chị chi em ad');

/** "Dạ ở", "ghi là cạnh chợ, "; "ở" alone leads to the place. */
function withoutLead(before: string): string {
  if (NAMES_PLACE.test(before)) return '';
  const { words } = readText(before);
  const first = words.findIndex((word, at) => !isSaidToUs(word) || isLake(word, words[at - 1]));
  if (first === 0) return before;
  const rest = first < 0 ? '' : before.slice(words[first]?.start);
  return LEADS.test(rest) ? '' : rest;
}
/** "Chỗ tôi thuê là xã X", "dưới tui là xã Y": a sentence whose end is the place. */
const NAMES_PLACE =
  /^\s*(?:(?:dạ|da|vâng|vang|thưa|thua|báo cáo|bao cao)[\s,]+)*(?:chỗ|nơi|địa điểm|dưới|trên|noi|dia diem|cho|duoi|tren)(?:\s+(?:đó|này|do|nay|ấy|ay|tôi|toi|em|mình|minh|tui|bác|bac|con|cháu|chau|bọn|nhà|nha|thuê|thue|trọ|tro|ở|o|báo|bao)){0,4}\s+(?:là|la|ở|o|tại|tai|thuộc|thuoc)\s+$/iu;
const LEADS = /^(?:ở|o) $/i;

/** "Ho thuoc phuong X" is a lake, "ghi ho" asks for help. */
const isLake = ({ typed }: Word, before: Word | undefined): boolean =>
  typed === 'ho' && !ASKED.has(before?.folded ?? '');
const ASKED = wordSet('ghi viet noi luu giup');

/** "…, anh chị tới hỏi ai cũng biết", "…, cứ xuống là thấy liền": said to whoever comes. */
const INVITES =
  /[,.]\s+(?:(?:anh chị|anh chi|các anh|cac anh|bạn|ban|cán bộ|can bo|cô chú|co chu|mọi người|moi nguoi|bên mình|ben minh|cứ|cu) ){0,3}(?:tới|toi|đến|den|xuống|xuong|vào|vao|ghé|ghe|ra|qua|lên|len|hỏi|hoi)(?: (?:đó|do|đây|day|nơi|noi|chỗ|cho|là|la|thì|thi|hỏi|hoi|thấy|thay|biết|biet|gặp|gap|ai|cũng|cung|liền|lien|ngay|rõ|ro|đường|duong|thăm|tham|nhà|nha|tôi|toi|em|mình|minh|chỉ|chi|cho|xem|coi)){1,8}(?=(?: (?:ạ|a|nhé|nha|nghen))?[\s.!]{0,5}$)/iu;

function isTail(text: string): boolean {
  const { words } = readText(text.replace(INVITES, ''));
  return words.every(isManners) && /\p{L}/u.test(text);
}
