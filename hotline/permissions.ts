import { isAccused, namesUnit } from './routing/accused';
import type { StaffAccount } from './staff';
import type { StaffMove } from './ticket/desk';
import type { Lane, Ticket } from './ticket/ticket';

/** Who asks: the part of an account that the rules look at. */
export type Asker = Pick<StaffAccount, 'role' | 'agency'>;

/** The part of a ticket that the rules look at. */
export type Seen = Pick<Ticket, 'lane' | 'agency' | 'description' | 'source' | 'events' | 'accused'>;

/** A conversation with the tickets that were filed in it; `words` is what the citizen said, when it was read. */
export interface SeenConversation {
  lane?: Lane | undefined;
  tickets: readonly Seen[];
  words?: readonly string[];
}

const PUBLIC_LANES: readonly Lane[] = ['pollution', 'land'];

/** Lanes whose tickets this person may see at all. */
export function lanesOf(asker: Asker): readonly Lane[] {
  if (asker.role === 'inspector') return ['misconduct'];
  if (asker.role === 'supervisor' || asker.role === 'operator' || asker.role === 'agency')
    return PUBLIC_LANES;
  return [];
}

export function maySeeTicket(asker: Asker, ticket: Seen): boolean {
  if (!lanesOf(asker).includes(ticket.lane)) return false;
  if (asker.role === 'agency') return isForwardedTo(asker, ticket);
  if (asker.role === 'inspector') return !asker.agency || !isAccused(asker.agency, ticket);
  return true;
}

/** A ticket knows the agency it will go to from the start; it is the agency's only once it was forwarded. */
function isForwardedTo(asker: Asker, ticket: Seen): boolean {
  if (!asker.agency || asker.agency.code !== ticket.agency?.code) return false;
  return ticket.events.some((event) => event.to === 'forwarded');
}

/** Who the citizen is. The agency that handles a report never learns it. */
export function maySeeReporter(asker: Asker, ticket: Seen): boolean {
  return asker.role !== 'agency' && maySeeTicket(asker, ticket);
}

/**
 * Whole conversations are the hotline's own: an agency sees its tickets, not all that a citizen ever said.
 * One misconduct report closes the whole conversation to everybody but inspectors.
 */
export function maySeeConversation(asker: Asker, conversation: SeenConversation): boolean {
  const misconduct =
    conversation.lane === 'misconduct' || conversation.tickets.some((ticket) => ticket.lane === 'misconduct');
  if (!misconduct) return asker.role === 'supervisor' || asker.role === 'operator';
  if (asker.role !== 'inspector') return false;
  const reports = conversation.tickets.filter((ticket) => ticket.lane === 'misconduct');
  return (
    reports.every((ticket) => maySeeTicket(asker, ticket)) &&
    !(asker.agency && namesUnit(asker.agency, conversation.words ?? []))
  );
}

/** Which conversations the list may draw from; undefined: none. */
export function conversationsOf(asker: Asker): 'only' | 'without' | undefined {
  if (asker.role === 'inspector') return 'only';
  return asker.role === 'supervisor' || asker.role === 'operator' ? 'without' : undefined;
}

const HANDLING: readonly StaffMove['type'][] = ['verify', 'start', 'ask_citizen', 'resolve', 'note'];
const TAKING_IN: readonly StaffMove['type'][] = [
  ...HANDLING,
  'forward',
  'reject',
  'duplicate',
  'part',
  'reclassify',
];
const DECIDING: readonly StaffMove['type'][] = [...TAKING_IN, 'reopen', 'close'];

/** Moves this person may make with tickets they may see; the state table decides the rest. */
export function movesOf(asker: Asker): readonly StaffMove['type'][] {
  if (asker.role === 'supervisor' || asker.role === 'inspector') return DECIDING;
  if (asker.role === 'operator') return TAKING_IN;
  return asker.role === 'agency' ? HANDLING : [];
}
