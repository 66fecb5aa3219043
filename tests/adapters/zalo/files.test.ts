import { randomBytes } from 'node:crypto';
import { Seal } from '../../../adapters/seal';
import { fetchFile } from '../../../adapters/zalo/files';
import { openDatabase, type TestDatabase } from '../../database';
import { HttpSide } from '../../emulators/http-side';
import type { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { Person } from '../../emulators/zalo/people';
import { PHOTO } from '../../photo';
import { type House, until, houseOnZalo } from './house';

jest.setTimeout(60_000);

let database: TestDatabase;
let zalo: ZaloEmulator;
let house: House;
let hoa: Person;

beforeAll(async () => {
  database = await openDatabase();
  ({ zalo, house } = await houseOnZalo(database.connection));
});
afterAll(async () => {
  await zalo.stop();
  await house.close();
  await database.close();
});
beforeEach(() => {
  hoa = zalo.person('Chị Hoa');
});
afterEach(() => zalo.faults.clear());

const another = (n: number): Buffer => Buffer.concat([PHOTO, Buffer.from(String(n))]);

/** What was tried in vain is due at once. */
const hurry = () =>
  database.connection
    .collection('turns')
    .updateMany({ effectsAt: { $gt: new Date(0) } }, { $set: { effectsAt: new Date(0) } });

const filesOf = async ({ id }: Person) =>
  (await house.turns(id)).flatMap(({ in: said }) => said?.attachments ?? []);
const answersTo = async ({ id }: Person) =>
  (await house.turns(id)).flatMap(({ out }) => out.map(({ activity }) => activity.text));

test('pictures in a row get one answer, and each lies at its message', async () => {
  zalo.holdEvents();
  for (const n of [1, 2, 3]) await hoa.sendsImage(another(n), n === 1 ? 'xả thải' : undefined);
  zalo.releaseEvents();
  await until(async () => (await answersTo(hoa)).length > 0, 'it is answered');
  expect(await answersTo(hoa)).toEqual(['nghe: xả thải, 3 tệp']);
  for (const { fileId = '' } of await filesOf(hoa))
    expect(await house.stores.files.find(fileId)).toMatchObject({
      type: 'image/png',
      conversation: house.conversation(hoa.id),
    });
  expect(await filesOf(hoa)).toHaveLength(3);
});

test('while the file server is down the message is kept; it is fetched when it is back', async () => {
  zalo.faults.share('download', 1, { status: 502 });
  await hoa.sendsFile({ name: 'ảnh chụp.png', bytes: another(4) });
  await zalo.allTaken();
  await until(() => zalo.calls('download').some(({ outcome }) => outcome === 502), 'it was tried');
  zalo.faults.clear();
  await until(async () => {
    await hurry();
    return (await filesOf(hoa)).some(({ fileId }) => fileId !== undefined);
  }, 'it is here');
  expect((await filesOf(hoa))[0]).toMatchObject({ name: 'ảnh chụp.png', contentType: 'image/png' });
});

test('the address of a file is nowhere', async () => {
  zalo.faults.share('download', 1, { drop: 'before' });
  await hoa.sendsImage(another(5));
  await until(() => house.errors.length > 0, 'it failed');
  const told = [house.errors.map(({ error }) => [(error as Error).stack, error]), house.logged];
  const turns = await database.connection.collection('turns').find().toArray();
  expect(JSON.stringify([told, turns])).not.toMatch(/\/files\/|127\.0\.0\.1/);
});

describe('a file is fetched', () => {
  const SEAL = new Seal('zalo files', Buffer.alloc(32, 1));
  const sealed = (url: string, name = 'a.jpg') => SEAL.close(JSON.stringify({ url, name }));
  /** A server of somebody else's, or of Zalo's when `apiRoot` says so. */
  let side: HttpSide;
  let asked: string[];
  const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

  beforeEach(async () => {
    asked = [];
    side = new HttpSide((request, response) => {
      asked.push(request.url ?? '');
      const to = new URL(request.url ?? '', side.root).searchParams.get('to');
      if (to !== null) return void response.writeHead(302, { location: to }).end();
      if (request.url === '/large') return void response.end(randomBytes(2_000));
      if (request.url === '/endless') {
        response.write(randomBytes(2_000));
        return;
      }
      if (request.url === '/broken') return void response.write('x', () => response.destroy());
      if (request.url === '/gone') return void response.writeHead(404).end();
      response.end('bytes');
    });
    await side.open();
  });
  afterEach(() => side.close());

  const optionsOf = (apiRoot: string) => ({ apiRoot, fileHosts: ['zdn.vn'], fileBytes: 1_000, log });
  const fetched = (url: string, apiRoot = side.root) => fetchFile(optionsOf(apiRoot), SEAL)(sealed(url));

  it('from where Zalo keeps them, redirected there or not', async () => {
    expect(await fetched(`${side.root}/a`)).toEqual({ name: 'a.jpg', bytes: Buffer.from('bytes') });
    expect((await fetched(`${side.root}/b?to=/a`)).bytes.toString()).toBe('bytes');
    await expect(
      fetched(`${side.root}/b?to=${encodeURIComponent('/b?to=%2Fb%3Fto%3D%252Fb')}`),
    ).resolves.toBeDefined();
  });

  it('from nowhere else, redirected there or not', async () => {
    const elsewhere = [
      `${side.root}/a`,
      'https://evil.vn/a',
      'https://zdn.vn.evil.vn/a',
      'https://evilzdn.vn/a',
      'https://f.zdn.vn:8443/a',
      'https://127.0.0.1/a',
      'https://f.zdn.vn@127.0.0.1/a',
      'http://f.zdn.vn/a',
      'ftp://f.zdn.vn/a',
      'file:///etc/passwd',
      'data:text/plain,a',
      'no address',
    ];
    for (const url of elsewhere)
      await expect(fetched(url, 'https://openapi.zalo.me')).rejects.toThrow('not known');
    expect(asked).toEqual([]);
    // Told by its host alone.
    expect(log.warn).toHaveBeenCalledWith(
      { host: 'zdn.vn.evil.vn' },
      expect.stringContaining('ZALO_FILE_HOSTS'),
    );
    const other = new HttpSide((_request, response) => response.end('secret'));
    await other.open();
    await expect(fetched(`${side.root}/b?to=${other.root}/a`)).rejects.toThrow('not known');
    await expect(fetched(`${side.root}/b?to=https://evil.vn`)).rejects.toThrow('not known');
    await other.close();
  });

  it('up to its size, and no further', async () => {
    for (const path of ['/large', '/endless'])
      await expect(fetched(side.root + path)).rejects.toMatchObject({ id: 'too_large' });
  });

  it('again when that may help, and never without saying why', async () => {
    await expect(fetched(`${side.root}/gone`)).rejects.toMatchObject({ id: 'not_found' });
    await expect(fetched(`${side.root}/broken`)).rejects.toThrow('the file broke off');
    const { root } = side;
    await side.close();
    await expect(fetched(`${root}/a`, root)).rejects.toThrow(/^the file server did not answer$/);
    await expect(fetchFile(optionsOf(root), SEAL)('not sealed by us')).rejects.toMatchObject({
      id: 'not_found',
    });
    await side.open();
  });
});
