import mongoose, { type Connection } from 'mongoose';
import type { Browser, Page } from 'playwright-core';
import type { ConversationId, Turn } from '../../../hotline/conversation/turn';
import { NEW_CONVERSATION } from '../../../hotline/conversation/turn';
import { TURNS, toRecord } from '../../../storage/turn-record';
import { launchBrowser } from '../../browser';
import { endAll, System } from '../../system';

jest.setTimeout(120_000);

const PASSWORD = 'con meo xanh tren mai nha';

let system: System;
let browser: Browser;
let page: Page;
let connection: Connection;

beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(), launchBrowser()]);
  connection = await mongoose.createConnection(system.mongodbUri()).asPromise();
  page = await (
    await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' })
  ).newPage();
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await connection?.close();
  await endAll();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** A turn whose message was given up. */
async function deadLetter(id: string, minute: number, unreachable: boolean): Promise<void> {
  const reason = unreachable
    ? '403 Forbidden: bot was blocked by the user'
    : '400 Bad Request: message is too long';
  const turn: Turn = {
    conversation: id as ConversationId,
    seq: 1,
    firstMessage: 1,
    at: new Date(Date.UTC(2026, 10, 25, 2, minute)),
    channel: 'telegram',
    out: [
      {
        activity: { type: 'message', text: 'Điều không được hiện ở đây' },
        delivery: { state: 'dead', tries: 1, reason, ...(unreachable && { unreachable }) },
      },
    ],
    state: NEW_CONVERSATION,
  };
  const record = { ...toRecord(turn, { process: 'p', writing: id }), deadAt: new Date() };
  await connection.collection<{ _id: string }>(TURNS).insertOne(record);
}

/** Nothing sticks out at the side, on a phone and on a desk. */
async function fits(): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

it('an administrator sees how each channel is, that nobody is alerted yet, and that nothing is stuck', async () => {
  await page.goto(`${system.base}/staff#setup=${system.firstAdminToken}`);
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lê Quản Trị');
  await page.getByLabel('Email', { exact: true }).fill('admin@hotline.test');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu', { exact: true }).fill(PASSWORD);
  await button('Tạo tài khoản và vào làm việc').click();
  await page.getByRole('link', { name: 'Kênh' }).click();
  await page.getByRole('row', { name: /Trang web Đang chạy/ }).waitFor();
  await page.getByRole('row', { name: /Telegram Tắt/ }).waitFor();
  await page.getByText('Chưa có cách báo tin cho cán bộ').waitFor();
  await page.getByText('Không có tin nào bị kẹt.').waitFor();
  await fits();
});

it('a line that is down shows since when and why; what is stuck is listed, without its words', async () => {
  for (const [index, unreachable] of [false, true, false].entries())
    await deadLetter(`conversation-${index}`, index, unreachable);
  const down = {
    channel: 'webchat',
    since: new Date(Date.UTC(2026, 10, 25, 1, 30)),
    reason: 'không mở được cổng',
  };
  await connection
    .collection<{ _id: string; until: Date }>('lines')
    .insertOne({ _id: 'webchat/other', ...down, until: new Date(Date.now() + 120_000) });
  await page.reload();
  await page.getByRole('row', { name: /Trang web Mất kết nối từ 25\/11\/2026 08:30/ }).waitFor();
  await page.getByText('Người dân đã chặn', { exact: true }).waitFor();
  expect(await page.getByText('Điều không được hiện ở đây').count()).toBe(0);
  await fits();
});

it('one letter is sent again from the keyboard, then all whose citizen can be reached', async () => {
  await button('Gửi lại tin viết lúc 25/11/2026 09:00').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Đang gửi lại 1 tin.').waitFor();
  await button('Gửi lại tin viết lúc 25/11/2026 09:00').waitFor({ state: 'detached' });
  await button('Gửi lại tất cả').click();
  await button('Gửi lại tất cả').waitFor({ state: 'detached' });
  const states = await connection
    .collection<{ _id: string; out: { delivery: { state: string } }[] }>(TURNS)
    .find({ channel: 'telegram' })
    .sort({ _id: 1 })
    .toArray();
  expect(states.map(({ out }) => out[0]?.delivery.state === 'dead')).toEqual([false, true, false]);
  expect(await connection.collection('audit').countDocuments({ action: 'letters.replay' })).toBe(2);
});
