import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { introducedIn } from '../../../../nlp/contact';
import type { Heard } from '../../../hear';
import type { TurnScope } from '../../../turn-scope';
import { answer } from '../answers';
import type { Draft } from '../draft';
import { forgetLeft, stoppedDraft } from './left';
import type { Turn } from '../turn';

/**
 * A report was stopped a moment ago, and what comes now belongs to it: their name or number, or more of a story. So it was
 * not meant to be stopped.
 */
export function goesOnWithStopped(scope: TurnScope): boolean {
  const { intent, understood, text, isWish, control, reply, isMenu } = scope.heard;
  if (isWish || isMenu || control !== null || reply !== null || text.includes('?')) return false;
  if (stoppedDraft(scope) === undefined) return false;
  if (understood.ticketCodes.length > 0 || understood.dossierCodes.length > 0) return false;
  return saysWhoTheyAre(scope.heard) || intent.startsWith('report.');
}

/** Who tells that answers what was open; another story may be of another matter, and is asked about. */
export const saysWhoTheyAre = ({ text, understood }: Heard): boolean =>
  understood.phone !== null || introducedIn(text) !== null;

/** What they say now answers the question at which it was stopped. */
export function answerStopped(turn: Turn, stopped: Draft): Promise<DialogTurnResult> {
  forgetLeft(turn.scope);
  turn.lines.push(turn.words('report.resumed'));
  return answer({ ...turn, before: stopped }, { ...stopped, misses: 0 });
}
