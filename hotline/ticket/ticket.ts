import type { ConversationId } from '../conversation/turn';
import type { Term } from './deadline';

export const LANES = ['pollution', 'land', 'misconduct'] as const;
export type Lane = (typeof LANES)[number];

export const CATEGORIES = [
  'air',
  'odor',
  'noise',
  'water',
  'solid_waste',
  'hazardous_waste',
  'open_burning',
  'minerals',
  'wildlife_forest',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const STATUSES = [
  'received',
  'verifying',
  'forwarded',
  'in_progress',
  'awaiting_citizen',
  'resolved',
  'rejected',
  'reopened',
  'duplicate',
  'closed',
  'withdrawn',
] as const;
export type Status = (typeof STATUSES)[number];

/** Where it happens. Codes are those of the units in force since 2025-07-01. */
export interface Location {
  text: string;
  provinceCode: string | null;
  communeCode: string | null;
  lat: number | null;
  lon: number | null;
}

/** When it happens, as it was said (`text`) and as an interval. */
export interface Occurrence {
  text: string;
  from: string | null;
  to: string | null;
  recurring: boolean;
}

export interface Agency {
  code: string;
  name: string;
}

/** Who did something: the citizen, the system, or a person of the staff (by account id, shown by name). */
export type Actor = { kind: 'citizen' } | { kind: 'system' } | { kind: 'staff'; id: string; name: string };

/** One entry of a ticket's history; written in the same write as the change it tells of. */
export interface TicketEvent {
  at: Date;
  by: Actor;
  type: string;
  from: Status | null;
  to: Status | null;
  note: string | null;
}

/** A file that belongs to a ticket; `evidence` files were added by staff when resolving. */
export interface TicketFile {
  id: string;
  name: string;
  type: string;
  size: number;
  evidence?: boolean;
}

/** What staff are told of a deadline: that it comes near, that it is past. */
export type DueKind = 'due_soon' | 'overdue';

/** The last thing that was noted about a deadline. */
export interface DueNote {
  kind: DueKind;
  /** Of this deadline; a ticket whose deadline moved is noted anew. */
  deadline: Date;
  /** Staff are still to be told: the process that noted it has until then, afterwards another one takes it up. */
  tellingUntil?: Date;
}

/** How long the hotline waits for the answer to a question before it asks once more, and before it closes the report. */
export interface Patience {
  remindAt: Date;
  until: Date;
}

/** A citizen's report. Nothing in it says who the citizen is. */
export interface Ticket {
  code: string;
  /** Grows with each change; a write states the one it read, so that no change is overwritten unseen. */
  revision: number;
  lane: Lane;
  category: Category | null;
  status: Status;
  urgent: boolean;
  anonymous: boolean;
  /** The citizen's own words, never normalised. */
  description: string;
  location: Location;
  time: Occurrence | null;
  source: string | null;
  agency: Agency | null;
  deadline: Date | null;
  /** The term that the deadline comes from; absent on tickets of before terms were kept. */
  term?: Term;
  /** When the watch of deadlines looks at it next; every change makes it look at once. Absent: nothing to watch for. */
  watchAt?: Date;
  due?: DueNote;
  /** Codes of the agencies that a report of misconduct names: it is never theirs to see. */
  accused?: string[];
  createdAt: Date;
  updatedAt: Date;
  channel: string;
  conversation: ConversationId;
  /** Keyed hash of the secret that lets the reporter follow it from anywhere. */
  secretHash: string;
  /** While the clock stands still: the state to go back to, since when, and how long the citizen is waited for. */
  paused?: { from: Status; since: Date; reminded?: true } & Partial<Patience>;
  duplicateOf?: string;
  /** The incident it belongs to, with other reports of the same matter. */
  incident?: string;
  closedAt?: Date;
  /** How often the reporter said "not solved". */
  notSolved: number;
  events: TicketEvent[];
  attachments: TicketFile[];
}
