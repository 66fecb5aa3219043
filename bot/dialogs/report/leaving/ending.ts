import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { wordCount } from '../../../../nlp/fold';
import { message } from '../../../replies/prompt';
import { say } from '../../../say';
import { waves } from './cancel';
import { type Draft, holdsSomething } from '../draft';
import { forgetLeft, leave, leaveShortly } from './left';
import type { Turn } from '../turn';

/**
 * Nothing of it is kept, and nothing is filed; after a "thôi khỏi" that may have meant one question, or a whole sentence,
 * they can go on.
 */
export async function cancel(turn: Turn, draft?: Draft): Promise<DialogTurnResult> {
  const { heard } = turn.scope;
  const isSentence = wordCount(heard.key) > COMMAND;
  if (draft && holdsSomething(draft) && (isSentence || waves(heard))) return stop(turn, draft, isSentence);
  forgetLeft(turn.scope);
  await say(turn.context, message({ text: turn.words('report.cancelled') }));
  return turn.dc.endDialog();
}

/** More words are no mere command, and may have been read amiss. */
const COMMAND = 5;

/** The same, where it is only likely that they want to stop: who was misunderstood can go on. */
export async function stop(turn: Turn, draft: Draft, isAsked = false): Promise<DialogTurnResult> {
  if (!holdsSomething(draft)) return cancel(turn);
  leaveShortly(turn.scope, draft, isAsked);
  await say(turn.context, message({ text: turn.words('report.stopped') }));
  return turn.dc.endDialog();
}

/** The draft is kept for some days. */
export async function later(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  leave(turn.scope, draft, turn.scope.question.at.getTime());
  const kept = holdsSomething(draft) ? 'report.later' : 'report.cancelled';
  await say(turn.context, message({ text: turn.words(kept) }));
  return turn.dc.endDialog();
}
