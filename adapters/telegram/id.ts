import { createHmac } from 'node:crypto';
import type { ConversationId } from '../../hotline/conversation/turn';

export const CHANNEL = 'telegram';

/** The number of a chat, as text: where answers go. It lies sealed with the identity and nowhere else. */
export type Address = string;

export const addressOf = (chatId: number): Address => String(chatId);

/** The log's id of a private chat. Nobody else makes one. */
export function conversationIdOf(chatId: number, key: Buffer): ConversationId {
  return createHmac('sha256', key).update(`${CHANNEL}:${chatId}`).digest('base64url') as ConversationId;
}

/** The inbox key of an update: its number is unique for a bot, and the same whenever it is given again. */
export const eventIdOf = (botId: number, updateId: number): string => `${botId}:${updateId}`;

/** The number of the bot stands before the colon of its token. */
export const botIdOf = (token: string): number => Number(token.split(':')[0]);

/** What Telegram must show with each webhook call, where the operator has not chosen it: letters of base64url. */
export function webhookSecretOf(token: string, key: Buffer): string {
  return createHmac('sha256', key).update(`telegram-webhook:${token}`).digest('base64url');
}
