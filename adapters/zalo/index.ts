import type { Router } from 'express';
import type { Capabilities, Channel } from '../../hotline/channel';
import type { Conversations } from '../../hotline/conversation/conversations';
import { CHANNEL } from './id';
import type { ZaloOptions } from './options';
import { sending } from './sending';
import { webhook } from './webhook';

export { type Grant, NoGrant, type ZaloOptions } from './options';

const capabilities: Capabilities = {
  textLimit: 2_000,
  quickReplies: false,
  cards: false,
  images: true,
  files: true,
  typing: false,
  pulls: false,
};

/** A Zalo Official Account, by its OpenAPI: events come by webhook, and each is durable before it is acknowledged. */
export function zalo(options: ZaloOptions) {
  const channel: Channel = { name: CHANNEL, capabilities, deliver: sending(options) };

  function open(conversations: Conversations): { router: Router; close(): Promise<void> } {
    return { router: webhook(conversations, options), close: () => Promise.resolve() };
  }

  return { channel, open };
}
