import { Telegram } from 'telegraf';
import { TelegramEmulator } from './emulator';
import { type Person } from './people';

let telegram: TelegramEmulator;
let bot: Telegram;
let hoa: Person;

async function start(settings = {}): Promise<void> {
  telegram = await new TelegramEmulator(settings).start();
  bot = new Telegram(telegram.token, { apiRoot: telegram.apiRoot });
  hoa = telegram.person({ first_name: 'Hoa' });
  await hoa.starts();
}
beforeEach(() => start());
afterEach(() => telegram.stop());

const shown = () => hoa.screen.messages.slice(1).map(({ text }) => text);

test('429 tells how long to wait, 5xx tells nothing, and neither has an effect', async () => {
  telegram.faults.next('sendMessage', 1, { answer: 429, retryAfter: 7 });
  telegram.faults.next('sendMessage', 1, { answer: 502 });
  await expect(bot.sendMessage(hoa.chatId, 'một')).rejects.toMatchObject({
    code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  });
  await expect(bot.sendMessage(hoa.chatId, 'một')).rejects.toMatchObject({ code: 502 });
  await bot.sendMessage(hoa.chatId, 'một');
  expect(shown()).toEqual(['một']);
  expect(telegram.calls('sendMessage').map(({ outcome }) => outcome)).toEqual([429, 502, 200]);
});

test('a line that breaks before leaves nothing, after it leaves the message', async () => {
  telegram.faults.next('sendMessage', 1, { drop: 'before' });
  telegram.faults.next('sendMessage', 1, { drop: 'after' });
  await expect(bot.sendMessage(hoa.chatId, 'trước')).rejects.toThrow();
  await expect(bot.sendMessage(hoa.chatId, 'sau')).rejects.toThrow();
  expect(shown()).toEqual(['sau']);
  expect(telegram.calls('sendMessage').map(({ outcome, done }) => [outcome, done])).toEqual([
    ['dropped', false],
    ['dropped', true],
  ]);
});

test('a call that is never answered ends with the patience of the client; the message is there', async () => {
  telegram.faults.next('*', 1, { hang: 'after' });
  const impatient = new AbortController();
  const body = new URLSearchParams({ chat_id: String(hoa.chatId), text: 'treo' });
  const address = `${telegram.apiRoot}/bot${telegram.token}/sendMessage`;
  const call = fetch(address, { method: 'POST', body, signal: impatient.signal });
  const ends = expect(call).rejects.toThrow('aborted');
  await hoa.hears('treo');
  impatient.abort();
  await ends;
});

test('a share of the calls, until cleared; a late answer comes all the same', async () => {
  telegram.faults.share('sendMessage', 0.5, { answer: 500 });
  const outcomes = [];
  for (let n = 0; n < 6; n++)
    outcomes.push(
      await bot.sendMessage(hoa.chatId, `số ${n}`).then(
        () => 'ok',
        () => 'no',
      ),
    );
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(3);
  telegram.faults.clear();
  telegram.faults.next('sendMessage', 1, { delayMs: 20 });
  await bot.sendMessage(hoa.chatId, 'muộn');
  expect(shown()).toHaveLength(4);
});

test('with the limits on, what is too fast is refused', async () => {
  await telegram.stop();
  await start({ floodLimits: true });
  const results = await Promise.allSettled(
    Array.from({ length: 61 }, (_, n) => bot.sendMessage(hoa.chatId, `số ${n}`)),
  );
  const refused = results.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({
    reason: { code: 429, parameters: { retry_after: expect.any(Number) } },
  });
});
