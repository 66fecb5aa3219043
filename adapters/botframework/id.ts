import { createHmac } from 'node:crypto';
import type { ConversationId } from '../../hotline/conversation/turn';
import type { Message, Said } from './shape';

export const CHANNEL = 'botframework';

/** The log's id of a conversation with one person on one of the service's channels. Nobody else makes one. */
export function conversationIdOf({ channelId, conversation }: Said, key: Buffer): ConversationId {
  return keyed(`${CHANNEL}:${channelId}:${conversation.id}`, key) as ConversationId;
}

/** The inbox key of a message. The prefix keeps it apart from the keys of our own turns. */
export function eventIdOf({ channelId, id }: Message): string {
  return `bf/${channelId}/${id}`;
}

/** Tells one address from another, and nothing about either. */
export function addressMarkOf(address: string, key: Buffer): string {
  return keyed(`${CHANNEL} address:${address}`, key).slice(0, 22);
}

function keyed(text: string, key: Buffer): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
