import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Words } from './bot/words';
import type { Config } from './config';
import type { ZaloConfig } from './config/channels';
import type { Channel, LineWatch } from './hotline/channel';
import type { Consent } from './hotline/grants';
import type { Conversations } from './hotline/conversation/conversations';
import { grantDrafts } from './storage/grants/drafts';
import type { Keys } from './storage/keys';
import type { Stores } from './storage/stores';

/** A channel that is on, beside the web chat. */
export interface OpenChannel {
  channel: Channel;
  /** Begins to take what comes in; `router` answers the channel's webhook, it reads bodies itself. */
  open(conversations: Conversations): { router?: Router; close(): Promise<void> };
  /** Only where the account's owner must consent; `router`: where consent comes back to. */
  consent?: Consent;
  consentRouter?: Router;
}

export interface ChannelParts {
  config: Config;
  keys: Keys;
  stores: Pick<Stores, 'files' | 'duties' | 'grants'>;
  /** What channels say by themselves, where the bot is not asked. */
  words: Words;
  /** The same in English. */
  english: Words;
  /** Told how the line of a channel is. */
  line: (channel: string) => LineWatch;
  /** Tells staff that a channel may not act for its account any more, since then. */
  grantLost: (channel: string, since: Date) => Promise<void>;
  log: Logger;
}

/** The channels whose variables are set. Each is imported only then: who does not use it does not pay for it. */
export async function openChannels(parts: ChannelParts): Promise<OpenChannel[]> {
  const opened = await Promise.all([openTelegram(parts), openZalo(parts), openBotFramework(parts)]);
  return opened.filter((channel) => channel !== undefined);
}

/** Who answers the channels' addresses. */
export function routersOf(
  channels: readonly Pick<OpenChannel, 'consentRouter'>[],
  opened: readonly { router?: Router }[],
): Router[] {
  const routers = [...opened.map(({ router }) => router), ...channels.map((each) => each.consentRouter)];
  return routers.filter((router) => router !== undefined);
}

/** Those whose account's owner must consent. */
export function consentsOf(channels: readonly OpenChannel[]): ReadonlyMap<string, Consent> {
  return new Map(
    channels.flatMap(({ channel, consent }) => (consent ? [[channel.name, consent] as const] : [])),
  );
}

async function openTelegram(parts: ChannelParts): Promise<OpenChannel | undefined> {
  const { config, keys, stores, words, english, line, log } = parts;
  if (!config.telegram) return undefined;
  const { telegram } = await import('./adapters/telegram');
  const { telegramChatId } = config.alerts;
  return telegram({
    ...config.telegram,
    publicUrl: config.publicUrl,
    key: keys.conversationIds,
    fileBytes: Math.max(config.limits.uploadBytes, config.limits.videoBytes),
    files: stores.files,
    duties: stores.duties,
    words,
    english,
    ...(telegramChatId !== undefined && { silentIn: [telegramChatId] }),
    line: line('telegram'),
    log,
  });
}

async function openZalo(parts: ChannelParts): Promise<OpenChannel | undefined> {
  const { config, keys, stores, words, english, line, log } = parts;
  if (!config.zalo) return undefined;
  const { zalo } = await import('./adapters/zalo');
  const right = await zaloRight(config.zalo, parts);
  const { channel, open } = zalo({
    ...config.zalo,
    publicUrl: config.publicUrl,
    key: keys.conversationIds,
    fileBytes: Math.max(config.limits.uploadBytes, config.limits.videoBytes),
    grant: right.grant,
    files: stores.files,
    words,
    english,
    line: line('zalo'),
    log,
  });
  return {
    channel,
    consent: right.consent,
    consentRouter: right.router,
    open(conversations) {
      const opened = open(conversations);
      right.start();
      return { ...opened, close: () => Promise.all([opened.close(), right.stop()]).then(() => undefined) };
    },
  };
}

/** The right to act for the OA. */
async function zaloRight(app: ZaloConfig, { config, keys, stores, line, grantLost, log }: ChannelParts) {
  const { zaloGrant } = await import('./adapters/zalo/grant');
  return zaloGrant({
    ...app,
    publicUrl: config.publicUrl,
    key: keys.consent,
    store: stores.grants,
    drafts: grantDrafts(config.dataDir, keys.identitySealing),
    duties: stores.duties,
    line: line('zalo'),
    onLost: (since) => grantLost('zalo', since),
    log,
  });
}

async function openBotFramework({
  config,
  keys,
  words,
  line,
  log,
}: ChannelParts): Promise<OpenChannel | undefined> {
  if (!config.botFramework) return undefined;
  const { botFramework } = await import('./adapters/botframework');
  const { appId, password, type, tenantId, cloud } = config.botFramework;
  const isSingle = type === 'SingleTenant' && tenantId !== undefined;
  return botFramework({
    app: { appId, password, ...(isSingle && { tenantId }) },
    secret: keys.conversationIds,
    onlyPersonal: words('groups.onlyPersonal'),
    fileBytes: config.limits.uploadBytes,
    log,
    line: line('botframework'),
    ...(cloud && { cloud }),
  });
}

/** Which channels are on: those whose variables are set. */
export function channelStates({ telegram, zalo, botFramework }: Config): Record<string, string> {
  const stateOf = (set: unknown): string => (set ? 'on' : 'off');
  return {
    webchat: 'on',
    telegram: stateOf(telegram),
    zalo: stateOf(zalo),
    botframework: stateOf(botFramework),
  };
}

const MODES = { polling: 'bật (tự hỏi tin)', webhook: 'bật (webhook)' };

/** For the start: which channels are on. */
export function channelsInWords(config: Config): string {
  return [
    'web bật',
    `Telegram ${config.telegram ? MODES[config.telegram.mode] : 'tắt'}`,
    `Zalo ${config.zalo ? 'bật' : 'tắt'}`,
    `Bot Framework (Teams…) ${config.botFramework ? 'bật' : 'tắt'}`,
  ].join('; ');
}
