import { ZaloEmulator } from './emulator';
import { challengeOf } from './grants';
import { type Settings } from './settings';

const VERIFIER = 'a'.repeat(43);
const CALLBACK = 'https://duongdaynong.example/zalo';

let zalo: ZaloEmulator;

beforeEach(() => start());
afterEach(() => zalo.stop());

async function start(settings: Partial<Settings> = {}): Promise<void> {
  const saved = { callbackUrl: CALLBACK, codeChallenge: challengeOf(VERIFIER) };
  zalo = await new ZaloEmulator({ ...saved, ...settings }).start();
}

async function restart(settings: Partial<Settings>): Promise<void> {
  await zalo.stop();
  await start(settings);
}

async function ask(form: Record<string, string>, secret_key = zalo.settings.appSecret) {
  const body = new URLSearchParams({ app_id: zalo.settings.appId, ...form });
  const response = await fetch(`${zalo.root}/v4/oa/access_token`, {
    method: 'POST',
    body,
    headers: { secret_key },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

const refresh = (refresh_token: unknown) =>
  ask({ grant_type: 'refresh_token', refresh_token: String(refresh_token) });
const redeem = (code: string | null, code_verifier = VERIFIER) =>
  ask({ grant_type: 'authorization_code', code: String(code), code_verifier });

async function works(token: unknown): Promise<number> {
  const headers = { access_token: String(token) };
  const response = await fetch(`${zalo.root}/v2.0/oa/getoa`, { headers });
  return ((await response.json()) as { error: number }).error;
}

/** The administrator follows a link and agrees. */
async function agree(query: Record<string, string>): Promise<URL | Record<string, unknown>> {
  const link = `${zalo.root}/v4/oa/permission?${new URLSearchParams({ app_id: zalo.settings.appId, ...query }).toString()}`;
  const response = await fetch(link, { method: 'POST', redirect: 'manual' });
  const location = response.headers.get('location');
  return location === null ? ((await response.json()) as Record<string, unknown>) : new URL(location);
}

async function codeOf(query: Record<string, string> = {}): Promise<string | null> {
  const back = await agree({ redirect_uri: CALLBACK, ...query });
  if (!(back instanceof URL)) throw new Error(JSON.stringify(back));
  return back.searchParams.get('code');
}

test('a refresh token works once and brings the next; the access token lives 25 hours', async () => {
  const first = await refresh(zalo.settings.refreshToken);
  expect(first).toMatchObject({ expires_in: '90000' });
  expect(await works(first.access_token)).toBe(0);
  expect(await refresh(zalo.settings.refreshToken)).toMatchObject({ error: -14014 });
  const second = await refresh(first.refresh_token);
  expect(await works(second.access_token)).toBe(0);
  zalo.timePasses({ hours: 25 });
  expect(await works(second.access_token)).toBe(-220);
  zalo.timePasses({ days: 89 });
  expect(await refresh(second.refresh_token)).toMatchObject({ error: -14014 });
});

test('a rotation whose answer is lost has happened all the same', async () => {
  zalo.faults.next('access_token', 1, { drop: 'after' });
  await expect(refresh(zalo.settings.refreshToken)).rejects.toThrow();
  expect(zalo.calls('access_token')).toMatchObject([{ outcome: 'dropped', done: true }]);
  expect(await refresh(zalo.settings.refreshToken)).toMatchObject({ error: -14014 });
});

test('secret, app and kind of grant are looked at', async () => {
  const form = { grant_type: 'refresh_token', refresh_token: zalo.settings.refreshToken };
  expect(await ask(form, 'sai')).toMatchObject({ error: -14004, error_name: 'Invalid secret key' });
  expect(await ask({ ...form, app_id: '1' })).toMatchObject({ error: -14002 });
  expect(await ask({ ...form, grant_type: 'password' })).toMatchObject({ error: -14009 });
  expect(await ask(form)).toHaveProperty('access_token');
});

test('errors of the token endpoint may come without a number', async () => {
  await restart({ oauthErrors: 'named' });
  const answer = await refresh('sai');
  expect(answer).toMatchObject({ error_name: 'Invalid refresh token' });
  expect(answer).not.toHaveProperty('error');
});

test('consent leads back with a code that works once, within ten minutes, with its verifier', async () => {
  const back = await agree({ redirect_uri: CALLBACK, state: 'a b' });
  expect(back).toBeInstanceOf(URL);
  const { searchParams } = back as URL;
  expect(searchParams.get('state')).toBe('a b');
  expect(searchParams.get('oa_id')).toBe(zalo.settings.oaId);
  expect(await works((await redeem(searchParams.get('code'))).access_token)).toBe(0);
  expect(await redeem(searchParams.get('code'))).toMatchObject({ error: -14005 });
  expect(await redeem(await codeOf(), 'b'.repeat(43))).toMatchObject({ error: -14005 });
  const late = await codeOf();
  zalo.timePasses({ minutes: 11 });
  expect(await redeem(late)).toMatchObject({ error: -14005 });
});

test('a link that is not the one of the console is refused, unless own links are allowed', async () => {
  const own = { redirect_uri: 'https://khac.example/', code_challenge: challengeOf('b'.repeat(43)) };
  expect(await agree(own)).toMatchObject({ error: -14003 });
  expect(await agree({ ...own, redirect_uri: CALLBACK })).toMatchObject({ error: -14003 });
  const page = await fetch(`${zalo.root}/v4/oa/permission?app_id=${zalo.settings.appId}&redirect_uri=x`);
  expect(await page.json()).toMatchObject({ error: -14003 });
  await restart({ ownConsentLinks: true });
  const code = await codeOf(own);
  expect(await redeem(code, 'b'.repeat(43))).toHaveProperty('refresh_token');
});

test('consent taken back ends everything', async () => {
  const { access_token, refresh_token } = await refresh(zalo.settings.refreshToken);
  zalo.grants.revoke();
  expect(await works(access_token)).toBe(-216);
  expect(await refresh(refresh_token)).toMatchObject({ error: -14014 });
});
