import { Telegram } from 'telegraf';
import { TelegramEmulator } from './emulator';

let telegram: TelegramEmulator;
let bot: Telegram;

beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
  bot = new Telegram(telegram.token, { apiRoot: telegram.apiRoot });
});
afterEach(() => telegram.stop());

test('a person writes, the bot answers, and presses are answered once', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  await hoa.says('Ống khói nhà máy xả khói đen');
  const [update] = await bot.getUpdates(0, 100, 0, undefined);
  expect(update).toMatchObject({
    message: { text: 'Ống khói nhà máy xả khói đen', chat: { id: hoa.user.id } },
  });
  await bot.sendMessage(hoa.chatId, 'Chị chọn', {
    reply_markup: { inline_keyboard: [[{ text: 'Không khí', callback_data: 'air' }]] },
  });
  await hoa.hears('Chị chọn');
  const query = await hoa.presses('Không khí');
  await bot.answerCbQuery(query.query.id, 'Vâng');
  expect(await hoa.seesAnswer(query)).toMatchObject({ text: 'Vâng' });
  await expect(bot.answerCbQuery(query.query.id)).rejects.toThrow('query is too old');
});
