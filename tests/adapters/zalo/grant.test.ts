import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoGrant, NotNow } from '../../../adapters/zalo/options';
import { grantDrafts } from '../../../storage/grants/drafts';
import { openDatabase, type TestDatabase } from '../../database';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import { GrantHouse } from './grant-house';

let database: TestDatabase;
let house: GrantHouse;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database?.close());
beforeEach(async () => {
  house = new GrantHouse(await new ZaloEmulator().start(), database.connection);
});
afterEach(() => house.close());

const isGood = (token: string) => house.zalo.grants.state(token) === 'good';

describe('the pair', () => {
  it('comes from the token that was set, and is the same for all processes', async () => {
    const tokens = await Promise.all([1, 2, 3, 4].map(() => house.process().grant.token()));
    expect(new Set(tokens).size).toBe(1);
    expect(isGood(tokens[0] ?? '')).toBe(true);
    expect(house.given).toBe(1);
  });

  it('is renewed when 20 of its 25 hours are over, and not before', async () => {
    const { grant, start, stop } = house.process();
    const first = await grant.token();
    house.zalo.timePasses({ hours: 19 });
    start();
    await house.zalo.when(() => house.zalo.calls('getoa').length === 1, 'the line is looked at');
    await stop();
    expect(house.given).toBe(1);
    house.zalo.timePasses({ hours: 2 });
    const next = house.process();
    next.start();
    await house.zalo.when(() => house.given === 2, 'the pair is renewed');
    await next.stop();
    expect(await next.grant.token()).not.toBe(first);
    expect(isGood(await next.grant.token())).toBe(true);
  });

  it('that is refused is renewed once, however many ask, in however many processes', async () => {
    const all = [house.process(), house.process(), house.process()];
    const first = await all[0]?.grant.token();
    house.zalo.timePasses({ hours: 26 });
    const asked = all.flatMap(({ grant }) => [1, 2, 3, 4].map(() => grant.another(first ?? '')));
    const tokens = new Set(await Promise.all(asked));
    expect(tokens.size).toBe(1);
    expect(isGood([...tokens][0] ?? '')).toBe(true);
    expect(house.given).toBe(2);
  });

  it('lies sealed, in the database and on the disk, and neither in the log', async () => {
    const token = await house.process().grant.token();
    const pair = (await house.kept).pair;
    expect(pair?.access).toBe(token);
    const stored = JSON.stringify(await database.connection.collection('grants').find().toArray());
    // As bytes it would lie there in base64.
    for (const secret of [token, pair?.refresh ?? '', house.zalo.settings.refreshToken]) {
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(Buffer.from(secret).toString('base64').slice(4, 40));
    }
    const disk = grantDrafts(house.dataDir, Buffer.alloc(32, 3));
    if (pair) await disk.write(house.name, { number: 9, pair });
    const onDisk = readFileSync(join(house.dataDir, 'grants', house.drafts[0] ?? ''), 'latin1');
    expect(onDisk).not.toContain(token);
    expect(await disk.newest(house.name)).toEqual({ number: 9, pair });
    expect(await grantDrafts(house.dataDir, Buffer.alloc(32, 4)).newest(house.name)).toBeUndefined();
    expect(house.logged.join()).not.toContain(token);
  });
});

describe('the token that was set', () => {
  it('is taken up once; after that the store goes on by itself', async () => {
    await house.process().grant.token();
    house.zalo.timePasses({ hours: 26 });
    await house.process().grant.token();
    expect(house.lost).toEqual([]);
    expect(house.given).toBe(2);
  });

  it('wins when it was changed, and an old one never again', async () => {
    await house.process().grant.token();
    const elsewhere = house.zalo.grants.issue();
    house.zalo.grants.refresh((await house.kept).pair?.refresh ?? '');
    const token = await house.process({ refreshToken: elsewhere.refresh_token }).grant.token();
    expect(isGood(token)).toBe(true);
    expect(await house.process().grant.token()).toBe(token);
    expect(house.lost).toEqual([]);
  });

  it('and nothing kept: nobody may act, and the line says what to do', async () => {
    const right = house.process({ refreshToken: undefined });
    await expect(right.grant.token()).rejects.toThrow(NoGrant);
    right.start();
    await right.stop();
    expect(house.line).toEqual([expect.stringContaining('Cấp quyền'), 'up']);
    expect(right.consent.isNeeded()).toBe(true);
    expect(house.lost).toEqual([]);
  });
});

it('a token that is refused as soon as it was given is not renewed again and again', async () => {
  const { grant } = house.process();
  const first = await grant.token();
  await expect(grant.another(first)).rejects.toThrow(NotNow);
  await expect(grant.another(first)).rejects.toThrow('vừa cấp');
  expect(house.given).toBe(1);
});

describe.each(['numbered', 'named'] as const)('an answer that does not come (errors %s)', (oauthErrors) => {
  beforeEach(async () => {
    await house.close();
    house = new GrantHouse(await new ZaloEmulator({ oauthErrors }).start(), database.connection);
  });

  it('is asked for again later, while the old token serves', async () => {
    const { grant, start, stop } = house.process();
    const first = await grant.token();
    house.zalo.timePasses({ hours: 21 });
    house.zalo.faults.next('access_token', 1, { status: 502 });
    start();
    await house.zalo.when(() => house.zalo.calls('access_token').length === 2, 'it was asked for');
    await stop();
    expect(await grant.token()).toBe(first);
    expect(await house.kept).toMatchObject({ failures: 1, trouble: expect.stringContaining('502') });
    await expect(grant.another(first)).rejects.toThrow(NotNow);
    expect(house.zalo.calls('access_token')).toHaveLength(2);
    house.zalo.timePasses({ minutes: 1 });
    expect(isGood(await grant.another(first))).toBe(true);
    expect((await house.kept).failures).toBeUndefined();
    expect(house.lost).toEqual([]);
  });

  it('although the pair rotated: lost, told at once, and the old token serves to its end', async () => {
    const { grant, start, stop, consent } = house.process();
    const first = await grant.token();
    house.zalo.timePasses({ hours: 21 });
    house.zalo.faults.next('access_token', 1, { drop: 'after' });
    await expect(grant.another(first)).rejects.toThrow(NotNow);
    expect(house.lost).toEqual([]);
    house.zalo.timePasses({ minutes: 1 });
    await expect(grant.another(first)).rejects.toThrow(NoGrant);
    expect(house.lost).toHaveLength(1);
    expect(await consent.state()).toMatchObject({
      state: 'lost',
      trouble: expect.stringContaining('giữa chừng'),
    });
    expect(await grant.token()).toBe(first);
    start();
    await stop();
    expect(house.line).toContainEqual(expect.stringContaining('Cấp quyền lại'));
    house.zalo.timePasses({ hours: 5 });
    await expect(grant.token()).rejects.toThrow(NoGrant);
    expect(house.zalo.calls('access_token')).toHaveLength(3);
  });

  it('because the consent was taken back: lost as well, for another reason', async () => {
    const { grant, consent } = house.process();
    const first = await grant.token();
    house.zalo.grants.revoke();
    house.zalo.timePasses({ minutes: 2 });
    await expect(grant.another(first)).rejects.toThrow(NoGrant);
    expect(await consent.state()).toMatchObject({
      state: 'lost',
      trouble: expect.stringContaining('thu hồi'),
    });
  });

  it('because the secret is wrong: nothing is lost, and the variable is named', async () => {
    const { grant } = house.process({ appSecret: 'khong-phai' });
    await expect(grant.token()).rejects.toThrow('ZALO_APP_SECRET');
    house.zalo.timePasses({ minutes: 1 });
    expect(isGood(await house.process().grant.token())).toBe(true);
    expect(house.lost).toEqual([]);
  });
});

describe('what is kept', () => {
  it('only follows what it came from: an answer that comes late changes nothing', async () => {
    await house.process().grant.token();
    const { number, pair } = await house.kept;
    if (!pair) throw new Error('no pair');
    expect(
      await house.store.keep(house.name, { number: number + 1, pair: { ...pair, access: 'newer' } }),
    ).toBe(true);
    expect(await house.store.keep(house.name, { number: number + 1, pair })).toBe(false);
    expect(await house.store.keep(house.name, { number, pair })).toBe(false);
    expect((await house.kept).pair?.access).toBe('newer');
  });

  it('one process holds at a time; of who held it too long no note is taken', async () => {
    const first = await house.store.hold(house.name, 50);
    expect(await house.store.hold(house.name, 50)).toBeUndefined();
    let second: typeof first;
    while (!(second = await house.store.hold(house.name, 10_000))) await new Promise(setImmediate);
    expect(await first?.note({ lost: new Date() })).toBe(false);
    await first?.release();
    expect(await second.note({ failures: 1 })).toBe(true);
    expect((await house.kept).lost).toBeUndefined();
  });

  it('on this machine alone, because the database was away, comes to it with the next look', async () => {
    const away = { ...house.store, keep: () => Promise.reject(new Error('no primary')) };
    const first = await house.process().grant.token();
    const broken = house.process({ store: away, refreshToken: undefined });
    house.zalo.timePasses({ hours: 26 });
    await expect(broken.grant.token()).rejects.toThrow(NotNow);
    expect(house.drafts).toHaveLength(1);
    expect((await house.kept).pair?.access).toBe(first);
    const token = await house.process().grant.token();
    expect(isGood(token)).toBe(true);
    expect(house.given).toBe(2);
    expect(house.drafts).toEqual([]);
    expect(house.lost).toEqual([]);
  });

  it('although the disk is full', async () => {
    const full = {
      write: () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
      newest: async () => undefined,
      remove: async () => undefined,
    };
    expect(isGood(await house.process({ drafts: full }).grant.token())).toBe(true);
    expect(house.logged.join()).toContain('this disk');
  });
});

describe('the look at the line', () => {
  it('tells that it carries, and whose account it is', async () => {
    const { start, stop } = house.process();
    start();
    await house.zalo.when(() => house.zalo.calls('getoa').length === 1, 'the line is looked at');
    await stop();
    expect(house.line).toEqual(['up']);
    expect((await house.kept).account).toBe('Đường dây nóng Xanh');
  });

  it('is taken by one process, and tells why it does not carry', async () => {
    house.zalo.faults.share('getoa', 1, { error: -227 });
    const [one, two] = [house.process(), house.process()];
    one.start();
    await house.zalo.when(() => house.zalo.calls('getoa').length === 1, 'the line is looked at');
    two.start();
    await two.stop();
    await one.stop();
    expect(house.line).toEqual([expect.stringContaining('-227'), 'up']);
  });
});
