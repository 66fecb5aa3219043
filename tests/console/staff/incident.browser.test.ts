import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser';
import { ANSWERS, Citizen } from '../../citizen';
import { Officer, PASSWORD } from '../../officer';
import { endAll, System } from '../../system';

jest.setTimeout(120_000);

const STORY = 'Trại lợn ông Bảy ở phường Ba Đình, Hà Nội xả mùi rất nặng';

let system: System;
let browser: Browser;
let page: Page;
/** Chị Hoa told first; anh Nam and bác Tâm say it is the same matter. */
const people: { citizen: Citizen; code: string }[] = [];

beforeAll(async () => {
  [system, browser] = await Promise.all([System.start(), launchBrowser()]);
  for (const incident of ['không', 'Cùng vụ này', 'Cùng vụ này']) {
    const citizen = await Citizen.arrive(system.base);
    const { channelData } = await citizen.report(STORY, { ...ANSWERS, incident });
    people.push({ citizen, code: channelData?.ticket?.code ?? '' });
  }
  await personAt(2).citizen.say('English');
  await Officer.first(system);
  page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${system.base}/staff`);
  await page.getByLabel('Email', { exact: true }).fill('minh@hotline.test');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await button('Đăng nhập').click();
  await page.getByRole('heading', { name: 'Phản ánh' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await endAll();
});

function personAt(index: number) {
  const person = people[index];
  if (!person) throw new Error(`nobody stands at ${index}`);
  return person;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Waits until they have heard it. */
async function hears(index: number, text: RegExp): Promise<void> {
  await personAt(index).citizen.hears((said) => text.test(said.text ?? ''));
}

/** Nothing sticks out at the side, on a phone and on a desk. */
async function fits(): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

it('a report shows its incident, with the way to its other reports', async () => {
  await page.goto(`${system.base}/staff/tickets/${personAt(0).code}`);
  const facts = page.getByRole('region', { name: 'Thông tin' });
  await facts.getByText(/^VV-[0-9A-F]{10}/).waitFor();
  const links = await facts.getByRole('link', { name: /^XH-/ }).allTextContents();
  expect(links.sort()).toEqual([personAt(1).code, personAt(2).code].sort());
  await fits();
});

it('a step of one report is news to the others, each by their own code', async () => {
  await button('Xác minh').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('vẫn được báo tin').waitFor();
  await fits();
  await dialog.getByRole('button', { name: 'Xác minh' }).click();
  await hears(1, new RegExp(`Vụ việc bạn phản ánh \\(${personAt(1).code}\\) đang được xác minh`));
  await hears(2, new RegExp(`The matter you reported \\(${personAt(2).code}\\) is being verified`));
});

it('an answer goes to one, and to all only when that is ticked', async () => {
  const answer = page.getByLabel('Trả lời người dân', { exact: true });
  await answer.fill('Chị Hoa cho tôi hỏi');
  await button('Gửi').click();
  await hears(0, /Chị Hoa cho tôi hỏi/);
  await answer.fill('Sáng mai chúng tôi xuống trại.');
  await page.getByLabel('Gửi cho cả vụ việc (thêm 2 phản ánh khác)').check();
  await fits();
  await button('Gửi').click();
  for (const [index, { code }] of people.entries())
    await hears(index, new RegExp(`${code}: Sáng mai chúng tôi xuống trại`));
  const others = [1, 2].map((index) => JSON.stringify(personAt(index).citizen.read)).join();
  expect(others).not.toContain('Chị Hoa');
  expect(others).not.toContain(personAt(0).code);
});

it('a solution may close the others too', async () => {
  await page.getByRole('link', { name: personAt(1).code }).click();
  await page.getByRole('heading', { name: personAt(1).code }).waitFor();
  await page.getByText('Báo tin: vụ việc đang được xác minh').waitFor();
  await page.goto(`${system.base}/staff/tickets/${personAt(0).code}`);
  await button('Kết thúc').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kết quả, gửi cho người dân').fill('Trại đã che kín hố phân.');
  await dialog.getByLabel('Hoặc căn cứ pháp lý').fill('NĐ 45/2022/NĐ-CP');
  await dialog.getByLabel('Kết thúc luôn 2 phản ánh khác cùng vụ việc').check();
  await fits();
  await dialog.getByRole('button', { name: 'Kết thúc' }).click();
  await hears(1, new RegExp(`Phản ánh ${personAt(1).code} đã được giải quyết: Trại đã che kín`));
  await hears(2, new RegExp(`Report ${personAt(2).code} has been resolved`));
  await page.getByRole('link', { name: 'Phản ánh', exact: true }).click();
  await page
    .getByRole('row', { name: /Đã giải quyết/ })
    .nth(2)
    .waitFor();
});
