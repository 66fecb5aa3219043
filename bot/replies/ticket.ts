import type { Activity, ChannelData } from '../../hotline/activity';
import { SECRET_MARK } from '../../hotline/conversation/turn';
import { MOVES } from '../../hotline/ticket/states';
import type { Ticket, TicketEvent } from '../../hotline/ticket/ticket';
import type { Words } from '../words';
import { spokenDate } from './dates';
import { message, type Prompt } from './prompt';

/** For programs: what a message tells of a ticket. */
export function ticketData(ticket: Ticket): ChannelData {
  const { code, status, category, agency } = ticket;
  return { ticket: { code, status, category, ...(agency && { agency: agency.name }) } };
}

/** The report is filed: code, secret (filled in by the reporter's channel), agency, deadline. */
export function filed(words: Words, ticket: Ticket): Activity {
  const data = ticketData(ticket);
  return message({
    text: words('report.filed', {
      code: ticket.code,
      secret: SECRET_MARK,
      agency: ticket.agency?.name ?? words('report.filedTriage'),
      deadline: ticket.deadline ? spokenDate(words, ticket.deadline) : '–',
    }),
    data: { ...data, ...(data.ticket && { ticket: { secret: SECRET_MARK, ...data.ticket } }) },
  });
}

/** How a report stands at that moment. */
export function standing(words: Words, ticket: Ticket, at: Date): Activity {
  const said = ticket.events.findLast(({ type, note }) => note && TOLD_WITH_WORDS.has(type));
  const lines = [
    words(OVER.has(ticket.status) ? 'follow.over' : 'follow.one', {
      code: ticket.code,
      status: words(`status.${ticket.status}`),
      agency: ticket.agency?.name ?? words('report.filedTriage'),
      deadline: ticket.deadline ? spokenDate(words, ticket.deadline) : '–',
    }),
    ...(isOverdue(ticket, at) ? [words('follow.overdue')] : []),
    ...(said?.note ? [words('follow.lastAnswer', { text: said.note })] : []),
    ...(ticket.status === 'rejected' ? [words('follow.mayReopen')] : []),
  ];
  return message({ text: lines.join('\n'), data: ticketData(ticket), ...whatNext(words, ticket) });
}

/** Nobody works on these any more: no office, no deadline. */
const OVER: ReadonlySet<Ticket['status']> = new Set(['closed', 'withdrawn', 'rejected', 'duplicate']);

/** Nobody answered in time; who was asked something is waited for. */
const isOverdue = ({ status, deadline }: Ticket, at: Date): boolean =>
  deadline !== null &&
  deadline !== undefined &&
  deadline < at &&
  !OVER.has(status) &&
  status !== 'resolved' &&
  status !== 'awaiting_citizen';

/** What its reporter can do with it now. */
function whatNext(words: Words, { status }: Ticket): Pick<Prompt, 'ask' | 'options'> {
  const options =
    status === 'resolved'
      ? [words('follow.solvedYes'), words('follow.solvedNo')]
      : MOVES[status].includes('withdrawn')
        ? [words('follow.addMore'), words('follow.withdraw')]
        : [];
  return options.length > 0 ? { ask: 'choice', options } : {};
}

/** Events whose note is meant for the citizen; notes of the others are for colleagues. */
const TOLD_WITH_WORDS = new Set(['answered', 'citizen_asked', 'citizen_reminded', 'resolved', 'rejected']);
/** Events that the citizen hears of. */
const TOLD = new Set([
  ...TOLD_WITH_WORDS,
  'verified',
  'forwarded',
  'started',
  'citizen_answered',
  'marked_duplicate',
  'parted',
  'reopened',
  'closed',
  'incident_verified',
  'incident_forwarded',
  'incident_started',
  'incident_resolved',
  'incident_reopened',
]);

/** What the citizen is told of the newest event; nothing of what is internal. */
export function news(words: Words, ticket: Ticket): Activity | undefined {
  const event = ticket.events.at(-1);
  if (!event || !TOLD.has(event.type)) return undefined;
  const text = words(keyOf(event, ticket), {
    code: ticket.code,
    text: event.note ?? '',
    agency: agencyOf(event, ticket),
    deadline: ticket.deadline ? spokenDate(words, ticket.deadline) : '–',
    by: ticket.paused?.until ? spokenDate(words, ticket.paused.until) : '–',
  });
  const data = ticketData(ticket);
  if (event.type === 'citizen_asked')
    return message({ text: withTerm(words, text, ticket), ask: 'free_text', data });
  if (event.type === 'citizen_reminded') return message({ text, ask: 'free_text', data });
  if (event.type !== 'resolved') return message({ text, data });
  return message({
    text,
    ask: 'choice',
    options: [words('follow.solvedYes'), words('follow.solvedNo')],
    data,
  });
}

/** The question of staff, and until when it waits for an answer. */
function withTerm(words: Words, question: string, { paused }: Ticket): string {
  return paused?.until
    ? `${question}\n${words('tell.answerBy', { by: spokenDate(words, paused.until) })}`
    : question;
}

/** News of an incident tells the agency of the report that it comes from. */
const agencyOf = ({ type, note }: TicketEvent, { agency }: Ticket): string =>
  (type.startsWith('incident_') ? note : agency?.name) ?? '';

function keyOf(event: TicketEvent, ticket: Ticket): string {
  const { type, from } = event;
  if (/(?:^|_)started$/.test(type) && agencyOf(event, ticket) === '') return `tell.${type}Nobody`;
  return type === 'closed' && from === 'awaiting_citizen' ? 'tell.closedUnanswered' : `tell.${type}`;
}
