import { createHmac, randomBytes } from 'node:crypto';
import type { ConversationId } from '../../hotline/conversation/turn';

/** The conversation's id as Direct Line clients know it; whoever has it cannot tell the log's id, nor the reverse. */
export type DirectLineId = string & { readonly brand: 'DirectLineId' };

/** 144 random bits, in characters that need no escaping in addresses. */
export function newDirectLineId(): DirectLineId {
  return randomBytes(18).toString('base64url') as DirectLineId;
}

export function isDirectLineId(text: unknown): text is DirectLineId {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{24}$/.test(text);
}

/** The log's id of a web chat conversation. Nobody else makes one. */
export function conversationIdOf(id: DirectLineId, key: string | Buffer): ConversationId {
  return createHmac('sha256', key).update(`webchat:${id}`).digest('base64url') as ConversationId;
}

/** Clients take this as opaque; it tells them the order all the same. */
export function activityId(id: DirectLineId, message: number): string {
  return `${id}|${String(message).padStart(7, '0')}`;
}

/** Id of what is shown and forgotten, such as "is typing". */
export function passingId(id: DirectLineId): string {
  return `${id}|t${randomBytes(6).toString('hex')}`;
}

/**
 * The inbox key of what a client posts: its own id of the message.
 * `start` and what begins with `due/`, `staff/`, `desk/` or `effect/` are keys of our own turns; a client that
 * chooses one is moved aside.
 */
export function eventIdOf(clientActivityId: string | undefined): string {
  if (clientActivityId === undefined) return `server:${randomBytes(12).toString('base64url')}`;
  return /^\.*(start$|(due|staff|desk|effect)\/)/.test(clientActivityId)
    ? `.${clientActivityId}`
    : clientActivityId;
}
