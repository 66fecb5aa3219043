import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { WebSocket } from 'ws';
import { Citizen } from '../citizen';
import { Crowd } from '../crowd';
import { Recorder } from '../recorder';
import { Database, endAll, System } from '../system';

jest.setTimeout(90_000);

let mongo: MongoClient;
let one: System;
let two: System;

beforeAll(async () => {
  const mongodbUri = (await Database.start()).fresh();
  mongo = await MongoClient.connect(mongodbUri);
  one = await System.start({ mongodbUri });
  two = await System.start({ mongodbUri });
});
afterAll(async () => {
  await mongo.close();
  await endAll();
});

/** The socket of an open chat window. */
async function windowOf(citizen: Citizen): Promise<WebSocket> {
  const url = `${citizen.base}/v3/directline/conversations/${citizen.conversationId}`;
  const response = await fetch(url, { headers: citizen.headers });
  const { streamUrl } = (await response.json()) as { streamUrl: string };
  const socket = new WebSocket(streamUrl);
  await once(socket, 'open');
  return socket;
}

test('stopped and started again under load, one of two processes loses nothing, and tells its windows to come back', async () => {
  const recorder = new Recorder();
  const load = { size: 6, messagesPerSecond: 40 };
  const crowds = await Promise.all([one, two].map(({ base }) => Crowd.gather(base, recorder, load)));
  for (const crowd of crowds) crowd.talk();
  for (let stops = 0; stops < 2; stops++) {
    const socket = await windowOf(await Citizen.arrive(one.base));
    const closed = once(socket, 'close') as Promise<[number, Buffer]>;
    await pause(300 + Math.random() * 500);
    // The second signal comes while the first is obeyed.
    const [code] = await Promise.all([one.stop(), one.stop()]);
    expect(code).toBe(0);
    expect((await closed)[0]).toBe(1001);
    await one.start();
  }
  await Promise.all(crowds.map((crowd) => crowd.silence()));
  expect(await recorder.compare(mongo.db())).toEqual({ missing: [], doubled: [], wrong: [] });
  expect(crowds.flatMap(({ troubles }) => troubles)).toEqual([]);
  expect(one.output).not.toMatch(/unhandled|uncaught|"level":50/i);
});

test('a client that never lets go of its line does not hold up the stop: the answer under way ends it', async () => {
  let answers = 0;
  let refused = false;
  const hold = (async () => {
    while (!refused) {
      await fetch(`${one.base}/healthz`).then(
        (response) => response.text().then(() => answers++),
        () => (refused = true),
      );
    }
  })();
  while (answers < 50) await pause(10);
  expect(await one.stop()).toBe(0);
  await hold;
});
