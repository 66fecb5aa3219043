import { RUNNING } from '../ticket/states';
import type { DueKind, Ticket } from '../ticket/ticket';
import type { Deadlines } from './deadlines';

/** What the clock asks for: a note for staff, a word to the citizen, or a look at another time; undefined: never again. */
export type Outlook =
  | { do: 'note'; kind: DueKind; deadline: Date }
  | { do: 'remind' }
  | { do: 'close' }
  | { do: 'wait'; until: Date }
  | undefined;

/** What is to be done with a ticket at this moment because of its deadline, or of the citizen who is waited for. */
export function outlookOf(ticket: Ticket, now: Date, deadlines: Pick<Deadlines, 'dueSoonAt'>): Outlook {
  if (ticket.status === 'awaiting_citizen') return ofSilence(ticket, now);
  return RUNNING.includes(ticket.status) ? ofDeadline(ticket, now, deadlines) : undefined;
}

function ofSilence({ paused }: Ticket, now: Date): Outlook {
  if (!paused?.until || !paused.remindAt) return undefined;
  if (now >= paused.until) return { do: 'close' };
  if (paused.reminded) return { do: 'wait', until: paused.until };
  return now >= paused.remindAt ? { do: 'remind' } : { do: 'wait', until: paused.remindAt };
}

function ofDeadline(ticket: Ticket, now: Date, { dueSoonAt }: Pick<Deadlines, 'dueSoonAt'>): Outlook {
  const { deadline } = ticket;
  if (!deadline) return undefined;
  const noted = notedOf(ticket);
  if (noted === 'overdue') return undefined;
  if (now >= deadline) return { do: 'note', kind: 'overdue', deadline };
  if (noted === 'due_soon') return { do: 'wait', until: deadline };
  const soon = dueSoonAt({ ...ticket, deadline });
  return now >= soon ? { do: 'note', kind: 'due_soon', deadline } : { do: 'wait', until: soon };
}

/** What was noted of the deadline as it is now: one that moved is like new. */
export function notedOf({ due, deadline }: Pick<Ticket, 'due' | 'deadline'>): DueKind | undefined {
  return due?.deadline.getTime() === deadline?.getTime() ? due?.kind : undefined;
}

/** How a ticket stands to its deadline, as lists show and filter it. */
export const DUES = ['soon', 'overdue'] as const;
export type DueState = (typeof DUES)[number];

/** Null: there is time left, or the clock does not run. */
export function dueOf(ticket: Pick<Ticket, 'status' | 'deadline' | 'due'>, now: Date): DueState | null {
  if (!ticket.deadline || !RUNNING.includes(ticket.status)) return null;
  if (now >= ticket.deadline) return 'overdue';
  return notedOf(ticket) === 'due_soon' ? 'soon' : null;
}
