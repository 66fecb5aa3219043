import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { Citizen } from '../citizen';
import { Crowd } from '../crowd';
import { Recorder } from '../recorder';
import { ReplicaSet, type Member } from '../replica-set';
import { endAll, System } from '../system';

jest.setTimeout(180_000);

/** Only so that a test ends; how long it takes is measured by the benchmark. */
const PATIENCE_MS = 60_000;

let set: ReplicaSet;
let mongo: MongoClient;
let one: System;
let two: System;
let recorder: Recorder;
let crowds: Crowd[];

beforeAll(async () => {
  set = await ReplicaSet.start();
  const mongodbUri = set.fresh();
  mongo = await MongoClient.connect(mongodbUri);
  one = await System.start({ mongodbUri });
  two = await System.start({ mongodbUri });
});
/** People talk to both processes while it happens. */
beforeEach(async () => {
  recorder = new Recorder();
  const load = { size: 5, messagesPerSecond: 20 };
  crowds = await Promise.all([one, two].map(({ base }) => Crowd.gather(base, recorder, load)));
  for (const crowd of crowds) crowd.talk();
});
afterEach(async () => {
  await Promise.all(crowds.map((crowd) => crowd.silence()));
  expect(await recorder.compare(mongo.db())).toEqual({ missing: [], doubled: [], wrong: [] });
  expect(crowds.flatMap(({ troubles }) => troubles)).toEqual([]);
  expect(recorder.counts.tickets).toBeGreaterThan(0);
  for (const system of [one, two]) {
    expect(system.isRunning).toBe(true);
    expect(system.output).not.toMatch(/unhandled|uncaught/i);
  }
});
afterAll(async () => {
  await mongo.close();
  await endAll();
});

/** Both processes take what a newcomer says, and answer it. */
async function serveAgain(): Promise<void> {
  await Promise.all(
    [one, two].map(async ({ base }) => {
      const newcomer = await Citizen.arrive(base);
      const id = await newcomer.say('xin chào');
      await newcomer.hears(({ replyToId }) => replyToId === id, PATIENCE_MS);
      while ((await fetch(`${base}/readyz`)).status !== 200) await pause(50);
    }),
  );
}

async function kill(member: Member): Promise<void> {
  await member.kill();
  await serveAgain();
  await member.start();
  await set.untilWhole();
}

test('five times the primary is killed and comes back as a secondary: nothing is lost, nothing doubled', async () => {
  for (let kills = 0; kills < 5; kills++) {
    await pause(300 + Math.random() * 700);
    await kill(await set.primary());
  }
});

test('the primary steps down, as before an update of its machine', async () => {
  for (let steps = 0; steps < 2; steps++) {
    await pause(300 + Math.random() * 500);
    await set.stepDown();
    await serveAgain();
  }
});

test('the primary freezes, as when its cable is pulled, and finds itself overtaken when it thaws', async () => {
  await pause(500);
  const frozen = await set.primary();
  frozen.signal('SIGSTOP');
  await serveAgain().finally(() => frozen.signal('SIGCONT'));
  await set.untilWhole();
  await serveAgain();
});

test('a secondary away is not noticed', async () => {
  await pause(500);
  await kill(await set.secondary());
});
