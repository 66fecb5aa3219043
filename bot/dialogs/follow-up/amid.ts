import { wordCount } from '../../../nlp/fold';
import type { Activity } from '../../../hotline/activity';
import type { Heard } from '../../hear';
import { message } from '../../replies/prompt';
import { standing } from '../../replies/ticket';
import type { TurnScope } from '../../turn-scope';
import { othersWereTold } from '../report/told/tells-on';
import { list, SHOWN } from './list';
import { proven, type ProofParts, secretBeside } from './proof';

/** How sure it must be, when something else is asked just now. */
const SURE = 0.8;
/** Who sent none speaks of one only by its name: "có người rơi xuống chưa thấy đâu" does not. */
const NAMES_REPORT =
  /\b(?:phan anh|bao cao|to cao|khieu nai|don|ma (?:so|bi mat|phan anh|cua|tra cuu|nay|do)|(?:mat|quen|luu|nhap) ma|vu truoc|tra cuu|theo doi|report)\b/;
/** A story that names a code is longer. */
const SHORT = 14;

/** Whether there is anything to look at: most that is said amid a report asks for none. */
export const asksOfReports = ({ understood, intent }: Heard): boolean =>
  understood.ticketCodes.length > 0 || (intent === 'ticket.status' && understood.confidence >= SURE);

/**
 * "XH-2026-000123 sao rồi" in the middle of a report: answered in one go, for the report's question is still open.
 * Another's report is shown by code and secret in one message.
 */
export async function followedAmid(
  parts: ProofParts,
  scope: TurnScope,
): Promise<readonly Activity[] | undefined> {
  const { heard, words, state } = scope;
  const { understood, key } = heard;
  const [code] = understood.ticketCodes;
  if (code !== undefined) return wordCount(key) <= SHORT ? ofCode(parts, scope, code) : undefined;
  if (!asksOfReports(heard) || othersWereTold(key)) return undefined;
  const codes = state.tickets.toReversed().slice(0, SHOWN);
  const tickets = await parts.tickets.findMany(codes);
  const [only] = tickets;
  if (!only) return NAMES_REPORT.test(key) ? [message({ text: words('follow.noneAmid') })] : undefined;
  if (tickets.length === 1) return [standing(words, only, scope.question.at)];
  return [
    list(words, 'follow.listAmid', {
      tickets: inOrder(codes, tickets),
      total: state.tickets.length,
      from: 0,
    }),
  ];
}

async function ofCode(parts: ProofParts, scope: TurnScope, code: string): Promise<readonly Activity[]> {
  const { words, state } = scope;
  const secret = secretBeside(scope, code);
  if (state.tickets.includes(code)) {
    const [ticket] = await parts.tickets.findMany([code]);
    if (ticket) return [standing(words, ticket, scope.question.at)];
  }
  if (secret === undefined) return [message({ text: words('follow.secretAmid', { code }) })];
  const found = await proven(parts, scope, code, secret);
  if (typeof found !== 'string') return [standing(words, found, scope.question.at)];
  return [message({ text: words(found === 'wrong' ? 'follow.wrong' : 'follow.tooMany') })];
}

/** As their codes are given. */
export const inOrder = <T extends { code: string }>(codes: readonly string[], tickets: readonly T[]): T[] =>
  codes.flatMap((code) => tickets.find((ticket) => ticket.code === code) ?? []);
