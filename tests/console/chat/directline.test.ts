import { Access, ConversationGone } from '../../../console/chat/directline/access';
import { backoffMs } from '../../../console/chat/directline/backoff';
import { CallError, directLine } from '../../../console/chat/directline/calls';
import { sessionStore } from '../../../console/chat/directline/session';
import { ownAddress, readFrame } from '../../../console/chat/directline/socket';
import { randomId } from '../../../console/chat/ids';
import { memoryStore } from '../../../console/chat/kept';

type Answer = [status: number, body?: unknown];
const opened = (conversationId: string, token: string): Answer => [200, { conversationId, token }];
const SHUT: Answer = [403, { error: { code: 'TokenExpired' } }];
const GONE: Answer = [404, { error: { code: 'NotFound' } }];

/** A device that knows conversation `c` with token `old` (unless `kept` is false), and a server that answers in turn. */
function device(answers: Answer[], kept = true) {
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const fetchFn = async (url: unknown, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${String(url).replace('/v3/directline', '')}`);
    bodies.push(typeof init?.body === 'string' ? JSON.parse(init.body) : undefined);
    const [status, body] = answers.shift() ?? [599];
    return new Response(body === undefined ? '<html>' : JSON.stringify(body), { status });
  };
  const store = memoryStore();
  const sessions = sessionStore(store);
  if (kept) sessions.save({ conversationId: 'c', userId: 'dl_1', token: 'old' });
  const calls = directLine(fetchFn);
  const alone = <T>(work: () => Promise<T>) => work();
  const access = new Access({ calls, sessions, store, newUserId: () => 'dl_2', alone });
  const read = () => access.with(({ token, conversationId }) => calls.activities(token, conversationId, '7'));
  return { access, asked, bodies, sessions, read };
}

test('an expired token is renewed and the call made again', async () => {
  const { read, asked, sessions } = device([SHUT, opened('c', 'new'), [200, { activities: [] }]]);
  await expect(read()).resolves.toEqual({ activities: [] });
  expect(asked).toEqual([
    'GET /conversations/c/activities?watermark=7',
    'POST /tokens/refresh',
    'GET /conversations/c/activities?watermark=7',
  ]);
  expect(sessions.load()?.token).toBe('new');
});

test('when it cannot be renewed, the cookie finds the way back into the same conversation', async () => {
  const { read, bodies, sessions } = device([SHUT, SHUT, opened('c', 'new'), [200, { activities: [] }]]);
  await read();
  expect(bodies[2]).toEqual({ user: { id: 'dl_1' }, resume: true });
  expect(sessions.load()).toEqual({ conversationId: 'c', userId: 'dl_1', token: 'new' });
});

test('a cookie of another conversation does not slip it in', async () => {
  const { read, sessions } = device([SHUT, SHUT, opened('other', 'new')]);
  await expect(read()).rejects.toThrow(ConversationGone);
  expect(sessions.load()?.conversationId).toBe('c');
});

test('a conversation that is not there any more is gone', async () => {
  await expect(device([GONE]).read()).rejects.toThrow(ConversationGone);
});

test.each([
  [403, 'a firewall'],
  [404, 'a proxy'],
  [502, 'a proxy'],
])('%i from %s is no word of our server: try again later', async (status) => {
  const { read, sessions } = device([[status]]);
  const error = await read().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CallError);
  expect(error).toMatchObject({ isRefusal: false });
  expect(sessions.load()?.token).toBe('old');
});

test('a sign-in page of a Wi-Fi that answers 200 is not taken for an answer', async () => {
  await expect(device([[200]]).read()).rejects.toMatchObject({ isRefusal: false });
});

test('what another tab has renewed is used', async () => {
  const { access, sessions, asked } = device([]);
  const stale = { conversationId: 'c', userId: 'dl_1', token: 'older' };
  await expect(access.renew(stale)).resolves.toEqual(sessions.load());
  expect(asked).toEqual([]);
});

test('the first visit begins a conversation, or takes up the one the cookie proves', async () => {
  const { access, bodies, sessions } = device([opened('n', 't1'), opened('n', 't2')], false);
  await access.session();
  expect(bodies[0]).toEqual({ user: { id: 'dl_2' }, resume: true });
  expect(sessions.load()).toEqual({ conversationId: 'n', userId: 'dl_2', token: 't2' });
});

test('after leaving on a shared computer the cookie is never asked for the old conversation', async () => {
  const { access, bodies } = device([[503], opened('n', 't1'), opened('n', 't2')]);
  access.leave();
  await expect(access.session()).rejects.toThrow(CallError);
  await access.session();
  expect([bodies[0], bodies[1]]).toEqual([
    { user: { id: 'dl_2' }, resume: false },
    { user: { id: 'dl_2' }, resume: false },
  ]);
});

test('waits grow from half a second to a quarter of a minute, each a little different', () => {
  expect([0, 1, 2, 3, 9, 99].map((tries) => backoffMs(tries, () => 0.5))).toEqual([
    500, 1000, 2000, 4000, 15_000, 15_000,
  ]);
  expect([backoffMs(0, () => 0), backoffMs(0, () => 1)]).toEqual([375, 625]);
});

test('the stream is opened at the place the page came from', () => {
  const stream = 'ws://inside:3000/v3/directline/conversations/c/stream?watermark=3&t=x';
  expect(ownAddress(stream, { protocol: 'https:', host: 'hotline.example' })).toBe(
    'wss://hotline.example/v3/directline/conversations/c/stream?watermark=3&t=x',
  );
});

test('frames that are no list of activities are passed over', () => {
  expect(readFrame('{"activities":[],"watermark":"4"}')).toEqual({ activities: [], watermark: '4' });
  for (const frame of ['', '{', 'null', '{"activities":1}', 7, undefined])
    expect(readFrame(frame)).toBeUndefined();
});

test('ids are made where the browser has no randomUUID too', () => {
  const make = () => randomId({ getRandomValues: (array) => crypto.getRandomValues(array) });
  expect(make()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(make()).not.toBe(make());
});
