import { z } from 'zod';
import type { Said } from './shape';

/** Where answers go: what the service calls a conversation reference. Personal, so it lies only where it is sealed. */
const address = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  conversation: z.string(),
  bot: z.string(),
  user: z.string(),
});
export type Address = z.infer<typeof address>;

/** Only of a call that is authenticated: `serviceUrl` is trusted with our token. */
export function addressOf({ serviceUrl, channelId, conversation, from, recipient }: Said): Address {
  return { serviceUrl, channelId, conversation: conversation.id, bot: recipient.id, user: from.id };
}

/** In the same words each time, so that a changed address can be told from the same one. */
export function writeAddress({ serviceUrl, channelId, conversation, bot, user }: Address): string {
  return JSON.stringify({ serviceUrl, channelId, conversation, bot, user });
}

/** Undefined for what this adapter has not written. */
export function readAddress(text: string): Address | undefined {
  try {
    return address.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
