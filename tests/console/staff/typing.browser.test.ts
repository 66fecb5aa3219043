import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser';
import { Officer } from '../../officer';
import { endAll, System } from '../../system';

jest.setTimeout(180_000);

let system: System;
let browser: Browser;
let hoa: Page;
let minh: Page;

const SHOTS = process.env['SHOTS'];
const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(), launchBrowser()]);
  await Officer.first(system);
  const open = async (width: number, height: number): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };
  hoa = await open(390, 844);
  minh = await open(1280, 900);
});
afterAll(async () => {
  await browser?.close();
  await endAll();
});

const write = async (words: string): Promise<void> => {
  await hoa.getByLabel('Tin nhắn của bạn').fill(words);
  await hoa.getByRole('button', { name: 'Gửi', exact: true }).click();
};

it('a citizen and a person of the staff talk, see each other type, and part with stars', async () => {
  await hoa.goto(system.base);
  await write('gặp cán bộ');
  await hoa.getByText('Bạn đang đứng đầu hàng chờ').waitFor();

  await minh.goto(`${system.base}/staff`);
  await minh.getByLabel('Email', { exact: true }).fill('minh@hotline.test');
  await minh.getByLabel('Mật khẩu', { exact: true }).fill('con mèo xanh trên mái nhà 7');
  await minh.getByRole('button', { name: 'Đăng nhập' }).click();
  await minh.getByRole('link', { name: 'Trò chuyện' }).click();
  await minh.getByRole('link', { name: /gặp cán bộ/ }).click();
  await minh.getByRole('button', { name: 'Nhận trò chuyện' }).click();
  await hoa.getByText('(cán bộ) đang trả lời bạn').waitFor();

  await minh.getByLabel('Trả lời người dân').pressSequentially('Chào bác');
  await hoa.getByText('Đang soạn trả lời…').waitFor();
  await shot(hoa, 'hoa-sees-typing');
  await minh.getByRole('button', { name: 'Gửi', exact: true }).click();
  await hoa.getByText('Chào bác', { exact: true }).waitFor();

  await hoa.getByLabel('Tin nhắn của bạn').pressSequentially('Cháu ơi');
  await minh.getByText('Người dân đang nhập…').waitFor();
  await shot(minh, 'minh-sees-typing');

  await write('Gọi lại cho tôi theo số 0912 345 678');
  await minh.getByText('theo số ••• ••• 678').waitFor();
  expect(await minh.locator('main').textContent()).not.toMatch(/345/);
  await minh.getByRole('button', { name: 'Xem số' }).click();
  await minh.getByRole('link', { name: '+84912345678' }).waitFor();
  for (const width of [390, 1280]) {
    await minh.setViewportSize({ width, height: 900 });
    expect(await minh.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await shot(minh, `minh-sees-number-${width}`);
  }

  await minh.getByRole('button', { name: 'Trả lại cho máy' }).click();
  const stars = hoa.getByRole('button', { name: '★★★★★', exact: true });
  await stars.waitFor();
  await shot(hoa, 'hoa-rates');
  expect(await hoa.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await stars.click();
  await hoa.getByText('nhắn thêm một lời').waitFor();
});
