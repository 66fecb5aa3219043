import { exampleOf } from '../../hotline/examples';
import { exampleStore } from '../../storage/examples';
import { openDatabase, type TestDatabase } from '../database';
import { lan } from '../town/people';

jest.setTimeout(120_000);

let database: TestDatabase;
let store: ReturnType<typeof exampleStore>;

beforeAll(async () => {
  database = await openDatabase();
  store = exampleStore(database.connection);
  await store.init();
});
afterAll(() => database?.close());

const example = (text: string, seconds: number) =>
  exampleOf(
    { text, intent: 'greet', by: { id: lan.id, name: lan.name }, at: new Date(1_000 * seconds) },
    new Set(),
  );

it('keeps examples, newest first, one for each text, and tells that something changed', async () => {
  const states = [await store.state()];
  const change = async (work: Promise<unknown>) => {
    await work;
    states.push(await store.state());
  };
  const [hello, hi] = [example('Xin chào', 1), example('Chào nha', 2)];
  await change(store.put(hello));
  await change(store.put(hi));
  expect(await store.list()).toEqual([hi, hello]);
  await change(store.put({ ...hello, intent: 'help', at: new Date(3_000) }));
  expect(await store.list()).toMatchObject([{ text: 'Xin chào', intent: 'help' }, { text: 'Chào nha' }]);
  await change(store.remove(hi.id));
  expect(await store.remove(hi.id)).toBe(false);
  expect(await store.list()).toHaveLength(1);
  expect(new Set(states).size).toBe(states.length);
});

it('nothing taught is the state that a process begins with', async () => {
  await database.connection.collection('examples').deleteMany();
  expect(await store.state()).toBe('0 ');
});
