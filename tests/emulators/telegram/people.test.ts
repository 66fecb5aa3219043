import sharp from 'sharp';
import { Telegram } from 'telegraf';
import { TelegramEmulator } from './emulator';
import { type Person } from './people';
import { type PhotoSize } from './shapes';

let telegram: TelegramEmulator;
let bot: Telegram;
let hoa: Person;

beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
  bot = new Telegram(telegram.token, { apiRoot: telegram.apiRoot });
  hoa = telegram.person({ first_name: 'Hoa' });
});
afterEach(() => telegram.stop());

const last = () => telegram.updates.at(-1);

test('a photo comes in growing sizes, as JPEG and without where it was taken; a document as it is', async () => {
  const taken = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#456' } })
    .withExif({ IFD0: { Artist: 'Hoa' } })
    .png()
    .toBuffer();
  const { photo = [] } = await hoa.sendsPhoto(taken, 'khói đen');
  expect(photo.map(({ width, height }) => [width, height])).toEqual([
    [90, 68],
    [320, 240],
    [800, 600],
    [1280, 960],
  ]);
  const largest = photo.at(-1) as PhotoSize;
  const { href } = await bot.getFileLink(largest.file_id);
  const bytes = Buffer.from(await (await fetch(href)).arrayBuffer());
  expect(bytes).toHaveLength(largest.file_size);
  const { format, exif } = await sharp(bytes).metadata();
  expect([format, exif]).toEqual(['jpeg', undefined]);
  const { document } = await hoa.sendsDocument({ name: 'ảnh.png', bytes: taken, mime: 'image/png' });
  const original = await fetch(await bot.getFileLink(document?.file_id ?? ''));
  expect(Buffer.from(await original.arrayBuffer()).equals(taken)).toBe(true);
});

test('an album is separate updates with one group id; a large file cannot be fetched', async () => {
  const dot = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#456' } })
    .png()
    .toBuffer();
  await hoa.sendsAlbum([dot, dot, dot], 'bãi rác');
  const album = telegram.updates.map(({ message }) => message);
  expect(album.map((message) => message?.caption)).toEqual(['bãi rác', undefined, undefined]);
  expect(new Set(album.map((message) => message?.media_group_id)).size).toBe(1);
  const film = await hoa.sendsVideo({
    name: 'a.mp4',
    bytes: dot,
    mime: 'video/mp4',
    claimedSize: 21 * 1024 * 1024,
  });
  await expect(bot.getFile(film.video?.file_id ?? '')).rejects.toThrow('Bad Request: file is too big');
  const voice = await hoa.sendsVoice(Buffer.from('OggS'), 7);
  expect(await bot.getFile(voice.voice?.file_id ?? '')).toMatchObject({
    file_path: expect.stringMatching(/^voice\/.*oga$/),
  });
});

test('places, moving ones too, and numbers, own and of others', async () => {
  const live = await hoa.sendsLiveLocation(21.59, 105.84);
  await hoa.movesTo(live, 21.6, 105.85);
  expect(last()).toMatchObject({
    edited_message: { message_id: live.message_id, location: { latitude: 21.6, live_period: 900 } },
  });
  await hoa.sendsContact('+84912345678');
  expect(last()).toMatchObject({ message: { contact: { user_id: hoa.user.id } } });
  await hoa.sendsContactOf({ phone_number: '+84987654321', first_name: 'Nam' });
  expect(last()?.message?.contact).not.toHaveProperty('user_id');
});

test('who blocks the bot gets nothing, and the bot hears of it', async () => {
  await hoa.starts();
  await hoa.blocks();
  expect(last()).toMatchObject({
    my_chat_member: {
      from: { id: hoa.user.id },
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'kicked' },
    },
  });
  await expect(bot.sendMessage(hoa.chatId, 'alo')).rejects.toMatchObject({
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
  });
  await hoa.unblocks();
  await bot.sendMessage(hoa.chatId, 'alo');
  await hoa.hears('alo');
});

test('a text longer than a message comes in pieces, none of which breaks a sign', async () => {
  await hoa.says(`a${'😀'.repeat(2100)}`);
  const pieces = telegram.updates.map(({ message }) => message?.text ?? '');
  expect(pieces.map((piece) => piece.length)).toEqual([4095, 106]);
  expect(pieces.every((piece) => Buffer.from(piece).toString() === piece)).toBe(true);
});

test('in a group the bot hears commands, its name and answers to it, and may leave', async () => {
  const nam = telegram.person({ first_name: 'Nam' });
  const group = telegram.group('Tổ dân phố 5', [hoa, nam]);
  const hers = group.phoneOf(hoa);
  expect(telegram.updates.map((update) => Object.keys(update)[1])).toEqual(['my_chat_member', 'message']);
  const before = telegram.updates.length;
  await hers.says('Hôm nay nắng quá');
  await hers.says('/phananh@another_bot');
  expect(telegram.updates).toHaveLength(before);
  await hers.says('/phananh@hotline_xanh_bot');
  await hers.says('nhờ @hotline_xanh_bot xem giúp');
  const sent = await bot.sendMessage(group.chatId, 'Mời cả nhà');
  const heard = await group.phoneOf(nam).hears('Mời cả nhà');
  await group.phoneOf(nam).says('Vâng', { replyTo: heard });
  expect(telegram.updates.slice(before).map(({ message }) => message?.text)).toEqual([
    '/phananh@hotline_xanh_bot',
    'nhờ @hotline_xanh_bot xem giúp',
    'Vâng',
  ]);
  expect(last()).toMatchObject({
    message: {
      chat: { id: group.chatId, type: 'supergroup', title: 'Tổ dân phố 5' },
      reply_to_message: { message_id: sent.message_id },
    },
  });
  expect(await bot.getChat(group.chatId)).toMatchObject({ title: 'Tổ dân phố 5' });
  await bot.leaveChat(group.chatId);
  await expect(bot.sendMessage(group.chatId, 'alo')).rejects.toMatchObject({ code: 403 });
});

test('a wait that is in vain tells what was heard instead', async () => {
  await hoa.starts();
  await bot.sendMessage(hoa.chatId, 'Xin chào');
  await expect(hoa.hears('tạm biệt', 10)).rejects.toThrow('hears tạm biệt; heard since: ["Xin chào"]');
});
