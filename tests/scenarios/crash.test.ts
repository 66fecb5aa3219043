import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';

import { Citizen, STORY } from '../citizen';
import { Crowd } from '../crowd';
import { Officer } from '../officer';
import { PHOTO } from '../photo';
import { Recorder } from '../recorder';
import { Database, endAll, System } from '../system';

jest.setTimeout(180_000);

const root = join(__dirname, '..', '..');
const { bundle } = createRequire(__filename)('../../bin/build.js') as {
  bundle: (source: string, target: string) => void;
};
const folder = join(root, 'dist', 'tests', `crash-${process.pid}`);
const killPoint = join(folder, 'kill-point.js');
const KEPT = { missing: [], doubled: [], wrong: [] };

let mongo: MongoClient;

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  bundle(join(__dirname, 'kill-point.ts'), killPoint);
});
afterEach(() => mongo.close());
afterAll(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

/** One way to die, and what makes the system come to that point. */
interface Death {
  at: string;
  /** Says or does what `key` marks, until it is acknowledged. */
  by: (town: Town, key: string) => Promise<unknown>;
}

interface Town {
  system: System;
  recorder: Recorder;
  minh: Officer;
}

const message = async ({ system, recorder }: Town, key: string) => {
  await recorder.say(await Citizen.arrive(system.base), { key, text: 'xin chào' });
};

/** Up to the summary without harm; the confirmation carries the key, and so does the story that becomes the ticket. */
const confirming =
  (contact: string) =>
  async ({ system, recorder }: Town, key: string) => {
    const citizen = await Citizen.arrive(system.base);
    await recorder.say(citizen, { key: randomUUID(), text: `${STORY} (${key})` });
    await recorder.say(citizen, { key: randomUUID(), text: contact });
    const id = await recorder.say(citizen, { key, text: 'Đúng rồi' });
    const told = await citizen.hears((each) => each.replyToId === id && Boolean(each.channelData?.ticket));
    recorder.ticketSeen(citizen, key, told.channelData?.ticket?.code ?? '');
  };

const confirmation = confirming('Ẩn danh');
const namedConfirmation = confirming('Nguyễn Thị Lan 0912345678');

const photo = async ({ system, recorder }: Town, key: string) => {
  const citizen = await Citizen.arrive(system.base);
  await recorder.say(citizen, { key: randomUUID(), text: STORY });
  await recorder.say(citizen, { key, photo: { name: `${key}.png`, bytes: PHOTO } });
  return citizen;
};

const staffAnswer = async ({ system, recorder, minh }: Town, key: string) => {
  const filed = await (await Citizen.arrive(system.base)).report();
  const code = filed.channelData?.ticket?.code ?? '';
  const text = `Chúng tôi sẽ đến xem ${key}`;
  await minh.must('POST', `/tickets/${code}/messages`, { text }, key);
  recorder.staffWrote(code, text);
};

const DEATHS: Death[] = [
  { at: 'turn/before', by: message },
  { at: 'turn/after', by: message },
  { at: 'filing/before', by: confirmation },
  { at: 'ticket/before', by: confirmation },
  { at: 'ticket/after', by: confirmation },
  { at: 'reporter/before', by: namedConfirmation },
  { at: 'reporter/after', by: namedConfirmation },
  { at: 'commit/before', by: confirmation },
  { at: 'commit/after', by: confirmation },
  { at: 'commit/after', by: staffAnswer },
  // The file is stored, its message is not.
  { at: 'turn/before', by: photo },
];

test('killed at any point of a turn, the system keeps all it acknowledged and does nothing twice', async () => {
  const database = await Database.start();
  const mongodbUri = database.fresh();
  mongo = await MongoClient.connect(mongodbUri);
  const system = await System.start({ mongodbUri });
  const town: Town = { system, recorder: new Recorder(), minh: await Officer.first(system) };

  await system.kill();
  const deaths = DEATHS.map(({ at, by }, index) => ({ at, by, key: `kill-${index}-${randomUUID()}` }));
  const done: Promise<unknown>[] = [];
  for (const { at, by, key } of deaths) {
    await system.start({ NODE_OPTIONS: `--require ${killPoint}`, KILL_AT: at, KILL_ON: key });
    done.push(by(town, key));
    await system.ended();
  }
  await system.start();
  await Promise.all(done);
  await killedAfterTheAcknowledgement(town);
  await killedWhilePhotosWait(town);

  expect(await town.recorder.compare(mongo.db())).toEqual(KEPT);
  expect(town.recorder.counts).toMatchObject({ tickets: 7, attachments: 2, staffWrites: 1 });
  expect(system.output).not.toMatch(/unhandled|uncaught/i);
});

async function killedAfterTheAcknowledgement(town: Town): Promise<void> {
  await message(town, randomUUID());
  await town.system.kill();
  await town.system.start();
}

/** Photos are answered together when no more come; the next process does it. */
async function killedWhilePhotosWait(town: Town): Promise<void> {
  const citizen = await photo(town, randomUUID());
  await town.system.kill();
  await town.system.start();
  await citizen.hears(({ text, from }) => from.role === 'bot' && Boolean(text?.includes('Tôi đã nhận')));
}

test.each([
  ['the app', false],
  ['mongod and the app', true],
])('under load, kill -9 of %s at random loses nothing and doubles nothing', async (_who, mongodToo) => {
  const system = await System.start();
  const recorder = new Recorder();
  const crowd = await Crowd.gather(system.base, recorder, { size: 8, messagesPerSecond: 60 });
  crowd.talk();
  for (let kill = 0; kill < 2; kill++) {
    await pause(500 + Math.random() * 1000);
    await (mongodToo ? system.killWithDatabase() : system.kill());
    await system.start();
  }
  await crowd.silence();
  mongo = await MongoClient.connect(system.mongodbUri());
  expect(await recorder.compare(mongo.db())).toEqual(KEPT);
  expect(crowd.troubles).toEqual([]);
  expect(recorder.counts.tickets).toBeGreaterThan(0);
  expect(system.output).not.toMatch(/unhandled|uncaught/i);
});
