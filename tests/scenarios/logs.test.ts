import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { fold } from '../../nlp/fold';
import { Citizen, STORY } from '../citizen';
import { Officer } from '../officer';
import { PHOTO } from '../photo';
import { endAll, System } from '../system';

jest.setTimeout(90_000);

/** What people gave, and must stand in no log. */
const NAME = 'Tạ Thị Ngọc Huyền Trân';
const PHONE = '0987612345';
const ADDRESS = 'số 47 ngách 93/18 Vạn Kiếp';
const WORDS = 'ống khói phì phèo cạnh chuồng bò nhà Quỳnh';
const FILE = 'giấy tờ nhà Quỳnh.png';
const EMAIL = 'huyen.tran.rieng@hotline.test';
const PASSWORD = 'mật khẩu chim én liệng 1987';
const SEARCHED = 'Huyền Trân Vạn Kiếp';

let system: System;
let mongo: MongoClient;

beforeAll(async () => {
  system = await System.start({ env: { LOG_LEVEL: 'trace' } });
  mongo = await MongoClient.connect(system.mongodbUri());
});
afterAll(async () => {
  await mongo.close();
  await endAll();
});

test('whatever goes wrong, what people gave stands neither in the output nor in the log of the database', async () => {
  const minh = await Officer.first(system);
  const given = [NAME, PHONE, ADDRESS, WORDS, FILE, EMAIL, PASSWORD, SEARCHED];
  given.push(...(await tellAll()));
  await signInWrongly();
  await minh.call('GET', `/tickets?q=${encodeURIComponent(SEARCHED)}`);
  await sendBadInput();
  await refuseWrites();
  await loseDatabase();
  expect(await system.stop()).toBe(0);

  const logs = system.output + readFileSync(join(system.dataDir, 'mongod.log'), 'utf8');
  for (const each of given.flatMap(formsOf)) expect(found(logs, each)).toEqual([]);
  // All this was worth nothing had nothing been logged.
  expect(system.output).toMatch(/"code":121,"stack"/);
  expect(system.output).toMatch(/"msg":"web chat call failed"/);
  expect(logs).toMatch(/"ctx":"/);
});

/** A whole report with a name, a photo, and a look at it afterwards; returns the secrets that came of it. */
async function tellAll(): Promise<string[]> {
  const citizen = await Citizen.arrive(system.base);
  await citizen.ask(`${STORY}, ${WORDS}, ở ${ADDRESS}`);
  await citizen.say({ photo: { name: FILE, bytes: PHOTO } });
  await citizen.say(`${NAME}, ${PHONE}`);
  const id = await citizen.say('Đúng rồi');
  const told = await citizen.hears((each) => each.replyToId === id && Boolean(each.channelData?.ticket));
  const { code = '', secret = '' } = told.channelData?.ticket ?? {};
  await (await Citizen.arrive(system.base)).say(`${code} ${secret}`);
  return [citizen.token, secret].filter(Boolean);
}

async function signInWrongly(): Promise<void> {
  const stranger = new Officer(system.base);
  const { csrfToken } = (await (await stranger.call('GET', '/session')).json()) as { csrfToken: string };
  Object.assign(stranger, { csrf: csrfToken });
  const response = await stranger.call('POST', '/session', { email: EMAIL, password: PASSWORD });
  expect(response.status).toBe(401);
}

async function sendBadInput(): Promise<void> {
  const citizen = await Citizen.arrive(system.base);
  const url = `${system.base}/v3/directline/conversations/${citizen.conversationId}/activities`;
  const headers = { ...citizen.headers, 'content-type': 'application/json' };
  const bodies = [`{"text": ${NAME}`, JSON.stringify({ type: 'message', text: [NAME], from: PHONE }), '[]'];
  for (const body of bodies) expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(400);
  for (const path of [
    `/v3/directline/${encodeURIComponent(NAME)}`,
    `/api/staff/tickets/${PHONE}`,
    `/%ff${PHONE}`,
  ])
    await fetch(system.base + path);
}

/** The database refuses documents and says which. */
async function refuseWrites(): Promise<void> {
  const db = mongo.db();
  const citizen = await Citizen.arrive(system.base);
  await citizen.ask(`${STORY}, ${WORDS}`);
  const strict = { never: { $exists: true } };
  await db.command({ collMod: 'turns', validator: strict });
  const refused = [`${NAME}, ${PHONE}`, WORDS, 'Đúng rồi'].map((text) =>
    citizen.post({ text, key: randomUUID() }),
  );
  for (const response of await Promise.all(refused)) expect(response.status).toBe(503);
  await db.command({ collMod: 'turns', validator: {} });
}

async function loseDatabase(): Promise<void> {
  const citizens = await Promise.all(Array.from({ length: 5 }, () => Citizen.arrive(system.base)));
  const talking = citizens.map(async (citizen) => {
    for (let n = 0; n < 10; n++) await citizen.say(`${WORDS} ${NAME} ${PHONE} ${n}`);
  });
  await pause(100);
  process.kill(Number(readFileSync(join(system.dataDir, 'db', 'mongod.lock'), 'utf8')), 'SIGKILL');
  await Promise.all(talking);
}

/** How it could be written by whoever does not mean to: escaped, folded, in pieces. */
function formsOf(given: string): string[] {
  const phone = /^0\d{9}$/.test(given) ? [given.slice(1), given.slice(-8), `+84${given.slice(1)}`] : [];
  const pieces = given.split(/[\s,]+/).filter((word) => word.length > 0);
  const pairs = pieces
    .slice(1)
    .map((word, index) => `${pieces[index]} ${word}`)
    .filter((pair) => pair.length > 8);
  const plain = [given, ...phone, ...pairs];
  return [
    ...new Set(
      plain.flatMap((each) => [each, encodeURIComponent(each), Buffer.from(each).toString('base64')]),
    ),
  ];
}

/** Where it stands, accents or not; the line itself, to be looked at. */
function found(logs: string, what: string): string[] {
  const folded = bare(what);
  return logs.split('\n').filter((line) => line.includes(what) || bare(line).includes(folded));
}

const bare = (text: string): string => fold(text);
