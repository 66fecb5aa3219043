import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { Telegraf, type Context } from 'telegraf';
import { launchBrowser } from '../../../browser';
import { PHOTO } from '../../../photo';
import { type TelegramEmulator } from '../emulator';
import { simulate } from '.';

let telegram: TelegramEmulator;
let bot: Telegraf;
let polling: Promise<void>;
let browser: Browser;
let page: Page;
const said: string[] = [];
const errors: string[] = [];

/** A bot that uses what ours will use. */
function answers(): Telegraf {
  const made = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } });
  const keyboard = [['Gửi phản ánh', 'Tra cứu'], [{ text: 'Gửi số của tôi', request_contact: true }]];
  made.start((ctx) =>
    ctx.reply('<b>Xin chào!</b> Tôi giúp được gì?', {
      parse_mode: 'HTML',
      reply_markup: { keyboard, resize_keyboard: true, input_field_placeholder: 'Kể cho tôi nghe' },
    }),
  );
  made.hears('Gửi phản ánh', (ctx) =>
    ctx.reply('Về việc gì?', {
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Không khí', callback_data: 'air' },
            { text: 'Nguồn nước', callback_data: 'water' },
          ],
          [{ text: 'Xem trang của tỉnh', url: 'https://example.com/' }],
        ],
      },
    }),
  );
  made.action('air', async (ctx) => {
    await ctx.answerCbQuery('Đã ghi nhận');
    await ctx.editMessageText('Đã chọn: Không khí');
  });
  made.on('edited_message', (ctx) => ctx.reply('Tôi thấy bạn đã sửa tin.'));
  made.on('message', (ctx) => ctx.reply(`Đã nhận ${kindOf(ctx)}.`));
  return made;
}

function kindOf({ message }: Context): string {
  const kinds = ['photo', 'document', 'voice', 'location', 'contact', 'text'];
  return kinds.find((kind) => kind in (message ?? {})) ?? 'tin';
}

beforeAll(async () => {
  const folder = join(__dirname, 'page');
  telegram = await simulate({ port: 0, folder, say: (line) => said.push(line) });
  bot = answers();
  await bot.telegram.setMyCommands([{ command: 'start', description: 'Bắt đầu lại' }], {
    language_code: 'vi',
  });
  polling = bot.launch();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
});
afterAll(async () => {
  await browser.close();
  bot.stop();
  await polling;
  await telegram.stop();
});
beforeEach(() => page.goto(`${telegram.apiRoot}/`));
afterEach(() => expect(errors).toEqual([]));

const sees = (words: string) => page.locator('#log').getByText(words).last().waitFor();
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('it tells how to start the system on it', () => {
  const start = `TELEGRAM_BOT_TOKEN=${telegram.token} TELEGRAM_API_ROOT=${telegram.apiRoot} npm start`;
  expect(said.join('\n')).toContain(start);
});

test('a chat on a phone: start, keys, buttons, edits, media, blocking', async () => {
  await page.getByRole('button', { name: 'Chị Hoa nhắn riêng' }).click();
  await button('Bắt đầu').click();
  await sees('Xin chào!');
  await button('Gửi phản ánh').click();
  await button('Không khí').click();
  await page.getByRole('status').getByText('Đã ghi nhận').waitFor();
  await sees('Đã chọn: Không khí');

  await page.getByRole('textbox', { name: 'Tin nhắn' }).fill('Khói đen <b>mù mịt</b>');
  await page.keyboard.press('Enter');
  await sees('Khói đen <b>mù mịt</b>');
  await button('Sửa').last().click();
  await page.getByLabel('Nội dung').fill('Khói đen từ sáng');
  await page.locator('#ask').getByRole('button', { name: 'Gửi' }).click();
  await sees('Tôi thấy bạn đã sửa tin.');

  await attach('Ảnh, hoặc album nhiều ảnh', 2);
  await sees('Đã nhận photo.');
  expect(await page.locator('.photos').last().locator('img').count()).toBe(2);
  await button('Đính kèm').click();
  await button('Vị trí').click();
  await page.locator('#ask').getByRole('button', { name: 'Gửi' }).click();
  await sees('Đã nhận location.');
  await button('Gửi số của tôi').click();
  await sees('Đã nhận contact.');

  await button('Chặn bot').click();
  await button('Bỏ chặn bot').click();
  await button('Chặn bot').waitFor();
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  expect(wide).toBe(390);
});

test('in the group the bot hears a command, on a wide screen the list stays', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Tổ dân phố 5 nhóm, máy của anh Nam' }).click();
  await page.getByRole('textbox', { name: 'Tin nhắn' }).fill('/start');
  await button('Gửi').click();
  await sees('Xin chào!');
  await button('Trả lời').last().click();
  await page.getByRole('textbox', { name: 'Tin nhắn' }).fill('Chào bot');
  await button('Gửi').click();
  await sees('Đã nhận text.');
  expect(await page.getByRole('button', { name: 'Chị Hoa nhắn riêng' }).isVisible()).toBe(true);
});

test('another site in the same browser can do nothing here', async () => {
  const address = `${telegram.apiRoot}/simulator/seats/hoa/say`;
  const strange = await fetch(address, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
  expect(strange.status).toBe(403);
});

async function attach(what: string, times: number): Promise<void> {
  const picked = page.waitForEvent('filechooser');
  await button('Đính kèm').click();
  await button(what).click();
  const file = { name: 'khói.png', mimeType: 'image/png', buffer: PHOTO };
  await (await picked).setFiles(Array.from({ length: times }, () => file));
}
