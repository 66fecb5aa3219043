import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { botFramework, type BotFrameworkOptions } from '../../../adapters/botframework';
import type { Answerer } from '../../../hotline/conversation/conversations';
import { BotService } from '../../emulators/botframework/service';
import { MemoryConversations } from '../webchat/memory-conversations';

export const ONLY_PERSONAL = 'Bạn nhắn riêng cho tôi nhé.';

const running = new Set<() => Promise<void>>();
// A test that fails must not leave its servers behind.
afterAll(() => Promise.all([...running].map((close) => close())));
// The SDK prints every token that it refuses.
beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

/** The adapter behind a real server, a Bot Service of one's own on the other side, the centre in memory. */
export async function startBot(answer?: Answerer, options: Partial<BotFrameworkOptions> = {}) {
  const service = await new BotService().start();
  const conversations = new MemoryConversations(answer);
  const complaints: string[] = [];
  const complain = (_details: object, message: string) => void complaints.push(message);
  const line: string[] = [];
  const bot = botFramework({
    app: service.app,
    secret: Buffer.alloc(32, 9),
    onlyPersonal: ONLY_PERSONAL,
    fileBytes: 100_000,
    log: { warn: complain, error: complain },
    line: { up: () => void line.push('up'), down: (reason) => void line.push(reason) },
    cloud: service.cloud,
    ...options,
  });
  const { router } = bot.open(conversations);
  const server = createServer(express().use(router));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/botframework`;
  const close = async () => {
    running.delete(close);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await service.stop();
  };
  running.add(close);
  const { serviceUrl } = service;
  return { service, serviceUrl, conversations, complaints, line, channel: bot.channel, close };
}

export type Bot = Awaited<ReturnType<typeof startBot>>;
