import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { acknowledge } from '../acknowledge';
import { changesSummary, partToChange } from '../summary/confirm';
import { corrected, rightsOpen } from './corrections';
import { type Draft, holdsSomething } from '../draft';
import * as moves from '../moves';
import { withPartOfPlaceInstead } from './part-of-place-instead';
import { partDenied } from './parts-wrong';
import { isInTheMiddle, type Turn } from '../turn';

/** What was told before is taken back, whatever was asked; or a part is to be told anew. */
export function putRight(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  const { heard, words } = turn.scope;
  // "Sai giờ" tells no hour.
  if (changesSummary(draft, heard)) return undefined;
  const right = corrected(draft, heard, turn) ?? withPartOfPlaceInstead(draft, heard);
  if (right) {
    acknowledge(turn, right);
    turn.lines.push(words('report.changed'));
    return moves.goOnWith(turn, rightsOpen(draft, right) ? { ...right, changing: false } : right);
  }
  if (!holdsSomething(draft) || !isInTheMiddle(draft)) return undefined;
  const denied = partDenied(draft, heard);
  if (denied && denied.part !== draft.waitingFor) return moves.change(turn, denied.draft, denied.part);
  const part = partToChange(heard, words);
  return part && part !== draft.waitingFor ? moves.change(turn, draft, part) : undefined;
}
