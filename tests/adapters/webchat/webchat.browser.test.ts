import { join } from 'node:path';
import type { Express } from 'express';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../browser';
import { bot, echo, MemoryConversations } from './memory-conversations';
import { PNG } from './memory-files';
import { startChatServer, type ChatServer } from './server';

const CSP = [
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:",
  "connect-src 'self' ws: blob: data:; worker-src blob:; object-src 'none'; base-uri 'none'",
].join('; ');
const SCRIPT = join(__dirname, '../../clients/node_modules/botframework-webchat/dist/webchat.js');

/** The page of some commune that took Web Chat as it is; its token outlives a reload. */
const PAGE = `<!doctype html><html lang="vi"><body style="margin:0"><div id="chat" style="height:600px"></div>
<script src="/webchat.js"></script><script src="/page.js"></script></body></html>`;
const PAGE_SCRIPT = `
(async () => {
  let token = sessionStorage.getItem('token');
  if (!token) {
    const answer = await fetch('/v3/directline/tokens/generate', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"user":{"id":"dl_hoa"}}',
    });
    token = (await answer.json()).token;
    sessionStorage.setItem('token', token);
  }
  const directLine = WebChat.createDirectLine({ token, domain: location.origin + '/v3/directline' });
  WebChat.renderWebChat({ directLine, locale: 'vi-VN' }, document.getElementById('chat'));
})();`;

const hero = {
  contentType: 'application/vnd.microsoft.card.hero',
  content: {
    title: 'Ba loại phản ánh',
    buttons: [{ type: 'imBack', title: 'Về đất đai', value: 'đất đai' }],
  },
};
const adaptive = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'TextBlock', text: 'Điền nơi xảy ra' },
      { type: 'Input.Text', id: 'place' },
    ],
    actions: [{ type: 'Action.Submit', title: 'Gửi nơi này', data: { form: 'place' } }],
  },
};
const suggestedActions = {
  actions: [
    { type: 'imBack', title: 'Rác thải', value: 'rác thải' },
    { type: 'imBack', title: 'Khói bụi', value: 'khói bụi' },
  ],
};

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: ChatServer;
let conversations: MemoryConversations;
let complaints: string[];

const mount = (app: Express) => {
  app.get('/webchat.js', (_req, res) => res.sendFile(SCRIPT));
  app.get('/page.js', (_req, res) => void res.type('js').send(PAGE_SCRIPT));
  app.get('/', (_req, res) => void res.set('content-security-policy', CSP).type('html').send(PAGE));
};

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  conversations = new MemoryConversations(async (question) => {
    const { activity, state } = question;
    if (activity?.text === 'thẻ') return { out: [bot('Thẻ đây', { attachments: [hero, adaptive] })], state };
    if (activity?.text === 'hỏi') return { out: [bot('Loại nào ạ?', { suggestedActions })], state };
    if (activity?.value) return { out: [bot(`Nhận: ${JSON.stringify(activity.value)}`)], state };
    return echo(question);
  });
  server = await startChatServer({ conversations, mount });
  context = await browser.newContext({ locale: 'vi-VN' });
  page = await context.newPage();
  complaints = [];
  page.on('console', (line) => {
    if (/Content Security Policy|Refused/i.test(line.text())) complaints.push(line.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin) && !/^(blob|data):/.test(request.url()))
      complaints.push(request.url());
  });
  await page.goto(server.origin);
  await shows('Xin chào!');
});
afterEach(async () => {
  await context.close();
  await server.close();
  expect(complaints).toEqual([]);
});

/** The bubbles of the transcript, as their reader sees them. */
const bubbles = () => page.locator('.webchat__bubble__content').allInnerTexts();
const input = () => page.locator('[data-id="webchat-sendbox-input"]');

async function shows(text: string): Promise<void> {
  await page.locator('.webchat__bubble__content', { hasText: text }).first().waitFor({ timeout: 20_000 });
}

async function says(text: string): Promise<void> {
  await input().fill(text);
  await input().press('Enter');
}

/** None missing, none doubled, in this order. */
async function expectBubbles(...texts: string[]): Promise<void> {
  const shown = (await bubbles()).map((text) => text.trim());
  expect(shown).toHaveLength(texts.length);
  texts.forEach((text, index) => expect(shown[index]).toContain(text));
}

test('Web Chat greets, sends, receives, and a reload keeps the history', async () => {
  await says('khói đen từ xưởng gỗ');
  await shows('Bạn nói: khói đen từ xưởng gỗ');
  await expectBubbles('Xin chào!', 'khói đen từ xưởng gỗ', 'Bạn nói: khói đen từ xưởng gỗ');
  await page.reload();
  await shows('Bạn nói: khói đen từ xưởng gỗ');
  await expectBubbles('Xin chào!', 'khói đen từ xưởng gỗ', 'Bạn nói: khói đen từ xưởng gỗ');
});

test('Web Chat shows quick replies, and a tap on one says it', async () => {
  await says('hỏi');
  await page
    .getByRole('button', { name: 'Khói bụi' })
    .or(page.getByRole('toolbar').getByText('Khói bụi'))
    .first()
    .click();
  await shows('Bạn nói: khói bụi');
  await expectBubbles('Xin chào!', 'hỏi', 'Loại nào ạ?', 'khói bụi', 'Bạn nói: khói bụi');
});

test('Web Chat shows hero and adaptive cards, and their buttons and forms reach the bot', async () => {
  await says('thẻ');
  await page.getByText('Điền nơi xảy ra').waitFor();
  await page.locator('.ac-pushButton', { hasText: 'Về đất đai' }).click();
  await shows('Bạn nói: đất đai');
  await page.locator('.ac-input.ac-textInput').fill('Bến Lức');
  await page.locator('.ac-pushButton', { hasText: 'Gửi nơi này' }).click();
  await shows('Nhận:');
  expect(conversations.all().at(-1)?.in?.value).toEqual({ form: 'place', place: 'Bến Lức' });
});

test('Web Chat uploads a photo and shows it', async () => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'kênh.png', mimeType: 'image/png', buffer: PNG });
  // The client prepares a picture before it can be sent, and says nowhere when it is ready.
  for (let tries = 0; tries < 60 && server.files.kept.size === 0; tries++) {
    await input().press('Enter');
    await page.waitForTimeout(250);
  }
  await shows('1 tệp');
  expect([...server.files.kept.values()]).toMatchObject([
    { name: 'kênh.png', type: 'image/png', bytes: PNG },
  ]);
  const shown = page.locator(`img[src^="${server.origin}/v3/directline/attachments/"]`);
  await shown.first().waitFor({ timeout: 20_000 });
  expect(
    await shown.first().evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
  ).toBe(1);
});

test('Web Chat goes on after a restart of the server: nothing missing, nothing doubled', async () => {
  await says('một');
  await shows('Bạn nói: một');
  const { files, port } = server;
  await server.close();
  server = await startChatServer({ conversations, files, port, mount });
  const [turn] = conversations.all();
  if (!turn) throw new Error('nothing was said');
  // While the window is still cut off, staff have answered.
  await conversations.say(
    turn.conversation,
    { id: 's', name: 'Chị Lan' },
    { type: 'message', text: 'Dạ, đã nhận' },
    'k',
  );
  await shows('Dạ, đã nhận');
  await says('hai');
  await shows('Bạn nói: hai');
  await expectBubbles('Xin chào!', 'một', 'Bạn nói: một', 'Dạ, đã nhận', 'hai', 'Bạn nói: hai');
}, 45_000);
