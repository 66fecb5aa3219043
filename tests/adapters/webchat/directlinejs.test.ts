import { cutLines, directLine, EXPIRED, ONLINE, type DirectLine, type Received } from '../../directline';
import { bot, echo, MemoryConversations } from './memory-conversations';
import { startChatServer, tokenOf, type ChatServer } from './server';

const card = {
  contentType: 'application/vnd.microsoft.card.hero',
  content: { title: 'Phản ánh', buttons: [{ type: 'imBack', title: 'Gửi', value: 'gửi' }] },
};
const adaptive = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.Text', id: 'place' }] },
};
const suggestedActions = { actions: [{ type: 'imBack', title: 'Rác thải', value: 'rác thải' }] };

let server: ChatServer;
const open: Person[] = [];
let clock = 0;

beforeEach(async () => {
  clock = 0;
  const conversations = new MemoryConversations(async (question) =>
    question.activity?.text === 'thẻ'
      ? { out: [bot('Đây', { attachments: [card, adaptive], suggestedActions })], state: question.state }
      : echo(question),
  );
  server = await startChatServer({ conversations, options: { now: () => Date.now() + clock } });
});
afterEach(async () => {
  open.splice(0).forEach(({ line }) => line.end());
  await server.close();
});

/** Somebody with the real client in hand. */
class Person {
  readonly received: Received[] = [];
  readonly states: number[] = [];
  readonly line: DirectLine;

  constructor(options: { token?: string; webSocket: boolean; conversationId?: string; watermark?: string }) {
    this.line = directLine({ domain: server.base, pollingInterval: 200, timeout: 20_000, ...options });
    // Ending a conversation is an error to those who still listen.
    const ended = () => undefined;
    this.line.activity$.subscribe((activity) => this.received.push(activity), ended);
    this.line.connectionStatus$.subscribe((state) => this.states.push(state), ended);
    open.push(this);
  }

  get texts() {
    return this.received.filter(({ type }) => type === 'message').map(({ text }) => text);
  }

  say(text: string, more: object = {}): Promise<string> {
    const activity = { type: 'message', text, from: { id: 'dl_hoa' }, ...more };
    return new Promise((resolve, reject) => this.line.postActivity(activity).subscribe(resolve, reject));
  }

  async hears(count: number): Promise<void> {
    await until(() => this.texts.length >= count);
  }
}

const PATIENCE_MS = 20_000;

async function until(ready: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !ready();)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(ready()).toBe(true);
}

async function arrive(webSocket: boolean, more: object = {}): Promise<Person> {
  const { token } = await tokenOf(server, 'dl_hoa');
  return new Person({ token, webSocket, ...more });
}

describe.each([
  ['over the WebSocket', true],
  ['by polling', false],
])('directlinejs %s', (_way, webSocket) => {
  test('starts, is greeted, sends, and reads its own words and the answer', async () => {
    const hoa = await arrive(webSocket);
    await hoa.hears(1);
    expect(hoa.states).toContain(ONLINE);
    const id = await hoa.say('khói đen', { channelData: { clientActivityID: 'c1' } });
    await hoa.hears(3);
    expect(hoa.texts).toEqual(['Xin chào!', 'khói đen', 'Bạn nói: khói đen']);
    expect(hoa.received[1]).toMatchObject({
      id,
      from: { id: 'dl_hoa', role: 'user' },
      channelData: { clientActivityID: 'c1' },
    });
    expect(hoa.received[2]).toMatchObject({ replyToId: id, from: { role: 'bot' } });
  });

  test('cards and suggested actions come through', async () => {
    const hoa = await arrive(webSocket);
    await hoa.hears(1);
    await hoa.say('thẻ');
    await hoa.hears(3);
    expect(hoa.received[2]).toMatchObject({ attachments: [card, adaptive], suggestedActions });
  });

  test('a burst arrives whole and in order', async () => {
    const hoa = await arrive(webSocket);
    await hoa.hears(1);
    for (let n = 1; n <= 20; n += 1) await hoa.say(`số ${n}`);
    await hoa.hears(41);
    const ids = hoa.received.filter(({ type }) => type === 'message').map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(41);
  });

  test('two tabs of one conversation hear each other', async () => {
    const grant = await tokenOf(server, 'dl_hoa');
    const [one, two] = [
      new Person({ token: grant.token, webSocket }),
      new Person({ token: grant.token, webSocket }),
    ];
    await one.hears(1);
    await two.hears(1);
    await one.say('từ tab một');
    await two.say('từ tab hai');
    await one.hears(5);
    await two.hears(5);
    expect(one.texts).toEqual(two.texts);
    expect(one.texts.filter((text) => text === 'Xin chào!')).toHaveLength(1);
  });

  test('a token that has expired is noticed as such, and nothing is stored', async () => {
    const grant = await tokenOf(server, 'dl_hoa');
    const hoa = new Person({ token: grant.token, webSocket });
    await hoa.hears(1);
    clock = 31 * 60_000;
    expect(await hoa.say('muộn')).toBe('retry');
    await until(() => hoa.states.includes(EXPIRED));
    expect(server.conversations.all()).toHaveLength(1);
  });

  test('while the database is away a message asks to be tried again, and the client lives on', async () => {
    const hoa = await arrive(webSocket);
    await hoa.hears(1);
    server.conversations.away = true;
    expect(await hoa.say('thử')).toBe('retry');
    await new Promise((resolve) => setTimeout(resolve, 500));
    server.conversations.away = false;
    await hoa.say('thử lại');
    await hoa.hears(3);
    expect(hoa.texts).toEqual(['Xin chào!', 'thử lại', 'Bạn nói: thử lại']);
  });

  test('who comes back with conversation and watermark gets the rest', async () => {
    const grant = await tokenOf(server, 'dl_hoa');
    const before = new Person({ token: grant.token, webSocket });
    await before.hears(1);
    await before.say('một');
    await before.hears(3);
    before.line.end();
    const { token, conversationId } = grant;
    const again = new Person({ token, webSocket, conversationId, watermark: '2' });
    await again.hears(1);
    await again.say('hai');
    await again.hears(3);
    expect(again.texts).toEqual(['Bạn nói: một', 'hai', 'Bạn nói: hai']);
  });
});

test('cut off over and over, the client misses nothing and hears nothing twice', async () => {
  const hoa = await arrive(true);
  await hoa.hears(1);
  for (let n = 1; n <= 4; n += 1) {
    cutLines();
    await hoa.say(`số ${n}`);
    await hoa.hears(1 + 2 * n);
  }
  const ids = hoa.received.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(hoa.texts).toHaveLength(9);
});

test('the client goes on by itself after a restart of the server', async () => {
  const hoa = await arrive(true);
  await hoa.hears(1);
  const { conversations, files, port } = server;
  await server.close();
  server = await startChatServer({ conversations, files, port });
  await hoa.say('còn đó không');
  await hoa.hears(3);
  expect(hoa.texts).toEqual(['Xin chào!', 'còn đó không', 'Bạn nói: còn đó không']);
});
