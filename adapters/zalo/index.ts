import type { Router } from 'express';
import type { Capabilities, Channel } from '../../hotline/channel';
import type { Conversations } from '../../hotline/conversation/conversations';
import { Seal } from '../seal';
import { Calls } from './calls';
import { fetchFile } from './files';
import { partsOf, TEXT_LIMIT } from './from-activity';
import { Hands } from './hands';
import { CHANNEL } from './id';
import type { ZaloOptions } from './options';
import { Sending } from './sending';
import { webhook } from './webhook';

export { type Grant, NoGrant, type ZaloOptions } from './options';

const capabilitiesOf = ({ buttons, billed }: ZaloOptions): Capabilities => ({
  textLimit: TEXT_LIMIT,
  quickReplies: buttons === true,
  cards: false,
  images: true,
  files: true,
  typing: false,
  pulls: false,
  window: { hours: billed ? BILLED_HOURS : FREE_HOURS },
});
/** After a citizen's message one may write freely for so long, paid for up to the seventh day, then not at all. */
const FREE_HOURS = 48;
const BILLED_HOURS = 7 * 24;

/** A Zalo Official Account, by its OpenAPI: events come by webhook, and each is durable before it is acknowledged. */
export function zalo(options: ZaloOptions) {
  const sending = new Sending(new Calls(options.apiRoot, options.grant), options);
  const seal = new Seal('zalo files', options.key);
  const channel: Channel = {
    name: CHANNEL,
    capabilities: capabilitiesOf(options),
    ready: sending.ready,
    deliver: sending.deliver,
    parts: partsOf(options),
    ...(options.template && { announce: (address, news) => sending.announce(address, news) }),
    fetch: fetchFile(options, seal),
  };

  function open(conversations: Conversations): { router: Router; close(): Promise<void> } {
    const hands = new Hands({ conversations, seal, options });
    return { router: webhook({ hands, options }), close: () => Promise.resolve() };
  }

  return { channel, open };
}
