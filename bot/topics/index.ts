import type { TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Activity } from '../../hotline/activity';
import type { Heard } from '../hear';

/** What people may ask at any time, also in the middle of a report: answered at once, without a dialog of its own. */
export interface Topic {
  /** What is said to this message; undefined when it is nothing for this topic. */
  answer(context: TurnContext): Promise<readonly Activity[] | undefined>;
  /**
   * What is said to a message that makes sense only after what this topic said lately ("thế còn lệ phí?"), whatever it
   * sounds like by itself; asked before `answer`, and before reports begin. `amid`: something else is open.
   */
  follow?(
    context: TurnContext,
    amid: boolean,
  ): Promise<readonly Activity[] | undefined> | readonly Activity[] | undefined;
  /** What is said to the result of an effect that this topic asked for; undefined when it asked for none of that type. */
  resume?(context: TurnContext, effect: string, result: unknown): readonly Activity[] | undefined;
}

/** A dialog that knows when a message answers its question, whatever else it sounds like. */
export interface Listening {
  isAnswer(dialogs: DialogContext, heard: Heard): boolean;
  /** The question that is open, as it was asked. */
  openQuestion(dialogs: DialogContext): Activity;
}

/** The buttons of the open question stand under the last of these; its words are said another time. */
export const asking = (
  activities: readonly Activity[],
  { suggestedActions, channelData: { ask, options } = {} }: Activity,
): Activity[] =>
  activities.map((activity, index) =>
    index < activities.length - 1
      ? activity
      : {
          ...activity,
          inputHint: 'expectingInput',
          ...(suggestedActions && { suggestedActions }),
          channelData: { ...activity.channelData, ...(ask && { ask }), ...(options && { options }) },
        },
  );

/** In the middle of something else an answer asks nothing by itself: the question that is open comes after it. */
export function unasking(activity: Activity): Activity {
  const { suggestedActions: _buttons, ...said } = activity;
  const { ask: _ask, options: _options, ...data } = activity.channelData ?? {};
  const { channelData: _data, ...bare } = said;
  return {
    ...bare,
    inputHint: 'acceptingInput',
    ...(Object.keys(data).length > 0 && { channelData: data }),
  };
}
