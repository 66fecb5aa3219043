import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { telegramGroup } from '../../../adapters/telegram/group';
import { NotTaken } from '../../../hotline/alerts/alert';
import { TelegramEmulator } from '../../emulators/telegram/emulator';

const message = { key: 'k', subject: 's', text: '🔴 1 phản ánh khẩn\n• XH-2026-000001 <b>&_*[' };

let telegram: TelegramEmulator;
beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
});
afterEach(() => telegram.stop());

const carrierTo = (chatId: number | string) =>
  telegramGroup({ token: telegram.token, apiRoot: telegram.apiRoot, chatId: String(chatId) });

it('writes into the group, as it stands', async () => {
  const lan = telegram.person({ first_name: 'Lan' });
  const group = telegram.group('Trực đường dây nóng', [lan]);
  await carrierTo(group.chatId).send(message);
  const [call] = telegram.calls('sendMessage');
  expect(call?.params).toMatchObject({ chat_id: String(group.chatId), text: message.text });
});

it('says for how long the group wants to be left alone', async () => {
  const group = telegram.group('Trực', [telegram.person({ first_name: 'Lan' })]);
  telegram.faults.next('sendMessage', 1, { answer: 429, retryAfter: 7 });
  const failure = await carrierTo(group.chatId)
    .send(message)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NotTaken);
  expect(failure).toMatchObject({ retryAfterMs: 7_000 });
});

it('names the variable when the group does not know the bot, and never the token', async () => {
  const failure = await carrierTo('-100999')
    .send(message)
    .catch((error: unknown) => String(error));
  expect(failure).toContain('ALERT_TELEGRAM_CHAT_ID');
  expect(failure).not.toContain(telegram.token);
  const away = telegramGroup({ token: 'SECRET', apiRoot: 'http://127.0.0.1:9', chatId: '-1' });
  const noLine = await away.send(message).catch((error: unknown) => JSON.stringify([String(error), error]));
  expect(noLine).toContain('fetch failed');
  expect(noLine).not.toContain('SECRET');
});

describe('a group that has become a supergroup', () => {
  let server: Server;
  const chats: string[] = [];
  beforeEach(async () => {
    chats.length = 0;
    server = createServer((req, res) => {
      let body = '';
      req.on('data', (chunk: Buffer) => (body += chunk.toString()));
      req.on('end', () => {
        const { chat_id: chat } = JSON.parse(body) as { chat_id: string };
        chats.push(chat);
        const moved = { ok: false, error_code: 400, parameters: { migrate_to_chat_id: -100_222 } };
        res.end(JSON.stringify(chat === '-222' ? moved : { ok: true }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('is found under its new number, and there from then on', async () => {
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const carrier = telegramGroup({ token: 't', apiRoot, chatId: '-222' });
    await carrier.send(message);
    await carrier.send(message);
    expect(chats).toEqual(['-222', '-100222', '-100222']);
  });
});
