import type { ConversationId } from '../conversation/turn';
import type { Term } from './deadline';
import type { Agency, Category, Lane, Location, Occurrence, Ticket, TicketFile } from './ticket';

/** What a citizen has told, complete enough to be filed. */
export interface Report {
  lane: Lane;
  category: Category | null;
  urgent: boolean;
  anonymous: boolean;
  description: string;
  location: Location;
  time: Occurrence | null;
  source: string | null;
  attachments: TicketFile[];
}

export interface Filing {
  code: string;
  at: Date;
  channel: string;
  conversation: ConversationId;
  secretHash: string;
  agency: Agency | null;
  /** Why this agency: kept with the first event. */
  reason: string;
  deadline: Date | null;
  /** The term that the deadline comes from. */
  term?: Term;
  /** When staff are to be told that the deadline comes near. */
  watchAt?: Date;
  /** The incident that its reporter says it belongs to. */
  incident?: string;
  /** Agencies that the report accuses, of those that would have been responsible. */
  accused?: string[];
}

/** Files a report: the ticket in its first state, with its first event. */
export function openTicket(report: Report, filing: Filing): Ticket {
  const { at, reason, ...rest } = filing;
  return {
    revision: 1,
    status: 'received',
    createdAt: at,
    updatedAt: at,
    notSolved: 0,
    events: [
      { at, by: { kind: 'citizen' }, type: 'received', from: null, to: 'received', note: reason || null },
    ],
    ...report,
    ...rest,
  };
}
