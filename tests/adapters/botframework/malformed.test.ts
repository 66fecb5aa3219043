import fc from 'fast-check';
import { hostile, mutated, unfit } from '../hostile';
import { type Bot, startBot } from './service';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(() => bot.conversations.log.clear());
afterAll(() => bot.close());

const valid = () =>
  bot.service.person('Hoa').activity({
    type: 'message',
    text: 'Khói đen ở xưởng gỗ',
    value: { a: [1, { b: 'c' }] },
    entities: [{ type: 'mention', text: '<at>x</at>', mentioned: { id: 'x' } }],
    attachments: [
      { contentType: 'image/png', contentUrl: `${bot.service.serviceUrl}v3/attachments/1`, name: 'a' },
    ],
  });

const PATHS = [
  ...['type', 'id', 'channelId', 'serviceUrl', 'from', 'from.id', 'recipient', 'recipient.id', 'text'],
  ...['textFormat', 'conversation', 'conversation.id', 'conversation.isGroup'],
  ...['conversation.conversationType', 'locale', 'value', 'entities', 'entities.0'],
  ...['entities.0.mentioned', 'entities.0.text', 'attachments', 'attachments.0', 'new'],
  ...['attachments.0.contentUrl', 'attachments.0.contentType', 'attachments.0.name', 'attachments.0.content'],
  ...['localTimestamp', 'localTimezone', 'channelData', 'membersAdded', 'action'],
];
const activities = mutated(
  () => structuredClone(valid()),
  PATHS,
  hostile([{ id: { $ne: 1 } }, 'https://evil.example/', undefined]),
);

test('mutated activities, rightly signed: taken clean or refused, never a failure of ours', async () => {
  await fc.assert(
    fc.asyncProperty(activities, async (body) => {
      const before = bot.conversations.all().length;
      const { status } = await bot.service.post(body);
      expect([200, 400, 401, 413, 501]).toContain(status);
      if (status !== 200) expect(bot.conversations.all()).toHaveLength(before);
    }),
    { numRuns: 1000 },
  );
  expect(bot.complaints).toEqual([]);
  expect(bot.conversations.all().flatMap(({ in: said }) => unfit(said))).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}, 180_000);

test('bodies that are no activity, and headers that are no token: refused, nothing stored', async () => {
  const text = JSON.stringify(valid());
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.nat(text.length - 2).map((length) => text.slice(0, length + 1)),
    fc.constantFrom('{', '[]', 'null', '"text"', '1e999', '{"type":"message"}', `${'['.repeat(50_000)}`),
  );
  const header = fc.oneof(
    fc.constant(undefined),
    fc.stringMatching(/^[ -~]{0,200}$/),
    fc.tuple(fc.base64String(), fc.base64String()).map(([a, b]) => `Bearer ${a}.${b}.x`),
    fc
      .tuple(fc.jsonValue(), fc.jsonValue())
      .map(
        (parts) =>
          `Bearer ${parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.x`,
      ),
  );
  await fc.assert(
    fc.asyncProperty(garbage, header, async (body, authorization) => {
      const { status } = await bot.service.post(body, authorization === undefined ? {} : { authorization });
      expect([400, 401]).toContain(status);
    }),
    { numRuns: 500 },
  );
  expect(bot.conversations.all()).toEqual([]);
  expect(bot.complaints).toEqual([]);
}, 180_000);

test('tokens whose insides make no sense are refused, whatever they hold', async () => {
  const claim = fc.constantFrom('iss', 'aud', 'exp', 'nbf', 'serviceurl', 'ver', 'appid', 'azp', 'tid');
  const body = valid();
  await fc.assert(
    fc.asyncProperty(claim, fc.jsonValue({ maxDepth: 2 }), async (name, value) => {
      const { appId } = bot.service.app;
      fc.pre(
        !['ver', 'appid', 'azp', 'tid'].includes(name) || (typeof value === 'string' && value !== appId),
      );
      const { status } = await bot.service.post(body, { claims: { [name]: value } });
      expect([200, 401]).toContain(status);
      if (['iss', 'aud', 'serviceurl'].includes(name)) expect(status).toBe(401);
    }),
    // What cannot be made a text throws where the SDK names it in its error.
    {
      numRuns: 300,
      examples: [
        ['aud', { toString: false }],
        ['iss', { toString: false }],
      ],
    },
  );
  expect(bot.complaints).toEqual([]);
}, 180_000);

test('a body that is announced small and grows is cut off', async () => {
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(65_536))),
  });
  const init = {
    method: 'POST',
    headers: { authorization: 'Bearer a.b.c' },
    body: stream,
    duplex: 'half' as const,
  };
  const answer = await fetch(bot.service.botUrl, init).catch(() => undefined);
  expect(answer?.status ?? 413).toBe(413);
});
