import { keyOf } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import type { Draft } from '../draft';
import { tellsWhen } from '../steps/when';

/** "Hồi nãy tôi ghi nhầm" tells when it was told wrong, and not when it happened. */
export function timeMeant({ meant, key, isCorrection }: Heard): Draft['time'] {
  const time = keyOf(meant.time?.text ?? '');
  const at = time === '' || !isCorrection ? -1 : key.indexOf(time);
  const isOfSlip =
    at >= 0 && (SLIPPED_THEN.test(key.slice(at + time.length)) || THEN_SLIPPED.test(key.slice(0, at)));
  return isOfSlip ? null : meant.time;
}
const SLIPPED_THEN =
  /^ (?:(?:thi|la|do|toi|tui|em|minh|bac|con|chau|co|lo|da) ){0,4}(?:(?:ghi|noi|viet|bam|nhap|go|khai|bao|nho|dua|gui) )?(?:nham|lon|sai)\b/;
const THEN_SLIPPED = /\b(?:ghi|noi|viet|bam|nhap|go|khai|bao) (?:nham|lon|sai)(?: (?:roi|luc|hoi))? ?$/;

/** "Ba lần rồi", "liên tục", told in the story, yield to what tells when; what else was told stays. */
export const timeBeside = (before: Draft['time'], now: Draft['time']): Draft['time'] =>
  before !== null && now !== null && COUNTED.test(keyOf(before.text))
    ? { ...now, recurring: true }
    : (before ?? now);
const COUNTED = /^(?:(?:hai|ba|bon|nam|may|nhieu|\d+) lan(?: roi)?|lien tuc|lien mien|suot|thuong xuyen)$/;

/** "Không phải tối qua mà là sau mỗi vụ phun": what is meant instead is a time, whatever it sounds like. */
export const deniesTime = ({ time }: Draft, { meant, understood }: Heard): boolean =>
  meant.time === null && standsAgainstTime({ time }, { meant, understood });

/** What is denied is the time that was told. */
export const standsAgainstTime = (
  { time }: Pick<Draft, 'time'>,
  { meant, understood }: Pick<Heard, 'meant' | 'understood'>,
): boolean =>
  time !== null &&
  meant.text !== understood.text &&
  understood.denied.some((not) => keyOf(not) === keyOf(time.text));

/** "Nhớ nhầm, hằng đêm", "nhầm giờ, lúc triều rút mới đúng": it tells when, in words that are read for no date. */
export function timeInstead({ isCorrection, meant, text }: Heard): Draft['time'] {
  if (!isCorrection || meant.time !== null || meant.places.length > 0) return null;
  const [, wrong = '', said = ''] = INSTEAD.exec(text.slice(0, LONGEST_TIME)) ?? [];
  const instead = said.replace(BEFORE, '').replace(BEHIND, '');
  return instead !== '' && (OF_TIME.test(keyOf(wrong)) || tellsWhen(instead)) ? asTime(instead) : null;
}

const INSTEAD =
  /^([^,.:]{0,30}(?:(?:nhầm|lộn|sai|nham|lon)(?: (?:rồi|roi|giờ|gio|ngày|ngay|thời gian|thoi gian)){0,2}|(?:thời gian|thoi gian|giờ|gio|ngày|ngay)[^,.:]{0,15} (?:là|thành|lại|sang|la|thanh|lai))|(?:(?:sửa|sua|đổi|doi|chỉnh|chinh)(?: (?:lại|lai))? )?(?:thời gian|thoi gian|thời điểm|thoi diem)(?: (?:xảy ra|xay ra))?(?: (?:giùm|gium|giúp|giup|dùm|dum|cho|tôi|toi|em|mình|minh|tui)){0,3}(?=:)|(?:(?:để|de|cho|tôi|toi|em|mình|minh|tui) ){0,3}(?:nói|noi|ghi) (?:lại|lai)(?: (?:cho (?:đúng|dung)|là|la))?)[\s,.:]{1,3}(.+)$/iu;
/** Words that name the part of the summary that tells when. */
export const OF_TIME = /\b(?:thoi gian|thoi diem|xay ra|bat dau|dien ra|gio|ngay)\b/;
const BEFORE = /^(?:(?:phải|phai|đúng|dung|ra|mà|ma) )*(?:là|la|vào|vao) /iu;
const BEHIND =
  /[\s,](?:(?:mới|moi) (?:đúng|dung|phải|phai|chuẩn|chuan)|cơ|chứ|nhé|nha|ạ|nhe)(?: (?:ạ|nhé|nha|nhe))?$/iu;

/** A time in the words in which it was told. */
export const asTime = (text: string): Draft['time'] => ({
  text: text.slice(0, LONGEST_TIME),
  from: null,
  to: null,
  recurring: false,
});
const LONGEST_TIME = 300;
