import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { Heard } from '../../hear';
import { accused } from './told/accuses';
import { acknowledge } from './acknowledge';
import { answerToSummary } from './summary/answer-to-summary';
import { withAllElse } from './told/beside-answer';
import { chosenOf, saying } from './by-number';
import { withStorySigned, withoutContact } from './reporter/contact-amid';
import { type Draft, withWords } from './draft';
import { takeMore } from './told/more';
import * as moves from './moves';
import { incidentAnswer, sameOrNot } from './same-matter';
import { answersOpen, stepOf } from './steps';
import { hasNoPhotos } from './steps/photos';
import { type Turn, promptOf } from './turn';

/** What is made of the answer to the open question. */
export function answer(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  switch (draft.waitingFor) {
    case 'confirm':
    case 'change':
      return answerToSummary(turn, draft);
    case 'incident':
      return sameOrNot(turn, draft, incidentAnswer(turn));
    default:
      return take(turn, draft);
  }
}

/** The answer to the question that was asked; what else it tells is taken, too. */
function take(turn: Turn, before: Draft): Promise<DialogTurnResult> {
  const { heard: said, draft } = withoutContact(turn, before);
  const doer = accused(draft, said);
  if (doer !== undefined) return withDoer(turn, draft, said, doer);
  const option = chosenOf(said, () => promptOf(turn, draft).options);
  const heard = option === undefined ? said : saying(said, option);
  const taken = stepOf(draft.waitingFor)?.take(draft, heard, turn);
  if (!taken && draft.changing && heard.reply === 'yes')
    return moves.goOn(turn, { ...draft, changing: false });
  if (!taken) return takeMore(turn, draft, heard);
  const told = withStorySigned(before, withAllElse(taken, draft.waitingFor, turn, heard), turn.scope.heard);
  acknowledge(turn, told);
  if (draft.changing && isLaneOnly(draft, told)) return moves.change(turn, told, 'category');
  const isChanged = draft.changing && !lacksNumber(told);
  if (isChanged) turn.lines.push(turn.words('report.changed'));
  const changing = draft.changing && (!isChanged || told.candidates.length > 0);
  return moves.goOn(turn, { ...told, changing, misses: 0 });
}

/** Who it is, told before it was asked: the open question stays. */
function withDoer(turn: Turn, draft: Draft, heard: Heard, doer: string): Promise<DialogTurnResult> {
  const source = draft.lane === 'misconduct' ? draft.source : (draft.source ?? doer);
  turn.lines.push(turn.words('report.noted'));
  return moves.goOnWith(turn, withWords({ ...draft, source }, heard.text));
}

/** Who changes "Loại" and says that it is pollution means another kind of it. */
const isLaneOnly = ({ waitingFor }: Draft, { lane, category }: Draft): boolean =>
  waitingFor === 'lane' && lane === 'pollution' && category === null;

/** Who leaves a contact instead is asked for it next. */
const lacksNumber = ({ anonymous, contact }: Draft): boolean => anonymous === false && contact === null;

/** "Khoi" is smoke where the kind is asked for, and "khỏi" elsewhere. */
export function skipped(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  if (draft.waitingFor === 'incident') return sameOrNot(turn, draft, false);
  // Photos were invited with another question.
  if (hasNoPhotos(draft, turn.scope.heard)) return undefined;
  return draft.waitingFor === 'category' && answersOpen(draft, turn.scope.heard)
    ? undefined
    : moves.skip(turn, draft);
}
