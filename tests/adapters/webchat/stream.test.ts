import { WebSocket } from 'ws';
import { bot, MemoryConversations } from './memory-conversations';
import { call, say, startChatServer, tokenOf, type ChatServer, type Grant, type Said } from './server';

let server: ChatServer;
beforeEach(async () => {
  server = await startChatServer();
});
afterEach(() => server.close());

const PATIENCE_MS = 20_000;

/** A window of a citizen that keeps what it is given. */
class Window {
  readonly said: Said[] = [];
  readonly watermarks: number[] = [];
  readonly closed: Promise<number>;
  private readonly ws: WebSocket;

  constructor(url: string) {
    this.ws = new WebSocket(url);
    this.closed = new Promise((resolve) => {
      this.ws.on('close', resolve);
      this.ws.on('error', () => resolve(-1));
    });
    this.ws.on('message', (data: Buffer) => {
      const frame = data.toString();
      if (frame === '') return;
      const { activities, watermark } = JSON.parse(frame) as {
        activities: Said[];
        watermark: string;
      };
      this.said.push(...activities);
      this.watermarks.push(Number(watermark));
    });
  }

  get texts() {
    return this.said.filter(({ type }) => type === 'message').map(({ text }) => text);
  }

  async until(ready: () => boolean): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !ready();)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ready()).toBe(true);
  }

  send(text: string) {
    this.ws.send(text);
  }

  shut() {
    this.ws.close();
  }
}

async function start(on: ChatServer = server): Promise<Grant> {
  const grant = await tokenOf(on);
  const started = await call(on, grant.token, '/conversations', {});
  return { ...grant, streamUrl: String(started.body.streamUrl) };
}

const conversationOf = (on: ChatServer) => on.conversations.newestTurn().conversation;

test('a new window is given the greeting, then everything that is said, in order', async () => {
  const grant = await start();
  const window = new Window(grant.streamUrl);
  await window.until(() => window.texts.length === 1);
  await say(server, grant, { text: 'một' });
  await say(server, grant, { text: 'hai' });
  await window.until(() => window.texts.length === 5);
  expect(window.texts).toEqual(['Xin chào!', 'một', 'Bạn nói: một', 'hai', 'Bạn nói: hai']);
  expect(window.watermarks).toEqual([1, 3, 5]);
});

test('two tabs share a conversation and both see all of it', async () => {
  const grant = await start();
  const [one, two] = [new Window(grant.streamUrl), new Window(grant.streamUrl)];
  await one.until(() => one.texts.length === 1 && two.texts.length === 1);
  await Promise.all(['a', 'b', 'c'].map((text) => say(server, grant, { text })));
  await one.until(() => one.texts.length === 7 && two.texts.length === 7);
  expect(one.said).toEqual(two.said);
  expect(new Set(one.said.map(({ id }) => id)).size).toBe(7);
});

test('after a dropped socket the window goes on where it stopped', async () => {
  const grant = await start();
  const first = new Window(grant.streamUrl);
  await first.until(() => first.texts.length === 1);
  first.shut();
  await first.closed;
  await say(server, grant, { text: 'trong lúc mất mạng' });
  const again = await call(server, grant.token, `/conversations/${grant.conversationId}?watermark=1`);
  expect(again.status).toBe(200);
  const second = new Window(String(again.body.streamUrl));
  await second.until(() => second.texts.length === 2);
  expect(second.texts).toEqual(['trong lúc mất mạng', 'Bạn nói: trong lúc mất mạng']);
});

test('a turn told of late, twice or out of order is neither missing nor doubled', async () => {
  const grant = await start();
  const window = new Window(grant.streamUrl);
  await window.until(() => window.texts.length === 1);
  server.conversations.deaf = true;
  for (const text of ['1', '2', '3']) await say(server, grant, { text });
  const turns = await server.conversations.read(conversationOf(server), 0);
  const told = [3, 1, 1, 3, 2, 0].flatMap((index) => turns[index] ?? []);
  told.forEach((turn) => server.conversations.tell(turn));
  await window.until(() => window.texts.length >= 7);
  told.forEach((turn) => server.conversations.tell(turn));
  server.conversations.deaf = false;
  await say(server, grant, { text: '4' });
  await window.until(() => window.texts.length >= 9);
  expect(window.texts.filter((text) => !text?.startsWith('Bạn'))).toEqual(['Xin chào!', '1', '2', '3', '4']);
  expect(window.watermarks).toEqual([...window.watermarks].sort((a, b) => a - b));
});

test('what nobody told of is found when the window is made to read on', async () => {
  const grant = await start();
  const window = new Window(grant.streamUrl);
  await window.until(() => window.texts.length === 1);
  server.conversations.deaf = true;
  await say(server, grant, { text: 'ở máy khác' });
  server.chat.readOn();
  await window.until(() => window.texts.length === 3);
});

test('turns of other channels and conversations stay out', async () => {
  const [hoa, binh] = [await start(), await start()];
  const window = new Window(hoa.streamUrl);
  await window.until(() => window.texts.length === 1);
  await say(server, binh, { text: 'riêng' });
  const turn = server.conversations.newestTurn();
  server.conversations.tell({ ...turn, channel: 'telegram' });
  await say(server, hoa, { text: 'cuối' });
  await window.until(() => window.texts.length === 3);
  expect(window.texts).toEqual(['Xin chào!', 'cuối', 'Bạn nói: cuối']);
});

test('a slow answer is announced by typing, which is not counted', async () => {
  let finish = (): void => undefined;
  const thought = new Promise<void>((resolve) => (finish = resolve));
  const slow = new MemoryConversations(async ({ state, cause }) => {
    if (!cause) await thought;
    return { out: [bot('xong')], state };
  });
  const other = await startChatServer({ conversations: slow });
  const grant = await start(other);
  const window = new Window(grant.streamUrl);
  await window.until(() => window.texts.length === 1);
  const saying = say(other, grant, { text: 'chậm' });
  await window.until(() => window.said.length === 2);
  finish();
  await saying;
  await window.until(() => window.texts.length === 3);
  expect(window.said.map(({ type }) => type)).toEqual(['message', 'typing', 'message', 'message']);
  expect(window.watermarks).toEqual([1, 1, 3]);
  await other.close();
});

test('when the log cannot be read the window is closed, and catches up when it comes back', async () => {
  const grant = await start();
  server.conversations.away = true;
  const window = new Window(grant.streamUrl);
  expect(await window.closed).toBe(1011);
  server.conversations.away = false;
  const back = new Window(grant.streamUrl);
  await back.until(() => back.texts.length === 1);
});

test('a greeting that failed at the start comes with the stream', async () => {
  const grant = await tokenOf(server);
  server.conversations.away = true;
  const { body } = await call(server, grant.token, '/conversations', {});
  server.conversations.away = false;
  const window = new Window(String(body.streamUrl));
  await window.until(() => window.texts.length === 1);
  expect(window.texts).toEqual(['Xin chào!']);
});

test('streams open only with their own token, in time, for their own conversation', async () => {
  let clock = Date.now();
  const other = await startChatServer({ options: { now: () => clock } });
  const [hoa, binh] = [await start(other), await start(other)];
  const swapped = hoa.streamUrl.replace(hoa.conversationId, binh.conversationId);
  const withChatToken = hoa.streamUrl.replace(/t=.*/, `t=${hoa.token}`);
  const without = hoa.streamUrl.replace(/&t=.*/, '');
  for (const url of [swapped, withChatToken, without]) expect(await new Window(url).closed).toBe(-1);
  clock += 3 * 60_000;
  expect(await new Window(hoa.streamUrl).closed).toBe(-1);
  await other.close();
});

test('a client that sends more than signs of life is cut off, others are not', async () => {
  const grant = await start();
  const [good, bad] = [new Window(grant.streamUrl), new Window(grant.streamUrl)];
  await good.until(() => good.texts.length === 1 && bad.texts.length === 1);
  good.send('');
  bad.send('x'.repeat(10_000));
  expect(await bad.closed).toBe(1009);
  await say(server, grant, { text: 'vẫn nghe' });
  await good.until(() => good.texts.length === 3);
});

test('closing tells the windows to come back', async () => {
  const grant = await start();
  const window = new Window(grant.streamUrl);
  await window.until(() => window.texts.length === 1);
  await server.close();
  expect(await window.closed).toBe(1001);
});
