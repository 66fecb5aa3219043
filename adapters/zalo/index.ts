import type { Router } from 'express';
import type { Capabilities, Channel } from '../../hotline/channel';
import type { Conversations } from '../../hotline/conversation/conversations';
import { Seal } from '../seal';
import { fetchFile } from './files';
import { Hands } from './hands';
import { CHANNEL } from './id';
import type { ZaloOptions } from './options';
import { sending } from './sending';
import { Unreadable } from './unreadable';
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
  const seal = new Seal('zalo files', options.key);
  const channel: Channel = {
    name: CHANNEL,
    capabilities,
    deliver: sending(options),
    fetch: fetchFile(options, seal),
  };

  function open(conversations: Conversations): { router: Router; close(): Promise<void> } {
    const hands = new Hands({ conversations, seal, options });
    const unreadable = new Unreadable(options.log);
    return { router: webhook({ hands, unreadable, options }), close: () => Promise.resolve() };
  }

  return { channel, open };
}
