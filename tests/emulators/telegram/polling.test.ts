import { Telegraf, Telegram } from 'telegraf';
import { TelegramEmulator } from './emulator';
import { type Update } from './shapes';

let telegram: TelegramEmulator;
let bot: Telegram;

beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
  bot = new Telegram(telegram.token, { apiRoot: telegram.apiRoot });
});
afterEach(() => telegram.stop());

const asked = (offset = 0, timeout = 0, allowed?: string[]) =>
  bot.callApi('getUpdates', {
    offset,
    timeout,
    ...(allowed ? { allowed_updates: allowed as [] } : {}),
  }) as Promise<Update[]>;
const texts = (updates: Update[]) => updates.map(({ message }) => message?.text);

test('updates are kept until a higher offset is asked for, and numbered in order', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  for (const text of ['một', 'hai', 'ba']) await hoa.says(text);
  const updates = await asked();
  expect(texts(updates)).toEqual(['một', 'hai', 'ba']);
  expect(texts(await asked())).toEqual(['một', 'hai', 'ba']);
  const [first, second, third] = updates.map(({ update_id }) => update_id) as [number, number, number];
  expect([second, third]).toEqual([first + 1, first + 2]);
  expect(texts(await asked(second))).toEqual(['hai', 'ba']);
  expect(texts(await asked())).toEqual(['hai', 'ba']);
  expect(texts(await asked(-1))).toEqual(['ba']);
  expect(await asked(third + 1)).toEqual([]);
  expect(telegram.unconfirmed).toEqual([]);
});

test('a private message has the shape of the real one', async () => {
  const hoa = telegram.person({ first_name: 'Hoa', last_name: 'Trần' });
  await hoa.starts('XH-2026-000123');
  const [update] = await asked();
  const names = { id: hoa.user.id, first_name: 'Hoa', last_name: 'Trần' };
  expect(update).toEqual({
    update_id: expect.any(Number),
    message: {
      message_id: 1,
      from: { ...names, is_bot: false, language_code: 'vi' },
      chat: { ...names, type: 'private' },
      date: expect.any(Number),
      text: '/start XH-2026-000123',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    },
  });
});

test('a poll waits for what comes; a second poll, and a webhook, end it with 409', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  const waiting = asked(0, 30);
  await telegram.when(() => telegram.calls('getUpdates').length === 1, 'the poll is there');
  await hoa.says('có ai không?');
  expect(texts(await waiting)).toEqual(['có ai không?']);

  const older = asked(telegram.updates[0] ? telegram.updates[0].update_id + 1 : 0, 30);
  const olderEnds = expect(older).rejects.toMatchObject({
    code: 409,
    description: expect.stringContaining('terminated by other getUpdates request'),
  });
  await telegram.when(() => telegram.calls('getUpdates').length === 2, 'the older poll is there');
  const newer = asked(0, 30);
  await olderEnds;
  const newerEnds = expect(newer).rejects.toMatchObject({
    description: 'Conflict: terminated by setWebhook request',
  });
  await telegram.when(() => telegram.calls('getUpdates').length === 3, 'the newer poll is there');
  await bot.setWebhook('http://127.0.0.1:9/nobody');
  await newerEnds;
  await expect(asked()).rejects.toMatchObject({
    code: 409,
    description: expect.stringContaining('use deleteWebhook to delete the webhook first'),
  });
});

test('kinds that are not allowed never come; what was said last holds', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  await asked(0, 0, ['edited_message']);
  const message = await hoa.says('ở xã Tân Cương');
  await hoa.edits(message, 'ở phường Tân Cương');
  const updates = await asked();
  expect(updates).toMatchObject([
    { edited_message: { text: 'ở phường Tân Cương', message_id: message.message_id } },
  ]);
  expect(updates).toHaveLength(1);
});

test('updates come again with the same number, even when they were confirmed', async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  telegram.repeatEach(1);
  await hoa.says('khói đen');
  const [first] = (await asked()) as [Update];
  expect(await asked(first.update_id + 1)).toEqual([first]);
  expect(await asked(first.update_id + 1)).toEqual([]);
  telegram.redeliver([first]);
  expect(await asked(first.update_id + 1)).toEqual([first]);
  await telegram.allTaken();
});

test("telegraf's own polling loop takes updates, survives 429 and 500, and confirms", async () => {
  const hoa = telegram.person({ first_name: 'Hoa' });
  telegram.faults.next('getUpdates', 1, { answer: 429, retryAfter: 1 });
  const program = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } });
  program.start((ctx) => ctx.reply(`Chào chị ${ctx.from.first_name}`));
  const launched = program.launch();
  await hoa.starts();
  await hoa.hears('Chào chị Hoa');
  program.stop();
  await launched;
  await telegram.allTaken();
  expect(telegram.calls('getUpdates')[0]).toMatchObject({ outcome: 429, done: false });
});
