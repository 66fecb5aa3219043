import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../../browser';
import { Citizen } from '../../citizen';
import { endAll, System } from '../../system';

jest.setTimeout(180_000);

const PASSWORD = 'con meo xanh tren mai nha';

let system: System;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await endAll();
});

/** Of the page that makes the first administrator. */
const setupLink = () => `${system.base}/staff#setup=${system.firstAdminToken}`;

const field = (label: string, within: Page | Locator = page) => within.getByLabel(label, { exact: true });
const button = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name, exact: true });

async function signIn(email: string): Promise<void> {
  await field('Email').fill(email);
  await field('Mật khẩu').fill(PASSWORD);
  await button('Đăng nhập').click();
}

async function addAccount(name: string, email: string, role: string): Promise<void> {
  await button('Thêm tài khoản').click();
  const dialog = page.getByRole('dialog');
  await field('Họ và tên', dialog).fill(name);
  await field('Email', dialog).fill(email);
  await field('Vai trò', dialog).click();
  await page.locator('.ant-select-item-option', { hasText: role }).click();
  await field('Mật khẩu đầu tiên', dialog).fill(PASSWORD);
  await button('Lưu', dialog).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Nothing sticks out at the side, on a desk and on a phone. */
async function fits(): Promise<void> {
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

it('makes the first administrator by the one-time link, who adds colleagues', async () => {
  await page.goto(setupLink());
  await field('Họ và tên').fill('Lê Quản Trị');
  await field('Email').fill('admin@hotline.test');
  await field('Mật khẩu').fill(PASSWORD);
  await field('Nhập lại mật khẩu').fill(PASSWORD);
  await button('Tạo tài khoản và vào làm việc').click();
  await addAccount('Trần Văn Trực', 'truc@hotline.test', 'Trực đường dây');
  await addAccount('Phạm Kiểm', 'kiem@hotline.test', 'Kiểm soát nhật ký');
  await page.getByText('truc@hotline.test').waitFor();
  await fits();
  await button('Đăng xuất').click();

  const again = await browser.newPage();
  await again.goto(setupLink());
  await field('Họ và tên', again).fill('Kẻ Gian');
  await field('Email', again).fill('gian@hotline.test');
  await field('Mật khẩu', again).fill(PASSWORD);
  await field('Nhập lại mật khẩu', again).fill(PASSWORD);
  await button('Tạo tài khoản và vào làm việc', again).click();
  await again.getByText('Đường dẫn này đã được dùng').waitFor();
  await again.close();
});

it('takes a ticket from the list to its end, and the citizen reads each answer', async () => {
  const hoa = await Citizen.arrive(system.base);
  const filed = await hoa.report('Tôi muốn phản ánh trại lợn cạnh nhà xả mùi hôi nồng nặc');
  const code = filed.channelData?.ticket?.code ?? '';
  await field('Email').fill('truc@hotline.test');
  await field('Mật khẩu').fill('sai mat khau mat roi');
  await button('Đăng nhập').click();
  await page.getByText('Email hoặc mật khẩu chưa đúng.').waitFor();
  await signIn('truc@hotline.test');

  await page.getByRole('link', { name: code }).waitFor();
  await fits();
  await page.getByRole('link', { name: code }).click();
  await page.getByRole('heading', { name: code }).waitFor();
  expect(await page.getByLabel('Việc tiếp theo').getByRole('button').allTextContents()).not.toContain(
    'Kết thúc',
  );

  await field('Trả lời người dân').fill('Chào chị, sáng mai chúng tôi đến kiểm tra.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã gửi.').waitFor();
  await button('Xác minh').click();
  await button('Xác minh', page.getByRole('dialog')).click();
  await page.getByText('Đang xác minh').first().waitFor();

  await button('Kết thúc').click();
  const dialog = page.getByRole('dialog');
  await field('Kết quả, gửi cho người dân', dialog).fill('Chủ trại đã nạo vét và che kín hố chứa.');
  await button('Kết thúc', dialog).click();
  await dialog.getByText('Hãy thêm ít nhất một tệp chứng minh').waitFor();
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'bien-ban.png',
    mimeType: 'image/png',
    buffer: await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8a5' } })
      .png()
      .toBuffer(),
  });
  await dialog.getByText('bien-ban.png').waitFor();
  await button('Kết thúc', dialog).click();
  await page.getByText('Đã giải quyết').first().waitFor();
  await button('Xem bien-ban.png').click();
  const shown = page.getByRole('dialog').getByRole('img', { name: 'bien-ban.png' });
  const picture = await shown.elementHandle();
  await page.waitForFunction((img) => (img as { naturalWidth?: number }).naturalWidth === 40, picture);
  await button('Đóng', page.getByRole('dialog')).last().click();
  await fits();

  await hoa.hears(({ text = '' }) => text.includes('sáng mai chúng tôi đến kiểm tra'));
  await hoa.hears(({ text = '' }) => text.includes('Chủ trại đã nạo vét'));
});

it('shows who waits as it happens; staff take over, write, and hand back', async () => {
  await page.getByRole('link', { name: /Trò chuyện/ }).click();
  await page.getByText('Không có ai đang chờ').waitFor();
  const nam = await Citizen.arrive(system.base);
  await nam.say('cho tôi gặp cán bộ');
  await page.getByText('Đang chờ cán bộ').first().click();
  await button('Nhận trò chuyện').click();
  await page.getByText('Trần Văn Trực đang giữ').waitFor();
  await field('Trả lời người dân').fill('Chào anh, tôi nghe đây.');
  await button('Gửi').click();
  await page.getByText('Chào anh, tôi nghe đây.').first().waitFor();
  await nam.say('nhà máy lại xả khói đen');
  // Comes by itself, through the stream.
  await page.getByLabel('Cuộc trò chuyện').getByText('nhà máy lại xả khói đen').first().waitFor();
  await fits();
  await button('Trả lại cho máy').click();
  await page.getByText('Máy đang trả lời').waitFor();
  await nam.hears(({ text }) => text === 'Chào anh, tôi nghe đây.');
});

it('lets the auditor read what was done, and nobody stays signed in', async () => {
  await button('Đăng xuất').click();
  await signIn('kiem@hotline.test');
  await page.getByText('Tạo quản trị viên đầu tiên').waitFor();
  await fits();
  await button('Đăng xuất').click();
  await field('Email').waitFor();
  await page.reload();
  await field('Email').waitFor();
});

it('runs without one complaint of the browser, and weighs less than 350 kB at the first load', async () => {
  const fresh = await browser.newPage();
  const sizes: Promise<number>[] = [];
  fresh.on('response', (response) => {
    if (response.url().includes('/assets/')) sizes.push(response.body().then((body) => zipped(body)));
  });
  await fresh.goto(`${system.base}/staff`);
  await field('Email', fresh).waitFor();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeLessThan(350_000);
  expect(total).toBeGreaterThan(50_000);
  expect(complaints).toEqual([]);
});

it('lets the system stop while a console is open', async () => {
  await signIn('truc@hotline.test');
  await page.getByRole('heading', { name: 'Phản ánh' }).waitFor();
  expect(await system.stop()).toBe(0);
});

async function zipped(body: Buffer): Promise<number> {
  const { gzipSync } = await import('node:zlib');
  return gzipSync(body).length;
}
