import type { Rating } from '../../hotline/ratings';
import { ratingStore } from '../../storage/ratings';
import { prepareData } from '../../storage/migrations';
import { hanoiDepartment, hoa, monday, nam, tam } from '../town/people';
import { openDatabase, type TestDatabase } from '../database';
import { openStores, turnOf } from './stores';

jest.setTimeout(120_000);

let database: TestDatabase;
let stores: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  database = await openDatabase();
  await prepareData(database.connection);
  stores = await openStores(database.connection);
});
afterAll(() => database?.close());
beforeEach(async () => {
  for (const name of ['turns', 'conversations', 'ratings'])
    await database.connection.collection(name).deleteMany({});
});

const rating = (id: string, facts: Partial<Rating> = {}): Rating => ({
  id,
  at: monday,
  score: 4,
  of: 'conversation',
  lane: null,
  agency: null,
  ...facts,
});
const all = { from: '2026-01', to: '2026-12', misconduct: false };

it('stars are written with their turn; a word that follows changes them and counts no second time', async () => {
  await stores.log.append(turnOf(1), { ratings: [rating('a')] });
  await stores.log.append(turnOf(2), { ratings: [rating('a', { comment: 'tốt' })] });
  expect(await ratingStore(database.connection).summary(all)).toEqual([
    { month: '2026-11', of: 'conversation', agency: null, count: 1, average: 4 },
  ]);
  const [kept] = await database.connection.collection('ratings').find().toArray();
  expect(kept).toMatchObject({ comment: 'tốt', month: '2026-11' });
  expect(JSON.stringify(kept)).not.toContain(hoa.conversation);
});

it('averages by month and agency; the misconduct lane by itself', async () => {
  const of = { of: 'ticket', lane: 'pollution', agency: hanoiDepartment } as const;
  const ratings = [
    rating('a', { ...of, score: 5 }),
    rating('b', { ...of, score: 2 }),
    rating('c', { ...of, score: 1, at: new Date('2026-10-31T23:59:00+07:00') }),
    rating('d', { of: 'ticket', lane: 'misconduct', score: 1 }),
  ];
  await stores.log.append(turnOf(1), { ratings });
  const store = ratingStore(database.connection);
  expect(await store.summary(all)).toEqual([
    { month: '2026-11', of: 'ticket', agency: hanoiDepartment, count: 2, average: 3.5 },
    { month: '2026-10', of: 'ticket', agency: hanoiDepartment, count: 1, average: 1 },
  ]);
  expect(await store.summary({ ...all, from: '2026-11' })).toHaveLength(1);
  expect(await store.summary({ ...all, misconduct: true })).toMatchObject([{ count: 1, average: 1 }]);
});

it('counts by stars, by month and by topic', async () => {
  const of = { of: 'ticket', lane: 'pollution', agency: hanoiDepartment } as const;
  const ratings = [
    rating('a', { ...of, category: 'odor', score: 5 }),
    rating('b', { ...of, category: 'odor', score: 2 }),
    rating('c', { score: 5, at: new Date('2026-10-31T23:59:00+07:00') }),
    rating('d', { of: 'ticket', lane: 'misconduct', score: 1 }),
  ];
  await stores.log.append(turnOf(1), { ratings });
  const store = ratingStore(database.connection);
  expect(await store.figures(all)).toEqual({
    scores: [
      { score: 5, count: 2 },
      { score: 2, count: 1 },
    ],
    months: [
      { month: '2026-11', count: 2, average: 3.5 },
      { month: '2026-10', count: 1, average: 5 },
    ],
    topics: [
      { of: 'ticket', lane: 'pollution', category: 'odor', count: 2, average: 3.5 },
      { of: 'conversation', lane: null, count: 1, average: 5 },
    ],
  });
  const { topics } = await store.figures({ ...all, agency: hanoiDepartment.code });
  expect(topics).toMatchObject([{ lane: 'pollution', count: 2 }]);
  expect(await store.figures({ ...all, from: '2027-01', to: '2027-02' })).toEqual({
    ...{ scores: [], months: [], topics: [] },
  });
});

it('tells the words, the newest first, page by page, without what leads to who said them', async () => {
  const minute = (at: number) => new Date(monday.getTime() + at * 60_000);
  const ratings = [
    rating('a', { comment: 'tốt', at: minute(1) }),
    rating('b', { at: minute(2) }),
    rating('c', { comment: 'chờ lâu', at: minute(3), score: 2 }),
    rating('d', { comment: 'sợ lắm', at: minute(4), of: 'ticket', lane: 'misconduct' }),
  ];
  await stores.log.append(turnOf(1), { ratings });
  const store = ratingStore(database.connection);
  const words = (page: number) => store.words(all, { page, pageSize: 1 });
  const about = { of: 'conversation', lane: null, agency: null };
  expect(await words(1)).toEqual({
    items: [{ ...about, at: minute(3), score: 2, comment: 'chờ lâu' }],
    total: 2,
  });
  expect((await words(2)).items).toEqual([{ ...about, at: minute(1), score: 4, comment: 'tốt' }]);
});

it('counts who waits since before, in two queues, within the index', async () => {
  const waits = (conversation: typeof hoa.conversation, minute: number, confidential = false) => {
    const turn = turnOf(1, { conversation });
    const since = new Date(monday.getTime() + minute * 60_000);
    const state = {
      ...turn.state,
      holder: { kind: 'waiting' as const, since },
      ...(confidential && { confidential }),
    };
    return stores.log.append({ ...turn, state }, { listed: true });
  };
  await waits(hoa.conversation, 0);
  await waits(nam.conversation, 1);
  await waits(tam.conversation, 0, true);
  const later = new Date(monday.getTime() + 120_000);
  expect(await stores.lists.waitingBefore(later, false, 10)).toBe(2);
  expect(await stores.lists.waitingBefore(new Date(monday.getTime() + 60_000), false, 10)).toBe(1);
  expect(await stores.lists.waitingBefore(later, true, 10)).toBe(1);
  expect(await stores.lists.waitingBefore(later, false, 1)).toBe(1);
});
