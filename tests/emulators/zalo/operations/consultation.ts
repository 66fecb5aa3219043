import { type Account } from '../accounts';
import { type Asked } from '../answering';
import { badParameter } from '../refusal';
import { type Message } from '../shapes';
import { show } from '../showing';
import { allow, recipient } from '../windows';
import { type World } from '../world';
import { attachmentOf, type Prepared } from './attachments';
import { fields, optionalText } from './fields';

/** In characters after NFC. */
export const TEXT_LIMIT = 2000;

/** POST /v3.0/oa/message/cs: a text, a picture, a file, or the card that asks for name and phone. */
export async function sendConsultation(world: World, { params }: Asked): Promise<unknown> {
  const account = addressee(world, fields(params.recipient, 'recipient'));
  const message = fields(params.message, 'message');
  const { echo, ...content } = await contentOf(world, message);
  const quoted = quotedIn(account, message);
  if (account.conversationId !== undefined && content.shown)
    throw badParameter('only text can be sent to anonymous users');
  const quota = allow(world, account);
  const made = show(world, account, { ...content, ...quoted }, echo);
  const whom = account.conversationId === undefined ? { user_id: account.id } : {};
  return { message_id: made.id, ...whom, sent_time: String(made.at), quota };
}

/** People by their id, those who are not signed in by their conversation, too. */
function addressee(world: World, to: Record<string, unknown>): Account {
  if (to.user_id !== undefined) {
    const account = recipient(world, to.user_id);
    if (account.conversationId !== undefined) throw badParameter('user_id is invalid');
    return account;
  }
  const account = recipient(world, to.anonymous_id);
  if (account.conversationId === undefined || to.conversation_id !== account.conversationId)
    throw badParameter('conversation_id is invalid');
  return account;
}

async function contentOf(world: World, message: Record<string, unknown>): Promise<Prepared> {
  const text = optionalText(message, 'text');
  if (text.normalize('NFC').length > TEXT_LIMIT) throw badParameter(`text is longer than ${TEXT_LIMIT}`);
  if (message.attachment !== undefined)
    return attachmentOf(world, fields(message.attachment, 'attachment'), text);
  if (text.trim() === '') throw badParameter('message is empty');
  return { text, echo: { name: 'text' } };
}

function quotedIn(account: Account, message: Record<string, unknown>): { quoted?: Message } {
  const id = optionalText(message, 'quote_message_id');
  if (id === '') return {};
  const quoted = account.messages.find((each) => each.id === id);
  if (!quoted) throw badParameter('quote_message_id is invalid');
  return { quoted };
}
