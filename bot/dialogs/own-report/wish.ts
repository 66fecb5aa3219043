import { keyOf, wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import type { TurnScope } from '../../turn-scope';
import type { Words } from '../../words';

/** What its reporter wants to do with a report that was sent. */
export interface Wish {
  wants: 'withdraw' | 'add';
  /** What is to be added, where it was told at once. */
  tells?: true;
}

const WITHDRAWS =
  /\b(?:rut (?:lai )?(?:phan anh|don|to giac|khieu nai|bao cao|xh|no|cai|tin)|rut$|^rut\b|muon rut|xin rut|huy phan anh|withdraw)\b/;
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
    'thong tin noi dung vao cho cua phan anh bao cao don tin vu viec vu do nay kia truoc hom qua da cu nhe nha voi mot it so chi tiet lai dia chi ' +
    'i want to add update change correct more something photos information my report the please'
  ).split(' '),
);

export function wishIn({ heard, state }: TurnScope, voices: readonly Words[]): Wish | undefined {
  const { key, text } = heard;
  if (state.tickets.length === 0) return undefined;
  const presses = (each: string): boolean => voices.some((words) => keyOf(words(each)) === key);
  if (presses('follow.withdraw')) return { wants: 'withdraw' };
  if (presses('follow.addMore')) return { wants: 'add' };
  if (heard.intent !== 'ticket.update' && !key.startsWith('withdraw')) return undefined;
  if (WITHDRAWS.test(key)) return { wants: 'withdraw' };
  const others = keyOf(text.replace(/xh[\s–-]?\d{4}[\s–-]?\d+/gi, ' '))
    .split(' ')
    .filter((word) => word !== '' && !WISH_WORDS.has(word));
  return { wants: 'add', ...((others.length > 0 || heard.files.length > 0) && { tells: true as const }) };
}
