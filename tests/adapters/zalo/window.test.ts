import type { ZaloOptions } from '../../../adapters/zalo';
import { presentTranscript } from '../../../api/conversations/present';
import type { Activity } from '../../../hotline/activity';
import type { Delivery } from '../../../hotline/conversation/turn';
import { channelHealthStore } from '../../../storage/channels';
import { openDatabase, type TestDatabase } from '../../database';
import type { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { Person } from '../../emulators/zalo/people';
import type { Settings } from '../../emulators/zalo/settings';
import { type House, until, houseOnZalo } from './house';

jest.setTimeout(60_000);

let database: TestDatabase;
let zalo: ZaloEmulator;
let house: House;
let hoa: Person;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
afterEach(async () => {
  await house.close();
  await zalo.stop();
  for (const name of ['turns', 'leases', 'identities'])
    await database.connection.collection(name).deleteMany({});
});

async function begin(settings: Partial<Settings> = {}, options: Partial<ZaloOptions> = {}): Promise<void> {
  ({ zalo, house } = await houseOnZalo(database.connection, settings, options));
  hoa = zalo.person('Chị Hoa');
  await hoa.says('chào');
  await hoa.hears('nghe: chào');
}

const lan = { id: 'lan', name: 'Chị Lan' };
let keys = 0;
const id = () => house.conversation(hoa.id);
const say = (text: string, more: Partial<Activity> = {}) =>
  house.centre.conversations.say(id(), lan, { type: 'message', text, ...more }, `k${++keys}`);

const shown = () =>
  hoa.screen.filter(({ by }) => by === 'oa').map(({ text }) => text.replace('👤 Cán bộ: ', ''));

/** What became of all but the first answer. */
const deliveries = async (): Promise<Delivery[]> =>
  (await house.turns(hoa.id)).flatMap(({ out }) => out.flatMap(({ delivery }) => delivery ?? [])).slice(1);

async function allAre(...states: Delivery['state'][]): Promise<void> {
  const found = async () => (await deliveries()).map(({ state }) => state).join();
  await until(async () => (await found()) === states.join(), `all are ${states.join()}`);
}

/** The next look at what waits is now. */
async function look(): Promise<void> {
  await database.connection
    .collection('turns')
    .updateMany({ deliverAfter: { $exists: true } }, { $set: { deliverAfter: new Date(0) } });
}

test('after 48 hours nothing is sent; staff see why; it comes in order before the answer to their next message', async () => {
  await begin();
  zalo.timePasses({ hours: 49 });
  await say('một');
  await say('hai');
  await allAre('waiting', 'waiting');
  expect(zalo.calls('message/cs')).toHaveLength(1);
  const seen = presentTranscript(await house.turns(hoa.id)).slice(-2);
  expect(seen.map(({ delivery, waitsFor }) => [delivery, waitsFor])).toEqual([
    ['waiting', 'ngoài 48 giờ'],
    ['waiting', 'ngoài 48 giờ'],
  ]);
  const figures = await channelHealthStore(database.connection).figures(new Date());
  expect(figures.get('zalo')).toMatchObject({ waiting: 2, backlog: { messages: 0, oldest: null } });
  await house.centre.conversations.handBack(id(), lan);
  await allAre('waiting', 'waiting', 'waiting');
  await hoa.says('có tin gì không');
  await hoa.hears('nghe: có tin gì không');
  expect(shown()).toEqual(['nghe: chào', 'một', 'hai', 'handedBack', 'nghe: có tin gì không']);
  await allAre('sent', 'sent', 'sent', 'sent');
});

test('it comes too when nobody answers their message, and when they follow', async () => {
  await begin();
  zalo.timePasses({ hours: 49 });
  await say('một');
  await allAre('waiting');
  await hoa.says('alo');
  await hoa.hears('một');
  await allAre('sent');
  zalo.timePasses({ hours: 49 });
  await say('hai');
  await allAre('sent', 'waiting');
  await hoa.follows();
  await hoa.hears('hai');
});

test('it is kept for ever, and not given up by its age when the line is down just then', async () => {
  await begin();
  zalo.timePasses({ hours: 49 });
  await say('một');
  await allAre('waiting');
  for (const days of [8, 90]) {
    zalo.timePasses({ days });
    await look();
    await until(
      async () =>
        (await database.connection
          .collection('turns')
          .countDocuments({ deliverAfter: { $lte: new Date(1) } })) === 0,
      'it was looked at',
    );
    await allAre('waiting');
  }
  zalo.faults.next('message/cs', 1, { error: -227 });
  await hoa.says('alo');
  await allAre('failed');
  await look();
  await hoa.hears('một');
  // The token had grown old, too.
  expect(zalo.calls('message/cs').map(({ error }) => error)).toEqual([0, -227, -220, 0]);
});

test.each([-230, -232])(
  '%i, where we think otherwise: it waits just so, and is not asked again and again',
  async (error) => {
    await begin();
    zalo.faults.next('message/cs', 1, { error });
    await say('một');
    await allAre('waiting');
    await until(
      async () => (await house.turns(hoa.id)).at(-1)?.out[0]?.delivery?.reason === 'ngoài 48 giờ',
      'why',
    );
    expect(zalo.calls('message/cs')).toHaveLength(2);
    await hoa.says('alo');
    await hoa.hears('một');
    await allAre('sent');
  },
);

test('several messages of one answer wait together when Zalo closes the window at the first', async () => {
  await begin();
  zalo.faults.next('message/cs', 1, { error: -230 });
  const long = `${'Ô nhiễm nặng ở đây. '.repeat(90).trim()}\n\n${'Rất nặng. '.repeat(100).trim()}`;
  await say(long);
  await allAre('waiting', 'waiting');
  expect(zalo.calls('message/cs')).toHaveLength(2);
  await hoa.says('alo');
  await until(() => shown().length === 3, 'both have come');
  expect(shown()[1]).toMatch(/^Ô nhiễm/);
  expect(shown()[2]).toMatch(/^Rất nặng/);
});

const TEMPLATE = { id: '271', code: 'ma', state: 'tinh_trang' };
const approved: Settings['templates'] = [
  { id: '271', text: 'Phản ánh <ma>: <tinh_trang>', params: { ma: 20, tinh_trang: 30 }, approved: true },
];
const code = 'XH-2026-000012';
const ticket = { code, status: 'in_progress', category: null };

describe('with a template', () => {
  test('news are told once, without their words; the words come when they write', async () => {
    await begin({ templates: approved }, { template: TEMPLATE });
    zalo.timePasses({ hours: 49 });
    await say('Đoàn kiểm tra đã lập biên bản ông Ba', { channelData: { ticket } });
    await hoa.hears(`Phản ánh ${code}: đang xử lý`);
    await look();
    await say('Thêm một câu không có mã');
    await allAre('waiting', 'waiting');
    await until(async () => (await deliveries())[0]?.announced === true, 'it is noted');
    expect(shown()).toEqual(['nghe: chào', `Phản ánh ${code}: đang xử lý`]);
    expect(zalo.calls('message/template').filter(({ done }) => done)).toHaveLength(1);
    await hoa.says('alo');
    await hoa.hears('Thêm một câu');
    expect(shown().slice(2)).toEqual(['Đoàn kiểm tra đã lập biên bản ông Ba', 'Thêm một câu không có mã']);
  });

  test('a template that is not approved is told to operators, and the message waits', async () => {
    await begin({}, { template: TEMPLATE });
    zalo.timePasses({ hours: 49 });
    await say('một', { channelData: { ticket } });
    await until(() => house.logged.some(({ message }) => message.includes('template')), 'it is told');
    expect(house.logged.at(-1)?.details).toEqual({ code: -109 });
    await hoa.says('alo');
    await hoa.hears('một');
  });

  test('one that is known not to have been told is told at the next look; one in doubt is not', async () => {
    await begin({ templates: approved }, { template: TEMPLATE });
    zalo.timePasses({ hours: 49 });
    zalo.faults.next('message/template', 1, { status: 503 });
    await say('một', { channelData: { ticket } });
    await until(() => zalo.calls('message/template').length === 1, 'it was tried');
    await until(async () => (await deliveries())[0]?.announced === undefined, 'it is noted');
    zalo.faults.next('message/template', 1, { drop: 'after' });
    await look();
    await until(() => zalo.calls('message/template').length === 2, 'it was tried again');
    await look();
    await allAre('waiting');
    await hoa.says('alo');
    await hoa.hears('một');
    expect(zalo.calls('message/template')).toHaveLength(2);
  });
});

describe('where later messages are paid for', () => {
  test('they go until the seventh day', async () => {
    await begin({}, { billed: true });
    zalo.timePasses({ hours: 49 });
    await say('một');
    await hoa.hears('một');
    zalo.timePasses({ days: 6 });
    await say('hai');
    await allAre('sent', 'waiting');
    expect((await deliveries()).at(-1)?.reason).toBe('ngoài 168 giờ');
  });

  test('and wait when the quota is used up', async () => {
    await begin({ billedMessages: 0 }, { billed: true });
    zalo.timePasses({ hours: 49 });
    await say('một');
    await allAre('waiting');
    await hoa.says('alo');
    await hoa.hears('một');
  });
});
