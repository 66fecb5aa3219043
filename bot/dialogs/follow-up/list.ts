import type { Activity } from '../../../hotline/activity';
import type { Ticket } from '../../../hotline/ticket/ticket';
import { keyOf, wordCount } from '../../../nlp/fold';
import type { Heard } from '../../hear';
import { spokenDay } from '../../replies/dates';
import { message } from '../../replies/prompt';
import type { Words } from '../../words';

/** So many are shown at once. */
export const SHOWN = 8;
const SNIPPET = 48;

export interface Listed {
  /** Shown now, in their order. */
  tickets: readonly Ticket[];
  /** How many there are in all. */
  total: number;
  /** Number of the first that is shown, from 0. */
  from: number;
}

/** One's own reports, so that one can tell them apart: what, when, how they stand. The buttons send codes. */
export function list(words: Words, key: string, { tickets, total, from }: Listed): Activity {
  const lines = tickets.map((ticket, at) => `${from + at + 1}. ${lineOf(words, ticket)}`);
  const isMore = from + tickets.length < total;
  return message({
    text: [words(key, { count: total }), ...lines, ...(isMore ? [words('follow.andMore')] : [])].join('\n'),
    ask: 'ticket_code',
    options: [...tickets.map(({ code }) => code), ...(isMore ? [words('follow.more')] : [])],
  });
}

/** "XH-2026-000012 · Tiếng ồn · 23/11/2026 · đang xử lý: “Quán karaoke…”" */
function lineOf(words: Words, ticket: Ticket): string {
  const { code, status, createdAt, description } = ticket;
  return words('follow.line', {
    code,
    kind: kindOf(words, ticket),
    date: spokenDay(createdAt),
    status: words(`status.${status}`),
    about: snippetOf(description),
  });
}

export const kindOf = (words: Words, { lane, category }: Ticket): string =>
  category ? words(`category.${category}`) : words(`lane.${lane}`);

/** The first words of it, whole words. */
export function snippetOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SNIPPET) return line;
  const cut = line.slice(0, SNIPPET);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SNIPPET / 2))}…`;
}

/** Which of those that are shown is meant: by its number, its place in the list, or what it is about. */
export function chosenOf(heard: Heard, { tickets, from }: Listed): Ticket | undefined {
  const named = tickets.find(({ code }) => heard.understood.ticketCodes.includes(code));
  if (named) return named;
  const number = NUMBER.exec(heard.key)?.[1];
  if (number !== undefined) return tickets[Number(number) - 1 - from];
  if (FIRST.test(heard.key)) return tickets[0];
  if (LAST.test(heard.key)) return tickets.at(-1);
  return wordCount(heard.key) <= SHORT ? onlyOfKind(heard, tickets) : undefined;
}

/** "Thêm vào vụ hồ nước là …" among several: the only one of that kind, or with these words in it. */
export function namedAmong(heard: Heard, tickets: readonly Ticket[]): Ticket | undefined {
  const named = tickets.length > 1 ? NAMES_ONE.exec(heard.key)?.[1]?.split(' ') : undefined;
  if (!named) return undefined;
  const alike = tickets.filter(({ description }) => {
    const told = ` ${keyOf(description)} `;
    return named.every((word) => told.includes(` ${word} `));
  });
  return alike.length === 1 ? alike[0] : onlyOfKind(heard, tickets);
}
/** What stands behind "vụ", as far as it only names. */
const NAMES_ONE =
  /\b(?:vu|phan anh|chuyen)(?: (?:ve|cai))? ((?!(?:cua|nay|do|kia|truoc|hom|toi|la|voi|them)\b)[a-z]+(?: (?!(?:la|thi|co|rang|them|cua|voi|nua|nhe|nha|a)\b)[a-z]+){0,3})/;

function onlyOfKind({ understood }: Heard, tickets: readonly Ticket[]): Ticket | undefined {
  const alike = tickets.filter(({ category }) => category !== null && category === understood.category);
  return alike.length === 1 ? alike[0] : undefined;
}

const NUMBER = /^(?:(?:cai|so|thu|phan anh|xem|vu|number|no) ){0,3}(\d{1,3})$/;
const FIRST =
  /^(?:(?:cai|phan anh|vu|xem) )?(?:dau tien|dau|thu nhat|moi nhat|gan nhat|first|the first|latest)$/;
const LAST = /^(?:(?:cai|phan anh|vu|xem) )?(?:cuoi|cuoi cung|cu nhat|last|the last)$/;
/** A story is longer than the name of a report. */
const SHORT = 6;

export const wantsMore = (words: Words, { key, control }: Heard): boolean =>
  control === 'resume' ||
  key === keyOf(words('follow.more')) ||
  /^(?:con (?:gi )?nua|xem (?:them|tiep)|nua|more|next)$/.test(key);
