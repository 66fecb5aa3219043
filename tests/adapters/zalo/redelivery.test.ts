import type { Answerer } from '../../../hotline/conversation/conversations';
import { openDatabase, type TestDatabase } from '../../database';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import { House, until } from './house';

jest.setTimeout(120_000);

let database: TestDatabase;
let zalo: ZaloEmulator;
const houses: House[] = [];

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  zalo = await new ZaloEmulator({ receipts: false, patience: PATIENT }).start();
});
afterEach(async () => {
  await Promise.all(houses.splice(0).map((house) => house.close()));
  await zalo.stop();
});

/** Tries often enough for a slow machine. */
const PATIENT = { answerWithinMs: 60_000, waitsMs: Array.from({ length: 200 }, () => 50) };

/** Nothing is answered: what is looked at is that each is taken once. */
const silent: Answerer = ({ state }) => Promise.resolve({ out: [], state });

/** One more process, which Zalo calls from now on. */
async function open(): Promise<House> {
  const house = await House.open({ emulator: zalo, connection: database.connection, answer: silent });
  houses.push(house);
  zalo.setWebhook(`${house.url}/webhooks/zalo`);
  return house;
}

const PATIENCE_MS = 60_000;
const textsOf = async (house: House, id: string) =>
  (await house.turns(id)).flatMap(({ in: said }) => (said?.text === undefined ? [] : [said.text]));
const numbered = (person: number, count: number) =>
  Array.from({ length: count }, (_, k) => `tin ${person}.${k}`);

test('500 events, each given one to five times, at once and in any order, have one effect each', async () => {
  zalo.disorderly = true;
  await open();
  const people = Array.from({ length: 25 }, (_, n) => zalo.person(`Người ${n}`));
  zalo.holdEvents();
  for (const [n, person] of people.entries()) {
    zalo.repeatEach(n % 5);
    for (const text of numbered(n, 20)) await person.says(text);
  }
  zalo.releaseEvents();
  await zalo.allTaken(PATIENCE_MS);
  // A process that remembers nothing.
  const house = await open();
  zalo.redeliver(zalo.events.filter((_event, n) => n % 20 === 0));
  await zalo.allTaken(PATIENCE_MS);
  for (const [n, person] of people.entries())
    expect((await textsOf(house, person.id)).toSorted()).toEqual(numbered(n, 20).toSorted());
  expect(zalo.lost).toEqual([]);
});

test('what comes in order is taken in order', async () => {
  const house = await open();
  const people = Array.from({ length: 10 }, (_, n) => zalo.person(`Người ${n}`));
  zalo.holdEvents();
  for (const [n, person] of people.entries()) for (const text of numbered(n, 10)) await person.says(text);
  zalo.releaseEvents();
  await zalo.allTaken(PATIENCE_MS);
  for (const [n, person] of people.entries())
    expect(await textsOf(house, person.id)).toEqual(numbered(n, 10));
});

test('two processes that are told the same at once take it once', async () => {
  const first = await open();
  const hoa = zalo.person('Chị Hoa');
  await hoa.follows();
  await zalo.allTaken();
  zalo.holdEvents();
  for (const text of numbered(1, 10)) await hoa.says(text);
  zalo.disorderly = true;
  zalo.releaseEvents();
  await open();
  zalo.redeliver(zalo.events);
  await zalo.allTaken(PATIENCE_MS);
  expect((await textsOf(first, hoa.id)).toSorted()).toEqual(numbered(1, 10).toSorted());
  const conversation = first.conversation(hoa.id);
  const turns = database.connection.collection('turns');
  expect(await turns.countDocuments({ conversation, 'cause.type': 'start' })).toBe(1);
});

test('while the database is away nothing is acknowledged; when it is told again it has one effect', async () => {
  const house = await open();
  const hoa = zalo.person('Chị Hoa');
  await hoa.says('một');
  await zalo.allTaken();
  const away = jest.spyOn(house.stores.log, 'append').mockRejectedValue(new Error('the database is away'));
  await hoa.says('hai');
  await until(() => zalo.attempts.some(({ outcome }) => outcome === 503), 'it was tried');
  expect(zalo.undelivered).toHaveLength(1);
  away.mockRestore();
  await zalo.allTaken();
  zalo.redeliver(zalo.events.slice(-1));
  await zalo.allTaken();
  expect(await textsOf(house, hoa.id)).toEqual(['một', 'hai']);
  expect(zalo.lost).toEqual([]);
  expect(JSON.stringify(house.logged)).not.toContain(hoa.id);
});
