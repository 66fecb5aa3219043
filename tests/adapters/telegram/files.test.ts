import { openDatabase, type TestDatabase } from '../../database';
import { TelegramEmulator } from '../../emulators/telegram/emulator';
import type { Person } from '../../emulators/telegram/people';
import { PHOTO } from '../../photo';
import { House, until } from './house';

jest.setTimeout(60_000);

let database: TestDatabase;
let telegram: TelegramEmulator;
let house: House;
let hoa: Person;

beforeAll(async () => {
  database = await openDatabase();
  telegram = await new TelegramEmulator().start();
});
/** What still winds up when its test is over. */
const closing: Promise<void>[] = [];

afterAll(async () => {
  await telegram.stop();
  await Promise.all(closing);
  await database.close();
});
beforeEach(async () => {
  house = await House.open({ emulator: telegram, connection: database.connection, mode: 'webhook' });
  hoa = telegram.person({ first_name: 'Hoa' });
  await hoa.says('chào');
  await hoa.hears('nghe: chào');
});
afterEach(async () => {
  telegram.faults.clear();
  await house.close();
});

const another = (n: number): Buffer => Buffer.concat([PHOTO, Buffer.from(String(n))]);
const answers = () => hoa.screen.messages.filter(({ from }) => from.is_bot).map(({ text }) => text);

/** What was tried in vain is due at once. */
const hurry = () =>
  database.connection
    .collection('turns')
    .updateMany({ effectsAt: { $gt: new Date() } }, { $set: { effectsAt: new Date() } });

const filesIn = async () =>
  (await house.turns(hoa.chatId)).flatMap(({ in: said }) => said?.attachments ?? []);

test('an album gets one answer, and each file lies at its message', async () => {
  await hoa.sendsAlbum([another(1), another(2), another(3)], 'xả thải');
  await hoa.hears('nghe: xả thải, 3 tệp');
  const turns = (await house.turns(hoa.chatId)).filter((turn) => turn.in?.attachments);
  expect(turns.map((turn) => turn.in?.attachments?.length)).toEqual([1, 1, 1]);
  for (const { fileId = '' } of await filesIn()) {
    const file = await house.stores.files.find(fileId);
    expect(file).toMatchObject({ type: 'image/jpeg', conversation: house.conversation(hoa.chatId) });
  }
  expect(answers()).toHaveLength(2);
});

test('files that messages name are not swept away, and nothing else is kept', async () => {
  await hoa.sendsPhoto(another(4));
  await hoa.hears('nghe: 1 tệp');
  const [file] = await filesIn();
  await house.stores.files.save({
    name: 'mồ côi.png',
    bytes: PHOTO,
    conversation: house.conversation(hoa.chatId),
  });
  await database.connection.collection('daily').deleteMany({});
  await database.connection
    .collection('files.files')
    .updateMany({}, { $set: { uploadDate: new Date(Date.now() - 3 * 24 * 3_600_000) } });
  await house.stores.daily.runDue();
  expect(await house.stores.files.find(file?.fileId ?? '')).toBeDefined();
});

test('while the file server is down the message is kept; the citizen hears of it, and is answered when it is back', async () => {
  telegram.faults.share('getFile', 1, { answer: 502 });
  await hoa.sendsPhoto(another(5), 'khói đen');
  await telegram.allTaken();
  await until(() => telegram.calls('getFile').some(({ outcome }) => outcome === 502), 'it was tried');
  // The words are answered when they have waited long enough.
  await database.connection
    .collection('turns')
    .updateMany({ dueAt: { $exists: true } }, { $set: { dueAt: new Date() } });
  await hoa.hears('nghe: khói đen');
  telegram.faults.clear();
  await hurry();
  await hoa.hears('nghe: 1 tệp');
  expect((await filesIn()).every(({ fileId }) => fileId)).toBe(true);
});

test('a photo alone that does not come in time is told to be on its way', async () => {
  telegram.faults.share('getFile', 1, { drop: 'before' });
  await hoa.sendsPhoto(another(6));
  await telegram.allTaken();
  await database.connection
    .collection('turns')
    .updateMany({ dueAt: { $exists: true } }, { $set: { dueAt: new Date() } });
  await hoa.hears('đang tải về');
  telegram.faults.clear();
  await hurry();
  await hoa.hears('nghe: 1 tệp');
});

test('what cannot be had is named with the reason, what can is taken', async () => {
  await hoa.sendsDocument({
    name: 'phim.mp4',
    bytes: PHOTO,
    mime: 'video/mp4',
    claimedSize: 30 * 1024 * 1024,
  });
  await hoa.hears(/nặng quá.*phim\.mp4/);
  await hoa.sendsDocument({
    name: 'virus.exe',
    bytes: Buffer.from('MZ\u0090\u0000'),
    mime: 'application/x-msdownload',
  });
  await hoa.hears(/chưa mở được.*virus\.exe/);
  await hoa.sendsPhoto(another(7));
  await hoa.sendsDocument({ name: 'rỗng.pdf', bytes: Buffer.from('không phải'), mime: 'application/pdf' });
  await hoa.hears(/rỗng\.pdf/);
  await hoa.hears('nghe: 1 tệp');
});

test('one that is not to be had for hours is given up with a word to the citizen', async () => {
  telegram.faults.share('getFile', 1, { answer: 502 });
  await hoa.sendsPhoto(another(8));
  await telegram.allTaken();
  await until(() => telegram.calls('getFile').length > 0, 'it was tried');
  await database.connection
    .collection('turns')
    .updateMany(
      { effectsAt: { $exists: true } },
      { $set: { at: new Date(Date.now() - 3 * 3_600_000), effectsAt: new Date() } },
    );
  await hoa.hears(/không tải được.*ảnh\.jpg/);
});

test('the next process fetches what a dead one left', async () => {
  telegram.faults.share('getFile', 1, { hang: 'before' });
  await hoa.sendsPhoto(another(9), 'bụi');
  await until(() => telegram.calls('getFile').length > 0, 'it is under way');
  const dead = house;
  telegram.faults.clear();
  house = await House.open({ emulator: telegram, connection: await database.another(), mode: 'webhook' });
  await hurry();
  await hoa.hears('nghe: bụi, 1 tệp');
  await telegram.when(() => answers().length === 2, 'one answer');
  closing.push(dead.close());
});

test('the address of a file, which holds the token, is nowhere', async () => {
  telegram.faults.share('getFile', 1, { answer: 500 });
  await hoa.sendsPhoto(another(10));
  await until(() => house.errors.length > 0, 'it failed');
  const told = [house.errors.map(({ error }) => (error as Error).stack), house.logged];
  const turns = await database.connection.collection('turns').find().toArray();
  expect(JSON.stringify([told, turns])).not.toContain(telegram.token.split(':')[1]);
});
