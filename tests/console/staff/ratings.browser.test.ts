import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser';
import { Citizen } from '../../citizen';
import { Officer, PASSWORD, signUp } from '../../officer';
import { endAll, System } from '../../system';

jest.setTimeout(120_000);

let system: System;
let browser: Browser;
let page: Page;
let minh: Officer;

beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(), launchBrowser()]);
  minh = await Officer.first(system);
  page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${system.base}/staff`);
  await signIn('minh@hotline.test');
});
afterAll(async () => {
  await browser?.close();
  await endAll();
});

async function signIn(email: string): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('link', { name: 'Đánh giá' }).click();
}

const section = (name: string) => page.getByRole('region', { name, exact: true });

/** Nothing sticks out at the side, on a phone and on a desk. */
async function fits(): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

/** A report that was dealt with, and what its reporter thinks of that. */
async function reportRated(...said: string[]): Promise<void> {
  const citizen = await Citizen.arrive(system.base);
  const { channelData } = await citizen.report('Trại lợn ông Bảy ở phường Ba Đình, Hà Nội xả mùi rất nặng');
  const moves = `/tickets/${channelData?.ticket?.code}/moves`;
  await minh.act(moves, { type: 'verify' });
  await minh.act(moves, { type: 'resolve', text: 'Đã che kín', legalReason: 'NĐ 45' });
  for (const words of ['Đã ổn', ...said]) await citizen.say(words);
}

/** A talk with a person, and what the citizen thinks of that. */
async function talkRated(...said: string[]): Promise<void> {
  const citizen = await Citizen.arrive(system.base);
  await citizen.say('cho tôi gặp cán bộ');
  const { items } = await minh.must<{ items: { id: string }[] }>('GET', '/conversations?holder=waiting');
  const path = `/conversations/${encodeURIComponent(items[0]?.id ?? '')}`;
  await minh.must('PUT', `${path}/holder`);
  await minh.act(`${path}/messages`, { text: 'Tôi nghe đây ạ' });
  await minh.must('DELETE', `${path}/holder`);
  for (const words of said) await citizen.say(words);
}

it('says so when nobody has given stars yet', async () => {
  await page.getByText('Chưa có ai chấm sao').waitFor();
  await fits();
});

it('shows the average, the stars, the months, what it was about, and the words, the newest first', async () => {
  await reportRated('5', 'nhanh gọn, tôi là Nguyễn Thị Hoa, số 0912 345 678');
  await talkRated('2', 'chờ lâu quá');
  await page.reload();
  await section('Trung bình').getByText('3,5 trên 5 sao').waitFor();
  await section('Trung bình').getByText('2 lượt chấm').waitFor();
  expect(await section('Theo số sao').getByRole('definition').allTextContents()).toEqual([
    ...['1', '0', '0', '1', '0'],
  ]);
  await section('Theo tháng')
    .getByRole('row', { name: /3,5 ★ 2/ })
    .waitFor();
  await section('Theo nội dung').getByRole('row', { name: 'Ô nhiễm · Mùi hôi 5,0 ★ 1' }).waitFor();
  await section('Theo nội dung').getByRole('row', { name: 'Nói chuyện với cán bộ 2,0 ★ 1' }).waitFor();
  const quotes = section('Lời người dân').getByRole('listitem');
  await quotes.first().getByText('chờ lâu quá').waitFor();
  expect(await quotes.nth(1).textContent()).toContain('nhanh gọn');
  await fits();
});

it('never shows who said it', async () => {
  expect(await page.locator('main').textContent()).not.toMatch(/Hoa|345|678|XH-/);
});

it('shows an agency nothing of what others handled', async () => {
  await signUp(system, { role: 'agency', agency: 'SNNMT-79' });
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn('agency@hotline.test');
  await page.getByText('Chưa có ai chấm sao').waitFor();
});
