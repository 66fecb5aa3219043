import { mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BSON, Binary, Decimal128, Double, Int32, Long, ObjectId } from 'mongodb';
import { type Connection, createConnection } from 'mongoose';
import { readBackup } from '../../../storage/backup/read';
import { writeBackup } from '../../../storage/backup/write';
import { systemName } from '../../../storage/connect';
import { prepareData } from '../../../storage/migrations';
import { checkBackup, restoreBackup } from '../../../storage/restore';
import { openDatabase, type TestDatabase } from '../../database';

let database: TestDatabase;
let folder: string;
const opened: Connection[] = [];

beforeAll(async () => {
  database = await openDatabase();
  folder = mkdtempSync(join(tmpdir(), 'hotline-backup-'));
}, 120_000);
afterAll(async () => {
  for (const connection of opened) await connection.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const quiet = (): void => undefined;

/** A database that nobody has used. */
function fresh(): Promise<Connection> {
  return open(database.uri.replace('/hotline?', `/hotline_${opened.length}?`));
}

async function open(uri: string, appName = 'test'): Promise<Connection> {
  const options = { autoIndex: false, autoCreate: false, appName };
  const connection = await createConnection(uri, options).asPromise();
  opened.push(connection);
  return connection;
}

/** All that people could make MongoDB hold, the queerest of it. */
const QUEER = [
  {
    _id: 'số',
    whole: new Int32(7),
    broken: new Double(7),
    long: Long.fromString('9007199254740993'),
    nothing: null,
  },
  { _id: 'thứ tự', b: 1, a: 2, 10: 'x', 2: 'y', nested: { 3: 1, z: 2, 1: 3 } },
  { _id: 'bẫy', $ref: 'a', deep: { $ref: 'b', $id: 1, $where: 'x', 'a.b': 1 }, ['__proto__x']: 1 },
  { _id: 'nguyên mẫu', said: JSON.parse('{"__proto__": {"admin": true}}') as object },
  { _id: new ObjectId(), bytes: Buffer.from([0, 255, 1]), own: new Binary(Buffer.from('x'), 128) },
  { _id: 3, at: new Date(-1), pattern: /ắ+/iu, price: Decimal128.fromString('1.10'), minus: -0, no: NaN },
];

/** A database with something in it. */
async function filled(): Promise<Connection> {
  const connection = await fresh();
  await prepareData(connection);
  await connection.collection('queer').insertMany(QUEER as object[]);
  const words = Array.from({ length: 3000 }, (_, n) => ({
    conversation: `c${n % 9}`,
    eventId: `e${n}`,
    text: 'x'.repeat(200),
  }));
  await connection.collection('turns').insertMany(words);
  await connection
    .collection<{ _id: string }>('counters')
    .insertOne({ _id: 'ticket-2026', last: 40 } as never);
  await connection.collection('staff_sessions').insertOne({ session: 'a cookie' });
  await connection.collection('grants').insertOne({ sealed: 'tokens that are good once' });
  return connection;
}

const copying = (connection: Connection) => ({ connection, keyCheck: 'k', force: false, say: quiet });
const place = (name: string): string => join(folder, name);

async function restore(
  connection: Connection,
  file: string,
  keyCheck: string | undefined = 'k',
): Promise<void> {
  await restoreBackup(connection, file, await checkBackup(file, { keyCheck, otherKey: false }), quiet);
}

const namesIn = async (connection: Connection): Promise<string[]> =>
  (await connection.listCollections()).map(({ name }) => name).sort();

describe('a backup', () => {
  let source: Connection;
  const file = (): string => place('whole.backup');
  beforeAll(async () => {
    source = await filled();
    await writeBackup(file(), copying(source));
  });

  test('comes back byte by byte with its indexes, without what is nobody’s to restore', async () => {
    const target = await fresh();
    await restore(target, file());
    const before = await readBackup(file());
    await writeBackup(place('again.backup'), copying(target));
    const after = await readBackup(place('again.backup'));
    const without = (contents: typeof before) =>
      contents.trailer.collections.filter(({ name }) => name !== 'counters');
    expect(without(after)).toEqual(without(before));
    expect(before.trailer.collections).toContainEqual(
      expect.objectContaining({ name: 'queer', count: QUEER.length }),
    );
    expect(await target.collection('staff_sessions').countDocuments()).toBe(0);
    expect(await target.collection('grants').countDocuments()).toBe(0);
    for (const name of ['turns', 'tickets', 'files.chunks', 'staff'])
      expect(await target.collection(name).indexes()).toEqual(await source.collection(name).indexes());
    expect(await target.collection('queer').findOne({ _id: 'số' as never })).toEqual(
      await source.collection('queer').findOne({ _id: 'số' as never }),
    );
  });

  test('does not let numbers be given out again that people may hold', async () => {
    const target = await fresh();
    await restore(target, file());
    const counters = await target.collection<{ _id: string; last: number }>('counters').find().toArray();
    expect(counters).toEqual([{ _id: 'ticket-2026', last: 10_040 }]);
  });

  test('is not written over, unless that is wished; a failed one leaves nothing', async () => {
    const before = readFileSync(file());
    await expect(writeBackup(file(), copying(source))).rejects.toMatchObject({ id: 'file_exists' });
    expect(readFileSync(file())).toEqual(before);
    await expect(writeBackup(place('no/such/folder'), copying(source))).rejects.toMatchObject({
      id: 'file_unwritable',
    });
    await writeBackup(file(), { ...copying(source), force: true });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await readBackup(file())).trailer.collections).not.toEqual([]);
  });

  test('holds one moment, though the system goes on writing', async () => {
    const busy = await filled();
    let stop = false;
    let pairs = 0;
    const writing = (async () => {
      while (!stop) {
        const session = await busy.startSession();
        await session.withTransaction(async () => {
          await busy.collection('aaa').insertOne({ pair: pairs }, { session });
          await busy.collection('zzz').insertOne({ pair: pairs }, { session });
        });
        await session.endSession();
        pairs += 1;
      }
    })();
    while (pairs < 20) await Promise.race([pause(5), writing]);
    const { trailer } = await writeBackup(place('busy.backup'), copying(busy));
    stop = true;
    await writing;
    const countOf = (name: string) => trailer.collections.find((each) => each.name === name)?.count;
    expect(countOf('aaa')).toBe(countOf('zzz'));
    expect(countOf('aaa')).toBeGreaterThanOrEqual(20);
  });
});

describe('a file that is not whole', () => {
  let good: Buffer;
  beforeAll(async () => {
    await writeBackup(place('good.backup'), copying(await filled()));
    good = readFileSync(place('good.backup'));
  });

  /** The bytes inside, changed and packed anew: gzip's own check does not see it. */
  function rewritten(change: (inside: Buffer) => Buffer): Buffer {
    return gzipSync(change(gunzipSync(good)));
  }
  const swapped = (inside: Buffer, from: string, to: string): Buffer => {
    const at = inside.indexOf(from);
    expect(at).toBeGreaterThan(0);
    return Buffer.concat([inside.subarray(0, at), Buffer.from(to), inside.subarray(at + from.length)]);
  };
  const header = (facts: object): Buffer => Buffer.concat([Buffer.from('H'), BSON.serialize(facts)]);

  test.each([
    ['is cut off', () => good.subarray(0, good.length - 40), 'cắt cụt'],
    ['is cut off at its very beginning', () => good.subarray(0, 100), 'cắt cụt|hỏng'],
    [
      'has one byte turned',
      () => Buffer.from(good.map((byte, at) => (at === 9000 ? byte ^ 4 : byte))),
      'hỏng',
    ],
    ['has one letter changed inside', () => rewritten((inside) => swapped(inside, 'xxxx', 'xxxy')), 'turns'],
    [
      'lacks its end inside',
      () =>
        rewritten((inside) =>
          inside.subarray(0, inside.lastIndexOf('Tz') > 0 ? inside.lastIndexOf('Tz') : -500),
        ),
      'hỏng|cắt cụt',
    ],
    ['is something else', () => Buffer.from('%PDF-1.7'), 'không phải'],
    ['is another gzip', () => gzipSync('hello, hello, hello'), 'không phải'],
    ['is empty', () => Buffer.alloc(0), 'cắt cụt'],
    [
      'is of a format to come',
      () => gzipSync(header({ format: 'hotline-xanh-backup', version: 2 })),
      'bản Hotline Xanh mới hơn',
    ],
  ])('(%s) is refused before anything is touched', async (_how, make, words) => {
    const file = place('bad.backup');
    writeFileSync(file, make());
    const refusal = checkBackup(file, { keyCheck: 'k', otherKey: false });
    await expect(refusal).rejects.toMatchObject({
      id: 'backup_unusable',
      message: expect.stringMatching(words),
    });
    await expect(refusal).rejects.toMatchObject({
      message: expect.stringContaining('chưa có gì bị thay đổi'),
    });
  });

  test('or is not there at all is refused by name', async () => {
    const check = checkBackup(place('nowhere'), { keyCheck: 'k', otherKey: false });
    await expect(check).rejects.toMatchObject({ message: expect.stringContaining('nowhere') });
  });
});

describe('a restore', () => {
  let file: string;
  beforeAll(async () => {
    file = place('restore.backup');
    await writeBackup(file, copying(await filled()));
  });

  test.each([undefined, 'another'])(
    'with the key %s is refused, unless the old one is lost for good',
    async (keyCheck) => {
      await expect(checkBackup(file, { keyCheck, otherKey: false })).rejects.toMatchObject({
        id: 'wrong_key',
        message: expect.stringMatching(/IDENTITY_KEY.*--other-key/),
      });
      await expect(checkBackup(file, { keyCheck, otherKey: true })).resolves.toBeDefined();
    },
  );

  test('of data from newer code is refused', async () => {
    const newer = await filled();
    await newer.collection<{ _id: number }>('migrations').insertOne({ _id: 99 });
    await writeBackup(place('newer.backup'), copying(newer));
    const check = checkBackup(place('newer.backup'), { keyCheck: 'k', otherKey: false });
    await expect(check).rejects.toMatchObject({
      message: expect.stringContaining('bản Hotline Xanh mới hơn'),
    });
  });

  test('into a database that holds anything is refused, and changes nothing', async () => {
    const used = await fresh();
    await used.collection('tickets').insertOne({ code: 'XH-2026-000001' });
    await expect(restore(used, file)).rejects.toMatchObject({ id: 'not_empty' });
    expect(await namesIn(used)).toEqual(['leases', 'tickets']);
    expect(await used.collection('tickets').countDocuments()).toBe(1);
  });

  test('into one that a system has only prepared is fine', async () => {
    const prepared = await fresh();
    await prepareData(prepared);
    await restore(prepared, file);
    expect(await prepared.collection('turns').countDocuments()).toBe(3000);
  });

  test('under a running system is refused, and changes nothing', async () => {
    const used = await fresh();
    const uri = database.uri.replace('/hotline?', `/${used.name}?`);
    const system = await open(uri, systemName(used.name));
    await system.db?.command({ ping: 1 });
    await expect(restore(used, file)).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringContaining('đang dùng cơ sở dữ liệu này'),
    });
    expect(await namesIn(used)).toEqual([]);
    await system.close();
    await restore(used, file);
  });

  test('that broke off keeps systems out; the next one begins anew', async () => {
    const target = await fresh();
    const contents = await checkBackup(file, { keyCheck: 'k', otherKey: false });
    const collections = contents.trailer.collections.map((each) =>
      each.name === 'turns' ? { ...each, sha256: 'another' } : each,
    );
    const broken = { ...contents, trailer: { ...contents.trailer, collections } };
    await expect(restoreBackup(target, file, broken, quiet)).rejects.toMatchObject({
      id: 'restored_otherwise',
    });
    await expect(prepareData(target)).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringMatching(/^[^\n]*npx hotline restore[^\n]*$/),
    });
    await restore(target, file);
    await prepareData(target);
    expect(await target.collection('turns').countDocuments()).toBe(3000);
  });
});
