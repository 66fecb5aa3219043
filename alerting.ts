import { mailAlerts } from './adapters/mail/alerts';
import { telegramGroup } from './adapters/telegram/group';
import { voicesOf } from './bot/words';
import { channelStates } from './channels';
import type { Config } from './config';
import type { Content } from './content';
import { openAlerts } from './hotline/alerts';
import type { AlertCarrier } from './hotline/alerts/alert';
import type { AlertNames } from './hotline/alerts/message';
import { channelHealth } from './hotline/channel-health';
import type { StaffStore } from './hotline/staff';
import { sweeper } from './hotline/sweeper';
import type { Stores } from './storage/stores';

/** The ways to staff that are set. */
export function alertCarriers(
  { alerts: { telegramChatId: chatId, email }, telegram }: Config,
  staff: Pick<StaffStore, 'list'>,
): AlertCarrier[] {
  const group = chatId && telegram ? [telegramGroup({ ...telegram, chatId })] : [];
  if (!email) return group;
  const { smtpUrl, from } = email;
  const hotline = mailAlerts({ name: 'email', reaches: 'hotline', smtpUrl, from, to: async () => email.to });
  const to = async (): Promise<readonly string[]> => {
    const inspectors = (await staff.list()).filter(({ role, disabled }) => role === 'inspector' && !disabled);
    return inspectors.length > 0 ? inspectors.map((each) => each.email) : email.to;
  };
  return [...group, hotline, mailAlerts({ name: 'inspectors', reaches: 'inspectors', smtpUrl, from, to })];
}

const CHANNELS: Record<string, string> = {
  webchat: 'trang web',
  telegram: 'Telegram',
  zalo: 'Zalo',
  botframework: 'Teams',
};

/** What alerts call things. */
export function alertNames({ locales, gazetteer }: Content, publicUrl: string | undefined): AlertNames {
  const words = voicesOf(locales).vi;
  const communes = new Map(gazetteer.communes.map((commune) => [commune.code, commune]));
  const provinces = new Map(gazetteer.provinces.map(({ code, fullName }) => [code, fullName]));
  return {
    lane: (lane) => words(`lane.${lane}`),
    category: (category) => words(`category.${category}`),
    place(communeCode, provinceCode) {
      const commune = communes.get(communeCode ?? '');
      const province = provinces.get(commune?.provinceCode ?? provinceCode ?? '');
      return [commune?.fullName, province].filter(Boolean).join(', ') || undefined;
    },
    channel: (channel) => CHANNELS[channel] ?? channel,
    page: (path) => publicUrl && `${publicUrl}/staff${path}`,
  };
}

export interface AlertingParts {
  config: Config;
  content: Content;
  stores: Pick<Stores, 'alerts' | 'channels' | 'log'>;
  carriers: readonly AlertCarrier[];
  onError: (error: unknown, what: string) => void;
}

/** What staff hear of without looking, and how the channels are. */
export function alerting({ config, content, stores, carriers, onError }: AlertingParts) {
  const names = alertNames(content, config.publicUrl);
  const alerts = openAlerts({ carriers, store: stores.alerts, names, quiet: config.alerts.quiet, onError });
  const whether = Object.entries(channelStates(config)).map(([name, state]) => [name, state === 'on']);
  const health = channelHealth({
    store: stores.channels,
    channels: Object.fromEntries(whether) as Record<string, boolean>,
    tell: alerts.channel,
    onError: (error) => onError(error, 'the state of a channel was not kept'),
  });
  stores.log.onTurn(health.onTurn);
  const left = sweeper({
    rounds: { ...alerts.rounds, 'watching the channels failed': health.beat },
    onError,
  });

  async function stop(): Promise<void> {
    await left.stop();
    await health.stop();
  }

  /** What a channel tells of itself. */
  const forChannels = {
    line: health.line,
    grantLost: (channel: string, since: Date) => alerts.channel(channel, 'grant_lost', since),
  };

  return { alerts, health, forChannels, watch: left.watch, stop };
}
