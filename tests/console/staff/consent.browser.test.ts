import { MongoClient } from 'mongodb';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import { endAll, System } from '../../system';

jest.setTimeout(120_000);

const PASSWORD = 'con meo xanh tren mai nha';
const WIDTHS = [390, 1280];
/** Nobody listens there: what staff are to be told stays to be told. */
const ALERTS = {
  ALERT_EMAIL_TO: 'truc@hotline.test',
  ALERT_EMAIL_FROM: 'hotline@hotline.test',
  SMTP_URL: 'smtp://127.0.0.1:1',
};

let zalo: ZaloEmulator;
let system: System;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  zalo = await new ZaloEmulator().start();
  const { ZALO_REFRESH_TOKEN: _none, ...env } = zalo.variables;
  [system, browser] = await Promise.all([System.start({ env: { ...env, ...ALERTS } }), launchBrowser()]);
  await system.stop();
  await system.start({ PUBLIC_URL: system.base });
  page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' })
  ).newPage();
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await endAll();
  await zalo?.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Nothing sticks out at the side, on a phone and on a desk. */
async function fits(name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const folder = process.env.SHOTS;
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
}

const ready = async () =>
  (await (await fetch(`${system.base}/readyz`)).json()) as { channels: object; needsConsent: string[] };

async function alerted() {
  const mongo = await MongoClient.connect(system.mongodbUri());
  const find = () => mongo.db().collection('alerts').find({ kind: 'grant_lost' }).toArray();
  let found = await find();
  while (found.length === 0) found = await find();
  await mongo.close();
  return found;
}

async function isReadyOnce(needed: string[]): Promise<void> {
  while (JSON.stringify((await ready()).needsConsent) !== JSON.stringify(needed))
    await page.waitForTimeout(100);
}

it('an administrator sees that consent is needed, and what to save at Zalo', async () => {
  await page.goto(`${system.base}/staff#setup=${system.firstAdminToken}`);
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lê Quản Trị');
  await page.getByLabel('Email', { exact: true }).fill('admin@hotline.test');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu', { exact: true }).fill(PASSWORD);
  await button('Tạo tài khoản và vào làm việc').click();
  await isReadyOnce(['zalo']);
  await page.getByRole('link', { name: 'Kênh' }).click();
  await page.getByText('Chưa được cấp quyền', { exact: true }).waitFor();
  await page.getByText(`${system.base}/oauth/zalo`).waitFor();
  await fits('none');
});

it('one click leads to Zalo, whose page refuses what was not saved there', async () => {
  await button('Cấp quyền').click();
  await page.waitForURL(`${zalo.root}/**`);
  expect(await page.textContent('body')).toContain('Invalid redirect uri');
  await page.goBack();
});

it('and, once it was saved, back to a page that says how it went', async () => {
  const section = page.getByRole('region', { name: /Zalo/ });
  await section.getByText('Code Challenge').waitFor();
  const [callbackUrl, codeChallenge] = await section.locator('dd code').allTextContents();
  Object.assign(zalo.settings, { callbackUrl, codeChallenge });
  await button('Cấp quyền').click();
  await page.waitForURL(`${zalo.root}/**`);
  await button('Đồng ý').click();
  await page.getByRole('heading', { name: 'Đã cấp quyền' }).waitFor();
  expect(page.url()).toBe(`${system.base}/oauth/zalo/done`);
  await fits('done');
  await page.getByRole('link', { name: 'Về trang Kênh' }).click();
  await page.getByText('Đã được cấp quyền', { exact: true }).waitFor();
  await isReadyOnce([]);
  await page.getByRole('row', { name: /Zalo Đang chạy/ }).waitFor({ timeout: 60_000 });
  await fits('good');
});

it('a grant that was lost is told to staff, seen, and given again by the same button', async () => {
  await system.stop();
  await system.start({ PUBLIC_URL: system.base, ZALO_REFRESH_TOKEN: 'used-up' });
  await isReadyOnce(['zalo']);
  expect(await alerted()).toEqual([expect.objectContaining({ channel: 'zalo', urgent: true })]);
  await page.reload();
  await page.getByText('Cần cấp quyền lại', { exact: true }).waitFor();
  await fits('lost');
  await button('Cấp quyền lại').click();
  await button('Đồng ý').click();
  await page.getByRole('heading', { name: 'Đã cấp quyền' }).waitFor();
  await isReadyOnce([]);
});
