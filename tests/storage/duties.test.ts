import { duties } from '../../storage/duties';
import { openDatabase, type TestDatabase } from '../database';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

it('one of many has a duty; it passes on when it is given up, and when its time is up', async () => {
  const [here, there] = [duties(database.connection), duties(await database.another())];
  const taken = await Promise.all([here, there, here, there].map((each) => each.take('poll', 60_000)));
  const [mine] = taken.filter((duty) => duty !== undefined);
  expect(taken.filter((duty) => duty !== undefined)).toHaveLength(1);
  expect(await there.take('something else', 60_000)).toBeDefined();
  expect(await mine?.keep()).toBe(true);
  await mine?.release();
  const short = await there.take('poll', 1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const next = await here.take('poll', 60_000);
  expect(next).toBeDefined();
  // Who had it learns that it is lost, and cannot take it back.
  expect(await short?.keep()).toBe(false);
  await short?.release();
  expect(await there.take('poll', 60_000)).toBeUndefined();
});
