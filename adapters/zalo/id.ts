import { createHmac } from 'node:crypto';
import type { ConversationId } from '../../hotline/conversation/turn';

export const CHANNEL = 'zalo';

/**
 * Whose account at this OA: an id of Zalo's, always text since it is above 2^53. Of somebody who is not signed in:
 * `<id>:<conversation>`, and both are needed to answer. It lies sealed with the identity and nowhere else.
 */
export type Address = string;

export function addressOf(id: string, conversation?: string): Address {
  return conversation === undefined ? id : `${id}:${conversation}`;
}

/** The same as calls of the OpenAPI name it. */
export function recipientOf(address: Address): Record<string, string> {
  const [id = '', conversation_id] = address.split(':');
  return conversation_id === undefined ? { user_id: id } : { anonymous_id: id, conversation_id };
}

/** The log's id of somebody's conversation with the OA. Nobody else makes one. */
export function conversationIdOf(address: Address, key: Buffer): ConversationId {
  return createHmac('sha256', key).update(`${CHANNEL}:${address}`).digest('base64url') as ConversationId;
}
