import { movesOf, type Asker } from '../../hotline/permissions';
import type { StaffMove } from '../../hotline/ticket/desk';
import { MOVES } from '../../hotline/ticket/states';
import type { Status, Ticket } from '../../hotline/ticket/ticket';

type MoveType = StaffMove['type'];

/** The state that a move leads to; null: it changes none. In the order in which they are offered. */
const LEADS_TO: Record<MoveType, Status | null> = {
  verify: 'verifying',
  forward: 'forwarded',
  start: 'in_progress',
  resolve: 'resolved',
  ask_citizen: 'awaiting_citizen',
  reject: 'rejected',
  duplicate: 'duplicate',
  part: 'received',
  reopen: 'reopened',
  close: 'closed',
  reclassify: null,
  note: null,
};

/** Moves to offer this person on this ticket. */
export function nextMoves(asker: Asker, ticket: Pick<Ticket, 'status'>): MoveType[] {
  const mine = movesOf(asker);
  return (Object.keys(LEADS_TO) as MoveType[]).filter(
    (type) => mine.includes(type) && isLegal(type, ticket.status),
  );
}

function isLegal(type: MoveType, status: Status): boolean {
  // While the clock stands still, `verify` goes on without the citizen's answer.
  if (status === 'awaiting_citizen' && type === 'verify') return true;
  const target = LEADS_TO[type];
  return target === null || MOVES[status].includes(target);
}
