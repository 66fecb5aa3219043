import type { Connection } from 'mongoose';
import type { Identity } from '../../hotline/stores';
import { identityStore } from '../../storage/identities';
import { openDatabase, type TestDatabase } from '../database';
import { hoa, nam } from '../town/people';
import { sealingKey } from './stores';

jest.setTimeout(120_000);

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
});
afterAll(() => database?.close());
beforeEach(() => connection.collection('identities').deleteMany({}));

const store = (key = sealingKey) => identityStore(connection, key);
const keep = (of: string, identity: Identity) =>
  connection.transaction((session) => store().merge([{ of, identity }], session));
const sealed = () => connection.collection<{ _id: string; sealed: { buffer: Buffer } }>('identities');

it('comes back as it was kept, merged from what was told over time', async () => {
  await keep(hoa.conversation, { name: hoa.name, words: { 3: 'tôi tên Hoa' } });
  await keep(hoa.conversation, { phone: hoa.e164, words: { 5: hoa.phone } });
  expect(await store().of(hoa.conversation)).toEqual({
    name: hoa.name,
    phone: hoa.e164,
    words: { 3: 'tôi tên Hoa', 5: hoa.phone },
  });
  expect(await store().of('nobody')).toBeUndefined();
});

it('keeps the newest private words and lets go of the oldest, so that it cannot grow for ever', async () => {
  const words = Object.fromEntries(Array.from({ length: 600 }, (_, turn) => [turn + 1, `lời ${turn + 1}`]));
  await keep(nam.conversation, { words });
  await keep(nam.conversation, { words: { 601: 'lời cuối' } });
  const kept = (await store().of(nam.conversation))?.words ?? {};
  expect(Object.keys(kept)).toHaveLength(500);
  expect([kept[101], kept[102], kept[601]]).toEqual([undefined, 'lời 102', 'lời cuối']);
});

it('what lies in the database holds neither name nor phone nor words', async () => {
  await keep(hoa.conversation, { name: hoa.name, phone: hoa.e164, words: { 3: 'nhà số 12' } });
  const [entry] = await sealed().find().toArray();
  const raw = Buffer.from(entry?.sealed.buffer ?? []);
  expect(raw.length).toBeGreaterThan(28);
  for (const word of [hoa.name, 'Hoa', hoa.e164, '912345678', 'nhà số', 'phone', 'name'])
    expect(raw.includes(Buffer.from(word))).toBe(false);
});

it('is sealed anew each time: the same words never look the same', async () => {
  await keep('a', { name: hoa.name });
  const [first] = await sealed().find().toArray();
  await keep('a', { name: hoa.name });
  const [second] = await sealed().find().toArray();
  expect(first?.sealed).not.toEqual(second?.sealed);
});

it('entries that were swapped do not open', async () => {
  await keep(hoa.conversation, { name: hoa.name });
  await keep(nam.conversation, { name: nam.name });
  const ofNam = await sealed().findOne({ _id: nam.conversation });
  await sealed().updateOne(
    { _id: hoa.conversation },
    { $set: { sealed: ofNam?.sealed ?? { buffer: Buffer.of() } } },
  );
  await expect(store().of(hoa.conversation)).rejects.toThrow();
  expect(await store().of(nam.conversation)).toEqual({ name: nam.name });
});

it('an entry that was changed by one bit does not open', async () => {
  await keep(hoa.conversation, { name: hoa.name });
  const entry = await sealed().findOne({ _id: hoa.conversation });
  const bytes = Buffer.from(entry?.sealed.buffer ?? []);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await connection.collection('identities').updateOne({}, { $set: { sealed: bytes } });
  await expect(store().of(hoa.conversation)).rejects.toThrow();
});

it('does not open under another key', async () => {
  await keep(hoa.conversation, { name: hoa.name });
  await expect(store(Buffer.alloc(32, 4)).of(hoa.conversation)).rejects.toThrow();
});

it('once forgotten is gone', async () => {
  await keep(hoa.conversation, { name: hoa.name });
  await store().forget(hoa.conversation);
  expect(await store().of(hoa.conversation)).toBeUndefined();
  expect(await sealed().countDocuments()).toBe(0);
});
