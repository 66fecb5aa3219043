import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Telegram } from 'telegraf';
import { TelegramEmulator } from './emulator';
import { type Update } from './shapes';

interface Got {
  update: Update;
  secret: string | string[] | undefined;
  answer: (status: number, body?: unknown) => void;
}

let telegram: TelegramEmulator;
let bot: Telegram;
let server: Server;
let got: Got[];
/** What is done with each call that comes. */
let receive: (call: Got) => void;

beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
  bot = new Telegram(telegram.token, { apiRoot: telegram.apiRoot });
  got = [];
  receive = ({ answer }) => answer(200);
  server = createServer(
    (request, response) =>
      void take(request, (status, body) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
      }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await telegram.stop();
  server.closeAllConnections();
  server.close();
});

async function take(request: IncomingMessage, answer: Got['answer']): Promise<void> {
  const secret = request.headers['x-telegram-bot-api-secret-token'];
  const call = { update: (await json(request)) as Update, secret, answer };
  got.push(call);
  receive(call);
}

const listen = (extra = {}) =>
  bot.setWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/telegram`, extra);
const texts = () => got.map(({ update }) => update.message?.text);

/** The server here is none of the emulator's, so it is looked at in turns of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('updates are posted with the secret, and what waits can be dropped', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  await hoa.says('cũ');
  await listen({ secret_token: 'bi-mat_1', drop_pending_updates: true });
  await hoa.says('Ô nhiễm nước thải');
  await telegram.allTaken();
  expect(texts()).toEqual(['Ô nhiễm nước thải']);
  expect(got[0]?.secret).toBe('bi-mat_1');
  await expect(listen({ secret_token: 'có dấu' })).rejects.toThrow(
    'secret token contains unallowed characters',
  );
});

test('what is not taken comes again, in order within its chat, without holding up other chats', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  const nam = telegram.person({ first_name: 'Nam' });
  let refusals = 0;
  receive = ({ update, answer }) => answer(update.message?.text === 'hỏng' && ++refusals < 4 ? 500 : 200);
  await listen();
  await hoa.says('hỏng');
  await hoa.says('sau');
  await nam.says('Nam đây');
  await telegram.allTaken();
  expect(texts().filter((text) => text !== 'Nam đây')).toEqual(['hỏng', 'hỏng', 'hỏng', 'hỏng', 'sau']);
  expect(texts().indexOf('Nam đây')).toBeLessThan(4);
  expect(new Set(got.map(({ update }) => update.update_id)).size).toBe(3);
  expect(await bot.getWebhookInfo()).toMatchObject({
    pending_update_count: 0,
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
  });
});

test('no more calls at once than asked for', async () => {
  receive = () => {};
  await listen({ max_connections: 2 });
  for (const name of ['An', 'Bình', 'Chi']) await telegram.person({ first_name: name }).says(name);
  await until(() => got.length === 2);
  expect(telegram.unconfirmed).toHaveLength(3);
  receive = ({ answer }) => answer(200);
  for (const { answer } of got) answer(200);
  await telegram.allTaken();
  expect(got).toHaveLength(3);
});

test('disorderly: those of one chat all at once, the newest first, each as often as asked', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  receive = () => {};
  telegram.disorderly = true;
  telegram.repeatEach(1);
  await listen();
  telegram.holdUpdates();
  await hoa.says('một');
  await hoa.says('hai');
  expect(got).toEqual([]);
  telegram.releaseUpdates();
  await until(() => got.length === 4);
  for (const { answer } of got) answer(200);
  await telegram.allTaken();
  expect(texts().sort()).toEqual(['hai', 'hai', 'một', 'một']);
});

test('an answer may itself be a call', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  receive = ({ answer }) => answer(200, { method: 'sendMessage', chat_id: hoa.chatId, text: 'Đã nhận' });
  await listen();
  await hoa.says('alo');
  await hoa.hears('Đã nhận');
});

test('deleted, it is called no more and polling works again', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  await listen();
  await bot.deleteWebhook();
  await hoa.says('alo');
  expect(await bot.getUpdates(0, 100, 0, undefined)).toHaveLength(1);
  expect(got).toEqual([]);
});
