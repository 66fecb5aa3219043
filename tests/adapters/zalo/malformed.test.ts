import fc from 'fast-check';
import { openDatabase, type TestDatabase } from '../../database';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import { mutations } from '../mutations';
import { asNew, realEvents } from './events';
import { House } from './house';
import { post, signed } from './post';

jest.setTimeout(60_000);

let database: TestDatabase;
let zalo: ZaloEmulator;
let house: House;

beforeAll(async () => {
  database = await openDatabase();
  zalo = await new ZaloEmulator().start();
  house = await House.open({ emulator: zalo, connection: database.connection });
});
afterAll(async () => {
  await zalo.stop();
  await house.close();
  await database.close();
});

/** In pieces, so that the database is not the one that is tried. */
async function statusesOf(
  bodies: readonly (string | Buffer)[],
  send: (body: string | Buffer) => Promise<Response>,
) {
  const statuses = new Set<number>();
  for (let at = 0; at < bodies.length; at += 50) {
    const answers = await Promise.all(bodies.slice(at, at + 50).map(send));
    for (const { status } of answers) statuses.add(status);
  }
  return statuses;
}

const kept = () => database.connection.collection('turns').find().toArray();

test('1,000 events that were changed on their way: none is taken', async () => {
  const real = await realEvents(zalo);
  const bodies = fc.sample(
    mutations(real, (event) => event),
    { numRuns: 1_000, seed: 3 },
  );
  // An empty object is how Zalo tries an address.
  const originals = ['{}', ...real.map((event) => JSON.stringify(event))];
  const changed = bodies.filter((body) => !originals.includes(String(body)));
  expect(changed.length).toBeGreaterThan(900);
  const [, original = ''] = originals;
  expect(await statusesOf(changed, (body) => post(house, body, signed(zalo, original)))).toEqual(
    new Set([401]),
  );
  expect(await kept()).toEqual([]);
});

test('deep, huge, and with names that mean something to a database or to JavaScript: nothing is kept', async () => {
  const { appId } = zalo.settings;
  const start = `{"event_name":"user_send_text","app_id":"${appId}","timestamp":"1790000000000"`;
  const bodies = [
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    `${start},"message":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    `${start},"sender":{"id":1e999},"message":{"msg_id":"a","text":"x"}}`,
    `${start},"sender":{"id":"$where"},"message":{"msg_id":"a","text":"x"}}`,
    `${start},"sender":{"id":{"$gt":""}},"message":{"msg_id":"a","text":"x"}}`,
    `${start},"sender":{"__proto__":{"id":"1"}},"message":{"msg_id":"a","text":"x"}}`,
    `${start},"__proto__":{"sender":{"id":"1"},"message":{"msg_id":"a","text":"x"}}}`,
    `${start},"sender":{"id":"1"},"message":{"msg_id":"a\\u0000","text":"x"}}`,
    `${start},"sender":{"id":"1"},"message":{"msg_id":"${'a'.repeat(5_000)}","text":"x"}}`,
    `${start},"sender":{"id":"${'1'.repeat(5_000)}"},"message":{"msg_id":"a","text":"x"}}`,
  ];
  expect(await statusesOf(bodies, (body) => post(house, body, signed(zalo, body)))).toEqual(new Set([200]));
  expect(await kept()).toEqual([]);
});

test('1,000 malformed or mutated events that are signed: none is a fault of ours, only what can be read is kept', async () => {
  const real = await realEvents(zalo);
  const bodies = fc.sample(mutations(real, asNew), { numRuns: 1_000, seed: 7 });
  const statuses = await statusesOf(bodies, (body) => post(house, body, signed(zalo, body)));
  expect([...statuses].filter((status) => status !== 200 && status !== 401)).toEqual([]);
  expect(statuses).toContain(200);
  const said = (await kept()).flatMap(({ in: each }) => (each ? [each as Record<string, unknown>] : []));
  expect(said.length).toBeGreaterThan(100);
  for (const { type, text = '', entities = [], attachments = [] } of said) {
    expect([type, typeof text]).toEqual(['message', 'string']);
    for (const { latitude, longitude } of entities as Record<string, number>[]) {
      expect(Math.abs(latitude ?? NaN)).toBeLessThanOrEqual(90);
      expect(Math.abs(longitude ?? NaN)).toBeLessThanOrEqual(180);
    }
    for (const { name, remote = '', size = 0 } of attachments as Record<string, unknown>[])
      expect([typeof name, typeof remote, typeof size]).toEqual(['string', 'string', 'number']);
  }
  expect(house.logged.filter(({ message }) => message.includes('could not be kept'))).toEqual([]);
  expect(house.logged.filter(({ message }) => message.includes('cannot be read'))).toHaveLength(1);
});
