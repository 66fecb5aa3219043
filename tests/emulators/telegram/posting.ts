import { type Conversation } from './chats';
import { found } from './formatted';
import { type Message, type User } from './shapes';
import { now, type World } from './world';

type Content = Partial<Omit<Message, 'message_id' | 'from' | 'chat' | 'date'>>;

/** Puts a message of a person into a chat, and tells the bot when it may hear it. */
export function post(world: World, conversation: Conversation, from: User, content: Content): Message {
  const message: Message = {
    message_id: world.chats.nextMessageId(conversation.chat),
    from,
    chat: conversation.chat,
    date: now(),
    ...content,
    ...marked(content),
  };
  conversation.add(message);
  conversation.started = true;
  if (botHears(world, conversation, message)) world.updates.add('message', message, chatLane(conversation));
  world.changed();
  return message;
}

/** Changes a message of a person; the bot hears of it as an edited message. */
export function repost(world: World, conversation: Conversation, message: Message, content: Content): void {
  Object.assign(message, content, marked(content), { edit_date: now() });
  if (botHears(world, conversation, message)) {
    world.updates.add('edited_message', message, chatLane(conversation));
  }
  world.changed();
}

/** Updates of a chat are handed over in order. */
export const chatLane = ({ chat }: Conversation) => `chat ${chat.id}`;

function marked({ text, caption }: Content): Pick<Message, 'entities' | 'caption_entities'> {
  const inText = found(text ?? '');
  const inCaption = found(caption ?? '');
  return {
    ...(inText.length > 0 ? { entities: inText } : {}),
    ...(inCaption.length > 0 ? { caption_entities: inCaption } : {}),
  };
}

/** In a group a bot with privacy mode hears commands, its name, answers to it, and who comes and goes. */
function botHears(world: World, conversation: Conversation, message: Message): boolean {
  if (conversation.chat.type === 'private') return !conversation.blocked;
  if (!conversation.botIsMember) return false;
  if (world.readsAllGroupMessages || message.new_chat_members || message.left_chat_member) return true;
  if (message.reply_to_message?.from.id === world.bot.id) return true;
  const text = message.text ?? message.caption ?? '';
  const name = `@${world.bot.username}`;
  const command = /^\/\w+(@\w+)?/.exec(text);
  return command ? (command[1] ?? name) === name : text.includes(name);
}
