import type { Activity } from '../../../hotline/activity';
import type { Sent } from '../../../hotline/channel';
import { writeAddress } from '../../../adapters/botframework/address';
import type { Fault } from '../../emulators/botframework/connector';
import { type Bot, startBot } from './service';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.close());

const address = (channelId = 'msteams', serviceUrl = bot.service.serviceUrl) =>
  writeAddress({ serviceUrl, channelId, conversation: 'a:hoa@thread/1', bot: '28:bot', user: '29:hoa' });
const deliver = (activity: Activity, channelId?: string) => bot.channel.deliver(address(channelId), activity);
const said = (text: string): Activity => ({ type: 'message', text });
const menu: Activity = {
  type: 'message',
  text: 'Bạn chọn một việc:',
  inputHint: 'expectingInput',
  suggestedActions: {
    actions: Array.from({ length: 8 }, (_, n) => ({ type: 'imBack', title: `Việc ${n}`, value: `làm ${n}` })),
  },
  channelData: { ask: 'choice' },
};

test('a message goes to its conversation, from the bot, as plain words', async () => {
  const { result } = await deliver(said('Đã nhận **phản ánh**'));
  expect(result).toBe('sent');
  expect(bot.service.connector.sent).toMatchObject([
    {
      conversation: 'a:hoa@thread/1',
      type: 'message',
      text: 'Đã nhận **phản ánh**',
      textFormat: 'plain',
      from: { id: '28:bot' },
      recipient: { id: '29:hoa' },
    },
  ]);
});

test('words of the staff tell who says them', async () => {
  await bot.channel.deliver(address(), said('Chúng tôi đã tới nơi.'), { name: 'Phạm Thị Lan' });
  expect(bot.service.connector.sent[0]?.text).toBe('Phạm Thị Lan: Chúng tôi đã tới nơi.');
});

test('Teams gets buttons of cards, six on each; it shows no suggested actions', async () => {
  await deliver(menu, 'msteams');
  const [sent] = bot.service.connector.sent;
  expect(sent?.suggestedActions).toBeUndefined();
  expect(sent?.channelData).toBeUndefined();
  const rows = sent?.attachments?.map(({ content }) => content?.buttons?.map(({ value }) => value));
  expect(rows).toEqual([
    ['làm 0', 'làm 1', 'làm 2', 'làm 3', 'làm 4', 'làm 5'],
    ['làm 6', 'làm 7'],
  ]);
});

test('Direct Line gets suggested actions and what is there for programs', async () => {
  await deliver(menu, 'directline');
  expect(bot.service.connector.sent[0]).toMatchObject({
    suggestedActions: menu.suggestedActions,
    channelData: { ask: 'choice' },
  });
});

test('a channel nobody has looked at gets the choices in words', async () => {
  await deliver(menu, 'twilio-sms');
  const [sent] = bot.service.connector.sent;
  expect(sent?.text?.split('\n').slice(0, 2)).toEqual(['Bạn chọn một việc:', '– làm 0']);
  expect(sent?.suggestedActions ?? sent?.attachments).toBeUndefined();
});

test('the token is asked for once, however many messages go out', async () => {
  await Promise.all([deliver(said('một')), deliver(said('hai'))]);
  await deliver(said('ba'));
  expect(bot.service.login.asked).toBe(1);
});

const outcomes: [string, Fault, Partial<Sent>, number][] = [
  [
    'too many calls',
    { status: 429, headers: { 'retry-after': '7' } },
    { result: 'failed', retryAfterMs: 7000, waits: true },
    1,
  ],
  ['a failure', { status: 500, code: 'ServiceError' }, { result: 'failed', reason: '500 ServiceError' }, 1],
  ['a gateway without a service', { status: 502 }, { result: 'failed', waits: true }, 1],
  [
    'a service that rests',
    { status: 503, headers: { 'retry-after': '2' } },
    { result: 'failed', retryAfterMs: 2000 },
    1,
  ],
  ['a conversation that is busy', { status: 412 }, { result: 'failed' }, 1],
  [
    'a bot that was removed',
    { status: 403, code: 'ForbiddenOperationException' },
    { result: 'dead', unreachable: true },
    1,
  ],
  [
    'a conversation that is gone',
    { status: 404, code: 'ConversationNotFound' },
    { result: 'dead', unreachable: true },
    1,
  ],
  [
    'a message that is not liked',
    { status: 400, code: 'BadSyntax' },
    { result: 'dead', reason: '400 BadSyntax' },
    1,
  ],
  ['a message that is too large', { status: 413 }, { result: 'dead' }, 1],
  ['a line that is cut', { line: 'cut' }, { result: 'uncertain' }, 1],
  ['a line that is cut after it arrived', { line: 'cut', arrives: true }, { result: 'uncertain' }, 1],
];

test.each(outcomes)('%s: the call is made once and told as it is', async (_what, fault, sent, calls) => {
  bot.service.connector.faults.push(fault);
  const told = await deliver(said('Xin chào'));
  expect(told).toMatchObject(sent);
  expect(bot.service.connector.calls).toBe(calls);
  // The connector's sentences may name people.
  expect(JSON.stringify(told)).not.toContain('Nguyễn');
});

test('nobody answers: nobody knows', async () => {
  jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const control = new AbortController();
    setTimeout(() => control.abort(new DOMException('too late', 'TimeoutError')), 300);
    return control.signal;
  });
  bot.service.connector.faults.push({ line: 'silent' });
  expect(await deliver(said('Xin chào'))).toEqual({ result: 'uncertain', reason: 'TimeoutError' });
  jest.restoreAllMocks();
});

test('nobody there: the message was not sent', async () => {
  const closed = await startBot();
  await closed.close();
  const nowhere = address('msteams', closed.serviceUrl);
  const sent = await bot.channel.deliver(nowhere, said('Xin chào'));
  expect(sent).toEqual({ result: 'failed', reason: 'ECONNREFUSED', waits: true });
});

test('a token that was taken back is replaced at once', async () => {
  await deliver(said('một'));
  bot.service.login.revoke();
  expect((await deliver(said('hai'))).result).toBe('sent');
  expect(bot.service.login.asked).toBe(2);
});

test('a password that holds no more waits for the operator, who is told', async () => {
  bot.service.login.refuses = true;
  expect(await deliver(said('một'))).toMatchObject({
    result: 'failed',
    waits: true,
    reason: 'no token: 401 invalid_client',
  });
  expect(bot.line).toEqual([expect.stringContaining('MICROSOFT_APP_PASSWORD')]);
  expect(bot.complaints).toEqual(['Microsoft gives no token to this bot']);
  bot.service.login.refuses = false;
  expect((await deliver(said('một'))).result).toBe('sent');
  expect(bot.line.at(-1)).toBe('up');
});

test('an address of another channel is not written to', async () => {
  for (const other of ['5200100101', '{}', 'null'])
    expect((await bot.channel.deliver(other, said('x'))).result).toBe('dead');
  expect(bot.service.connector.calls).toBe(0);
});
