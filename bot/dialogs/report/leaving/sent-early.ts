import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { Heard } from '../../../hear';
import type { Draft } from '../draft';
import { wantsSent } from './going-on';
import * as moves from '../moves';
import { stepOf } from '../steps';
import type { Turn } from '../turn';

/** "Gửi đi", before the summary is there. Of "ẩn danh hay để lại liên hệ" it chooses neither. */
export const wantsSentEarly = ({ waitingFor, changing }: Draft, heard: Heard): boolean =>
  !changing && (LEFT.has(waitingFor) || waitingFor === 'contact') && wantsSent(heard);

/** Whose answer can be done without, or is known to be unknown. */
const LEFT: ReadonlySet<Draft['waitingFor']> = new Set(['location', 'time', 'source', 'category']);

/** What can be left is left; what is needed is asked for once more. */
export function sentEarly(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  if (LEFT.has(draft.waitingFor) && stepOf(draft.waitingFor)?.skip(draft)) return moves.skip(turn, draft);
  turn.lines.push(turn.words('report.almostSent'));
  return moves.askAgain(turn, { ...draft, misses: 0 });
}
