import type { ConversationId } from '../conversation/turn';

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
  createdAt: Date;
  updatedAt: Date;
  channel: string;
  conversation: ConversationId;
  /** Keyed hash of the secret that lets the reporter follow it from anywhere. */
  secretHash: string;
  /** While the clock stands still: the state to go back to, and since when. */
  paused?: { from: Status; since: Date };
  duplicateOf?: string;
  closedAt?: Date;
  /** How often the reporter said "not solved". */
  notSolved: number;
  events: TicketEvent[];
  attachments: TicketFile[];
}
