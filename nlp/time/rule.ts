import type { Span, Today } from './calendar';

/** What some words of a message tell of a time. */
export type Told =
  /**
   * A day, or several: a week, a month, a year; null where only the words are known: "bữa trước", "rằm tháng 7".
   * Some words must lean: "qua" on "tối", "thứ hai" on "sáng" or "vào".
   */
  | { is: 'days'; span: Span | null; leans?: 'on-part' | 'on-word' }
  /** Of the day: "sáng", "tối". */
  | { is: 'part'; hours: Hours }
  | { is: 'clock'; hour: number; minute: number }
  /** From then until now; null where the beginning is not told: "mấy hôm nay". What is loose yields to any other. */
  | { is: 'lasting'; since: number | null; loose?: true }
  /** A stretch of its own: "cách đây 2 tiếng". */
  | { is: 'moment'; span: Span }
  | { is: 'habit' }
  /** To come, or impossible: these words and what belongs to them tell no time. */
  | { is: 'never' };

/** A part of the day in hours from its midnight; the night ends on the next morning. */
export interface Hours {
  from: number;
  to: number;
}

export type Groups = Readonly<Partial<Record<string, string>>>;

/** One way to speak of a time. */
export interface Rule {
  /** The words that it may begin with; `#` is any number. */
  first: readonly string[];
  /** Read from a word on, without accents. */
  says: RegExp;
  tells: (groups: Groups, today: Today) => Told | undefined;
}

/** The end of a word. */
const END = '(?![\\p{L}\\p{M}\\p{N}_])';

/** `says` is a pattern of words parted by one space. */
export function rule(first: string, says: string, tells: Rule['tells']): Rule {
  return { first: first.split(' '), says: new RegExp(`(?:${says})${END}`, 'uy'), tells };
}

const ONES = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', '7', 'tam', 'chin'];
const ALSO: Readonly<Partial<Record<string, number>>> = { tu: 4, lam: 5, '7': 7 };
const ONE = 'mot|hai|ba|bon|tu|nam|lam|sau|7|tam|chin';

/** A number in digits or in words up to ninety-nine. */
export const NUMBER = `(?:\\d{1,3}|muoi(?: (?:${ONE}))?|(?:hai|ba|bon|nam|sau|7|tam|chin) muoi(?: (?:${ONE}))?|${ONE})`;
export const NUMBER_WORDS: ReadonlySet<string> = new Set([...ONES.slice(1), 'lam', 'muoi']);

/** Before a number that is no hour and no count: houses, hamlets and streets have numbers as well. */
export const NO_HOUSE =
  '(?<!(?:so|to|ap|thon|xom|khu|doi|khom|kiet|hem|ngo|duong|quan|phuong|km|lo|nha|[pqk]) )';

/** "22" and "hai mươi hai" → 22. */
export function numberOf(said: string | undefined): number {
  if (said === undefined) return NaN;
  if (/^\d/.test(said)) return Number(said);
  return said.split(' ').reduce((sum, word) => {
    if (word === 'muoi') return sum === 0 ? 10 : sum * 10;
    return sum + (ALSO[word] ?? ONES.indexOf(word));
  }, 0);
}
