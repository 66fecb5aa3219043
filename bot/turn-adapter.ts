import {
  type Activity as BotActivity,
  BotAdapter,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder-core';
import type { Activity } from '../hotline/activity';
import { SECRET_MARK, type OutMessage } from '../hotline/conversation/turn';
import type { Question } from '../hotline/conversation/conversations';
import { DirectContext } from './turn-context';

const SAID = Symbol('what was said');

/** Collects what a turn says instead of sending it: it is sent once it is durable, by whoever carries the channel. */
export class TurnAdapter extends BotAdapter {
  /** Runs the bot for one turn and returns what it said. There is no middleware to go through. */
  async take(
    question: Question,
    prepare: (context: TurnContext) => void,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<OutMessage[]> {
    const out: OutMessage[] = [];
    const context = new DirectContext(this, activityOf(question));
    context.turnState.set(SAID, out);
    prepare(context);
    await logic(context);
    return out;
  }

  override sendActivities(
    context: TurnContext,
    activities: Partial<BotActivity>[],
  ): Promise<ResourceResponse[]> {
    const out = context.turnState.get<OutMessage[] | undefined>(SAID);
    for (const activity of activities) if (activity.type !== 'trace') out?.push(outMessage(activity));
    return Promise.resolve(activities.map(() => ({ id: '' })));
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('what was said stays said'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('what was said stays said'));
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('staff and effects speak through turns of their own'));
  }
}

/** The citizen's message as botbuilder wants it; who and where are the opaque ids of the log. */
function activityOf({ activity, cause, conversation, channel, at }: Question): BotActivity {
  const started = cause?.type === 'start';
  return {
    channelId: channel,
    timestamp: at,
    serviceUrl: '',
    conversation: { id: conversation, isGroup: false, conversationType: '', name: '' },
    from: { id: 'citizen', name: '' },
    recipient: { id: 'hotline', name: '' },
    ...(started && { membersAdded: [{ id: 'citizen', name: '' }] }),
    ...(activity ?? { type: started ? 'conversationUpdate' : 'event', name: cause?.type ?? 'unknown' }),
  } as unknown as BotActivity;
}

/** What the log keeps of an activity that botbuilder sends. */
const KEPT = [
  'text',
  'inputHint',
  'suggestedActions',
  'attachments',
  'attachmentLayout',
  'channelData',
  'name',
  'value',
] as const satisfies readonly (keyof BotActivity & keyof Activity)[];

/** Back to the log's shape: without who and where. A message with a secret's mark names the ticket it belongs to. */
function outMessage(said: Partial<BotActivity>): OutMessage {
  const known = said as unknown as Activity;
  const kept: Partial<Record<(typeof KEPT)[number], unknown>> = {};
  for (const field of KEPT) if (known[field] !== undefined) kept[field] = known[field];
  const activity = { type: known.type, ...kept } as Activity;
  const ticket = activity.channelData?.ticket;
  return { activity, ...(ticket?.secret === SECRET_MARK && { secretOf: ticket.code }) };
}
