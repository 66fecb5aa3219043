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

/**
 * Where staff work on tickets. Each act writes the ticket, its event and the message to the citizen in one
 * transaction; `key` (an Idempotency-Key) makes a repeat harmless.
 * @throws HotlineError `not_found`, `move_refused`, `changed_meanwhile`
 */
export interface Desk {
  move(code: string, staff: StaffRef, move: StaffMove, key: string): Promise<Ticket>;
  /** The answer to the citizen, in the conversation the ticket came from. */
  answer(code: string, staff: StaffRef, text: string, key: string): Promise<Ticket>;
}
