import { type Account } from './accounts';
import { messageId } from './ids';
import { type EventAttachment, type Message, type ZaloEvent } from './shapes';
import { type World } from './world';

/** What a person sends, as their phone shows it and as the webhook is told it. */
export interface Sent {
  /** `text`, `image` … */
  what: string;
  text?: string;
  shown?: Message['shown'];
  attachments?: EventAttachment[];
  quoted?: Message;
  /** Told to the OA, though the phone does not show it. */
  isHidden?: boolean;
}

/** Puts a message of a person on their phone, and tells the webhook. */
export function send(world: World, account: Account, sent: Sent): Message {
  const { text = '', shown, quoted, isHidden } = sent;
  const message: Message = {
    id: messageId(),
    by: 'person',
    at: world.clock.now(),
    text,
    seen: true,
    ...(shown ? { shown } : {}),
    ...(quoted ? { quoted } : {}),
  };
  if (!isHidden) account.messages.push(message);
  account.interactedAt = message.at;
  world.tell(eventOf(world, account, message, sent), laneOf(account));
  return message;
}

export const laneOf = ({ id }: Account) => `person ${id}`;

function eventOf(
  world: World,
  account: Account,
  { id: msg_id, text }: Message,
  { what, attachments, quoted }: Sent,
): Omit<ZaloEvent, 'app_id' | 'timestamp'> {
  const { conversationId } = account;
  return {
    event_name: `${conversationId === undefined ? 'user' : 'anonymous'}_send_${what}`,
    ...fromPerson(world, account),
    message: {
      msg_id,
      ...(text === '' ? {} : { text }),
      ...(attachments ? { attachments } : {}),
      ...(quoted ? { quote_msg_id: quoted.id } : {}),
      ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
    },
  };
}

export function fromPerson(world: World, { id, idByApp, conversationId }: Account) {
  const both = { sender: { id }, recipient: { id: world.settings.oaId } };
  return conversationId === undefined ? { ...both, user_id_by_app: idByApp } : both;
}
