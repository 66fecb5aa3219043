import { openDatabase, type TestDatabase } from '../../database';
import { TelegramEmulator } from '../../emulators/telegram/emulator';
import type { Person } from '../../emulators/telegram/people';
import type { ConversationId, Delivery } from '../../../hotline/conversation/turn';
import { House, until } from './house';

jest.setTimeout(60_000);

let database: TestDatabase;
let telegram: TelegramEmulator;
let house: House;
let hoa: Person;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
  house = await House.open({ emulator: telegram, connection: database.connection, mode: 'webhook' });
  hoa = telegram.person({ first_name: 'Hoa' });
  await hoa.says('chào');
  await hoa.hears('nghe: chào');
  await telegram.allTaken();
});
afterEach(async () => {
  await house.close();
  await telegram.stop();
  for (const name of ['turns', 'leases', 'identities'])
    await database.connection.collection(name).deleteMany({});
});

const lan = { id: 'lan', name: 'Chị Lan' };
let keys = 0;
const say = (person: Person, text: string) =>
  house.centre.conversations.say(
    house.conversation(person.chatId),
    lan,
    { type: 'message', text },
    `k${++keys}`,
  );

const deliveries = async (chatId: number): Promise<Delivery[]> =>
  (await house.turns(chatId)).flatMap(({ out }) => out.flatMap(({ delivery }) => delivery ?? []));

const shown = (person: Person) =>
  person.screen.messages
    .filter(({ from }) => from.is_bot)
    .map(({ text = '' }) => text.replace('👤 Cán bộ: ', ''));

/** What is to be tried again is due at once: nobody waits for the pauses. */
async function hurry(): Promise<void> {
  await database.connection
    .collection('turns')
    .updateMany({ deliverAfter: { $gt: new Date() } }, { $set: { deliverAfter: new Date() } });
}

async function settled(person: Person): Promise<Delivery[]> {
  await until(
    async () => {
      await hurry();
      return (await deliveries(person.chatId)).every(({ state, doubts = 0 }) =>
        state === 'uncertain' ? doubts > 1 : state === 'sent' || state === 'dead',
      );
    },
    'everything is settled',
    40_000,
  );
  return deliveries(person.chatId);
}

test('with one call in five failing, each message arrives: once, or marked where nobody can know; in order', async () => {
  const people = Array.from({ length: 6 }, (_, n) => telegram.person({ first_name: `Người ${n}` }));
  for (const each of people) await each.says('chào');
  for (const each of people) await each.hears('nghe: chào');
  telegram.faults.share('sendMessage', 0.05, { answer: 429, retryAfter: 1 });
  telegram.faults.share('sendMessage', 0.05, { answer: 502 });
  telegram.faults.share('sendMessage', 0.05, { drop: 'before' });
  telegram.faults.share('sendMessage', 0.05, { drop: 'after' });
  const texts = Array.from({ length: 12 }, (_, k) => `tin ${k}`);
  await Promise.all(
    people.map(async (each) => {
      for (const text of texts) await say(each, text);
    }),
  );
  let doubted = 0;
  for (const each of people) {
    const outcomes = (await settled(each)).slice(1);
    const heard = shown(each).slice(1);
    for (const [k, text] of texts.entries()) {
      const times = heard.filter((one) => one === text).length;
      const { doubts = 0 } = outcomes[k] ?? {};
      if (doubts > 0) doubted += 1;
      expect([text, times]).toEqual([text, doubts > 0 ? expect.any(Number) : 1]);
      expect(times).toBeLessThanOrEqual(1 + doubts);
      expect(outcomes[k]?.state).toMatch(/sent|uncertain/);
    }
    const first = [...new Set(heard)];
    expect(first).toEqual(texts.filter((text) => first.includes(text)));
  }
  // So many lines broke.
  expect(doubted).toBeGreaterThan(0);
  const calls = telegram.calls('sendMessage');
  expect(calls.filter(({ outcome }) => outcome !== 200).length).toBeGreaterThan(calls.length / 10);
});

test('a message that cannot be sent holds up its own conversation only', async () => {
  const minh = telegram.person({ first_name: 'Minh' });
  await minh.says('chào');
  await minh.hears('nghe: chào');
  telegram.faults.next('sendMessage', 1, { hang: 'before' });
  await say(hoa, 'treo');
  await until(() => telegram.calls('sendMessage').length === 3, 'the call hangs');
  for (let k = 0; k < 5; k++) await say(minh, `tin ${k}`);
  await until(() => shown(minh).length === 6, 'the other is served meanwhile');
  expect(shown(hoa)).toEqual(['nghe: chào']);
});

test('429 is waited out, by that conversation alone', async () => {
  telegram.faults.next('sendMessage', 1, { answer: 429, retryAfter: 1 });
  await say(hoa, 'một');
  await say(hoa, 'hai');
  await until(() => shown(hoa).length === 3, 'both have come');
  expect(shown(hoa)).toEqual(['nghe: chào', 'một', 'hai']);
  expect((await settled(hoa)).map(({ doubts }) => doubts)).toEqual([undefined, undefined, undefined]);
});

test('who has blocked the bot is left alone, staff see it, and it ends when they write again', async () => {
  const id = house.conversation(hoa.chatId);
  await hoa.blocks();
  await until(async () => (await house.stores.lists.find(id))?.unreachable !== undefined, 'it is noted');
  const calls = telegram.calls('sendMessage').length;
  await say(hoa, 'có ai không');
  expect((await deliveries(hoa.chatId)).at(-1)).toMatchObject({ state: 'dead', unreachable: true });
  expect(telegram.calls('sendMessage')).toHaveLength(calls);
  await hoa.unblocks();
  await hoa.says('tôi đây');
  await until(async () => (await house.stores.lists.find(id))?.unreachable === undefined, 'it is over');
  await say(hoa, 'chào chị');
  await until(() => shown(hoa).includes('chào chị'), 'it arrives');
});

test('a 403 tells the same, and what waits behind it is not tried', async () => {
  const id = house.conversation(hoa.chatId);
  // Telegram had no chance to tell.
  hoa['conversation'].blocked = true;
  const calls = telegram.calls('sendMessage').length;
  await Promise.all([say(hoa, 'một'), say(hoa, 'hai'), say(hoa, 'ba')]);
  await until(async () => (await house.stores.lists.find(id))?.unreachable !== undefined, 'it is noted');
  await until(
    async () => (await deliveries(hoa.chatId)).slice(1).every(({ state }) => state === 'dead'),
    'all are dead',
  );
  expect(telegram.calls('sendMessage').length).toBeLessThanOrEqual(calls + 2);
});

test('after a call that ended in the dark nothing is risked until the line is seen to work', async () => {
  telegram.faults.next('sendMessage', 1, { drop: 'after' });
  telegram.faults.next('getMe', 2, { drop: 'before' });
  await say(hoa, 'một');
  await say(hoa, 'hai');
  const outcomes = await settled(hoa);
  expect(shown(hoa)).toEqual(['nghe: chào', 'một', 'một', 'hai']);
  expect(outcomes.map(({ state, doubts = 0 }) => [state, doubts])).toEqual([
    ['sent', 0],
    ['sent', 1],
    ['sent', 0],
  ]);
  expect(telegram.calls('getMe').filter(({ outcome }) => outcome === 'dropped')).toHaveLength(2);
});

test('a long text goes in pieces; one that fails is sent again alone', async () => {
  const paragraph = `${'Ô nhiễm nặng ở đây. '.repeat(50).trim()}\n\n`;
  const long = paragraph.repeat(9).trim();
  telegram.faults.next('sendMessage', 1, { delayMs: 1 });
  telegram.faults.next('sendMessage', 1, { answer: 502 });
  await say(hoa, long);
  await settled(hoa);
  const pieces = shown(hoa).slice(1);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.every((piece) => piece.length <= 4_096)).toBe(true);
  expect(pieces.join(' ').replace(/\s+/g, ' ')).toBe(long.replace(/\s+/g, ' '));
});

test('two processes deliver what there is once', async () => {
  const other = await House.open({
    emulator: telegram,
    connection: await database.another(),
    mode: 'webhook',
  });
  try {
    const texts = Array.from({ length: 10 }, (_, k) => `tin ${k}`);
    for (const [k, text] of texts.entries()) {
      const at = k % 2 ? house : other;
      await at.centre.conversations.say(hoaId(), lan, { type: 'message', text }, `both${k}`);
    }
    await until(() => shown(hoa).length === 11, 'all have come');
    expect(shown(hoa).slice(1)).toEqual(texts);
  } finally {
    await other.close();
  }
});

const hoaId = (): ConversationId => house.conversation(hoa.chatId);

test('files of ours: a picture with its words, several as an album, a paper by itself', async () => {
  const { PHOTO } = await import('../../photo');
  const save = (name: string, bytes: Buffer) =>
    house.stores.files.save({ name, bytes, conversation: hoaId(), by: 'staff' });
  const pictures = await Promise.all(['a.png', 'b.png'].map((name) => save(name, PHOTO)));
  const paper = await save(
    'biên bản.pdf',
    Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  );
  const attached = [...pictures, paper].map(({ id, name, type, size }) => ({
    contentType: type,
    name,
    fileId: id,
    size,
  }));
  const send = (message: object, key: string) =>
    house.centre.conversations.say(hoaId(), lan, { type: 'message', ...message }, key);
  await send({ text: 'Hiện trường', attachments: attached.slice(0, 1) }, 'f1');
  await send({ text: 'Tất cả đây', attachments: attached }, 'f2');
  await settled(hoa);
  const messages = hoa.screen.messages.filter(({ from }) => from.is_bot).slice(1);
  expect(messages[0]).toMatchObject({ caption: '👤 Cán bộ: Hiện trường', photo: expect.any(Array) });
  expect(messages[1]).toMatchObject({ text: '👤 Cán bộ: Tất cả đây' });
  expect(messages.slice(2, 4).map(({ media_group_id }) => media_group_id)).toEqual([
    expect.any(String),
    messages[2]?.media_group_id,
  ]);
  expect(messages[4]).toMatchObject({ document: { file_name: 'biên bản.pdf' } });
});
