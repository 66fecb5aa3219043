import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Officer } from '../../tests/officer';
import type { Line, Story } from './stories';

const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 20_000;
/** So long nothing new is said, and the answer is whole. */
const QUIET_MS = 700;
const COLOURS = 32;

/** The whole conversation as one tall picture of a phone. */
export async function pictured(
  browser: Browser,
  { lines }: Story,
  base: string,
  officer: Officer,
): Promise<Buffer> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 1.25, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(base);
  await page.getByText('Xin chào!').waitFor();
  for (const line of lines) await say(page, line, officer);
  await stretch(page);
  const png = await page.screenshot();
  await context.close();
  return sharp(png).png({ palette: true, colours: COLOURS, effort: 10 }).toBuffer();
}

async function say(page: Page, line: Line, officer: Officer): Promise<void> {
  const before = await bubbles(page).count();
  await said(page, line, officer);
  // What staff say is one bubble; a citizen is answered, but for while a person holds the conversation.
  for (const until = Date.now() + PATIENCE_MS; (await bubbles(page).count()) <= before;) {
    if (Date.now() > until) throw new Error(`nothing was said after ${JSON.stringify(line)}`);
    await pause(50);
  }
  await quiet(page);
}

async function said(page: Page, line: Line, officer: Officer): Promise<void> {
  if (typeof line === 'string') {
    await page.getByLabel('Tin nhắn của bạn').fill(line);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  } else if ('press' in line)
    await page.getByRole('button', { name: line.press, exact: true }).last().click();
  else await byStaff(line, officer);
}

async function byStaff(line: { staff: string } | { staffSays: string }, officer: Officer): Promise<void> {
  const { items } = await officer.must<{ items: { id: string }[] }>('GET', '/conversations?holder=all');
  const path = `/conversations/${items[0]?.id ?? ''}`;
  if ('staffSays' in line) await officer.act(`${path}/messages`, { text: line.staffSays });
  else await officer.must(line.staff === 'take over' ? 'PUT' : 'DELETE', `${path}/holder`);
}

/** Until nothing more is said, and nobody writes. */
async function quiet(page: Page): Promise<void> {
  let [count, since] = [-1, Date.now()];
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    const now = await bubbles(page).count();
    if (now !== count) [count, since] = [now, Date.now()];
    const isWriting = (await page.locator('.typing').innerText()).trim() !== '';
    if (!isWriting && Date.now() - since > QUIET_MS) return;
  }
}

const bubbles = (page: Page) => page.locator('article.bubble');

/** As tall as the conversation, so that all of it is in the picture. */
async function stretch(page: Page): Promise<void> {
  const more = await page.evaluate<number>(HIDDEN_PX);
  await page.setViewportSize({ ...PHONE, height: PHONE.height + more });
  await page.evaluate('document.fonts.ready.then(() => true)');
  await page.evaluate(WITHOUT_EMPTY_BOXES);
}

/** How much of the conversation is scrolled out of sight; as text, for it runs in the page. */
const HIDDEN_PX = `(() => {
  const scroller = document.querySelector('.scroller');
  return scroller.scrollHeight - scroller.clientHeight;
})()`;

/** Every phone draws "📋"; a machine without a font for it shows an empty box, which is left out of the picture. */
const WITHOUT_EMPTY_BOXES = `(() => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = getComputedStyle(document.body).font;
  const box = pen.measureText('\\u{10fffd}').width;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    text.data = text.data.replace(/[\\u{1f300}-\\u{1faff}\\u2705] ?/gu, (sign) =>
      pen.measureText(sign.trim()).width === box ? '' : sign);
})()`;
