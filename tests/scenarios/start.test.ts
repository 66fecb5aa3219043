import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded } from '../../storage/embedded';
import { findMongod } from '../../storage/embedded/binary';
import { freePort, isOpen } from '../../storage/embedded/port';
import { isAlive, markOf, type ProcessMark } from '../../storage/embedded/processes';

jest.setTimeout(120_000);

const root = join(__dirname, '..', '..');
let dataDir: string;
const running = new Set<ChildProcess>();

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hotline-start-'));
});

afterEach(async () => {
  for (const child of running) await end(child, 'SIGKILL');
  const mongod = mongodOn(dataDir);
  if (mongod) process.kill(mongod.pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

interface Started {
  child: ChildProcess;
  /** What it has printed so far. */
  out: string;
  err: string;
}

/** `npm start` without npm, in a process group of its own. */
function launch(env: NodeJS.ProcessEnv = {}): Started {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PORT|MONGODB_URI)$/.test(name)),
  );
  const child = spawn(process.execPath, [join(root, 'bin', 'start.js')], {
    cwd: root,
    env: { ...clean, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const started: Started = { child, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (started.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (started.err += chunk.toString()));
  running.add(child);
  child.once('close', () => running.delete(child));
  return started;
}

/** Where it can be reached, once it says so. */
async function ready(started: Started): Promise<string> {
  const address = () => /(http:\/\/localhost:\d+)\/staff\s/.exec(started.out)?.[1];
  while (address() === undefined) {
    if (!running.has(started.child)) throw new Error(`it ended: ${started.out}${started.err}`);
    await pause(20);
  }
  return address() ?? '';
}

async function start(env: NodeJS.ProcessEnv = {}): Promise<Started & { base: string }> {
  const started = launch(env);
  return Object.assign(started, { base: await ready(started) });
}

/** How a start that does not get far ends. */
async function refusal(env: NodeJS.ProcessEnv): Promise<{ code: number | null; err: string }> {
  const started = launch(env);
  await once(started.child, 'close');
  return { code: started.child.exitCode, err: started.err };
}

/** Ends the whole group, as Ctrl-C in a terminal does. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(child, 'close');
  process.kill(-(child.pid ?? 0), signal);
  await closed;
  return child.exitCode;
}

function mongodOn(directory: string): ProcessMark | undefined {
  try {
    return markOf(Number(readFileSync(join(directory, 'db', 'mongod.lock'), 'utf8')));
  } catch {
    return undefined;
  }
}

function theMongod(): ProcessMark {
  const mark = mongodOn(dataDir);
  if (!mark) throw new Error('no mongod runs on these data');
  return mark;
}

interface Said {
  from: { role?: string };
  text?: string;
}

interface Chat {
  token: string;
  conversationId: string;
}

async function call<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const json = (headers: Record<string, string>, body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** A citizen opens the chat and says something; resolves when it was acknowledged. */
async function say(base: string, text: string): Promise<Chat> {
  const chat = await call<Chat>(`${base}/v3/directline/tokens/generate`, json({ origin: base }, {}));
  const authorization = `Bearer ${chat.token}`;
  const { conversationId } = await call<Chat>(
    `${base}/v3/directline/conversations`,
    json({ authorization }, {}),
  );
  const message = { type: 'message', from: { id: 'dl_hoa' }, text };
  await call(
    `${base}/v3/directline/conversations/${conversationId}/activities`,
    json({ authorization }, message),
  );
  return { token: chat.token, conversationId };
}

/** What the citizen has said, as the chat shows it after a reload. */
async function said(base: string, { token, conversationId }: Chat): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}` };
  const { activities } = await call<{ activities: Said[] }>(
    `${base}/v3/directline/conversations/${conversationId}/activities`,
    {
      headers,
    },
  );
  return activities.filter(({ from }) => from.role === 'user').map(({ text }) => text ?? '');
}

test('it prints where everything is, and the link for the first administrator', async () => {
  const { base, out } = await start({ ZALO_DOMAIN_PROOF: 'zalo_verifierGTcn-B_B2MPy.html' });
  for (const path of ['/', '/staff', '/api/openapi.json']) {
    expect(out).toContain(`${base}${path}`);
    expect((await fetch(base + path)).status).toBe(200);
  }
  expect(out).toMatch(new RegExp(`${base}/staff\\S*[\\w-]{20,}`));
  expect(out).toMatch(/Telegram tắt/);
  expect((await fetch(`${base}/readyz`)).status).toBe(200);
  const proof = await fetch(`${base}/zalo_verifierGTcn-B_B2MPy.html`);
  expect([proof.status, proof.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await proof.text()).toMatch(/<meta [^>]*"zalo-platform-site-verification"[^>]*"GTcn-B_B2MPy"/);
  expect((await fetch(`${base}/zalo_verifierOther-B_B2MPy.html`)).status).toBe(404);
});

test('a second start on the same data says so, stops, and leaves the first alone', async () => {
  const first = await start();
  const { code, err } = await refusal({});
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([expect.stringContaining(dataDir)]);
  expect(err).toContain(String(first.child.pid));
  expect(await said(first.base, await say(first.base, 'Xin chào'))).toEqual(['Xin chào']);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s to the whole group stops it cleanly, and mongod too',
  async (signal) => {
    const { child } = await start();
    const mongod = theMongod();
    expect(await end(child, signal)).toBe(0);
    expect(isAlive(mongod)).toBe(false);
  },
);

test.each([
  ['the app', false],
  ['mongod and the app', true],
])(
  'after kill -9 of %s the next start has what was acknowledged, on another port too',
  async (_who, mongodToo) => {
    const first = await start();
    const chat = await say(first.base, 'Có mùi khét ở cổng chợ');
    const mongod = theMongod();
    if (mongodToo) process.kill(mongod.pid, 'SIGKILL');
    await end(first.child, 'SIGKILL');

    const second = await start({ PORT: String(await freePort()) });
    expect(second.base).not.toBe(first.base);
    expect(await said(second.base, chat)).toEqual(['Có mùi khét ở cổng chợ']);
  },
);

test('after kill -9 of mongod the running system comes back by itself', async () => {
  const { base, child } = await start();
  const chat = await say(base, 'Có mùi khét ở cổng chợ');
  const before = theMongod();
  process.kill(before.pid, 'SIGKILL');
  while (mongodOn(dataDir) === undefined || isAlive(before)) await pause(20);
  while ((await fetch(`${base}/readyz`)).status !== 200) await pause(50);
  expect(await said(base, chat)).toEqual(['Có mùi khét ở cổng chợ']);
  expect(await said(base, await say(base, 'Tôi nhắn lại'))).toEqual(['Tôi nhắn lại']);
  expect(await end(child, 'SIGTERM')).toBe(0);
});

test('a wrong value stops it with one line that names the variable', async () => {
  const { code, err } = await refusal({ PORT: 'abc' });
  expect(code).toBe(1);
  expect(err).toMatch(/^PORT: [^\n]+\n$/);
});

test('a port that is taken stops it with one line, and mongod is not left behind', async () => {
  const stranger = createServer().listen(0);
  await once(stranger, 'listening');
  try {
    const { port } = stranger.address() as { port: number };
    const { code, err } = await refusal({ PORT: String(port) });
    expect(code).toBe(1);
    expect(err).toMatch(/^PORT: [^\n]+\n$/);
    expect(mongodOn(dataDir)).toBeUndefined();
  } finally {
    stranger.close();
  }
});

test('with MONGODB_URI it starts no database of its own', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'hotline-elsewhere-'));
  const database = await startEmbedded({ dataDir: elsewhere, say: () => undefined });
  try {
    const { base, child } = await start({ MONGODB_URI: database.uri });
    expect(await said(base, await say(base, 'Xin chào'))).toEqual(['Xin chào']);
    expect(mongodOn(dataDir)).toBeUndefined();
    expect(await end(child, 'SIGTERM')).toBe(0);
  } finally {
    await database.stop();
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

test('a MONGODB_URI that is no replica set is refused with a line that says what to do', async () => {
  const port = await freePort();
  const binary = await findMongod({ say: () => undefined });
  const where = ['--dbpath', dataDir, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const standalone = spawn(binary, where, { stdio: 'ignore' });
  try {
    while (!(await isOpen(port))) await pause(50);
    const { code, err } = await refusal({ MONGODB_URI: `mongodb://127.0.0.1:${port}/hotline` });
    expect(code).toBe(1);
    expect(err).toMatch(/^MONGODB_URI: [^\n]*rs\.initiate\(\)[^\n]*\n$/);
  } finally {
    standalone.kill('SIGKILL');
    await once(standalone, 'exit');
  }
});
