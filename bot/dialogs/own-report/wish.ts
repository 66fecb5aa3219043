import { keyOf, wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import type { TurnScope } from '../../turn-scope';
import type { Words } from '../../words';
import { ticketSpokenOf } from '../follow-up/spoken-of';

/** What its reporter wants to do with a report that was sent. */
export interface Wish {
  wants: 'withdraw' | 'add' | 'keep';
  /** What is to be added, where it was told at once. */
  tells?: true;
}

const WITHDRAWS =
  /\b(?:rut (?:lai )?(?:phan anh|don|to giac|khieu nai|bao cao|xh|no|cai|tin)|rut$|^rut\b|muon rut|xin rut|(?:huy|xoa|bo)(?: (?:giup|gium|ho|cai|di))? (?:phan anh|bao cao|to giac|don(?! vi)|tin bao)|withdraw)\b/;
/** "Rút phản ánh" where something else was asked. */
export const wantsBack = ({ key, intent, files }: Heard): boolean =>
  files.length === 0 && intent === 'ticket.update' && WITHDRAWS.test(key) && wordCount(key) <= FEW;
const FEW = 6;

/** It is to be added to, or put right. */
export const ADDS = /\b(?:bo sung|sua|dinh chinh|cap nhat|them|doi lai|ghi lai|nham|thay doi)\b/;

/** Of these words a wish to add something is made; with others beside them it tells what. */
const WISH_WORDS = new Set(
  (
    'toi em minh tui con chau da a vang xin cho muon can nho giup duoc co the bo sung them cap nhat sua dinh chinh thay doi gui anh hinh video ' +
    'so dien thoai sdt ten lien he thoi gian ngay gio noi xay ra vi tri duoc khong ko hong o dau the nao thong tin noi dung vao cho cua phan anh bao cao don tin vu viec vu do nay kia truoc hom qua da cu nhe nha voi mot it so chi tiet lai dia chi ' +
    'i want to add update change correct more something photos information my report the please'
  ).split(' '),
);

export function wishIn(scope: TurnScope, voices: readonly Words[]): Wish | undefined {
  const { heard, state } = scope;
  const { key, text } = heard;
  if (state.tickets.length === 0) return undefined;
  const presses = (each: string): boolean => voices.some((words) => keyOf(words(each)) === key);
  if (presses('follow.withdraw')) return { wants: 'withdraw' };
  if (presses('follow.addMore')) return { wants: 'add' };
  if (keepsIt(heard)) return { wants: 'keep' };
  if (heard.intent !== 'ticket.update' && !key.startsWith('withdraw'))
    return putsSpokenOfRight(scope) ? { wants: 'add', tells: true } : undefined;
  if (WITHDRAWS.test(key)) return { wants: 'withdraw' };
  const others = keyOf(text.replace(/xh[\s–-]?\d{4}[\s–-]?\d+/gi, ' '))
    .split(' ')
    .filter((word) => word !== '' && !WISH_WORDS.has(word));
  return { wants: 'add', ...((others.length > 0 || heard.files.length > 0) && { tells: true as const }) };
}

/** "Sai rồi, đổi địa điểm thành phường Ngọc Hà" right after a report was shown, or added to. */
const putsSpokenOfRight = (scope: TurnScope): boolean =>
  scope.heard.isCorrection &&
  !scope.heard.isWish &&
  !scope.heard.understood.urgent &&
  ticketSpokenOf(scope) !== undefined &&
  wordCount(scope.heard.key) >= SENTENCE;
const SENTENCE = 4;

/** "Không rút nữa", "thôi đừng rút". */
const keepsIt = ({ key }: Heard): boolean => wordCount(key) <= FEW && NOT_BACK.test(key);
const NOT_BACK = /\b(?:khong|khoi|dung|chua|ko|hong) (?:phai |muon |can )?rut\b/;

/** The same where it was asked whether it is to be taken back: "giữ lại". */
export const keeps = ({ key }: Heard): boolean => NOT_BACK.test(key) || KEEPS.test(key);
const KEEPS = /^(?:thoi )?(?:cu )?(?:giu|de) (?:lai|nguyen|do|vay)\b/;
