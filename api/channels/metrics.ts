import { Counter, Gauge, type Registry } from 'prom-client';
import type { ChannelHealth } from '../../hotline/channel-health';
import type { Delivery } from '../../hotline/conversation/turn';

export interface ChannelMetricsOptions {
  report: () => Promise<ChannelHealth[]>;
  onDelivery: (listener: (channel: string, outcome: Delivery['state']) => void) => void;
}

/** Each by channel; null: there is nothing to tell. */
const FIGURES: Record<string, [help: string, figure: (health: ChannelHealth) => number | null]> = {
  hotline_channel_up: ['1: on, 0: its line is down', ({ state }) => (state === 'down' ? 0 : 1)],
  hotline_channel_last_in_seconds: ['Unix time of the last message in', ({ lastIn }) => unix(lastIn)],
  hotline_channel_last_out_seconds: ['Unix time of the last message out', ({ lastOut }) => unix(lastOut)],
  hotline_channel_backlog: ['Messages still to be delivered', ({ backlog }) => backlog.messages],
  hotline_channel_backlog_oldest_seconds: [
    'Unix time of the oldest message still to be delivered',
    ({ backlog }) => unix(backlog.oldest),
  ],
  hotline_channel_waiting: ['Messages that go out when their citizen writes again', ({ waiting }) => waiting],
  hotline_channel_failures_last_hour: [
    'Deliveries that failed in the last hour',
    ({ failuresLastHour }) => failuresLastHour,
  ],
  hotline_channel_dead_letters: [
    'Messages given up whose citizen can be reached',
    ({ deadLetters }) => deadLetters.reachable,
  ],
  hotline_channel_unreachable_letters: [
    'Messages given up whose citizen wants to hear nothing from us',
    ({ deadLetters }) => deadLetters.unreachable,
  ],
};

/**
 * Figures of the channels that are on, over all processes, and what this process delivered.
 * `look`: at the channels once, for all gauges; `forget` what was seen.
 */
export function channelMetrics(registry: Registry, { report, onDelivery }: ChannelMetricsOptions) {
  const registers = [registry];
  const labelNames = ['channel'];
  const gauges = Object.entries(FIGURES).map(
    ([name, [help, figure]]) => [new Gauge({ name, help, labelNames, registers }), figure] as const,
  );
  const deliveries = new Counter({
    name: 'hotline_deliveries_total',
    help: 'Deliveries of this process by outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  onDelivery((channel, outcome) => deliveries.inc({ channel, outcome }));

  const forget = (): void => gauges.forEach(([gauge]) => gauge.reset());

  async function look(): Promise<void> {
    const on = (await report()).filter(({ state }) => state !== 'off');
    forget();
    for (const [gauge, figure] of gauges) {
      for (const health of on) {
        const value = figure(health);
        if (value !== null) gauge.set({ channel: health.channel }, value);
      }
    }
  }

  return { look, forget };
}

const unix = (date: Date | null): number | null => date && Math.floor(date.getTime() / 1000);
