import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import express, { type Router } from 'express';
import { health } from '../../api/health';
import { metrics } from '../../api/metrics';
import { NOTHING_KNOWN } from '../../hotline/channel-health';
import { openApiDocument, STAFF_ROUTES } from '../../api/openapi';
import { pages } from '../../api/pages';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

async function serve(...routers: (Router | express.RequestHandler)[]): Promise<string> {
  const server = express()
    .use(...routers)
    .listen(0);
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the API’s description', () => {
  const document = openApiDocument() as {
    openapi: string;
    paths: Record<string, Record<string, { parameters?: { name: string }[]; responses: object }>>;
  };

  it('holds every route, with the headers that changing calls carry', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const route of STAFF_ROUTES) {
      const operation = document.paths[`/api/staff${route.path}`]?.[route.method];
      const headers = operation?.parameters?.map(({ name }) => name) ?? [];
      expect(operation?.responses).toHaveProperty(String(route.status));
      expect(headers.includes('x-csrf-token')).toBe(route.method !== 'get');
      expect(headers.includes('Idempotency-Key')).toBe(route.once === true);
    }
  });
});

describe('health', () => {
  it.each([
    ['reached', async () => true, 200],
    ['not reached', async () => false, 503],
    ['broken', () => Promise.reject(new Error('no')), 503],
  ])('with the database %s', async (_name, databaseReady, status) => {
    const channels = async () => ({ webchat: 'on', zalo: 'off' });
    const base = await serve(health({ databaseReady, channels, needsConsent: () => ['zalo'] }));
    const ready = await fetch(`${base}/readyz`);
    expect(ready.status).toBe(status);
    expect(await ready.json()).toMatchObject({
      channels: { webchat: 'on', zalo: 'off' },
      needsConsent: ['zalo'],
    });
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });
});

it('the metrics tell how the channels that are on are', async () => {
  const deadLetters = { reachable: 2, unreachable: 1 };
  const down = {
    ...NOTHING_KNOWN,
    state: 'down' as const,
    since: new Date(),
    reason: 'bot123:KEY',
    deadLetters,
  };
  const channels = [
    {
      ...down,
      channel: 'telegram',
      lastIn: new Date(5_000),
      backlog: { messages: 3, oldest: new Date(9_000) },
    },
    { ...down, channel: 'zalo', state: 'off' as const },
  ];
  const { router } = metrics({
    onTurn: () => () => undefined,
    tickets: { list: async () => ({ items: [], total: 0 }) },
    channels: { report: async () => channels, onDelivery: (listener) => listener('telegram', 'failed') },
    databaseReady: async () => true,
  });
  const text = await (await fetch(`${await serve(router)}/metrics`)).text();
  const figures = text.split('\n').filter((line) => /^hotline_(channel|deliver)/.test(line));
  expect(figures.sort()).toEqual([
    'hotline_channel_backlog_oldest_seconds{channel="telegram"} 9',
    'hotline_channel_backlog{channel="telegram"} 3',
    'hotline_channel_dead_letters{channel="telegram"} 2',
    'hotline_channel_failures_last_hour{channel="telegram"} 0',
    'hotline_channel_last_in_seconds{channel="telegram"} 5',
    'hotline_channel_unreachable_letters{channel="telegram"} 1',
    'hotline_channel_up{channel="telegram"} 0',
    'hotline_channel_waiting{channel="telegram"} 0',
    'hotline_deliveries_total{channel="telegram",outcome="failed"} 1',
  ]);
  expect(text).not.toContain('KEY');
});

it('the metrics count requests by room, never by address', async () => {
  const { measure, router } = metrics({
    onTurn: () => () => undefined,
    tickets: { list: async ({ status }) => ({ items: [], total: status === 'received' ? 7 : 0 }) },
    channels: { report: async () => [], onDelivery: () => undefined },
    databaseReady: async () => true,
  });
  const base = await serve(measure, router);
  await fetch(`${base}/api/staff/tickets/XH-2026-000001`);
  const text = await (await fetch(`${base}/metrics`)).text();
  expect(text).toContain('hotline_tickets{status="received"} 7');
  expect(text).toMatch(/hotline_http_request_seconds_count\{.*room="api".*status="4xx"\} 1/);
  expect(text).not.toContain('XH-2026');
});

it('the metrics tell what they can while the database is away, and nothing that may be over', async () => {
  let isUp = true;
  const figure = async <T>(value: T): Promise<T> => {
    if (!isUp) throw new Error('nobody answers');
    return value;
  };
  const nothing = { ...NOTHING_KNOWN, since: null, reason: null };
  const telegram = { ...nothing, channel: 'telegram', state: 'on' as const };
  const { measure, router } = metrics({
    onTurn: () => () => undefined,
    tickets: { list: () => figure({ items: [], total: 7 }) },
    channels: { report: () => figure([telegram]), onDelivery: () => undefined },
    // It may also go between this answer and the figures.
    databaseReady: async () => true,
  });
  const base = await serve(measure, router);
  const told = async () => {
    const response = await fetch(`${base}/metrics`);
    return { status: response.status, text: await response.text() };
  };
  const before = await told();
  expect(before.text).toContain('hotline_database_up 1');
  expect(before.text).toContain('hotline_channel_up{channel="telegram"} 1');
  isUp = false;
  const away = await told();
  expect(away.status).toBe(200);
  expect(away.text).toContain('hotline_database_up 0');
  expect(away.text).toContain('hotline_http_request_seconds_count');
  expect(away.text).not.toMatch(/^hotline_(?:tickets|channel_up)\{/m);
});

describe('the pages', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'hotline-pages-'));
    for (const folder of ['staff', 'assets']) mkdirSync(join(root, folder));
    for (const page of ['index.html', 'privacy.html', 'staff/index.html', 'assets/a-1.js']) {
      writeFileSync(join(root, page), page);
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it.each([
    ['/', 'index.html'],
    ['/quyen-rieng-tu', 'privacy.html'],
    ['/staff', 'staff/index.html'],
    ['/staff/tickets/XH-2026-000001', 'staff/index.html'],
  ])('%s is %s, under a policy without inline scripts', async (path, page) => {
    const answer = await fetch((await serve(pages({ root, secure: false }))) + path);
    expect(await answer.text()).toBe(page);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy.includes('unsafe-inline')).toBe(path.startsWith('/staff'));
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('keep built files for good, and nothing outside their folder', async () => {
    const base = await serve(pages({ root, secure: true }));
    const asset = await fetch(`${base}/assets/a-1.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('strict-transport-security')).not.toBeNull();
    expect((await fetch(`${base}/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd`)).status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${base}/api/openapi.json`)).status).toBe(200);
  });
});
