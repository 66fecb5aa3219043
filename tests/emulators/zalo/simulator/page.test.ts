import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { launchBrowser } from '../../../browser';
import { PHOTO } from '../../../photo';
import { type ZaloEmulator } from '../emulator';
import { challengeOf } from '../grants';
import { Listener, type Got } from '../listener';
import { simulate } from '.';

let zalo: ZaloEmulator;
let system: Listener;
let token: string;
let browser: Browser;
let page: Page;
const said: string[] = [];
const errors: string[] = [];

async function send(user_id: string, message: object): Promise<void> {
  await fetch(`${zalo.root}/v3.0/oa/message/cs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', access_token: token },
    body: JSON.stringify({ recipient: { user_id }, message }),
  });
}

/** A small OA: asks what it is about, asks for name and phone, and tells what it got. */
async function answers({ event }: Got): Promise<number> {
  const { event_name: name, sender } = event;
  if (!sender || !name?.startsWith('user_s') || name === 'user_seen_message') return 200;
  const text = event.message?.text;
  if (text === 'alo') await send(sender.id, { text: 'Về việc gì?\n1. Không khí\n2. Nguồn nước' });
  else if (text === 'số của tôi') await send(sender.id, card);
  else await send(sender.id, { text: `Đã nhận ${name.replace('user_', '')}` });
  return 200;
}

const element = { title: 'Liên hệ', subtitle: 'Để báo kết quả', image_url: 'https://a.vn/a.png' };
const card = {
  attachment: { type: 'template', payload: { template_type: 'request_user_info', elements: [element] } },
};

beforeAll(async () => {
  system = await new Listener().start();
  system.answer = answers;
  const folder = join(__dirname, 'page');
  zalo = await simulate({ port: 0, folder, webhook: system.url, say: (line) => said.push(line) });
  token = zalo.grants.issue().access_token;
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
});
afterAll(async () => {
  await browser.close();
  await zalo.stop();
  await system.stop();
});
beforeEach(() => page.goto(`${zalo.root}/`));
afterEach(() => expect(errors.splice(0)).toEqual([]));

const sees = (words: string) => page.locator('#log').getByText(words).last().waitFor();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const gives = () => page.locator('#ask').getByRole('button', { name: 'Gửi' }).click();

async function attach(what: string): Promise<void> {
  await button('Đính kèm').click();
  await button(what).click();
}

test('it tells how to start the system on it', () => {
  const lines = said.join('\n');
  for (const [name, value] of Object.entries(zalo.variables)) expect(lines).toContain(`${name}=${value}`);
  expect(lines).toContain(system.url);
});

test('a chat on a phone: texts, numbered choices, pictures, places, stickers, cards, following', async () => {
  await page.getByRole('button', { name: 'Chị Hoa' }).click();
  await button('Quan tâm').click();
  await button('Bỏ quan tâm').waitFor();
  await page.getByRole('textbox', { name: 'Tin nhắn' }).fill('alo');
  await page.keyboard.press('Enter');
  await sees('2. Nguồn nước');
  const picked = page.waitForEvent('filechooser');
  await attach('Ảnh');
  await (await picked).setFiles({ name: 'khói.png', mimeType: 'image/png', buffer: PHOTO });
  await sees('Đã nhận send_image');
  await attach('Vị trí');
  await gives();
  await sees('Đã nhận send_location');
  await attach('Nhãn dán');
  await sees('Đã nhận send_sticker');
  await attach('Danh thiếp');
  await gives();
  await sees('Đã nhận send_business_card');
  await button('Trả lời').last().click();
  await page.getByRole('textbox', { name: 'Tin nhắn' }).fill('số của tôi');
  await button('Gửi').click();
  await button('Chia sẻ thông tin').click();
  await gives();
  await sees('Đã nhận submit_info');
  await zalo.when(
    () => zalo.events.some(({ event_name }) => event_name === 'user_seen_message'),
    'it is seen',
  );
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});

test('on a wide screen the list stays, the clock goes ahead', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Anh Nam' }).click();
  await page.getByRole('textbox', { name: 'Tin nhắn' }).fill('alo');
  await button('Gửi').click();
  await sees('1. Không khí');
  await page.locator('#subtitle').getByText('trong 48 giờ').waitFor();
  await button('Tua đồng hồ').click();
  await button('49 giờ (hết 48 giờ miễn phí)').click();
  await page.locator('#subtitle').getByText('quá 48 giờ').waitFor();
});

test('the app is set up as in the console: the webhook is checked, consent leads back', async () => {
  await button('Ứng dụng').click();
  await button('Địa chỉ webhook').click();
  await page.getByLabel('Địa chỉ').fill(system.url);
  await gives();
  await page.getByRole('status').getByText('Đã lưu, địa chỉ trả lời đúng.').waitFor();
  await button('Ứng dụng').click();
  await button('Địa chỉ nhận cấp quyền (callback)').click();
  await page.getByLabel('Official Account Callback Url').fill(`${zalo.root}/#hoa`);
  await page.getByLabel('Code challenge').fill(challengeOf('a'.repeat(43)));
  await gives();
  await page.getByRole('status').getByText('Đã lưu.', { exact: true }).waitFor();
  const link = new URLSearchParams({ app_id: zalo.settings.appId, redirect_uri: `${zalo.root}/#hoa` });
  await page.goto(`${zalo.root}/v4/oa/permission?${link.toString()}`);
  await button('Đồng ý').click();
  await page.waitForURL(/[?&]code=/);
});

test('another site in the same browser can do nothing here', async () => {
  const address = `${zalo.root}/simulator/seats/hoa/say`;
  const strange = await fetch(address, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
  expect(strange.status).toBe(403);
});
