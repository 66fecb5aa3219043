import { createHmac } from 'node:crypto';
import type { ConversationId } from '../../hotline/conversation/turn';

export const CHANNEL = 'zalo';

/** Whose account at this OA: an id of Zalo's, always text since it is above 2^53. It lies sealed with the identity and nowhere else. */
export type Address = string;

/** The log's id of somebody's conversation with the OA. Nobody else makes one. */
export function conversationIdOf(userId: Address, key: Buffer): ConversationId {
  return createHmac('sha256', key).update(`${CHANNEL}:${userId}`).digest('base64url') as ConversationId;
}
