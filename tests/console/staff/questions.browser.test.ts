import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser';
import { Citizen } from '../../citizen';
import { endAll, System } from '../../system';

jest.setTimeout(120_000);

const PASSWORD = 'con meo xanh tren mai nha';

let system: System;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await endAll();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Nothing sticks out at the side, on a phone and on a desk. */
async function fits(): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

it('what citizens could not be told is listed for staff: what is asked most first, without who asked', async () => {
  for (const texts of [
    ['thủ tục cấp hộ chiếu'],
    ['Thu tuc cap ho chieu', 'thu tủ lạnh cũ xyz, gọi 0912 345 678'],
  ]) {
    const citizen = await Citizen.arrive(system.base);
    for (const text of texts) await citizen.say(text);
  }
  await page.goto(`${system.base}/staff#setup=${system.firstAdminToken}`);
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lê Quản Trị');
  await page.getByLabel('Email', { exact: true }).fill('admin@hotline.test');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu', { exact: true }).fill(PASSWORD);
  await button('Tạo tài khoản và vào làm việc').click();
  await page.getByRole('link', { name: 'Câu hỏi' }).click();
  await page.getByRole('row', { name: /Thu tuc cap ho chieu 2/ }).waitFor();
  await page.getByRole('row', { name: /thu tủ lạnh cũ xyz.*•••/ }).waitFor();
  expect(await page.getByText('0912').count()).toBe(0);
  await fits();
});

it('one is taught and leaves the list, the other is dismissed; then there is nothing left', async () => {
  await button('Dạy bot').first().click();
  const dialog = page.getByRole('dialog', { name: 'Dạy bot hiểu câu này' });
  await dialog.waitFor();
  await dialog.getByLabel('Người hỏi muốn gì').fill('hỏi thủ');
  await page.getByTitle('Hỏi thủ tục', { exact: true }).click();
  await dialog.getByLabel('Thủ tục nào trả lời được').fill('đổi sổ');
  await page.getByTitle('Đổi sổ đỏ', { exact: true }).click();
  await dialog.getByLabel('Hỏi về điều gì của thủ tục').click();
  await page.getByTitle('Các bước', { exact: true }).click();
  await fits();
  await dialog.getByRole('button', { name: 'Dạy bot' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /ho chieu/ }).waitFor({ state: 'detached' });
  await button('Bỏ qua').click();
  await page.getByText('Không có câu hỏi nào đang chờ.').waitFor();
  await fits();
});
