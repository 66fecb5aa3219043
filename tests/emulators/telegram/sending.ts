import { type Conversation } from './chats';
import { found, format } from './formatted';
import { markupOf, type Markup } from './markup';
import { type Params } from './params';
import { badRequest, forbidden } from './refusal';
import { type Message } from './shapes';
import { now, type World } from './world';

export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

type Content = Partial<Omit<Message, 'message_id' | 'from' | 'chat' | 'date'>>;

/** The chat that the bot may write to now; else the refusal of the real one. */
export function openChat(world: World, params: Params): Conversation {
  const conversation = world.chat(params.text('chat_id'));
  const { chat, blocked, started, botIsMember } = conversation;
  if (chat.type === 'private') {
    if (blocked) throw forbidden('bot was blocked by the user');
    if (!started) throw badRequest('chat not found');
  } else if (!botIsMember) throw forbidden(`bot was kicked from the ${chat.type} chat`);
  return conversation;
}

/** Puts a message of the bot into a chat; keyboards come with it. */
export function send(world: World, params: Params, content: Content, markup = markupOf(params)): Message {
  const conversation = openChat(world, params);
  world.flood.count(conversation.chat);
  const message: Message = {
    message_id: world.chats.nextMessageId(conversation.chat),
    from: world.bot,
    chat: conversation.chat,
    date: now(),
    ...repliedTo(conversation, params),
    ...content,
    ...(markup && 'inline' in markup ? { reply_markup: markup.inline } : {}),
  };
  conversation.add(message);
  conversation.action = undefined;
  showKeyboard(conversation, markup);
  conversation.heard.push({ what: 'sent', message: structuredClone(message) });
  world.changed();
  return message;
}

/** Fields of a text as asked for with `parse_mode`. */
export function textOf(params: Params): { text: string; entities?: Message['entities'] & object } {
  const { text, entities } = format(params.text('text'), params.text('parse_mode'));
  if (text === '') throw badRequest('message text is empty');
  if (text.length > TEXT_LIMIT) throw badRequest('message is too long');
  const all = [...entities, ...found(text)];
  return { text, ...(all.length > 0 ? { entities: all } : {}) };
}

/** Fields of what stands below a photo or a document. */
export function captionOf(caption: string, mode: string): Pick<Message, 'caption' | 'caption_entities'> {
  const { text, entities } = format(caption, mode);
  if (text === '') return {};
  if (text.length > CAPTION_LIMIT) throw badRequest('message caption is too long');
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

function repliedTo(conversation: Conversation, params: Params): Pick<Message, 'reply_to_message'> {
  const given = params.json('reply_parameters');
  const { message_id, allow_sending_without_reply } = (given ?? {}) as Record<string, unknown>;
  const id = Number(message_id ?? params.integer('reply_to_message_id'));
  if (!id) return {};
  const message = conversation.message(id);
  if (message) return { reply_to_message: message };
  if (allow_sending_without_reply === true || params.flag('allow_sending_without_reply')) return {};
  throw badRequest('message to be replied not found');
}

function showKeyboard(conversation: Conversation, markup: Markup): void {
  if (!markup) return;
  if ('keyboard' in markup) conversation.keyboard = markup.keyboard;
  else if ('remove' in markup) conversation.keyboard = undefined;
}
