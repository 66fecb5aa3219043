import { createHash } from 'node:crypto';
import { openDatabase, type TestDatabase } from '../../database';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import { GrantHouse } from './grant-house';

const PUBLIC_URL = 'https://hotline.test';

let database: TestDatabase;
let house: GrantHouse;
let right: ReturnType<GrantHouse['process']>;
let base: string;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database?.close());
beforeEach(() => open());
afterEach(() => house.close());

/** What the owner saved in Zalo's console is as the console of the hotline shows it, but for `saved`. */
async function open(saved: Partial<ZaloEmulator['settings']> = {}): Promise<void> {
  const zalo = await new ZaloEmulator({ oauthErrors: 'named', ...saved }).start();
  house = new GrantHouse(zalo, database.connection);
  right = house.process({ refreshToken: undefined, publicUrl: PUBLIC_URL });
  const { callbackUrl, challenge } = await right.consent.state();
  Object.assign(zalo.settings, { callbackUrl, codeChallenge: challenge, ...saved });
  base = await house.served(right);
}

/** Agrees on Zalo's page. @returns where Zalo sends the browser, or its refusal */
async function agrees(link: string): Promise<string> {
  const answer = await fetch(link, { method: 'POST', redirect: 'manual' });
  const back = answer.headers.get('location');
  return back === null ? answer.text() : back.replace(PUBLIC_URL, base);
}

const comesBack = (url: string) => fetch(url, { redirect: 'manual' });
const outcomeOf = async (url: string) => (await comesBack(url)).headers.get('location')?.split('/').pop();

it('gives the right to act; what the browser keeps tells nothing', async () => {
  const back = await agrees(await right.consent.begin());
  const answer = await comesBack(back);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/oauth/zalo/done');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(house.zalo.grants.state(await right.grant.token())).toBe('good');
  expect(await right.consent.state()).toMatchObject({ state: 'good', trouble: null });
  const code = new URL(back).searchParams.get('code') ?? 'none';
  expect(house.logged.join()).not.toContain(code);
  const page = await fetch(`${base}/oauth/zalo/done`);
  expect(await page.text()).toContain('Đã cấp quyền');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('takes the place of a grant that was lost, and of one that is good', async () => {
  await comesBack(await agrees(await right.consent.begin()));
  const first = await right.grant.token();
  house.zalo.grants.revoke();
  house.zalo.timePasses({ minutes: 2 });
  await expect(right.grant.another(first)).rejects.toThrow();
  expect(right.consent.isNeeded()).toBe(true);
  expect(await outcomeOf(await agrees(await right.consent.begin()))).toBe('done');
  expect(right.consent.isNeeded()).toBe(false);
  const second = await right.grant.another(first);
  expect(house.zalo.grants.state(second)).toBe('good');
  expect(await outcomeOf(await agrees(await right.consent.begin()))).toBe('done');
  expect(await right.grant.token()).not.toBe(second);
});

it('the challenge is the same in every process and for ever, and is that of the verifier', async () => {
  const other = house.process({ refreshToken: undefined });
  const { challenge } = await right.consent.state();
  expect((await other.consent.state()).challenge).toBe(challenge);
  expect(challenge).toMatch(/^[\w-]{43}$/);
  await comesBack(await agrees(await right.consent.begin()));
  const verifier = String(house.zalo.calls('access_token')[0]?.params['code_verifier']);
  expect(verifier).toMatch(/^[A-Za-z0-9]{43}$/);
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(challenge);
});

describe('what comes back is not taken', () => {
  it('a second time', async () => {
    const back = await agrees(await right.consent.begin());
    expect(await outcomeOf(back)).toBe('done');
    expect(await outcomeOf(back)).toBe('stale');
    expect(house.given).toBe(1);
  });

  it('after ten minutes, or when somebody was sent anew', async () => {
    const link = await right.consent.begin();
    house.zalo.timePasses({ minutes: 11 });
    expect(await outcomeOf(await agrees(link))).toBe('stale');
    const before = await right.consent.begin();
    const newest = await right.consent.begin();
    expect(await outcomeOf(await agrees(before))).toBe('stale');
    expect(await outcomeOf(await agrees(newest))).toBe('done');
  });

  it('without a state of ours, or without a code', async () => {
    const back = new URL(await agrees(await right.consent.begin()));
    const [mark = ''] = (back.searchParams.get('state') ?? '').split('.');
    for (const state of ['', 'x', mark, `${mark}.`, `${mark}.${'A'.repeat(43)}`, '.', 'ü.ü']) {
      back.searchParams.set('state', state);
      expect(await outcomeOf(back.href)).toBe('stale');
    }
    expect(await outcomeOf(`${base}/oauth/zalo`)).toBe('stale');
    expect(await outcomeOf(`${base}/oauth/zalo?state[a]=1&code[]=2`)).toBe('stale');
    const denied = new URL(await right.consent.begin());
    const state = denied.searchParams.get('state') ?? '';
    expect(await outcomeOf(`${base}/oauth/zalo?state=${state}&error=access_denied`)).toBe('denied');
    expect(house.zalo.calls('access_token')).toEqual([]);
  });
});

describe('what went wrong is told, with what to do', () => {
  const pageOf = async (outcome: string | undefined) => (await fetch(`${base}/oauth/zalo/${outcome}`)).text();

  it('another callback or challenge saved at Zalo: Zalo itself refuses', async () => {
    await house.close();
    await open({ codeChallenge: 'another' });
    expect(await agrees(await right.consent.begin())).toContain('Invalid redirect uri');
    expect(await pageOf('mismatch')).toContain('-14003');
  });

  it('a challenge that only the token server looks at', async () => {
    const link = new URL(await right.consent.begin());
    link.searchParams.delete('code_challenge');
    house.zalo.settings.codeChallenge = 'another';
    const outcome = await outcomeOf(await agrees(link.href));
    expect(outcome).toBe('spent');
    expect(await pageOf(outcome)).toContain('Code Challenge');
  });

  it('a wrong secret', async () => {
    await house.close();
    await open();
    house.zalo.settings.appSecret = 'changed';
    const outcome = await outcomeOf(await agrees(await right.consent.begin()));
    expect(outcome).toBe('refused');
    expect(await pageOf(outcome)).toContain('ZALO_APP_SECRET');
  });

  it('no answer', async () => {
    house.zalo.faults.next('access_token', 1, { drop: 'before' });
    const outcome = await outcomeOf(await agrees(await right.consent.begin()));
    expect(outcome).toBe('unknown');
    expect(await pageOf(outcome)).toContain('ngắt giữa chừng');
  });

  it('no address of our own', async () => {
    const without = house.process({ refreshToken: undefined, publicUrl: undefined });
    await expect(without.consent.begin()).rejects.toThrow('PUBLIC_URL');
    expect((await without.consent.state()).callbackUrl).toBeNull();
  });

  it('nothing else has a page', async () => {
    for (const name of ['toString', '__proto__', 'nothing'])
      expect((await fetch(`${base}/oauth/zalo/${name}`)).status).toBe(404);
  });
});
