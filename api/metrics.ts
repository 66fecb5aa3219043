import express, { type RequestHandler, type Router } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Turn } from '../hotline/conversation/turn';
import type { TicketStore } from '../hotline/stores';
import { LANES, STATUSES } from '../hotline/ticket/ticket';
import { channelMetrics, type ChannelMetricsOptions } from './channels/metrics';

export interface MetricsOptions {
  onTurn: (listener: (turn: Turn) => void) => () => void;
  tickets: Pick<TicketStore, 'list'>;
  channels: ChannelMetricsOptions;
  /** Whether the database answers now. */
  databaseReady: () => Promise<boolean>;
}

export interface Metrics {
  /** Counts and times every request; mount it before everything else. */
  measure: RequestHandler;
  /** Serves `/metrics` in Prometheus' format. */
  router: Router;
}

/** Figures for operators. They count; they tell nothing about anybody. */
export function metrics({ onTurn, tickets, channels, databaseReady }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'hotline_http_request_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['method', 'room', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 2, 10],
    registers,
  });
  const turns = new Counter({
    name: 'hotline_turns_total',
    help: 'Turns of conversations heard of by this process',
    labelNames: ['channel', 'cause'],
    registers,
  });
  const reached = new Gauge({
    name: 'hotline_database_up',
    help: '1: the database answers, 0: it does not, and what lies in it is left out',
    registers,
  });
  const byStatus = new Gauge({
    name: 'hotline_tickets',
    help: 'Tickets by status',
    labelNames: ['status'],
    registers,
  });
  onTurn((turn) => turns.inc({ channel: turn.channel, cause: turn.cause?.type ?? 'citizen' }));

  const ofChannels = channelMetrics(registry, channels);

  const measure: RequestHandler = (req, res, next) => {
    const stop = requests.startTimer({ method: methodOf(req.method), room: roomOf(req.path) });
    res.on('finish', () => stop({ status: `${Math.floor(res.statusCode / 100)}xx` }));
    next();
  };

  async function countTickets(): Promise<void> {
    for (const status of STATUSES) {
      const { total } = await tickets.list({ status, lanes: LANES, page: 1, pageSize: 1 });
      byStatus.set({ status }, total);
    }
  }

  /** What was counted before is not told again when nobody knows whether it still holds. */
  async function lookAtDatabase(): Promise<void> {
    const isUp = (await databaseReady().catch(() => false)) && (await read());
    reached.set(isUp ? 1 : 0);
    if (isUp) return;
    byStatus.reset();
    ofChannels.forget();
  }

  const read = (): Promise<boolean> =>
    Promise.all([countTickets(), ofChannels.look()]).then(
      () => true,
      () => false,
    );

  const router = express.Router();
  router.get('/metrics', async (_req, res) => {
    await lookAtDatabase();
    res.set({ 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
    res.send(await registry.metrics());
  });
  return { measure, router };
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const ROOMS = ['api', 'v3', 'webhooks', 'staff', 'assets', 'healthz', 'readyz', 'metrics', 'open311'];

/** Labels are few and fixed, whatever is asked for. */
const methodOf = (method: string) => (METHODS.includes(method) ? method : 'other');

function roomOf(path: string): string {
  const first = path.split('/')[1] ?? '';
  return ROOMS.includes(first) ? first : first ? 'other' : 'page';
}
