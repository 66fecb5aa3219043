import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { acknowledge, tellsMore } from '../acknowledge';
import { verdictOf } from './confirm';
import type { Draft } from '../draft';
import * as moves from '../moves';
import { changes } from './summary';
import { type Turn, ask } from '../turn';

/** What is made of what they say to the summary, or to “which part?”. */
export function answerToSummary(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  const verdict = verdictOf(draft, turn.scope.heard, turn);
  switch (verdict.type) {
    case 'right':
      // A yes to "which part?" is none to the summary: it is shown once more.
      return draft.waitingFor === 'change' ? moves.goOn(turn, draft) : moves.fileIt(turn, draft);
    case 'change':
      return ask(turn, { ...draft, waitingFor: 'change', misses: 0 }, changes(turn.words));
    case 'change_part':
      return moves.change(turn, verdict.draft ?? draft, verdict.part);
    case 'corrected':
      acknowledge(turn, verdict.draft);
      sayWhatChanged(turn, { ...draft, files: turn.before.files }, verdict.draft);
      return moves.goOn(turn, { ...verdict.draft, misses: 0 });
    case 'unclear':
      return moves.askAgain(turn, { ...draft, misses: draft.misses + 1 });
  }
}

/** What was received is said already. */
function sayWhatChanged({ lines, words }: Turn, before: Draft, after: Draft): void {
  const said = saidOf(before, after);
  if (said !== 'report.noted' || lines.length === 0) lines.push(words(said));
}

/** "Ẩn danh" of what stands there as anonymous changes nothing, and adds nothing. */
function saidOf(before: Draft, after: Draft): string {
  if (takesBack(before, after)) return 'report.changed';
  return tellsMore(before, after) ? 'report.noted' : 'report.same';
}

/** Something that was known is another now; else there is only more of it. */
const takesBack = (before: Draft, after: Draft): boolean =>
  FACTS.some((fact) => before[fact] !== null && before[fact] !== after[fact]) ||
  before.files.length > after.files.length ||
  (before.urgent !== after.urgent && before.words === after.words);

const FACTS = ['location', 'time', 'source', 'category', 'contact'] as const;
