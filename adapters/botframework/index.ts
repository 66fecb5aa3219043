import { Router } from 'express';
import type { Capabilities, Channel } from '../../hotline/channel';
import type { Conversations } from '../../hotline/conversation/conversations';
import { Seal } from '../seal';
import { TEXT_LIMIT } from './abilities';
import { readAddress } from './address';
import { Authentication } from './authentication';
import { Connector } from './connector';
import { Files } from './files';
import { fromActivity } from './from-activity';
import { Groups } from './groups';
import { CHANNEL } from './id';
import { type BotFrameworkOptions, PUBLIC_CLOUD } from './options';
import { AppToken } from './token';
import { Waiting } from './waiting';
import { Webhook } from './webhook';

export type { BotFrameworkOptions, Cloud } from './options';

const capabilities: Capabilities = {
  // Of the adapter as a whole; what a channel behind the service cannot show is changed into what it can.
  textLimit: TEXT_LIMIT,
  quickReplies: true,
  cards: true,
  images: false,
  files: false,
  typing: true,
  pulls: false,
};

/** Teams and the other channels of Azure Bot Service, by the protocol of the Bot Connector. */
export function botFramework(options: BotFrameworkOptions) {
  const { app, secret, fileBytes, log, line } = options;
  const cloud = { ...PUBLIC_CLOUD, ...options.cloud };
  const token = new AppToken(app, cloud);
  const connector = new Connector({ token, log, line });
  const seal = new Seal('botframework files', secret);
  const files = new Files({ token, cloud, seal, fileBytes });

  const deliver: Channel['deliver'] = async (address, message, by) => {
    const to = readAddress(address);
    if (!to) return { result: 'dead', reason: 'the address is not one of this channel' };
    return connector.send(to, fromActivity(message, to, by));
  };

  function open(conversations: Conversations) {
    const webhook = new Webhook({
      authentication: new Authentication(app, cloud),
      conversations,
      groups: new Groups(connector, options.onlyPersonal),
      waiting: new Waiting(connector),
      seal,
      secret,
      log,
    });
    const router = Router();
    router.post('/webhooks/botframework', webhook.post);
    return { router, close: () => Promise.resolve() };
  }

  const channel: Channel = {
    name: CHANNEL,
    capabilities,
    deliver,
    fetch: (remote) => files.fetch(remote),
  };
  return { channel, open };
}
