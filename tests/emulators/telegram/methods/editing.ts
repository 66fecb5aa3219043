import { isDeepStrictEqual } from 'node:util';
import { type Conversation } from '../chats';
import { inlineOf } from '../markup';
import { type Params } from '../params';
import { badRequest } from '../refusal';
import { captionOf, openChat, textOf } from '../sending';
import { type InlineKeyboard, type Message } from '../shapes';
import { now, type World } from '../world';

/** After this a message can no longer be deleted. */
const DELETABLE_SECONDS = 48 * 3600;
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

export function editMessageText(world: World, params: Params): unknown {
  const { text, entities } = textOf(params);
  return edit(world, params, (message) => {
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    return { ...without(message, 'text', 'entities'), text, ...(entities ? { entities } : {}) };
  });
}

export function editMessageCaption(world: World, params: Params): unknown {
  const caption = captionOf(params.text('caption'), params.text('parse_mode'));
  return edit(world, params, (message) => {
    if (message.text !== undefined) throw badRequest('there is no caption in the message to edit');
    return { ...without(message, 'caption', 'caption_entities'), ...caption };
  });
}

export function editMessageReplyMarkup(world: World, params: Params): unknown {
  return edit(world, params, (message) => message);
}

export function deleteMessage(world: World, params: Params): unknown {
  const conversation = openChat(world, params);
  const message = conversation.message(params.integer('message_id'));
  if (!message) throw badRequest('message to delete not found');
  if (!deletable(world, message)) throw badRequest("message can't be deleted for everyone");
  conversation.remove(message.message_id);
  world.changed();
  return true;
}

/** Those that are not there are passed over. */
export function deleteMessages(world: World, params: Params): unknown {
  const conversation = openChat(world, params);
  const ids = params.json('message_ids');
  if (!Array.isArray(ids)) throw badRequest('message identifiers are not specified');
  for (const id of ids) {
    const message = conversation.message(Number(id));
    if (message && deletable(world, message)) conversation.remove(message.message_id);
  }
  world.changed();
  return true;
}

/** The new message replaces the old in its place; a keyboard that is not given again goes. */
function edit(world: World, params: Params, change: (message: Message) => Message): Message {
  const conversation = openChat(world, params);
  const message = ownMessage(world, conversation, params.integer('message_id'));
  const keyboard = inlineOf(params);
  const changed = withKeyboard(change(message), keyboard);
  if (isDeepStrictEqual(changed, message)) throw badRequest(NOT_MODIFIED);
  changed.edit_date = now();
  conversation.replace(changed);
  conversation.heard.push({ what: 'edited', message: structuredClone(changed) });
  world.changed();
  return changed;
}

function ownMessage(world: World, conversation: Conversation, id: number): Message {
  const message = conversation.message(id);
  if (!message) throw badRequest('message to edit not found');
  if (message.from.id !== world.bot.id) throw badRequest("message can't be edited");
  return message;
}

function withKeyboard(message: Message, keyboard: InlineKeyboard | undefined): Message {
  const bare = without(message, 'reply_markup');
  return keyboard && keyboard.inline_keyboard.length > 0 ? { ...bare, reply_markup: keyboard } : bare;
}

function without(message: Message, ...fields: (keyof Message)[]): Message {
  const kept = Object.entries(message).filter(([field]) => !fields.includes(field as keyof Message));
  return Object.fromEntries(kept) as unknown as Message;
}

/** In private chats a bot may delete what the person wrote too. */
function deletable(world: World, { date, from, chat }: Message): boolean {
  const mayTouch = from.id === world.bot.id || chat.type === 'private';
  return mayTouch && now() - date < DELETABLE_SECONDS;
}
