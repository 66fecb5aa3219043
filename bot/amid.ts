import type { TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Activity } from '../hotline/activity';
import type { Heard } from './hear';
import { say } from './say';
import { asking, type Listening, unasking } from './topics';
import { TurnScope } from './turn-scope';

/** The turn in which the open question was put off until what is looked up is told. */
const OWED = 'owedQuestion';

/**
 * Says something else in the middle of a dialog. The open question follows by itself and once: when `asksNow` is false
 * only its buttons do, for its words come with what is looked up, or were said again meanwhile.
 */
export async function sayAmid(
  dialogs: DialogContext,
  told: readonly Activity[],
  asksNow: boolean,
): Promise<void> {
  const { context } = dialogs;
  const open = asksNow ? undefined : listening(dialogs)?.openQuestion?.(dialogs);
  const said = told.map(unasking);
  await sayAll(context, open ? asking(said, open) : said);
  if (!open) return dialogs.repromptDialog();
  const { memory, question } = TurnScope.of(context);
  if (question.cause?.type !== 'effect') memory[OWED] = question.seq;
}

/** What was looked up comes right after it was asked for: the open question is still to be said. */
export const isOwed = ({ memory, question }: TurnScope): boolean => memory[OWED] === question.seq - 1;

/** Is it an answer to what the dialog asks, whatever else it sounds like? */
export const answersOpenQuestion = (dialogs: DialogContext, heard: Heard): boolean =>
  listening(dialogs)?.isAnswer?.(dialogs, heard) ?? false;

function listening(dialogs: DialogContext): Partial<Listening> | undefined {
  const { activeDialog } = dialogs;
  return activeDialog && (dialogs.findDialog(activeDialog.id) as Partial<Listening> | undefined);
}

export async function sayAll(context: TurnContext, activities: readonly Activity[]): Promise<void> {
  for (const activity of activities) await say(context, activity);
}
