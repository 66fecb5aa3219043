import { type Conversation } from './chats';
import { chatLane } from './posting';
import { type User } from './shapes';
import { now, type World } from './world';

type Status = 'member' | 'kicked' | 'left';

/** Tells the bot that its own place in a chat changed: blocked, added, removed. */
export function tellOfMembership(
  world: World,
  conversation: Conversation,
  from: User,
  [before, after]: [Status, Status],
): void {
  const { bot } = world;
  const change = {
    chat: conversation.chat,
    from,
    date: now(),
    old_chat_member: { user: bot, status: before },
    new_chat_member: { user: bot, status: after },
  };
  world.updates.add('my_chat_member', change, chatLane(conversation));
}
