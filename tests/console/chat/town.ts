import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { pages } from '../../../api/pages';
import type { WebChatOptions } from '../../../adapters/webchat';
import type { Answerer } from '../../../hotline/conversation/conversations';
import type { Turn } from '../../../hotline/conversation/turn';
import { bot, type MemoryConversations } from '../../adapters/webchat/memory-conversations';
import { startChatServer, type ChatServer } from '../../adapters/webchat/server';

const ROOT = path.resolve(__dirname, '../../..');
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  timezoneId: 'Asia/Ho_Chi_Minh',
};

/** The pages, built into a folder of their own. */
export function buildPages(): { root: string; remove: () => void } {
  const root = mkdtempSync(path.join(tmpdir(), 'hotline-pages-'));
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [
    'build',
    'console',
    '--config',
    'console/vite.config.mts',
    '--outDir',
    root,
    '--logLevel',
    'error',
  ];
  const { status, stderr } = spawnSync(process.execPath, [vite, ...args], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the pages cannot be built: ${stderr}`);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Says back what it hears; offers quick replies, a card, a ticket when asked. */
const answer: Answerer = async ({ activity, cause, state }) => {
  const text = activity?.text ?? '';
  const files = activity?.attachments?.length ?? 0;
  if (cause?.type === 'start')
    return { state, out: [bot('Xin chào!', quick('Phản ánh ô nhiễm', 'Hỏi thủ tục'))] };
  if (text === 'phiếu') return { state, out: [bot('Đã nhận.', { channelData: { ticket: TICKET } })] };
  if (activity?.entities) return { state, out: [bot('Đã biết nơi ấy.')] };
  return { state, out: [bot(files ? `Nhận ${files} tệp` : `Nghe: ${text}`)] };
};

const TICKET = { code: 'XH-2026-000123', secret: '7K3MZ0QW9A', status: 'received', category: 'air' };

function quick(...titles: string[]) {
  return { suggestedActions: { actions: titles.map((title) => ({ type: 'imBack', title, value: title })) } };
}

export interface House extends ChatServer {
  /** The same centre behind a new server at the same address. */
  reopen(): Promise<House>;
}

/** The real page and the real Direct Line, with the centre in memory. */
export async function openHouse(
  root: string,
  options: Partial<WebChatOptions> = {},
  before: { conversations?: MemoryConversations; port?: number } = {},
): Promise<House> {
  const mount = (app: Parameters<NonNullable<Parameters<typeof startChatServer>[0]>['mount'] & object>[0]) =>
    void app.use(pages({ root, secure: false }));
  const server = await startChatServer({ answer, options, mount, ...before });
  const { conversations, port } = server;
  return { ...server, reopen: () => openHouse(root, options, { conversations, port }) };
}

/** What the citizens said, in order, over all conversations. */
export function said(house: ChatServer): string[] {
  return house.conversations.all().flatMap((turn: Turn) => (turn.in ? [turn.in.text ?? turn.in.type] : []));
}

export async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Tin nhắn của bạn').fill(text);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
}

/** The bubbles as they stand, without times. */
export async function bubbles(page: Page): Promise<string[]> {
  const texts = await page.locator('.bubble > .text').allInnerTexts();
  return texts.map((text) => text.trim());
}
