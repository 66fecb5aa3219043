import type { Router } from 'express';
import type { Capabilities, Channel } from '../../hotline/channel';
import type { Conversations } from '../../hotline/conversation/conversations';
import { Batch } from './batch';
import { calls as callsOf } from './calls';
import { fetchFile } from './files';
import { parts, TEXT_LIMIT } from './from-activity';
import { Groups } from './groups';
import { Hands } from './hands';
import { CHANNEL, webhookSecretOf } from './id';
import { introduction } from './introduction';
import { once } from './once';
import type { TelegramOptions } from './options';
import { polling } from './polling';
import { routed } from './router';
import { Sending } from './sending';
import { Unreadable } from './unreadable';
import { PATH, webhook } from './webhook';
import { webhookWatch } from './webhook-watch';

export type { TelegramOptions } from './options';

const capabilities: Capabilities = {
  textLimit: TEXT_LIMIT,
  quickReplies: true,
  cards: false,
  images: true,
  files: true,
  typing: true,
  pulls: false,
};

/** Telegram, by the Bot API: updates come by webhook or are asked for, and each is durable before it is acknowledged. */
export function telegram(options: TelegramOptions) {
  const { token, key, words, log } = options;
  const calls = callsOf(token, options.apiRoot);
  const { ready, deliver } = new Sending(calls, options);
  const channel: Channel = {
    name: CHANNEL,
    capabilities,
    ready,
    deliver,
    parts,
    fetch: fetchFile(calls, options),
  };

  function open(conversations: Conversations): { router: Router; close(): Promise<void> } {
    const groups = new Groups(calls, words('groups.onlyPersonal'), options.silentIn ?? []);
    const take = once(routed(new Hands({ conversations, calls, groups, options }), calls));
    const unreadable = new Unreadable(log);
    const secret = options.webhookSecret ?? webhookSecretOf(token, key);
    const introduce = introduction(calls, options);
    const url = `${options.publicUrl ?? ''}${PATH}`;
    const loop =
      options.mode === 'polling'
        ? polling({ calls, batch: new Batch(take, unreadable, log), introduce, options })
        : webhookWatch({ calls, url, secret, introduce, options });
    loop.start();
    return { router: webhook({ secret, take, unreadable, log }), close: () => loop.stop() };
  }

  return { channel, open };
}
