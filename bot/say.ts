import type { Activity as BotActivity, TurnContext } from 'botbuilder-core';
import type { Activity } from '../hotline/activity';

/** Says a message of ours; botbuilder's type asks for dates where the log has text. */
export async function say(context: TurnContext, activity: Activity): Promise<void> {
  await context.sendActivity(activity as unknown as Partial<BotActivity>);
}
