import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { openDatabase, type TestDatabase } from '../../database';
import { TelegramEmulator } from '../../emulators/telegram/emulator';
import type { Person } from '../../emulators/telegram/people';
import { House, SECRET } from './house';
import { realUpdates, wrongUpdates } from './mutations';

jest.setTimeout(60_000);

let database: TestDatabase;
let telegram: TelegramEmulator;
let house: House;
let hoa: Person;

beforeAll(async () => {
  database = await openDatabase();
  telegram = await new TelegramEmulator().start();
  house = await House.open({ emulator: telegram, connection: database.connection, mode: 'webhook' });
  hoa = telegram.person({ first_name: 'Hoa' });
});
afterAll(async () => {
  await house.close();
  await telegram.stop();
  await database.close();
});

const path = () => `${house.url}/webhooks/telegram`;
const counted = () => database.connection.collection('turns').countDocuments();

function post(
  body: string | Buffer,
  headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': SECRET },
) {
  return fetch(path(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body as string,
  });
}

test('1,000 forged calls: each is refused before its body is read, and leaves no trace', async () => {
  const before = await counted();
  const [real] = await realUpdates(telegram);
  const secrets = [
    undefined,
    '',
    SECRET.slice(1),
    `${SECRET}.`,
    SECRET.toUpperCase(),
    `x${SECRET}`,
    telegram.token,
  ];
  for (let round = 0; round < 20; round++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const secret = secrets[(round + n) % secrets.length];
        const body =
          n % 3 === 0 ? 'x'.repeat(100_000) : JSON.stringify({ ...real, update_id: round * 50 + n });
        return post(body, secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret });
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  }
  expect(await counted()).toBe(before);
});

test('1,000 malformed or mutated updates: none is a fault of ours, and only what can be read is kept', async () => {
  const real = await realUpdates(telegram);
  const mutated = fc.sample(wrongUpdates(real), { numRuns: 1_000, seed: 7 });
  const statuses = new Map<number, number>();
  for (let at = 0; at < mutated.length; at += 50) {
    const answers = await Promise.all(mutated.slice(at, at + 50).map((body) => post(body)));
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()]).toEqual([200]);
  const kept = await database.connection
    .collection('turns')
    .find({ in: { $exists: true } })
    .toArray();
  for (const { in: said } of kept) {
    expect(typeof (said.text ?? '')).toBe('string');
    for (const { latitude, longitude } of said.entities ?? []) {
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
    }
    for (const { remote } of said.attachments ?? []) expect(typeof (remote ?? '')).toBe('string');
  }
  expect(house.errors).toEqual([]);
  await hoa.says('còn nghe không');
  await hoa.hears('nghe: còn nghe không');
});

test('letters that are parted between two packets arrive whole', async () => {
  const text = 'Ô nhiễm nước thải 🏭 ở Đông Hưng';
  const update = {
    update_id: 77,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: hoa.chatId, type: 'private' },
      from: { id: hoa.chatId },
      text,
    },
  };
  const body = Buffer.from(JSON.stringify(update));
  const { hostname, port } = new URL(house.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.setNoDelay(true);
  const head = [
    'POST /webhooks/telegram HTTP/1.1',
    'host: hotline',
    `x-telegram-bot-api-secret-token: ${SECRET}`,
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
  await hoa.hears(`nghe: ${text}`);
});

test('what is too large, and what is no call, is answered without a fault', async () => {
  expect((await post('x'.repeat(3 * 1024 * 1024)).catch(() => ({ status: 200 }))).status).toBe(200);
  expect((await fetch(path())).status).toBe(404);
});
