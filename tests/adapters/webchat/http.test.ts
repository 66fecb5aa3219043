import jwt from 'jsonwebtoken';
import { bot, MemoryConversations } from './memory-conversations';
import { PNG } from './memory-files';
import { call, heard, KEYS, say, SECRET, startChatServer, tokenOf, type ChatServer } from './server';

let server: ChatServer;
let clock = Date.now();
beforeAll(async () => {
  server = await startChatServer({ options: { now: () => clock } });
});
beforeEach(() => {
  clock = Date.now();
  server.conversations.away = false;
});
afterAll(() => server.close());

const post = (path: string, headers: Record<string, string>, body: object = {}) =>
  fetch(`${server.base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('tokens', () => {
  test('our own page and holders of the secret get one, others do not', async () => {
    expect((await post('/tokens/generate', { origin: server.origin })).status).toBe(200);
    expect((await post('/tokens/generate', { authorization: `Bearer ${SECRET}` })).status).toBe(200);
    expect((await post('/tokens/generate', {})).status).toBe(403);
    expect((await post('/tokens/generate', { origin: 'https://elsewhere.example' })).status).toBe(403);
    const wrong = { origin: server.origin, authorization: 'Bearer wrong' };
    expect((await post('/tokens/generate', wrong)).status).toBe(403);
  });

  test('the public address counts as our own origin too', async () => {
    const other = await startChatServer({ options: { publicUrl: 'https://hotline.example/' } });
    const headers = { origin: 'https://hotline.example' };
    const answer = await fetch(`${other.base}/tokens/generate`, { method: 'POST', headers });
    const grant = (await answer.json()) as { token: string };
    const started = await call(other, grant.token, '/conversations', {});
    expect(started.body.streamUrl).toMatch(/^wss:\/\/hotline\.example\/v3\/directline\/conversations\//);
    await other.close();
  });

  test('a browser takes up its own conversation again only with its cookie', async () => {
    const first = await post('/tokens/generate', { origin: server.origin }, { user: { id: 'dl_hoa' } });
    const { conversationId } = (await first.json()) as { conversationId: string };
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    const resume = async (headers: object, body: object) => {
      const answer = await post('/tokens/generate', { origin: server.origin, ...headers }, body);
      return ((await answer.json()) as { conversationId: string }).conversationId;
    };
    expect(await resume({ cookie }, { resume: true })).toBe(conversationId);
    expect(await resume({ cookie }, {})).not.toBe(conversationId);
    expect(await resume({ cookie: `${cookie}x` }, { resume: true })).not.toBe(conversationId);
    clock += 91 * 24 * 3600_000;
    expect(await resume({ cookie }, { resume: true })).not.toBe(conversationId);
  });

  test('a refreshed token keeps conversation and user, and outlives the first', async () => {
    const grant = await tokenOf(server, 'dl_hoa');
    clock += 20 * 60_000;
    const refreshed = await call(server, grant.token, '/tokens/refresh', {});
    expect(refreshed.body).toMatchObject({ conversationId: grant.conversationId, expires_in: 1800 });
    clock += 20 * 60_000;
    const { token } = refreshed.body as { token: string };
    expect((await call(server, token, `/conversations/${grant.conversationId}/activities`)).status).toBe(200);
    const old = await call(server, grant.token, `/conversations/${grant.conversationId}/activities`);
    expect([old.status, old.body.error?.code]).toEqual([403, 'TokenExpired']);
    expect((await call(server, grant.token, '/tokens/refresh', {})).status).toBe(403);
  });

  test('forged, unsigned, foreign and missing tokens are 403 everywhere', async () => {
    const grant = await tokenOf(server);
    const { conversationId: id } = grant;
    const claims = { use: 'chat', conv: id, exp: Math.floor(clock / 1000) + 600 };
    const forged = [
      jwt.sign(claims, 'another key'),
      jwt.sign(claims, '', { algorithm: 'none' }),
      jwt.sign(claims, KEYS.directLineTokens, { algorithm: 'HS512' }),
      jwt.sign({ ...claims, use: 'stream' }, KEYS.directLineTokens),
      jwt.sign({ ...claims, conv: { $gt: '' } }, KEYS.directLineTokens),
      jwt.sign({ use: 'chat', conv: id }, KEYS.directLineTokens),
      `${grant.token.slice(0, -3)}abc`,
      'x'.repeat(5000),
      '',
    ];
    const before = server.conversations.all().length;
    for (const token of forged) {
      expect((await call(server, token, '/tokens/refresh', {})).status).toBe(403);
      expect((await call(server, token, '/conversations', {})).status).toBe(403);
      expect((await call(server, token, `/conversations/${id}`)).status).toBe(403);
      expect((await call(server, token, `/conversations/${id}/activities`)).status).toBe(403);
      expect(
        (await call(server, token, `/conversations/${id}/activities`, { type: 'message', text: 'x' })).status,
      ).toBe(403);
      expect((await call(server, token, `/conversations/${id}/upload`, PNG)).status).toBe(403);
    }
    expect(server.conversations.all()).toHaveLength(before);
  });

  test('a token opens its own conversation and no other', async () => {
    const [hoa, binh] = [await tokenOf(server), await tokenOf(server)];
    const path = `/conversations/${binh.conversationId}`;
    expect((await call(server, hoa.token, path)).status).toBe(403);
    expect((await call(server, hoa.token, `${path}/activities`)).status).toBe(403);
    expect((await call(server, hoa.token, `${path}/activities`, { type: 'message', text: 'x' })).status).toBe(
      403,
    );
    expect(await heard(server, binh)).toEqual([]);
  });

  test('one address gets so many a minute, and is told when to come back', async () => {
    const small = await startChatServer({ options: { limits: { tokensPerMinute: 2 } } });
    const ask = () =>
      fetch(`${small.base}/tokens/generate`, { method: 'POST', headers: { origin: small.origin } });
    const [, , third] = [await ask(), await ask(), await ask()];
    expect(third?.status).toBe(429);
    expect(Number(third?.headers.get('retry-after'))).toBeGreaterThan(0);
    await small.close();
  });
});

describe('conversations', () => {
  test('the bot greets once, however often the page is loaded', async () => {
    const grant = await tokenOf(server);
    const [first, second] = await Promise.all([
      call(server, grant.token, '/conversations', {}),
      call(server, grant.token, '/conversations', {}),
    ]);
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(first?.body).toMatchObject({ conversationId: grant.conversationId, expires_in: 1800 });
    expect(await heard(server, grant)).toMatchObject([{ text: 'Xin chào!', from: { role: 'bot' } }]);
  });

  test('with the secret a new conversation starts, and the secret serves for all of it', async () => {
    const started = await call(server, SECRET, '/conversations', { user: { id: 'u1' } });
    const { conversationId } = started.body as { conversationId: string };
    const grant = { conversationId, token: SECRET, expires_in: 0, streamUrl: '' };
    expect((await say(server, grant, { text: 'chào', from: { id: 'u1' } })).status).toBe(200);
    expect(await heard(server, grant)).toMatchObject([{}, { text: 'chào', from: { id: 'u1' } }, {}]);
    expect((await call(server, SECRET, '/conversations/short/activities')).status).toBe(404);
  });

  test('someone who spoke before the page asked for a greeting is not greeted in the middle', async () => {
    const grant = await tokenOf(server);
    await say(server, grant, { text: 'tôi muốn phản ánh' });
    await call(server, grant.token, '/conversations', {});
    expect((await heard(server, grant)).map(({ text }) => text)).toEqual([
      'tôi muốn phản ánh',
      'Bạn nói: tôi muốn phản ánh',
    ]);
  });

  test('starts even while the database is away; posts are to be tried again; reading finds nothing new', async () => {
    const grant = await tokenOf(server);
    server.conversations.away = true;
    expect((await call(server, grant.token, '/conversations', {})).status).toBe(201);
    expect((await say(server, grant, { text: 'có ai không' })).status).toBe(503);
    const read = await call(
      server,
      grant.token,
      `/conversations/${grant.conversationId}/activities?watermark=7`,
    );
    expect([read.status, read.body]).toEqual([200, { activities: [], watermark: '7' }]);
  });
});

describe('activities', () => {
  test('what is said comes back with its own id, and the answer points to it', async () => {
    const grant = await tokenOf(server, 'dl_hoa');
    const sent = await say(server, grant, {
      text: 'rác nhiều quá',
      channelData: { clientActivityID: 'abc1' },
    });
    const [mine, answer] = await heard(server, grant);
    expect(mine).toMatchObject({
      id: `${grant.conversationId}|0000001`,
      type: 'message',
      text: 'rác nhiều quá',
      channelId: 'directline',
      conversation: { id: grant.conversationId },
      from: { id: 'dl_hoa', role: 'user' },
      channelData: { clientActivityID: 'abc1' },
    });
    expect(sent.body).toEqual({ id: mine?.id });
    expect(answer).toMatchObject({
      id: `${grant.conversationId}|0000002`,
      replyToId: mine?.id,
      from: { role: 'bot' },
    });
    expect(Date.parse(String(mine?.timestamp))).not.toBeNaN();
  });

  test('the user of the token wins over the one a post claims; unbound, the claim is read back but not stored', async () => {
    const bound = await tokenOf(server, 'dl_hoa');
    await say(server, bound, { text: 'a', from: { id: 'dl_binh' } });
    expect((await heard(server, bound))[0]?.from.id).toBe('dl_hoa');
    const free = await tokenOf(server);
    await say(server, free, { text: 'b', from: { id: '0912345678' } });
    await say(server, free, { text: 'c', from: { id: 'dl_binh' } });
    const [first, , second] = await heard(server, free);
    expect([first?.from.id, second?.from.id]).toEqual(['0912345678', 'user']);
    expect(JSON.stringify(server.conversations.all())).not.toContain('0912345678');
  });

  test('the same clientActivityID has one effect and the same id, in this conversation only', async () => {
    const [hoa, binh] = [await tokenOf(server), await tokenOf(server)];
    const same = { text: 'một lần', channelData: { clientActivityID: 'same' } };
    const answers = await Promise.all([
      say(server, hoa, same),
      say(server, hoa, same),
      say(server, hoa, same),
    ]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await say(server, binh, same);
    expect(await heard(server, hoa)).toHaveLength(2);
    expect(await heard(server, binh)).toHaveLength(2);
  });

  test('a client that chooses the greeting’s key takes nothing from anybody', async () => {
    const grant = await tokenOf(server);
    await call(server, grant.token, '/conversations', {});
    await say(server, grant, { text: 'bắt đầu', channelData: { clientActivityID: 'start' } });
    await say(server, grant, { text: 'lần nữa', channelData: { clientActivityID: '.start' } });
    expect((await heard(server, grant)).filter(({ from }) => from.role === 'user')).toHaveLength(2);
  });

  test('without a key of the client each post counts', async () => {
    const grant = await tokenOf(server);
    await say(server, grant, { text: 'hai' });
    await say(server, grant, { text: 'hai' });
    expect(await heard(server, grant)).toHaveLength(4);
  });

  test('typing and membership news are answered and not kept', async () => {
    const grant = await tokenOf(server);
    for (const type of ['typing', 'conversationUpdate']) {
      const answer = await say(server, grant, { type });
      expect([answer.status, typeof answer.body.id]).toEqual([200, 'string']);
    }
    expect(await heard(server, grant)).toEqual([]);
  });

  test('a place, a card’s form, a quick reply arrive as they were meant', async () => {
    const grant = await tokenOf(server);
    const place = { type: 'GeoCoordinates', latitude: 10.77, longitude: 106.69 };
    await say(server, grant, { entities: [{ type: 'ClientCapabilities', supportsTts: true }, place] });
    await say(server, grant, { value: { choice: 'rác', count: 2 }, channelData: { postBack: true } });
    await say(server, grant, { value: 'v', channelData: { messageBack: { displayText: 'Đúng rồi' } } });
    const mine = (await heard(server, grant)).filter(({ from }) => from.role === 'user');
    expect(mine).toMatchObject([
      { entities: [place] },
      { value: { choice: 'rác', count: 2 }, channelData: { postBack: true } },
      { text: 'Đúng rồi', value: 'v' },
    ]);
  });

  test('reading goes on after the watermark; none, an empty or a senseless one reads from the start', async () => {
    const grant = await tokenOf(server);
    await say(server, grant, { text: 'một' });
    const path = `/conversations/${grant.conversationId}/activities`;
    const all = await call(server, grant.token, path);
    expect(all.body.watermark).toBe('2');
    await say(server, grant, { text: 'hai' });
    const rest = await call(server, grant.token, `${path}?watermark=2`);
    expect(rest.body.activities?.map(({ text }) => text)).toEqual(['hai', 'Bạn nói: hai']);
    const middle = await call(server, grant.token, `${path}?watermark=3`);
    expect(middle.body.activities?.map(({ text }) => text)).toEqual(['Bạn nói: hai']);
    for (const odd of [
      '?watermark=',
      '?watermark=abc',
      '?watermark=-1',
      '?watermark=1&watermark=2',
      '?watermark[$gt]=1',
    ]) {
      const answer = await call(server, grant.token, `${path}${odd}`);
      expect([answer.status, answer.body.activities?.length]).toEqual([200, 4]);
    }
    expect((await call(server, grant.token, `${path}?watermark=4`)).body).toEqual({
      activities: [],
      watermark: '4',
    });
  });

  test('a long conversation is read page by page, each message once', async () => {
    const grant = await tokenOf(server);
    for (let n = 1; n <= 130; n += 1) await say(server, grant, { text: `số ${n}` });
    const path = `/conversations/${grant.conversationId}/activities`;
    const first = await call(server, grant.token, path);
    const second = await call(server, grant.token, `${path}?watermark=${first.body.watermark}`);
    const ids = [...(first.body.activities ?? []), ...(second.body.activities ?? [])].map(({ id }) => id);
    expect(ids).toHaveLength(260);
    expect(new Set(ids).size).toBe(260);
    expect(ids).toEqual([...ids].sort());
  });

  test('staff speak under their name', async () => {
    const grant = await tokenOf(server);
    await say(server, grant, { text: 'gặp cán bộ' });
    await server.conversations.say(
      server.conversations.newestTurn().conversation,
      { id: 's1', name: 'Chị Lan' },
      { type: 'message', text: 'Dạ' },
      'k',
    );
    const last = (await heard(server, grant)).at(-1);
    expect(last).toMatchObject({ text: 'Dạ', from: { id: 'staff', name: 'Chị Lan', role: 'bot' } });
  });

  test('what the bot tells programs and shows as cards passes through unchanged', async () => {
    const card = {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', body: [] },
    };
    const channelData = { ask: 'confirm' as const, options: ['đúng rồi'] };
    const suggestedActions = { actions: [{ type: 'imBack', title: 'Đúng', value: 'đúng rồi' }] };
    const conversations = new MemoryConversations(async ({ state }) => ({
      out: [bot('Đúng chưa?', { attachments: [card], channelData, suggestedActions })],
      state,
    }));
    const other = await startChatServer({ conversations });
    const grant = await tokenOf(other);
    await say(other, grant, { text: 'x' });
    expect((await heard(other, grant))[1]).toMatchObject({
      attachments: [card],
      channelData,
      suggestedActions,
    });
    await other.close();
  });
});

test('other sites may call with tokens but never with cookies', async () => {
  const answer = await fetch(`${server.base}/conversations/x/activities`, {
    method: 'OPTIONS',
    headers: { origin: 'https://commune.example', 'access-control-request-headers': 'authorization' },
  });
  expect(answer.status).toBe(204);
  const allowed = answer.headers.get('access-control-allow-headers');
  for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with'])
    expect(allowed).toContain(name);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  const read = await call(server, (await tokenOf(server)).token, '/session/getsessionid');
  expect(read.headers.get('access-control-expose-headers')).toBe('Retry-After');
  expect(typeof read.body.sessionId).toBe('string');
});

test('addresses that are nobody’s are 404, unreadable ones 400, both in Direct Line’s form', async () => {
  const grant = await tokenOf(server);
  const nobody = await call(server, grant.token, '/nothing/here');
  expect([nobody.status, nobody.body.error?.code]).toEqual([404, 'NotFound']);
  const odd = await call(server, grant.token, '/conversations/%E0%A4%A/activities');
  expect([odd.status, odd.body.error?.code]).toEqual([400, 'BadArgument']);
});
