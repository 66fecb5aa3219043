import { type Account } from './accounts';
import { messageId } from './ids';
import { type EventAttachment, type Message } from './shapes';
import { type World } from './world';

type Content = Pick<Message, 'text' | 'shown' | 'buttons' | 'quoted'>;

/** Puts a message of the OA on a phone; with receipts the webhook hears that it was sent and that it arrived. */
export function show(world: World, account: Account, content: Content, echo: Echo): Message {
  const message: Message = { id: messageId(), by: 'oa', at: world.clock.now(), seen: false, ...content };
  account.messages.push(message);
  account.heard.push(message);
  if (world.settings.receipts) tellOfSending(world, account, message, echo);
  world.changed();
  return message;
}

/** How the webhook is told what was sent. */
export interface Echo {
  name: 'text' | 'image' | 'gif' | 'file' | 'list' | 'template';
  attachments?: EventAttachment[];
}

function tellOfSending(world: World, account: Account, message: Message, { name, attachments }: Echo): void {
  const { id: msg_id, text } = message;
  const words = text === '' ? {} : { text };
  const conversation =
    account.conversationId === undefined ? {} : { conversation_id: account.conversationId };
  const event_name = `oa_send_${account.conversationId === undefined ? '' : 'anonymous_'}${name}`;
  const lane = `receipts of ${account.id}`;
  const both = fromOa(world, account);
  const told = { msg_id, ...words, ...conversation, ...(attachments ? { attachments } : {}) };
  world.tell({ event_name, ...both, message: told }, lane);
  if (account.conversationId === undefined)
    world.tell({ event_name: 'user_received_message', ...both, message: { msg_id } }, lane);
}

/** In receipts the OA is the sender. */
export function fromOa(world: World, { id, idByApp }: Account) {
  return { sender: { id: world.settings.oaId }, recipient: { id }, user_id_by_app: idByApp };
}
