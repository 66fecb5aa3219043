import { sameQuestion, type UnansweredQuestion } from '../../hotline/questions';
import { ensureQuestionIndexes, questionStore } from '../../storage/questions';
import { openDatabase, type TestDatabase } from '../database';
import { hoa, nam } from '../town/people';
import { openStores, turnOf } from './stores';

jest.setTimeout(120_000);

let database: TestDatabase;
let stores: Awaited<ReturnType<typeof openStores>>;
let questions: ReturnType<typeof questionStore>;

beforeAll(async () => {
  database = await openDatabase();
  stores = await openStores(database.connection);
  questions = questionStore(database.connection);
  await ensureQuestionIndexes(database.connection);
});
afterAll(() => database?.close());
beforeEach(() => database.connection.collection('questions').deleteMany());

const asked = (id: string, text: string, minute: number): UnansweredQuestion => ({
  id,
  key: sameQuestion(text.toLowerCase()),
  text,
  guess: { intent: 'out_of_scope', confidence: 0.5 },
  at: new Date(Date.UTC(2026, 10, 23, 4, minute)),
});
const list = () => questions.list({ page: 1, pageSize: 20 });

it('is written with its turn, once however often the turn is tried, and not without it', async () => {
  const turn = turnOf(1);
  const question = asked(`${hoa.conversation}/1`, 'Cấp hộ chiếu', 1);
  expect(await stores.log.append(turn, { questions: [question] })).toEqual({ outcome: 'written' });
  expect((await stores.log.append(turn, { questions: [question] })).outcome).toBe('duplicate');
  const other = turnOf(1, { eventId: 'other' });
  expect(await stores.log.append(other, { questions: [question] })).toEqual({ outcome: 'lost' });
  expect((await list()).items).toMatchObject([{ text: 'Cấp hộ chiếu', count: 1 }]);
});

it('many who ask the same at once are all counted, and none waits for another', async () => {
  const together = Array.from({ length: 30 }, (_, at) => {
    const conversation = `${nam.conversation}-${at}` as typeof nam.conversation;
    const question = asked(`${conversation}/1`, 'Đổ tủ lạnh ở đâu', at);
    return stores.log.append(turnOf(1, { conversation }), { questions: [question] });
  });
  expect(new Set((await Promise.all(together)).map(({ outcome }) => outcome))).toEqual(new Set(['written']));
  expect(await list()).toMatchObject({ items: [{ text: 'Đổ tủ lạnh ở đâu', count: 30 }], total: 1 });
});

it('what is asked most comes first; what was settled is gone until it is asked again', async () => {
  const ask = (seq: number, text: string) =>
    stores.log.append(turnOf(seq), { questions: [asked(`${hoa.conversation}/${seq}`, text, seq)] });
  await ask(2, 'Cấp hộ chiếu');
  await ask(3, 'đổ tủ lạnh ở đâu');
  await ask(4, 'Đổ tủ lạnh ở đâu');
  const [first, second] = (await list()).items;
  expect(first).toMatchObject({ text: 'Đổ tủ lạnh ở đâu', count: 2 });
  expect(first?.firstAt).toEqual(new Date('2026-11-23T04:03:00Z'));
  expect(first?.lastAt).toEqual(new Date('2026-11-23T04:04:00Z'));
  expect(second).toMatchObject({ text: 'Cấp hộ chiếu', count: 1 });
  expect(await questions.list({ page: 2, pageSize: 1 })).toMatchObject({ items: [{ count: 1 }], total: 2 });
  expect(await questions.settle(first?.key ?? '')).toBe(true);
  expect(await questions.settle(first?.key ?? '')).toBe(false);
  expect((await list()).items).toMatchObject([{ text: 'Cấp hộ chiếu' }]);
  await ask(5, 'đổ tủ lạnh ở đâu');
  expect((await list()).total).toBe(2);
});
