import type { MoveInput, TicketBody } from '../../api';
import { words } from '../../words.vi';

export type MoveType = MoveInput['type'];

/** While the citizen is being waited for, `verify` means to go on without the answer. */
export function moveWords(type: MoveType, ticket: TicketBody): { label: string; done: string } {
  return type === 'verify' && ticket.status === 'awaiting_citizen' ? words.moves.goOn : words.moves[type];
}
