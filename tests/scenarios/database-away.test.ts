import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { Citizen, STORY } from '../citizen';
import { Officer } from '../officer';
import { Recorder } from '../recorder';
import { Database, endAll, System } from '../system';

jest.setTimeout(90_000);

let database: Database;
let system: System;
let recorder: Recorder;
let mongo: MongoClient;

beforeAll(async () => {
  database = await Database.start();
  const mongodbUri = database.fresh();
  system = await System.start({ mongodbUri });
  mongo = await MongoClient.connect(mongodbUri);
});
beforeEach(() => {
  recorder = new Recorder();
});
afterEach(async () => {
  expect(await recorder.compare(mongo.db())).toEqual({ missing: [], doubled: [], wrong: [] });
  expect(system.isRunning).toBe(true);
  expect(system.output).not.toMatch(/unhandled|uncaught/i);
});
afterAll(async () => {
  await mongo.close();
  await endAll();
});

/** Says something until it is taken, and tells with which answers it was put off. */
async function persist(citizen: Citizen, text: string): Promise<number[]> {
  const key = randomUUID();
  const putOff: number[] = [];
  for (;;) {
    const response = await citizen.post({ key, text });
    if (response.ok) break;
    putOff.push(response.status);
    await pause(100);
  }
  await recorder.say(citizen, { key, text });
  return putOff;
}

test.each([
  ['a plain message', 'xin chào', []],
  ['the confirmation that files a ticket', 'Đúng rồi', [STORY, 'Ẩn danh']],
])(
  'while the database stands still, %s is not acknowledged, and taken when it goes on',
  async (_what, text, before) => {
    const citizen = await Citizen.arrive(system.base);
    for (const each of before) await recorder.say(citizen, { key: randomUUID(), text: each });
    database.freeze();
    let taken = false;
    const persisting = persist(citizen, text).then((putOff) => {
      taken = true;
      return putOff;
    });
    await pause(1_000);
    expect((await fetch(`${system.base}/readyz`)).status).toBe(503);
    expect(taken).toBe(false);
    database.thaw();
    expect((await persisting).every((status) => status === 503)).toBe(true);
  },
);

test('when the database dies, posts are answered 503 or taken late, reading goes on, and the system comes back', async () => {
  const citizens = await Promise.all(Array.from({ length: 6 }, () => Citizen.arrive(system.base)));
  database.kill();
  const talking = citizens.map(async (citizen, index) => {
    const putOff: number[] = [];
    for (let n = 0; n < 5; n++) putOff.push(...(await persist(citizen, `xin chào ${index}.${n}`)));
    return putOff;
  });
  const reading = await citizens[0]?.readAll();
  expect(reading).toBeDefined();
  expect((await Promise.all(talking)).flat().every((status) => status === 503)).toBe(true);
  expect((await fetch(`${system.base}/readyz`)).status).toBe(200);
});

test('while it is away staff are told so, and to come back; the metrics tell what they can', async () => {
  const officer = await Officer.first(system);
  const metrics = async () => (await fetch(`${system.base}/metrics`)).text();
  expect(await metrics()).toContain('hotline_database_up 1');
  database.freeze();
  const [answer, figures] = await Promise.all([officer.call('GET', '/tickets'), metrics()]);
  database.thaw();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ error: { id: 'database_away' } });
  expect(figures).toContain('hotline_database_up 0');
  expect(figures).toContain('hotline_turns_total');
  await officer.must('GET', '/tickets');
});
