import { movesOf, type Asker } from '../../hotline/permissions';
import type { StaffMove } from '../../hotline/ticket/desk';
import type { Status, Ticket } from '../../hotline/ticket/ticket';

type MoveType = StaffMove['type'];

const UNDER_WORK: readonly Status[] = ['received', 'verifying', 'forwarded', 'in_progress', 'reopened'];

/** From which states a move is offered: the contract's table, read by move. The desk has the last word. */
const OFFERED_IN: Record<MoveType, readonly Status[] | 'always'> = {
  verify: ['received', 'forwarded', 'reopened'],
  forward: ['received', 'verifying', 'in_progress', 'reopened'],
  start: ['verifying', 'forwarded', 'reopened'],
  ask_citizen: UNDER_WORK,
  resolve: ['verifying', 'forwarded', 'in_progress', 'reopened'],
  reject: UNDER_WORK,
  duplicate: UNDER_WORK,
  part: ['duplicate'],
  reopen: ['resolved', 'rejected', 'closed'],
  close: ['resolved', 'rejected'],
  reclassify: 'always',
  note: 'always',
};

/** Moves to offer this person on this ticket, in the order of the table. */
export function nextMoves(asker: Asker, ticket: Pick<Ticket, 'status'>): MoveType[] {
  const mine = movesOf(asker);
  return (Object.keys(OFFERED_IN) as MoveType[]).filter((type) => {
    const states = OFFERED_IN[type];
    return mine.includes(type) && (states === 'always' || states.includes(ticket.status));
  });
}
