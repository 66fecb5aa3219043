import { openDatabase, type TestDatabase } from '../../database';
import { killsAroundRenewal } from './grant-kills';

jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database?.close());

test('four processes, ten kills around the renewal: one each, lost only between the answer and its first durable write', async () => {
  const wish = { uri: database.uri, kills: 10, processes: 4, leaseMs: 1_500 };
  expect(await killsAroundRenewal(wish)).toEqual({
    kills: 10,
    'killed in the window': 3,
    'lost in the window': 3,
    'lost elsewhere': 0,
    'renewed more than once': 0,
    'not of one mind': 0,
  });
});
