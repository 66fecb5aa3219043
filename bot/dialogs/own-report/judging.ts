import { REOPEN_DAYS } from '../../../hotline/ticket/states';
import type { Ticket } from '../../../hotline/ticket/ticket';
import { keyOf, wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import type { Words } from '../../words';

const DAY_MS = 24 * 60 * 60 * 1000;
/** After so long without a word nobody answers the news any more, unless by its buttons. */
const FREE_WORDS_MS = 14 * DAY_MS;
const LONGEST = 40;
/** A judgement with more words than that tells why. */
const BARE = 4;

const SOLVED =
  /^(?:(?:da|vang|ok|oke|uh|u|um|cam on|on|ro|thay|yes|duoc|dung) )*(?:roi|xong|on|sach|het mui|het roi|giai quyet(?: xong)?|xu ly(?: xong)?|duoc giai quyet|duoc xu ly|tot|fixed|solved|done|resolved)(?: (?:het|roi|da|xong|a|ah|nhe|nha|ca|cam on|nhieu|ban|em|anh|chi|co quan|lam|now|thanks))*$/;
const NOT_SOLVED =
  /^(?:(?:van|hien|da|no|thay|nhung|a|u|nhung ma|thuc te) )*(?:chua|khong|ko|not|nothing) (?:xong|on|het|duoc|sach|giai quyet|xu ly|thay|co gi|lam gi|thay doi|fixed|solved|done|resolved|changed)\b|^(?:da )?chua(?: (?:dau|a|nhe|nha|em|ban|ad))*$|^con (?:xa|hoi|thoi|do|dot|on|mui|rac|khoi|bui|chay|nguyen)\b|\bxong dau\b|\b(?:co|chang) thay (?:xu ly|giai quyet|lam|don|sua) gi dau\b|\bvan (?:con|nhu cu|chua|vay|the|hoi|on|o nhiem|xa|do|dot|thoi)\b|\bstill (?:not|there|smells?|going|the same)\b|\b(?:co|da|chang|khong|ko) (?:thay )?(?:ai )?(?:lam|don|sua|xu ly|giai quyet|xuong|den)(?: duoc)? (?:gi|ai|cai gi)(?: (?:dau|het|ca|ma))+\b|\b(?:co|chang) thay ai(?: \w+){1,3} dau\b|^(?:lao (?:toet|qua|lao|lat)|xao|noi (?:doi|lao|xao|dieu|phet)|bia dat|lua (?:dan|doi)|dieu toa)\b|\b(?:khong|chua|ko|chang) (?:thay |co )?ai (?:den|xuong|toi|lam|xu ly|don|giai quyet)\b|^(?:toi |em |minh |tui )?(?:khong|ko|hong) (?:dong y|chap nhan|chiu|nhat tri)\b|^(?:(?:toi|em|minh|xin|cho|de nghi|yeu cau|muon) ){0,3}(?:mo|xem(?: xet)?|xu|xu ly|giai quyet|kiem tra) lai\b/;

/** What is said of a report that was resolved: done, or not, and why not. */
export interface Judgement {
  solved: boolean;
  /** Why not, where it was told at once. */
  reason?: string;
}

/** What was told last of that report. */
export interface News {
  /** How long ago. */
  ms: number;
  /** Nothing was said since: a bare "ừ" answers it. */
  isNewest: boolean;
}

/** "Cũng tạm được" */
const SO_SO =
  /^(?:(?:a|da|u|thay|thi|no) ){0,2}(?:cung|tam)(?: (?:tam|thay))? (?:duoc|on|do)(?: (?:roi|a|nhe|em|ban)){0,2}$/;

/** "Đã xong", "xong rồi em", "chưa xong, vẫn còn mùi"; undefined for what judges nothing. */
export function judgementIn(heard: Heard, voices: readonly Words[], news: News): Judgement | undefined {
  const { key, text } = heard;
  const says = (each: string): boolean => voices.some((words) => key === keyOf(words(each)));
  if (says('follow.solvedYes')) return { solved: true };
  if (says('follow.solvedNo')) return { solved: false };
  const count = wordCount(key);
  if (news.ms > FREE_WORDS_MS || count > LONGEST) return undefined;
  if (news.isNewest && (heard.reply !== null || SO_SO.test(key))) return { solved: heard.reply !== 'no' };
  if (NOT_SOLVED.test(key)) return { solved: false, ...(count > BARE && { reason: text }) };
  return SOLVED.test(key) ? { solved: true } : undefined;
}

/** The report that is judged: the one that is spoken of, else the newest that was resolved. */
export function judgedOf(own: readonly Ticket[], spokenOf: string | undefined, at: Date): Ticket | undefined {
  const named = own.find(({ code }) => code === spokenOf);
  if (named && mayReopen(named, at)) return named;
  return own.find(({ status }) => status === 'resolved') ?? own.find(({ status }) => status === 'rejected');
}

/** A closed one can be opened again for some time. */
function mayReopen({ status, closedAt }: Ticket, at: Date): boolean {
  if (status === 'resolved' || status === 'rejected') return true;
  return (
    status === 'closed' && closedAt !== undefined && at.getTime() - closedAt.getTime() <= REOPEN_DAYS * DAY_MS
  );
}
