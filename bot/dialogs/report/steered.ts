import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { withdraws } from '../../in-sentences';
import { beginsAnew } from './leaving/anew';
import { skipped } from './answers';
import { isCancel, wavesAside } from './leaving/cancel';
import { nameBehindNumber } from './summary/confirm';
import type { Draft } from './draft';
import * as ending from './leaving/ending';
import { goesOn } from './leaving/going-on';
import { isLater } from './leaving/later';
import { leavesAsIs } from './put-right/leaves-as-is';
import * as moves from './moves';
import { removesPart } from './put-right/parts-wrong';
import { incidentAnswer } from './same-matter';
import { answersOpen } from './steps';
import { isInTheMiddle, isOption, type Turn } from './turn';

/** To another question, to an end, to later. */
export function steered(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  const { heard } = turn.scope;
  if (leavesAsIs(draft, heard)) return moves.skip(turn, draft);
  switch (heard.control) {
    case 'back':
      return moves.back(turn, draft);
    case 'skip':
      return skipped(turn, draft);
    case 'later':
      return waitsWithPhotos(draft)
        ? moves.askAgain(turn, { ...draft, misses: 0 })
        : ending.later(turn, draft);
    case 'resume':
      return moves.askAgain(turn, { ...draft, misses: 0 });
    case 'cancel':
      return wavesAside(draft, heard) ? moves.skip(turn, draft) : ending.cancel(turn, draft);
    default:
      return leaves(turn, draft);
  }
}

/** "Đợi chút" of somebody who looks for their photos. */
const waitsWithPhotos = ({ waitingFor }: Draft): boolean => waitingFor === 'photos';

/** In words of their own; what a button says means what is written on it, whatever it sounds like. */
function leaves(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  const { heard } = turn.scope;
  if (removesPart(heard)) return undefined;
  if (beginsAnew(heard)) return moves.restart(turn);
  if (goesOn(heard) && isInTheMiddle(draft)) return moves.askAgain(turn, { ...draft, misses: 0 });
  if (draft.waitingFor === 'incident' && incidentAnswer(turn) !== undefined) return undefined;
  const later = isLater(heard);
  if ((!later && !isCancel(heard)) || answersOpen(draft, heard) || isOption(turn, draft)) return undefined;
  // "Co Lai" behind a number is somebody.
  if (nameBehindNumber(draft, heard) !== null) return undefined;
  if (later) return ending.later(turn, draft);
  return withdraws(heard.text) ? ending.cancel(turn, draft) : ending.stop(turn, draft);
}
