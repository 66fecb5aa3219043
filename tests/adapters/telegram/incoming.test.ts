import type { Answerer } from '../../../hotline/conversation/conversations';
import { openDatabase, type TestDatabase } from '../../database';
import { TelegramEmulator } from '../../emulators/telegram/emulator';
import type { Person } from '../../emulators/telegram/people';
import { echo } from './echo';
import { House, until } from './house';

jest.setTimeout(120_000);

let database: TestDatabase;
let telegram: TelegramEmulator;
const houses: House[] = [];

async function open(mode: 'webhook' | 'polling', wish: Partial<Parameters<typeof House.open>[0]> = {}) {
  const house = await House.open({ emulator: telegram, connection: database.connection, mode, ...wish });
  houses.push(house);
  if (mode === 'webhook')
    await telegram.when(() => telegram.calls('setWebhook').some(({ done }) => done), 'the webhook is set');
  return house;
}

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
});
afterEach(async () => {
  await Promise.all(houses.splice(0).map((house) => house.close()));
  await telegram.stop();
  for (const name of ['turns', 'leases', 'identities'])
    await database.connection.collection(name).deleteMany({});
});

const PATIENCE_MS = 50_000;
const isFifth = (text: string): boolean => Number(text.split('.')[1]) % 5 === 0;
/** Most messages need no answer: what is looked at is that each is taken once. */
const toTheFifth: Answerer = (question) =>
  isFifth(question.activity?.text ?? '')
    ? echo(question)
    : Promise.resolve({ out: [], state: question.state });
const heardBy = (person: Person) =>
  person.screen.messages.filter(({ from }) => from.is_bot).map(({ text }) => text);

const textsIn = async (house: House, chatId: number) =>
  (await house.turns(chatId)).flatMap((turn) => (turn.in ? [turn.in.text] : []));

describe.each(['webhook', 'polling'] as const)('by %s', (mode) => {
  it('a message is in the log before Telegram is told that it was taken, and answered', async () => {
    const house = await open(mode);
    const hoa = telegram.person({ first_name: 'Hoa' });
    await hoa.starts();
    await hoa.hears('Xin chào');
    await hoa.says('Ống khói xả khói đen');
    await hoa.hears('nghe: Ống khói xả khói đen');
    await telegram.allTaken();
    expect(await textsIn(house, hoa.chatId)).toEqual(['Ống khói xả khói đen']);
  });

  it('500 updates, each given up to five times, at once and in any order, have one effect each', async () => {
    telegram.disorderly = true;
    await open(mode, { answer: toTheFifth });
    const people = Array.from({ length: 25 }, (_, n) => telegram.person({ first_name: `Người ${n}` }));
    telegram.holdUpdates();
    for (const [n, person] of people.entries()) {
      telegram.repeatEach(n % 5);
      for (let k = 0; k < 20; k++) await person.says(`tin ${n}.${k}`);
    }
    telegram.releaseUpdates();
    await telegram.allTaken(PATIENCE_MS);
    // A process that remembers nothing.
    await houses.pop()?.close();
    const house = await open(mode, { answer: toTheFifth });
    telegram.redeliver(telegram.updates.slice(0, 60));
    await telegram.allTaken(PATIENCE_MS);
    for (const [n, person] of people.entries()) {
      const texts = await textsIn(house, person.chatId);
      expect(texts.toSorted()).toEqual(Array.from({ length: 20 }, (_, k) => `tin ${n}.${k}`).toSorted());
      await until(() => heardBy(person).length === 4, `${n} has heard everything`, PATIENCE_MS);
      // In the order of the log.
      const answered = texts.filter((text = '') => isFifth(text));
      expect(heardBy(person)).toEqual(answered.map((text) => `nghe: ${text}`));
    }
  });

  it('nothing of who writes is in the log or in what is logged', async () => {
    const house = await open(mode);
    const hoa = telegram.person({ first_name: 'Hoahoahoa', username: 'hoa_bi_mat' });
    await hoa.says('xin chào');
    await hoa.sendsContact('+84912345678');
    await hoa.sendsPhoto(await png());
    await hoa.hears(/1 tệp/);
    const turns = JSON.stringify(await database.connection.collection('turns').find().toArray());
    const known = [String(hoa.chatId), 'Hoahoahoa', 'hoa_bi_mat', '912345678', telegram.token];
    expect(known.filter((secret) => (turns + JSON.stringify(house.logged)).includes(secret))).toEqual([]);
    expect((await house.stores.identities.of(house.conversation(hoa.chatId)))?.address).toBe(
      String(hoa.chatId),
    );
  });

  it('while the database is away nothing is acknowledged, and everything is taken afterwards', async () => {
    const other = await database.another();
    const house = await open(mode, { connection: other });
    const hoa = telegram.person({ first_name: 'Hoa' });
    await hoa.says('một');
    await hoa.hears('nghe: một');
    const away = jest.spyOn(house.stores.log, 'append').mockRejectedValue(new Error('the database is away'));
    await hoa.says('hai');
    await until(() => away.mock.calls.length > 1, 'it was tried');
    expect(telegram.unconfirmed).toHaveLength(1);
    away.mockRestore();
    await hoa.hears('nghe: hai', 40_000);
    await telegram.allTaken();
    expect(await textsIn(house, hoa.chatId)).toEqual(['một', 'hai']);
  });
});

async function png(): Promise<Buffer> {
  const { PHOTO } = await import('../../photo');
  return PHOTO;
}
