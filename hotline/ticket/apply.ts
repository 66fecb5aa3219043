import type { Deadlines } from '../deadlines/deadlines';
import type { StaffMove } from './desk';
import * as moves from './moves';
import type { Act } from './moves';
import { MOVES } from './states';
import type { Ticket, TicketFile } from './ticket';

type Apply = (ticket: Ticket, act: Act, move: StaffMove, evidence: TicketFile[]) => Ticket;

/** Makes a move of staff with a ticket. @throws HotlineError `move_refused` */
export const applying =
  (deadlines: Deadlines): Apply =>
  (ticket, act, move, evidence) => {
    switch (move.type) {
      case 'verify':
        return ticket.paused
          ? moves.goOn(ticket, act, deadlines, move.note)
          : moves.verify(ticket, act, move.note);
      case 'forward':
        return moves.forward(ticket, act, move.agency, move.note);
      case 'start':
        return moves.start(ticket, act, move.note);
      case 'ask_citizen':
        return moves.askCitizen(ticket, act, move.text, deadlines.patience(act.at));
      case 'resolve':
        return moves.resolve(ticket, act, { ...move, evidence });
      case 'reject':
        return moves.reject(ticket, act, move.reason);
      case 'duplicate':
        return moves.markDuplicate(ticket, act, move.of);
      case 'part':
        return moves.part(ticket, act, move.note);
      case 'reopen':
        return moves.reopen(ticket, act, move.reason, deadlines);
      case 'close':
        return moves.close(ticket, act, move.note);
      case 'reclassify':
        return moves.reclassify(ticket, act, move);
      case 'note':
        return moves.noted(ticket, act, move.note);
    }
  };

/**
 * The same for a ticket that is brought along with another one of its incident: nobody has looked at it by itself, so it
 * first goes the way there. One that was only received is verified; one that waits for its reporter waits no more when
 * the matter is over.
 */
export const bringingAlong = (deadlines: Deadlines): Apply => {
  const apply = applying(deadlines);
  return (ticket, act, move, evidence) => {
    const awake = ticket.paused && ENDING.has(move.type) ? moves.goOn(ticket, act, deadlines) : ticket;
    const verified = skipsVerifying(awake, move) ? moves.verify(awake, act) : awake;
    // One write, whatever it took.
    return { ...apply(verified, act, move, evidence), revision: ticket.revision + 1 };
  };
};

const ENDING: ReadonlySet<StaffMove['type']> = new Set(['resolve', 'reject']);
const AFTER_VERIFYING: ReadonlySet<StaffMove['type']> = new Set(['start', 'resolve']);

const skipsVerifying = ({ status }: Ticket, { type }: StaffMove): boolean =>
  AFTER_VERIFYING.has(type) && MOVES[status].includes('verifying') && !MOVES[status].includes('resolved');
