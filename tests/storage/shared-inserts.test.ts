import { sharedInserts } from '../../storage/shared-inserts';
import { openDatabase, type TestDatabase } from '../database';

jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database?.close());
beforeEach(() => stored().deleteMany({}));

const stored = () => database.connection.collection<{ _id: number }>('shared');
const idsStored = async () => (await stored().find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
const settled = (results: PromiseSettledResult<string>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? result.value : 'refused'));

it('a thousand inserts of one moment share few commands, and each is written', async () => {
  const { insert } = sharedInserts(database.connection, 'shared');
  const before = await insertCommands();
  const outcomes = await Promise.all(Array.from({ length: 1_000 }, (_, _id) => insert({ _id })));
  expect(new Set(outcomes)).toEqual(new Set(['written']));
  expect(await stored().countDocuments()).toBe(1_000);
  expect((await insertCommands()) - before).toBeLessThanOrEqual(8);
});

it('each is accepted or refused on its own', async () => {
  const { insert } = sharedInserts(database.connection, 'shared');
  await insert({ _id: 2 });
  expect(await Promise.all([1, 2, 3, 3].map((_id) => insert({ _id })))).toEqual([
    'written',
    'duplicate',
    'written',
    'duplicate',
  ]);
});

it.each([
  ['a document too large for the database', { _id: 2, x: 'x'.repeat(17 * 1024 * 1024) }],
  ['a key no document may have', { _id: 2, 'a\0b': 1 }],
])('%s does not take the others with it', async (_story, bad) => {
  const { insert } = sharedInserts(database.connection, 'shared');
  const results = await Promise.allSettled([insert({ _id: 1 }), insert(bad), insert({ _id: 3 })]);
  expect(settled(results)).toEqual(['written', 'refused', 'written']);
  expect(await idsStored()).toEqual([1, 3]);
  expect(await insert({ _id: 4 })).toBe('written');
});

it('a refusal that is no duplicate is an error, not a silent loss', async () => {
  await database.connection.createCollection('strict', { validator: { good: true } });
  const { insert } = sharedInserts(database.connection, 'strict');
  const results = await Promise.allSettled([insert({ good: true }), insert({ good: false })]);
  expect(settled(results)).toEqual(['written', 'refused']);
});

it('after the line was cut, inserts fail until it is back', async () => {
  const other = await database.another();
  const { insert } = sharedInserts(other, 'shared');
  await insert({ _id: 1 });
  await other.getClient().close();
  await expect(insert({ _id: 2 })).rejects.toThrow();
  expect(await idsStored()).toEqual([1]);
});

async function insertCommands(): Promise<number> {
  const status = await database.connection.db?.admin().command({ serverStatus: 1 });
  return Number(status?.metrics.commands.insert.total);
}
