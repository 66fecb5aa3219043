import type { StaffRef } from '../conversation/conversations';
import type { Agency, Category, Ticket } from './ticket';

/** A move that a person of the staff makes with a ticket; the state table decides whether it may. */
export type StaffMove =
  | { type: 'verify'; note?: string }
  | { type: 'forward'; agency: Agency; note?: string }
  | { type: 'start'; note?: string }
  | { type: 'ask_citizen'; text: string }
  | { type: 'resolve'; text: string; evidence: string[]; legalReason?: string }
  | { type: 'reject'; reason: string }
  | { type: 'duplicate'; of: string }
  | { type: 'part'; note?: string }
  | { type: 'reopen'; reason: string }
  | { type: 'close'; note?: string }
  /** Corrections by staff that are no move: category, urgency, note to colleagues. */
  | { type: 'reclassify'; category?: Category; urgent?: boolean; note?: string }
  | { type: 'note'; note: string };

/** Moves that may be made with all tickets of an incident at once: those of the matter, not of one report. */
export const FOR_ALL: readonly StaffMove['type'][] = [
  'verify',
  'forward',
  'start',
  'resolve',
  'reject',
  'reopen',
  'close',
];

/**
 * Where staff work on tickets. Each act writes the ticket, its event and the message to the citizen in one
 * transaction; `key` (an Idempotency-Key) makes a repeat harmless. When the ticket is of an incident, the act goes on to
 * the others of it afterwards: the same is done with those of `also` where it can be, and the other reporters hear that
 * the matter goes on.
 * @throws HotlineError `not_found`, `move_refused`, `changed_meanwhile`
 */
export interface Desk {
  move(
    code: string,
    staff: StaffRef,
    move: StaffMove,
    key: string,
    also?: readonly string[],
  ): Promise<Ticket>;
  /** The answer to the citizen, in the conversation the ticket came from. */
  answer(code: string, staff: StaffRef, text: string, key: string, also?: readonly string[]): Promise<Ticket>;
}
