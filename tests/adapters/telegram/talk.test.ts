import { openDatabase, type TestDatabase } from '../../database';
import { TelegramEmulator } from '../../emulators/telegram/emulator';
import type { Person } from '../../emulators/telegram/people';
import { House, until } from './house';

jest.setTimeout(60_000);

const STAFF_GROUP = '-1000004100201';

let database: TestDatabase;
let telegram: TelegramEmulator;
let house: House;
let hoa: Person;

beforeAll(async () => {
  database = await openDatabase();
  telegram = await new TelegramEmulator().start();
  house = await House.open({
    emulator: telegram,
    connection: database.connection,
    mode: 'polling',
    silentIn: [STAFF_GROUP],
  });
});
afterAll(async () => {
  await house.close();
  await telegram.stop();
  await database.close();
});
beforeEach(() => {
  hoa = telegram.person({ first_name: 'Hoa' });
});

const counted = () => database.connection.collection('turns').countDocuments();

test('the bot says its commands in Vietnamese and English', async () => {
  await telegram.when(() => telegram.calls('setMyCommands').length === 3, 'they are set');
  const [general, vi, en] = telegram.calls('setMyCommands').map(({ params }) => params);
  expect(vi).toMatchObject({ language_code: 'vi', commands: general?.commands });
  expect(en).toMatchObject({ language_code: 'en' });
  expect(JSON.stringify(vi)).toContain('Theo dõi phản ánh');
});

test.each([
  ['/start', 'Xin chào'],
  ['/start qr-cau-nhat-tan', 'Xin chào'],
  ['/start XH-2026-000123', 'nghe: tra cứu phản ánh XH-2026-000123'],
  ['/theodoi', 'nghe: tra cứu phản ánh'],
  ['/theodoi XH-2026-000123', 'nghe: tra cứu phản ánh XH-2026-000123'],
  ['/phananh', 'nghe: tôi muốn phản ánh'],
  ['/gapcanbo', 'nghe: gặp cán bộ'],
  ['/huy', 'nghe: hủy'],
  ['/help', 'nghe: bạn giúp được gì'],
  ['/HELP@hotline_xanh_bot', 'nghe: bạn giúp được gì'],
  ['/khongbiet', 'nghe: /khongbiet'],
])('%s', async (command, answer) => {
  await hoa.says(command);
  expect((await hoa.hears()).text).toBe(answer);
});

test('somebody who presses Start again is answered, not ignored', async () => {
  await hoa.starts();
  await hoa.hears('Xin chào');
  await hoa.starts();
  await hoa.hears('nghe: xin chào');
});

test('a place is asked for with a key that sends it, and a contact too', async () => {
  await hoa.says('hỏi location');
  await hoa.hears();
  await hoa.taps('📍 Gửi vị trí', { at: [21.19, 106.02] });
  await hoa.hears('một vị trí');
  const [turn] = (await house.turns(hoa.chatId)).slice(-1);
  expect(turn?.in?.entities).toEqual([{ type: 'GeoCoordinates', latitude: 21.19, longitude: 106.02 }]);
  await hoa.says('hỏi contact');
  await hoa.hears();
  await hoa.taps('📞 Gửi số của tôi', { phone: '84912345678' });
  await hoa.hears('số điện thoại');
  const [shared] = (await house.turns(hoa.chatId)).slice(-1);
  expect(shared).toMatchObject({ private: true, in: { text: '••• ••• 678' } });
  const identity = await house.stores.identities.of(house.conversation(hoa.chatId));
  expect(identity?.words?.[String(shared?.seq)]).toBe('0912345678');
});

test('in English everything is: the keys, and what stands before the words of staff', async () => {
  await hoa.says('English please');
  await hoa.hears('nghe: English please');
  await hoa.says('hỏi location');
  await hoa.hears('hỏi location');
  await hoa.taps('📍 Send my location', { at: [21.19, 106.02] });
  await hoa.says('hỏi contact');
  await hoa.hears('hỏi contact');
  await hoa.taps('📞 Send my number', { phone: '84912345678' });
  const lan = { id: 'lan', name: 'Chị Lan' };
  const long = `We are on our way. ${'It takes a while. '.repeat(300)}`;
  for (const [key, text] of ['Hello', long].entries())
    await house.centre.conversations.say(
      ...([house.conversation(hoa.chatId), lan, { type: 'message', text }, `english ${key}`] as const),
    );
  await hoa.hears('👤 Staff: Hello');
  await hoa.hears('👤 Staff: We are on our way');
  await hoa.hears('👤 Staff: It takes a while');
});

test('in English an old button and what has no name are spoken of in English', async () => {
  await hoa.says('English please');
  await hoa.hears('nghe: English please');
  const old = { message_id: 1, date: 1, chat: hoa['conversation'].chat, from: hoa.user, text: 'Chọn' };
  const press = { id: '7', from: hoa.user, chat_instance: '7', data: '#3', message: old };
  telegram.world.updates.add('callback_query', press, `presses of ${hoa.chatId}`);
  await telegram.when(() => telegram.calls('answerCallbackQuery').length === 1, 'the press is answered');
  expect(telegram.calls('answerCallbackQuery')[0]?.params).toMatchObject({
    text: 'This button is old. Please write it in words.',
  });
  const sticker = { message_id: 2, date: 1, chat: hoa['conversation'].chat, from: hoa.user, sticker: {} };
  telegram.world.updates.add('message', sticker, `chat ${hoa.chatId}`);
  await telegram.allTaken();
  const [turn] = (await house.turns(hoa.chatId)).slice(-1);
  expect(turn?.in?.attachments).toMatchObject([{ name: 'sticker', refused: 'unusable' }]);
});

test('the number of somebody else is neither taken for the own one nor kept', async () => {
  await hoa.sendsContactOf({ phone_number: '+84987654321', first_name: 'Giám đốc', user_id: 999 });
  await hoa.hears('không phải của bạn');
  await hoa.sendsContactOf({ phone_number: '+84987654321', first_name: 'Giám đốc' });
  await hoa.hears('không phải của bạn');
  expect(JSON.stringify(await house.turns(hoa.chatId))).not.toContain('987654321');
});

test('the first place of a live location counts, its moves do not', async () => {
  const live = await hoa.sendsLiveLocation(21.19, 106.02);
  await hoa.hears('một vị trí');
  await hoa.movesTo(live, 22, 107);
  await telegram.allTaken();
  expect(await house.turns(hoa.chatId)).toHaveLength(1);
});

test('an edited message is a correction', async () => {
  const said = await hoa.says('ở xã Yên Phon');
  await hoa.hears();
  await hoa.edits(said, 'ở xã Yên Phong');
  await hoa.hears('nghe: Tôi sửa lại tin nhắn trước: ở xã Yên Phong');
});

test('what nothing can be made of gets a kind word', async () => {
  const update = (more: object) => ({
    message_id: 1,
    date: 1,
    chat: hoa['conversation'].chat,
    from: hoa.user,
    ...more,
  });
  for (const kind of ['sticker', 'dice', 'poll', 'game'])
    telegram.world.updates.add('message', update({ [kind]: { emoji: '🎲' } }), `chat ${hoa.chatId}`);
  hoa['conversation'].started = true;
  await hoa.hears(/nhãn dán/);
  await hoa.hears(/xúc xắc/);
  await hoa.hears(/bình chọn/);
  await hoa.hears(/tin nhắn loại này/);
  // That a message was pinned is none.
  telegram.world.updates.add('message', update({ pinned_message: {} }), `chat ${hoa.chatId}`);
  await telegram.allTaken();
  expect(await house.turns(hoa.chatId)).toHaveLength(4);
});

test('groups are told once, politely, and nothing of them is kept', async () => {
  const before = await counted();
  telegram.group('Nhóm cán bộ', [hoa]);
  const group = telegram.group('Tổ dân phố 5', [hoa]);
  const phone = group.phoneOf(hoa);
  await phone.hears('chỉ trò chuyện riêng');
  await phone.says('/start');
  await phone.says('@hotline_xanh_bot ơi');
  await telegram.allTaken();
  expect(await counted()).toBe(before);
  const told = telegram.calls('sendMessage').filter(({ params }) => Number(params.chat_id) < 0);
  expect(told.map(({ params }) => params.chat_id)).toEqual([group.chatId]);
});

test('one of two processes asks for updates; the other takes over when it stops', async () => {
  const other = await House.open({
    emulator: telegram,
    connection: await database.another(),
    mode: 'polling',
  });
  try {
    await hoa.says('một');
    await hoa.hears('nghe: một');
    expect(telegram.calls('getUpdates').some(({ outcome }) => outcome === 409)).toBe(false);
    expect(other.line).toEqual([]);
    await house.close();
    await hoa.says('hai');
    await hoa.hears('nghe: hai');
    await until(() => other.line.includes('up'), 'its line is up');
  } finally {
    await other.close();
    house = await House.open({ emulator: telegram, connection: database.connection, mode: 'polling' });
  }
});

test('another program on the same bot is named, and when it is gone all goes on', async () => {
  const url = `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=20`;
  await until(async () => {
    const thief = new AbortController();
    const stolen = fetch(url, { signal: thief.signal }).catch(() => undefined);
    await until(() => house.line.some((line) => line.includes('409')), 'it is told', 1_500).catch(
      () => undefined,
    );
    thief.abort();
    await stolen;
    return house.line.some((line) => line.includes('409'));
  }, 'the other is noticed');
  await hoa.says('còn đó không');
  await hoa.hears('nghe: còn đó không');
  expect(house.line.at(-1)).toBe('up');
});

test('a wrong token stops nothing; it is named, and tried again', async () => {
  const wrong = await House.open({
    emulator: telegram,
    connection: await database.another(),
    mode: 'webhook',
    token: '123456789:AAwrong-wrong-wrong-wrong-wrong',
  });
  try {
    await until(() => wrong.line.length > 0, 'it is told');
    expect(wrong.line[0]).toContain('TELEGRAM_BOT_TOKEN');
    expect((await fetch(`${wrong.url}/webhooks/telegram`, { method: 'POST', body: '{}' })).status).toBe(401);
  } finally {
    await wrong.close();
  }
});
