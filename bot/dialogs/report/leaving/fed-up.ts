import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { personChoice } from '../../../replies/menu';
import { wantsPast } from './cancel';
import type { Draft } from '../draft';
import * as moves from '../moves';
import { stepOf } from '../steps';
import { type Turn, ask, isInTheMiddle, promptOf } from '../turn';

/**
 * Somebody is fed up: the question comes again, is left where they want to be past it or grumble at it once more, and with
 * the third sigh a person is offered.
 */
export function calmed(turn: Turn, before: Draft): Promise<DialogTurnResult> {
  const { heard } = turn.scope;
  const count = (before.grumbled ?? 0) + 1;
  const draft = Object.assign({}, before, { grumbled: count, misses: 0 });
  if (isInTheMiddle(draft) && (wantsPast(heard) || (count > 1 && isNeedless(draft, heard.key))))
    return moves.skip(turn, draft);
  return count > 2 ? offeringPerson(turn, draft) : moves.askAgain(turn, draft);
}

/** "Hỏi nhiều thế" to a question that can be done without. */
const isNeedless = ({ waitingFor }: Draft, key: string): boolean =>
  stepOf(waitingFor)?.required === false && ASKS_TOO_MUCH.test(key);
/** "Hoi nhieu qua" without its accents smells. */
const ASKS_TOO_MUCH = /\bnoi\b|\bhoi (?!nhieu (?:qua|ghe|lam))/;

function offeringPerson(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  const prompt = promptOf(turn, draft);
  turn.lines.push(turn.words('report.calmPerson'));
  return ask(turn, draft, Object.assign({}, prompt, { choices: [personChoice(turn.words)] }));
}
