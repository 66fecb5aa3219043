import { deadlineAfterPause, deadlineOf, dueSoonAt, type Notice, type Term } from '../ticket/deadline';
import type { Lane, Patience, Ticket } from '../ticket/ticket';
import type { WorkingCalendar } from './calendar';

/** How long things may take: content/terms.yaml. */
export interface Terms {
  terms: Readonly<Record<Lane, { normal: Term; urgent: Term }>>;
  dueSoon: Notice;
  /** How long the hotline waits for the answer to a question, and when it asks again. */
  awaitingCitizen: { remindAfter: Term; closeAfter: Term };
}

/** The part of a ticket that deadlines hang on. */
export type Timed = Pick<Ticket, 'lane' | 'urgent' | 'term' | 'deadline'>;

/** Answers by when. Asked by the bot when it files, by the staff's desk, and by the watch of deadlines. */
export interface Deadlines {
  termOf(ticket: Pick<Timed, 'lane' | 'urgent' | 'term'>): Term;
  /** When the term ends that starts now. */
  from(start: Date, term: Term): Date;
  /** The deadline of a ticket whose clock stood still; see `deadlineAfterPause`. */
  afterPause(ticket: Timed, since: Date, until: Date): Date | null;
  /** When staff are to be told that it comes near. */
  dueSoonAt(ticket: Timed & { deadline: Date }): Date;
  /** How long the citizen who is asked now may take. */
  patience(asked: Date): Patience;
}

export function deadlines({ terms, dueSoon, awaitingCitizen }: Terms, calendar: WorkingCalendar): Deadlines {
  const termOf: Deadlines['termOf'] = ({ term, lane, urgent }) =>
    term ?? terms[lane][urgent ? 'urgent' : 'normal'];
  const from: Deadlines['from'] = (start, term) => deadlineOf(start, term, calendar);
  return {
    termOf,
    from,
    afterPause: (ticket, since, until) =>
      ticket.deadline && deadlineAfterPause(ticket.deadline, termOf(ticket), { since, until }, calendar),
    dueSoonAt: (ticket) => dueSoonAt(ticket.deadline, termOf(ticket), dueSoon, calendar),
    patience: (asked) => ({
      remindAt: from(asked, awaitingCitizen.remindAfter),
      until: from(asked, awaitingCitizen.closeAfter),
    }),
  };
}
