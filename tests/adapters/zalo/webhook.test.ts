import { once } from 'node:events';
import { connect } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { openDatabase, type TestDatabase } from '../../database';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import { macOver } from '../../emulators/zalo/listener';
import { bodyOf, signedHeaders } from '../../emulators/zalo/signature';
import type { Settings, Signing } from '../../emulators/zalo/settings';
import { House } from './house';
import { post, signed } from './post';

jest.setTimeout(60_000);

let database: TestDatabase;
let zalo: ZaloEmulator;
let house: House;

beforeAll(async () => {
  database = await openDatabase();
  [zalo, house] = await start();
});
afterAll(async () => {
  await stop(zalo, house);
  await database.close();
});

async function start(settings: Partial<Settings> = {}): Promise<[ZaloEmulator, House]> {
  const emulator = await new ZaloEmulator(settings).start();
  const opened = await House.open({ emulator, connection: database.connection });
  await emulator.savesWebhook(`${opened.url}/webhooks/zalo`);
  return [emulator, opened];
}

async function stop(emulator: ZaloEmulator, opened: House): Promise<void> {
  await emulator.stop();
  await opened.close();
}

const counted = () => database.connection.collection('turns').countDocuments();
const textsOf = async (id: string) =>
  (await house.turns(id)).flatMap(({ in: said }) => (said?.text === undefined ? [] : [said.text]));

const LAN = '2468013579246801357';

/** An event of a text, as Zalo makes it. */
function event(text: string, msg_id = 'm1') {
  const { appId: app_id, oaId } = zalo.settings;
  return {
    app_id,
    event_name: 'user_send_text',
    timestamp: '1790000000123',
    sender: { id: LAN },
    recipient: { id: oaId },
    message: { msg_id, text },
  };
}
const ways = (['body', 'header'] as const).flatMap((timestamp) =>
  (['oa', 'app'] as const).flatMap((secret) =>
    (['app_id', 'oa_id'] as const).map((first): Signing => ({ timestamp, secret, first })),
  ),
);

test.each(ways)('signed like this it is taken, and told once: %o', async (signing) => {
  const before = await counted();
  const settings = { ...zalo.settings, signing };
  const { secret, first, timestamp: time } = signing;
  for (const escaped of [true, false]) {
    const made = event('Khói 🏭 "timestamp":"1" https://a.vn/b', [escaped, secret, first, time].join('.'));
    const body = bodyOf(made, escaped);
    const headers = signedHeaders(body, made, settings, Date.now());
    for (let n = 0; n < 2; n++) expect((await post(house, body, headers)).status).toBe(200);
  }
  expect(await counted()).toBe(before + 2);
  const told = house.logged.map(({ details }) => details);
  expect(told.filter((each) => isDeepStrictEqual(each, { variant: { time, secret, first } }))).toHaveLength(
    1,
  );
});

test('a Zalo that does it all otherwise is understood', async () => {
  const signing = { timestamp: 'header', secret: 'app', first: 'oa_id' } as const;
  const [other, its] = await start({ signing, escapedBodies: true });
  const hoa = other.person('Chị Hoa');
  await hoa.says('Ống khói xả khói đen');
  await other.allTaken();
  expect((await its.turns(hoa.id)).map(({ in: said }) => said?.text)).toContain('Ống khói xả khói đen');
  await stop(other, its);
});

test('the bytes count, not what they mean: white space, order of keys, escaped letters', async () => {
  const { appId, oaSecret } = zalo.settings;
  const { message, ...rest } = event('khói');
  const bodies = [
    JSON.stringify({ message: { ...message, msg_id: 'w1' }, ...rest }, null, '\t'),
    `  ${JSON.stringify({ ...rest, message: { text: 'khói', msg_id: 'w2' } })}\r\n`,
    JSON.stringify({ ...rest, message: { ...message, msg_id: 'w3' } }).replace('khói', 'kh\\u00f3i'),
  ];
  const before = await counted();
  for (const body of bodies) {
    const signature = macOver(appId, Buffer.from(body), rest.timestamp, oaSecret);
    const other = JSON.stringify(JSON.parse(body));
    expect((await post(house, other, { 'x-zevent-signature': signature })).status).toBe(401);
    expect((await post(house, body, { 'x-zevent-signature': signature })).status).toBe(200);
  }
  expect(await counted()).toBe(before + 3);
  expect((await textsOf(LAN)).slice(-3)).toEqual(['khói', 'khói', 'khói']);
});

test('only an empty object may come unsigned, and nothing comes of it', async () => {
  const before = await counted();
  expect((await post(house, '{}')).status).toBe(200);
  expect((await post(house, '{}', signed(zalo, 'something else'))).status).toBe(200);
  for (const body of ['', '{ }', '[]', 'null', '{}{}', JSON.stringify(event('chào')), 'x'.repeat(100_000)])
    expect((await post(house, body)).status).toBe(401);
  const { status } = await fetch(`${house.url}/webhooks/zalo`, {
    method: 'POST',
    body: new Blob([JSON.stringify(event('chào'))]).stream(),
    duplex: 'half',
  });
  expect(status).toBe(401);
  expect((await fetch(`${house.url}/webhooks/zalo`)).status).toBe(404);
  expect(await counted()).toBe(before);
});

test('1,000 forged calls: each is refused, and leaves no trace', async () => {
  const { appId, oaId, oaSecret } = zalo.settings;
  const before = await counted();
  const forgeries: ((body: string, time: string) => Record<string, string>)[] = [
    () => ({}),
    () => ({ 'x-zevent-signature': '' }),
    () => ({ 'x-zevent-signature': `mac=${'0'.repeat(64)}` }),
    (body, time) => ({ 'x-zevent-signature': macOver(appId, Buffer.from(body), time, '') }),
    (body, time) => ({ 'x-zevent-signature': macOver(appId, Buffer.from(body), time, oaSecret.slice(1)) }),
    (body, time) => ({ 'x-zevent-signature': macOver('', Buffer.from(body), time, oaSecret) }),
    (body) => ({ 'x-zevent-signature': macOver(appId, Buffer.from(body), '1', oaSecret) }),
    (body, time) => ({ 'x-zevent-signature': macOver(oaId, Buffer.from(`${body} `), time, oaSecret) }),
    (body, time) => ({ 'x-zevent-signature': macOver(appId, Buffer.from(body), time, oaSecret).slice(4) }),
    (body, time) => ({
      'x-zevent-signature': macOver(appId, Buffer.from(body), time, oaSecret).slice(0, -1),
    }),
  ];
  for (let round = 0; round < 20; round++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const forged = event(`giả ${round}`, `f${round}.${n}`);
        const body = JSON.stringify(forged);
        return post(house, body, forgeries[n % forgeries.length]?.(body, forged.timestamp));
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  }
  expect(await counted()).toBe(before);
  // Once a minute, for whoever has set the wrong secret.
  expect(house.logged.filter(({ message }) => message.includes('ZALO_OA_SECRET'))).toHaveLength(1);
});

test('with the right signature of something else, or for another app, nothing is taken', async () => {
  const before = await counted();
  const body = JSON.stringify(event('chào'));
  expect((await post(house, body.replace('chào', 'chao'), signed(zalo, body))).status).toBe(401);
  const others = JSON.stringify({ ...event('chào'), app_id: '42' });
  expect((await post(house, others, signed(zalo, others))).status).toBe(401);
  const large = JSON.stringify(event('x'.repeat(300_000)));
  const answer = await post(house, large, signed(zalo, large)).catch(() => ({ status: 401 }));
  expect(answer.status).toBe(401);
  expect(await counted()).toBe(before);
});

test('a valid event that was captured and comes a hundred times has one effect', async () => {
  const body = JSON.stringify(event('chào', 'captured'));
  const headers = signed(zalo, body);
  const before = await counted();
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(house, body, headers)));
  for (let n = 0; n < 50; n++) answers.push(await post(house, body, headers));
  // What is told of the same message later is not heard either.
  const later = JSON.stringify(event('khác', 'captured'));
  answers.push(await post(house, later, signed(zalo, later)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await counted()).toBe(before + 1);
  expect((await textsOf(LAN)).at(-1)).toBe('chào');
});

test('letters that are parted between two packets arrive whole', async () => {
  const text = 'Ô nhiễm nước thải 🏭 ở Đông Hưng';
  const body = Buffer.from(JSON.stringify(event(text, 'parted')));
  const { hostname, port } = new URL(house.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.setNoDelay(true);
  const head = [
    'POST /webhooks/zalo HTTP/1.1',
    'host: hotline',
    ...Object.entries(signed(zalo, body)).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    'connection: close',
  ].join('\r\n');
  socket.write(`${head}\r\n\r\n`);
  for (const byte of body) {
    socket.write(Buffer.from([byte]));
    // A packet of its own.
    await new Promise(setImmediate);
  }
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 200/);
  expect((await textsOf(LAN)).at(-1)).toBe(text);
});
