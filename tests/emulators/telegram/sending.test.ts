import { Telegram } from 'telegraf';
import { PHOTO } from '../../photo';
import { TelegramEmulator } from './emulator';
import { type Person } from './people';

let telegram: TelegramEmulator;
let bot: Telegram;
let hoa: Person;

beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
  bot = new Telegram(telegram.token, { apiRoot: telegram.apiRoot });
  hoa = telegram.person({ first_name: 'Hoa' });
  await hoa.starts();
});
afterEach(() => telegram.stop());

const refusal = (code: number, description: string) => ({
  response: { ok: false, error_code: code, description },
});
const inline = (callback_data: string) => ({
  reply_markup: { inline_keyboard: [[{ text: 'Không khí', callback_data }]] },
});

test('texts: empty, too long in UTF-16 units after formatting, to nobody', async () => {
  await bot.sendMessage(hoa.chatId, '😀'.repeat(2048));
  await bot.sendMessage(hoa.chatId, `<b>${'a'.repeat(4096)}</b>`, { parse_mode: 'HTML' });
  const refused = [
    ['  ', 'message text is empty'],
    [`${'😀'.repeat(2048)}a`, 'message is too long'],
  ] as const;
  for (const [text, why] of refused) {
    await expect(bot.sendMessage(hoa.chatId, text)).rejects.toMatchObject(
      refusal(400, `Bad Request: ${why}`),
    );
  }
  const stranger = telegram.person({ first_name: 'Lạ' });
  for (const nobody of [1, stranger.chatId]) {
    await expect(bot.sendMessage(nobody, 'alo')).rejects.toMatchObject(
      refusal(400, 'Bad Request: chat not found'),
    );
  }
  expect(hoa.screen.messages).toHaveLength(3);
});

test('HTML becomes text with entities, or is refused', async () => {
  const html = 'Mã: <b>XH-2026-000123</b> &lt;giữ&gt; <a href="https://a.vn/?x=1">xem</a>';
  const sent = await bot.sendMessage(hoa.chatId, html, { parse_mode: 'HTML' });
  expect(sent).toMatchObject({
    text: 'Mã: XH-2026-000123 <giữ> xem',
    entities: [
      { type: 'bold', offset: 4, length: 14 },
      { type: 'text_link', offset: 25, length: 3, url: 'https://a.vn/?x=1' },
    ],
  });
  const broken = ['<b>a', 'a</b>', '<b>a</i>', '<h1>a</h1>', 'a < b'];
  for (const text of broken) {
    await expect(bot.sendMessage(hoa.chatId, text, { parse_mode: 'HTML' })).rejects.toThrow(
      "can't parse entities",
    );
  }
});

test('inline buttons carry 1 to 64 bytes, and a press is answered once', async () => {
  await bot.sendMessage(hoa.chatId, 'Chọn', inline('ô'.repeat(32)));
  for (const data of ['ô'.repeat(32) + 'x', '']) {
    await expect(bot.sendMessage(hoa.chatId, 'Chọn', inline(data))).rejects.toThrow('BUTTON_DATA_INVALID');
  }
  const press = await hoa.presses('Không khí');
  expect(telegram.updates.at(-1)).toMatchObject({
    callback_query: { id: press.query.id, from: hoa.user, data: 'ô'.repeat(32), message: { text: 'Chọn' } },
  });
  await bot.answerCbQuery(press.query.id, 'Vâng', { show_alert: true });
  expect(await hoa.seesAnswer(press)).toMatchObject({ text: 'Vâng', alert: true });
  for (const id of [press.query.id, '42']) {
    await expect(bot.answerCbQuery(id)).rejects.toThrow('query is too old');
  }
  await expect(hoa.presses('Đất đai')).rejects.toThrow('there are: Không khí');
});

test('reply keyboards stay until removed; keys say, or send a number or a place', async () => {
  const keyboard = [
    ['Gửi phản ánh'],
    [{ text: 'Số của tôi', request_contact: true }],
    [{ text: 'Ở đây', request_location: true }],
  ];
  await bot.sendMessage(hoa.chatId, 'Mời chị', { reply_markup: { keyboard } });
  await bot.sendMessage(hoa.chatId, 'Thêm');
  expect(await hoa.taps('Gửi phản ánh')).toMatchObject({ text: 'Gửi phản ánh' });
  expect(await hoa.taps('Số của tôi', { phone: '+84900000001' })).toMatchObject({
    contact: { phone_number: '+84900000001', user_id: hoa.user.id },
  });
  expect(await hoa.taps('Ở đây', { at: [21.6, 105.8] })).toMatchObject({ location: { latitude: 21.6 } });
  await bot.sendMessage(hoa.chatId, 'Xong', { reply_markup: { remove_keyboard: true } });
  expect(hoa.screen.keyboard).toBeUndefined();
});

test('edits and deletions show on the phone; what changes nothing is refused', async () => {
  const { message_id } = await bot.sendMessage(hoa.chatId, 'Chọn', inline('air'));
  await bot.editMessageText(hoa.chatId, message_id, undefined, 'Đã chọn: Không khí');
  expect(await hoa.hears('Đã chọn')).toMatchObject({ message_id, edit_date: expect.any(Number) });
  expect(hoa.screen.messages.at(-1)).not.toHaveProperty('reply_markup');
  await expect(bot.editMessageText(hoa.chatId, message_id, undefined, 'Đã chọn: Không khí')).rejects.toThrow(
    'message is not modified',
  );
  await expect(bot.editMessageText(hoa.chatId, 99, undefined, 'x')).rejects.toThrow(
    'message to edit not found',
  );
  await expect(bot.editMessageText(hoa.chatId, 1, undefined, 'x')).rejects.toThrow("message can't be edited");
  await bot.editMessageReplyMarkup(hoa.chatId, message_id, undefined, inline('again').reply_markup);
  await hoa.presses((button) => button.callback_data === 'again');
  await bot.deleteMessage(hoa.chatId, message_id);
  expect(hoa.screen.messages.map(({ text }) => text)).toEqual(['/start']);
  await expect(bot.deleteMessage(hoa.chatId, message_id)).rejects.toThrow('message to delete not found');
});

test('files: photos, documents and albums in multipart, by id and by address; names in Vietnamese', async () => {
  const photo = await bot.sendPhoto(hoa.chatId, { source: PHOTO }, { caption: 'Hiện trường' });
  expect(photo).toMatchObject({ caption: 'Hiện trường', photo: [{ width: 1, height: 1 }] });
  const document = await bot.sendDocument(hoa.chatId, {
    source: Buffer.from('%PDF'),
    filename: 'Kết luận.pdf',
  });
  expect(document).toMatchObject({ document: { file_name: 'Kết luận.pdf', file_size: 4 } });
  const { href } = await bot.getFileLink(document.document.file_id);
  expect(await (await fetch(href)).text()).toBe('%PDF');
  expect((await fetch(href.replace(telegram.token, '1:x'))).status).toBe(404);
  const byAddress = { source: PHOTO };
  const [one, two] = await bot.sendMediaGroup(hoa.chatId, [
    { type: 'photo', media: byAddress, caption: 'Một' },
    { type: 'photo', media: photo.photo[0]?.file_id ?? '' },
  ]);
  expect(one).toMatchObject({ caption: 'Một', media_group_id: expect.any(String) });
  expect(two).toMatchObject({
    media_group_id: (one as { media_group_id?: string } | undefined)?.media_group_id,
  });
  expect(await bot.sendDocument(hoa.chatId, href)).toMatchObject({ document: { file_size: 4 } });
  await expect(bot.sendPhoto(hoa.chatId, { source: Buffer.from('không phải ảnh') })).rejects.toThrow(
    'IMAGE_PROCESS_FAILED',
  );
  await expect(bot.sendPhoto(hoa.chatId, 'no-such-id')).rejects.toThrow('wrong remote file identifier');
});

test('chat actions, commands by scope and language, the profile', async () => {
  await bot.sendChatAction(hoa.chatId, 'typing');
  expect(hoa.screen.action).toBe('typing');
  await bot.sendMessage(hoa.chatId, 'Vâng');
  expect(hoa.screen.action).toBeUndefined();
  const commands = [{ command: 'phananh', description: 'Gửi phản ánh' }];
  await bot.setMyCommands(commands, { language_code: 'vi', scope: { type: 'all_private_chats' } });
  expect(await bot.getMyCommands({ language_code: 'vi', scope: { type: 'all_private_chats' } })).toEqual(
    commands,
  );
  expect(await bot.getMyCommands()).toEqual([]);
  await expect(bot.setMyCommands([{ command: 'Phản_ánh', description: 'x' }])).rejects.toThrow(
    'BOT_COMMAND_INVALID',
  );
  await bot.setMyDescription('Đường dây nóng', 'vi');
  expect(await bot.getMyDescription('vi')).toEqual({ description: 'Đường dây nóng' });
  expect(await bot.getMe()).toMatchObject({ id: Number.parseInt(telegram.token), is_bot: true });
});

test('strange tokens and methods are refused as by the real one', async () => {
  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${telegram.apiRoot}${path}`, init);
    return [response.status, await response.json()];
  };
  const body = (code: number, description: string) => [code, { ok: false, error_code: code, description }];
  expect(await call('/bot123:abc/getMe')).toEqual(body(401, 'Unauthorized'));
  expect(await call('/botabc/getMe')).toEqual(body(404, 'Not Found'));
  expect(await call(`/bot${telegram.token}/getNothing`)).toEqual(body(404, 'Not Found: method not found'));
  expect((await call(`/bot${telegram.token}/GETME`))[0]).toBe(200);
  const query = `chat_id=${hoa.chatId}&text=${encodeURIComponent('Xin chào')}`;
  expect((await call(`/bot${telegram.token}/sendMessage?${query}`))[0]).toBe(200);
  const form = new URLSearchParams({ chat_id: String(hoa.chatId), text: 'Dạ', reply_markup: '{' });
  expect(await call(`/bot${telegram.token}/sendMessage`, { method: 'POST', body: form })).toEqual(
    body(400, "Bad Request: can't parse reply keyboard markup JSON object"),
  );
  expect(
    await call(`/bot${telegram.token}/sendMessage`, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    }),
  ).toMatchObject([400, { ok: false }]);
});
