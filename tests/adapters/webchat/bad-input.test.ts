import fc from 'fast-check';
import { eventIdOf } from '../../../adapters/webchat/id';
import { hostile, mutated, unfit } from '../hostile';
import { PNG } from './memory-files';
import { call, heard, say, startChatServer, tokenOf, type ChatServer, type Grant } from './server';

let server: ChatServer;
let grant: Grant;
beforeAll(async () => {
  server = await startChatServer();
});
beforeEach(async () => {
  grant = await tokenOf(server);
  server.conversations.log.clear();
  server.files.kept.clear();
});
afterAll(() => server.close());

const activities = () => `/conversations/${grant.conversationId}/activities`;
const post = (body: string | Buffer | object) => call(server, grant.token, activities(), body);

const VALID = {
  type: 'message',
  text: 'Khói đen ở xưởng gỗ',
  from: { id: 'dl_hoa', name: 'Hoa', role: 'user' },
  locale: 'vi-VN',
  textFormat: 'plain',
  localTimestamp: '2026-11-23T09:00:00.000+07:00',
  entities: [{ type: 'GeoCoordinates', latitude: 10.5, longitude: 106.7 }],
  attachments: [],
  value: { a: [1, { b: 'c' }] },
  channelData: { clientActivityID: 'abc', attachmentSizes: [] },
};

const PATHS = [
  ...['type', 'text', 'from', 'from.id', 'locale', 'entities', 'entities.0', 'entities.0.latitude'],
  ...['attachments', 'value', 'value.a', 'channelData', 'channelData.clientActivityID', 'textFormat'],
  ...['name', 'localTimestamp', 'new'],
];
const messages = mutated(
  () => structuredClone(VALID) as object,
  PATHS,
  hostile([{ $where: 'sleep(1000)' }, 1e308, -1, true]),
);

test('mutated messages: taken clean or refused, never a failure of ours', async () => {
  await fc.assert(
    fc.asyncProperty(messages, async (body) => {
      const before = server.conversations.all().length;
      const { status, body: answer } = await post(body);
      expect([200, 400, 413]).toContain(status);
      if (status === 200) expect(typeof answer.id).toBe('string');
      else expect(server.conversations.all()).toHaveLength(before);
    }),
    { numRuns: 1000 },
  );
  expect(server.complaints).toEqual([]);
  expect(
    server.conversations
      .all()
      .map(({ in: said }) => said)
      .flatMap(unfit),
  ).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}, 60_000);

test('bodies that are no message at all: refused, nothing stored', async () => {
  const garbage = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.nat(JSON.stringify(VALID).length - 2).map((length) => JSON.stringify(VALID).slice(0, length + 1)),
    fc.constantFrom(
      '{',
      '[]',
      'null',
      '"text"',
      '1e999',
      '{"type":"message"}',
      '{"type":"message","text":"  "}',
    ),
  );
  await fc.assert(
    fc.asyncProperty(garbage, async (body) => {
      const { status } = await post(body);
      expect(status).toBe(400);
    }),
    { numRuns: 500 },
  );
  expect(server.conversations.all()).toEqual([]);
}, 60_000);

test.each([
  ['a text above the limit', { text: 'x'.repeat(20_001) }, 413],
  ['a body above the limit', { text: 'x'.repeat(300_000) }, 413],
  ['a value above the limit', { text: 'x', value: Array(50).fill('y'.repeat(1000)) }, 413],
  ['a place off the globe', { entities: [{ type: 'GeoCoordinates', latitude: 91, longitude: 0 }] }, 400],
  ['a place in words', { entities: [{ type: 'GeoCoordinates', latitude: '10', longitude: '106' }] }, 400],
  ['a key that is no string', { text: 'x', channelData: { clientActivityID: { $ne: 1 } } }, 400],
  ['a key without end', { text: 'x', channelData: { clientActivityID: 'k'.repeat(500) } }, 400],
  [
    'a file elsewhere',
    { text: 'x', attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1/x' }] },
    400,
  ],
  [
    'a file of the machine',
    { text: 'x', attachments: [{ contentType: 'image/png', contentUrl: 'file:///etc/passwd' }] },
    400,
  ],
  [
    'a card',
    { text: 'x', attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: {} }] },
    400,
  ],
  ['a type nobody knows', { type: 'invoke', text: 'x' }, 400],
])('%s', async (_what, activity, status) => {
  expect((await say(server, grant, activity)).status).toBe(status);
  expect(server.conversations.all()).toHaveLength(status === 200 ? 1 : 0);
  expect(server.files.kept.size).toBe(0);
});

test('a body that is announced small and grows is cut off', async () => {
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(65_536))),
  });
  const answer = await fetch(`${server.base}${activities()}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${grant.token}` },
    body: stream,
    duplex: 'half',
  }).catch(() => undefined);
  expect(answer?.status ?? 413).toBe(413);
  expect(server.conversations.all()).toEqual([]);
});

test('nesting without end is cut short', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect((await post(`{"type":"message","text":"sâu","value":${deep}}`)).status).toBe(200);
  expect(JSON.stringify((await heard(server, grant))[0]?.value)).toBe('[[[[[null]]]]]');
});

test('half a letter and a zero byte are mended, the words themselves are left alone', async () => {
  const decomposed = 'o\u0302 nhie\u0302\u0303m';
  await post(`{"type":"message","text":"a\\u0000b\\ud800c ${decomposed}"}`);
  expect((await heard(server, grant))[0]?.text).toBe(`ab\uFFFDc ${decomposed}`);
});

test.each([
  ['no file', [['activity', JSON.stringify({ type: 'message' })]], 400],
  [
    'an activity that is no JSON',
    [
      ['activity', '{'],
      ['file', PNG],
    ],
    400,
  ],
  [
    'an activity of another kind',
    [
      ['activity', '{"type":"event","name":"x"}'],
      ['file', PNG],
    ],
    400,
  ],
  ['a page as a picture', [['file', Buffer.from('<html><script>alert(1)</script>')]], 400],
  [
    'a text above the limit',
    [
      ['activity', JSON.stringify({ type: 'message', text: 'x'.repeat(20_001) })],
      ['file', PNG],
    ],
    413,
  ],
  ['a file above the limit', [['file', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)])]], 413],
  ['too many files', Array.from({ length: 12 }, () => ['file', PNG]), 413],
] as [string, [string, string | Buffer][], number][])('an upload with %s', async (_what, parts, status) => {
  const form = new FormData();
  for (const [name, part] of parts) {
    if (typeof part === 'string') form.append(name, part);
    else form.append(name, new Blob([new Uint8Array(part)], { type: 'image/png' }), 'anh.png');
  }
  const answer = await call(server, grant.token, `/conversations/${grant.conversationId}/upload`, form);
  expect(answer.status).toBe(status);
  expect(server.conversations.all()).toEqual([]);
});

test('forms that are broken are 400', async () => {
  const path = `/conversations/${grant.conversationId}/upload`;
  const broken = ['multipart/form-data', 'multipart/form-data; boundary=x', 'multipart/form-data; boundary='];
  for (const type of broken) {
    const answer = await call(server, grant.token, path, '--x\r\nContent-Disp', { 'content-type': type });
    expect(answer.status).toBe(400);
  }
  expect((await call(server, grant.token, path, PNG, { 'content-type': 'image/png' })).status).toBe(400);
});

test('no key of a client can be one of our own turns’, and no two become one', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\.{0,3}(start|due\/5|desk\/a|[!-~]{1,8})$/),
      fc.stringMatching(/^\.{0,3}(start|due\/5|desk\/a)$/),
      (one, other) => {
        expect(eventIdOf(one)).not.toMatch(/^(start$|due\/|staff\/|desk\/|effect\/)/);
        expect(eventIdOf(one) === eventIdOf(other)).toBe(one === other);
      },
    ),
  );
});
