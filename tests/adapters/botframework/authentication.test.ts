import { createHmac } from 'node:crypto';
import { SigningKey } from '../../emulators/botframework/signing-key';
import type { Signed } from '../../emulators/botframework/service';
import { type Bot, startBot } from './service';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
beforeEach(() => bot.conversations.log.clear());
afterAll(() => bot.close());

const text = { type: 'message', text: 'Khói đen ở xưởng gỗ' };
const seconds = () => Math.floor(Date.now() / 1000);
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token that nobody signed, or that was signed with what everybody knows. */
function homemade(alg: 'none' | 'HS256', secret = ''): string {
  const claims = { iss: 'https://api.botframework.com', aud: bot.service.app.appId, exp: seconds() + 600 };
  const content = `${encoded({ alg, typ: 'JWT', kid: 'key-1' })}.${encoded({ ...claims, serviceurl: bot.service.serviceUrl })}`;
  const signature = alg === 'none' ? '' : createHmac('sha256', secret).update(content).digest('base64url');
  return `Bearer ${content}.${signature}`;
}

test('what the connector signed is taken', async () => {
  const answer = await bot.service.post(bot.service.person('Hoa').activity(text));
  expect(answer.status).toBe(200);
  expect(bot.conversations.all()).toHaveLength(1);
});

const other = new SigningKey('key-1', []);
const forged: [string, () => Signed][] = [
  ['no header at all', () => ({ authorization: null })],
  ['an empty header', () => ({ authorization: '' })],
  ['another scheme', () => ({ authorization: 'Basic bWU6bWU=' })],
  ['no token', () => ({ authorization: 'Bearer x' })],
  ['a token without a signature', () => ({ authorization: homemade('none') })],
  ['a token signed with a word', () => ({ authorization: homemade('HS256', 'mat-khau~cua.bot') })],
  ['another key under the same name', () => ({ key: other })],
  ['a key that is not announced', () => ({ kid: 'key-2' })],
  ['a token for another bot', () => ({ claims: { aud: '99999999-2222-4333-8444-555555555555' } })],
  ['a token for a list of bots', () => ({ claims: { aud: [bot.service.app.appId, 'x'] } })],
  [
    'another issuer',
    () => ({ claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } }),
  ],
  ['no issuer', () => ({ claims: { iss: undefined } })],
  ['an expired token', () => ({ claims: { exp: seconds() - 400 } })],
  ['a token for later', () => ({ claims: { nbf: seconds() + 900 } })],
  ['another service address', () => ({ claims: { serviceurl: 'https://evil.example/' } })],
  ['no service address in the token', () => ({ claims: { serviceurl: undefined } })],
  ['a token of the emulator', () => ({ claims: { ver: '1.0', appid: 'someone-else' } })],
];

test.each(forged)('%s is refused, and nothing is kept', async (_what, signed) => {
  const answer = await bot.service.post(bot.service.person('Hoa').activity(text), signed());
  expect(answer.status).toBe(401);
  expect(bot.conversations.all()).toEqual([]);
});

test('a key may sign only for the channels it is announced for', async () => {
  const answer = await bot.service.post(bot.service.person('Hoa', 'slack').activity(text));
  expect(answer.status).toBe(401);
  expect(bot.conversations.all()).toEqual([]);
});

test('an activity without a service address proves none', async () => {
  const activity = { ...bot.service.person('Hoa').activity(text), serviceUrl: undefined };
  expect((await bot.service.post(activity)).status).toBe(400);
  expect(bot.conversations.all()).toEqual([]);
});

test('while the keys cannot be had the call is to come again, and is taken then', async () => {
  const fresh = await startBot();
  fresh.service.away = true;
  const activity = fresh.service.person('Hoa').activity(text);
  expect((await fresh.service.post(activity)).status).toBe(503);
  expect(fresh.conversations.all()).toEqual([]);
  fresh.service.away = false;
  expect((await fresh.service.post(activity)).status).toBe(200);
  expect(fresh.conversations.all()).toHaveLength(1);
  await fresh.close();
});
