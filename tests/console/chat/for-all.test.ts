import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser';
import { buildPages, bubbles, openHouse, PHONE, said, type House } from './town';

jest.setTimeout(60_000);

let built: ReturnType<typeof buildPages>;
let browser: Browser;
let house: House;

beforeAll(async () => {
  built = buildPages();
  browser = await launchBrowser();
  house = await openHouse(built.root);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  built?.remove();
});

async function visit(options = {}): Promise<Page> {
  const page = await browser.newPage({ ...PHONE, ...options, baseURL: house.origin });
  await page.goto('/');
  return page;
}

test('everything the page needs is well under 60 kB, and nothing of it is React', () => {
  const html = readFileSync(path.join(built.root, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file]) => String(file));
  const files = linked.map((file) => readFileSync(path.join(built.root, file)));
  // A chunk that a script imports would not stand in the page.
  const scripts = files.filter((_, index) => linked[index]?.endsWith('.js')).map(String);
  expect(scripts).toHaveLength(1);
  expect(scripts[0]).not.toMatch(/\bimport\s*[({"']|\bfrom\s*"\.|react/i);
  const bytes = [Buffer.from(html), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0);
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(30_000);
});

test('a keyboard is enough, and the focus is always seen', async () => {
  const page = await visit({ viewport: { width: 1280, height: 800 } });
  await page.getByText('Xin chào!').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('dòng một');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('dòng hai');
  await page.keyboard.press('Enter');
  await page.getByText('Nghe: dòng một').waitFor();
  expect((await bubbles(page))[1]).toBe('dòng một\ndòng hai');
  await page.getByRole('button', { name: 'Trình đơn' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Gặp cán bộ');
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  await page.keyboard.press('Escape');
  expect(await page.evaluate("document.activeElement.getAttribute('aria-expanded')")).toBe('false');
  await page.close();
});

test('on a phone Enter begins a new line; the button sends', async () => {
  const page = await visit({ hasTouch: true, isMobile: true });
  await page.getByText('Xin chào!').waitFor();
  await page.getByLabel('Tin nhắn của bạn').tap();
  await page.keyboard.type('một');
  await page.keyboard.press('Enter');
  await page.keyboard.type('hai');
  await page.getByRole('button', { name: 'Gửi', exact: true }).tap();
  await page.getByText('Nghe: một').waitFor();
  expect(said(house)).toContain('một\nhai');
  await page.close();
});

test('screen readers hear new messages, and everything that can be pressed has a name', async () => {
  const page = await visit();
  await page.getByText('Đã kết nối', { exact: true }).waitFor();
  const log = page.getByRole('log', { name: 'Cuộc trò chuyện' });
  expect(await log.getAttribute('aria-live')).toBe('polite');
  expect(await log.getAttribute('aria-busy')).toBe('false');
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  await page.getByRole('button', { name: 'Trình đơn' }).click();
  const nameless = await page.evaluate(`[...document.querySelectorAll('button, a, textarea')]
    .filter((one) => !(one.getAttribute('aria-label') || one.textContent).trim()).map((one) => one.outerHTML)`);
  expect(nameless).toEqual([]);
  expect(await page.locator('img:not([alt])').count()).toBe(0);
  expect(await page.getByRole('main').count()).toBe(1);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Hotline Xanh');
  await page.close();
});

test('at 320 pixels nothing sticks out, and what is pressed is large enough for a thumb', async () => {
  const page = await visit({ viewport: { width: 320, height: 600 } });
  await page.getByText('Xin chào!').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.getByRole('button', { name: 'Trình đơn' }).click();
  const small = await page.evaluate(`[...document.querySelectorAll('button, .item')]
    .filter((one) => one.offsetParent).map((one) => one.getBoundingClientRect())
    .filter(({ width, height }) => width < 44 || height < 44).length`);
  expect(small).toBe(0);
  await page.close();
});

test('without JavaScript the page says what to do', async () => {
  const page = await visit({ javaScriptEnabled: false });
  expect(await page.locator('noscript').innerText()).toContain('cần JavaScript');
  await page.close();
});

describe('colours', () => {
  const css = readFileSync(path.resolve(__dirname, '../../../console/theme.css'), 'utf8');
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
  const pairs = [
    ['ink', 'paper'],
    ['ink', 'ground'],
    ['ink', 'green-100'],
    ['ink', 'blue-100'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'ground'],
    ['ink-soft', 'green-100'],
    ['ink-soft', 'green-50'],
    ['ink-soft', 'blue-100'],
    ['green-600', 'paper'],
    ['green-600', 'green-50'],
    ['green-600', 'green-100'],
    ['blue-800', 'blue-100'],
    ['red-700', 'green-100'],
    ['red-700', 'paper'],
    ['amber-900', 'amber-100'],
  ];
  const cases = [light, dark].flatMap((sheet, index) =>
    pairs.map(([ink = '', ground = '']) => ({ ink, ground, sheet, by: index ? 'night' : 'day' })),
  );

  test.each(cases)('$ink can be read on $ground by $by', ({ ink, ground, sheet }) => {
    expect(contrast(colour(sheet, ink), colour(sheet, ground))).toBeGreaterThanOrEqual(4.5);
  });

  function colour(sheet: string, name: string): string {
    return new RegExp(`--${name}: (#[\\da-f]{6});`).exec(sheet)?.[1] ?? '';
  }
});

/** As WCAG 2.1 reckons it. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
