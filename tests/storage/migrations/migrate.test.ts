import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, createConnection } from 'mongoose';
import { MIGRATIONS, prepareData } from '../../../storage/migrations';
import { LeaseLost } from '../../../storage/migrations/lease';
import { migrate } from '../../../storage/migrations/migrate';
import type { Migration } from '../../../storage/migrations/migration';
import { openDatabase, type TestDatabase } from '../../database';

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
}, 120_000);
afterAll(() => database?.close());
beforeEach(() => connection.dropDatabase());

/** Steps that only note in the database that they ran. */
const note = (number: number): Migration => ({
  number,
  name: `bước ${number}`,
  run: (passage) => passage.connection.collection('ran').insertOne({ number }),
});
const ran = async (): Promise<unknown[]> =>
  (await connection.collection('ran').find().sort({ _id: 1 }).toArray()).map(
    ({ number }) => number as unknown,
  );
const records = () => connection.collection<{ _id: number }>('migrations');

describe('the steps', () => {
  test('run in order, once, and later ones follow on', async () => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    await migrate(connection, { migrations: [note(1), note(2)], say });
    expect(said).toEqual([]);
    await migrate(connection, { migrations: [note(1), note(2), note(3)], say });
    await migrate(connection, { migrations: [note(1), note(2), note(3)], say });
    expect(await ran()).toEqual([1, 2, 3]);
    expect(said).toEqual(['Đang nâng cấp dữ liệu, bước 3: bước 3…']);
    const kept = await records().find().toArray();
    expect(kept).toMatchObject([1, 2, 3].map((_id) => ({ _id, finishedAt: expect.any(Date) })));
  });

  test('cost one read when nothing is left to do', async () => {
    await prepareData(connection);
    const watched = createConnection(database.uri, { monitorCommands: true });
    const client = (await watched.asPromise()).getClient();
    const commands: string[] = [];
    client.on('commandStarted', ({ commandName }) => void commands.push(commandName));
    await prepareData(watched);
    expect(commands).toEqual(['find']);
    await watched.close();
  });

  test('run once when several processes start at once', async () => {
    const slow: Migration = {
      number: 1,
      name: 'chậm',
      async run(passage) {
        await passage.connection.collection('ran').insertOne({ number: 1 });
        await pause(300);
      },
    };
    const processes = await Promise.all([database.another(), database.another(), database.another()]);
    await Promise.all(processes.map((each) => migrate(each, { migrations: [slow, note(2)] })));
    expect(await ran()).toEqual([1, 2]);
  });

  test('are refused with one line on data of newer code, which stay as they are', async () => {
    await migrate(connection, { migrations: [note(1), note(2), note(3)] });
    const older = migrate(connection, { migrations: [note(1), note(2)] });
    await expect(older).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringMatching(/^[^\n]*bước 3[^\n]*bước 2[^\n]*$/),
    });
    expect(await ran()).toEqual([1, 2, 3]);
  });

  test('that fail are run again at the next start, from where they were', async () => {
    let broken = true;
    const fragile: Migration = {
      number: 1,
      name: 'dễ vỡ',
      async run({ progress, keep }) {
        await keep([...((progress as string[] | undefined) ?? []), broken ? 'vỡ' : 'xong']);
        if (broken) throw new Error('the disk is full');
      },
    };
    await expect(migrate(connection, { migrations: [fragile] })).rejects.toThrow('disk');
    broken = false;
    await migrate(connection, { migrations: [fragile] });
    expect(await records().findOne({ _id: 1 })).toMatchObject({ progress: ['vỡ', 'xong'] });
  });
});

test('a process that was frozen and comes back can neither keep progress nor finish', async () => {
  const other = await database.another();
  let wake = (): void => undefined;
  const woken = new Promise<void>((resolve) => (wake = resolve));
  const frozen: Migration = {
    number: 1,
    name: 'đóng băng',
    async run({ keep }) {
      // As if the machine had slept: the lease ran out and was not renewed.
      await connection.collection('leases').updateOne({}, { $set: { until: new Date(0) } });
      await woken;
      await keep('của tiến trình cũ');
    },
  };
  const old = migrate(connection, { migrations: [frozen], leaseMs: 60_000 });
  while ((await records().countDocuments()) === 0) await pause(10);
  await migrate(other, { migrations: [{ ...note(1), run: ({ keep }) => keep('của tiến trình mới') }] });
  wake();
  await expect(old).rejects.toBeInstanceOf(LeaseLost);
  expect(await records().findOne({ _id: 1 })).toMatchObject({
    progress: 'của tiến trình mới',
    finishedAt: expect.any(Date),
  });
});

test('steps are numbered without gaps, each named for the operator', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  expect(MIGRATIONS.every(({ name }) => name.length > 3)).toBe(true);
});
