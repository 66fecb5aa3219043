import type { Holder, Turn } from '../../hotline/conversation/turn';
import { hoa, lan, monday, nam, tam } from '../town/people';
import { openDatabase, type TestDatabase } from '../database';
import { openStores, turnOf } from './stores';

jest.setTimeout(120_000);

let database: TestDatabase;
let stores: Awaited<ReturnType<typeof openStores>>;

beforeAll(async () => {
  database = await openDatabase();
  stores = await openStores(database.connection);
});
afterAll(() => database?.close());
beforeEach(async () => {
  for (const name of ['turns', 'conversations']) await database.connection.collection(name).deleteMany({});
});

const minutes = (n: number) => new Date(monday.getTime() + n * 60_000);
const held = (seq: number, holder: Holder, facts: Partial<Turn> = {}): Turn => {
  const turn = turnOf(seq, facts);
  return { ...turn, state: { ...turn.state, holder } };
};
const waiting = (at: Date): Holder => ({ kind: 'waiting', since: at });
const listed = async (filter: object = {}) => {
  const { items } = await stores.lists.list({ misconduct: 'without', page: 1, pageSize: 20, ...filter });
  return items.map(({ id }) => id);
};

const inLists = async (id: string) => {
  const { items } = await stores.lists.list({ misconduct: 'all', page: 1, pageSize: 20 });
  return items.find((each) => each.id === id);
};

it('one conversation is looked up in the log, so that it is never behind', async () => {
  await stores.log.append(turnOf(1));
  expect(await inLists(hoa.conversation)).toBeUndefined();
  expect(await stores.lists.find(hoa.conversation)).toMatchObject({
    id: hoa.conversation,
    lastText: 'tin 1',
  });
  expect(await stores.lists.find(nam.conversation)).toBeUndefined();
});

it('shows a hand-over the moment its turn is written', async () => {
  await stores.log.append(held(1, waiting(monday)), { listed: true });
  expect(await inLists(hoa.conversation)).toMatchObject({ holder: 'waiting', since: monday });
  await stores.log.append(held(2, { kind: 'staff', ...lan, since: minutes(1) }), { listed: true });
  expect(await inLists(hoa.conversation)).toMatchObject({
    holder: 'staff',
    holderName: lan.name,
    since: minutes(1),
    messages: 4,
    lastText: 'tin 2',
  });
  await stores.log.append(turnOf(3), { listed: true });
  expect(await inLists(hoa.conversation)).not.toHaveProperty('holderName');
});

it('who waited longest comes first', async () => {
  await stores.log.append(held(1, waiting(minutes(5)), { conversation: nam.conversation }), { listed: true });
  await stores.log.append(held(1, waiting(minutes(2))), { listed: true });
  expect(await listed({ holder: 'waiting' })).toEqual([hoa.conversation, nam.conversation]);
});

it('misconduct is kept from the list of everybody else, and alone in the inspectors’', async () => {
  const turn = turnOf(1, { conversation: tam.conversation });
  const secret = { ...turn, state: { ...turn.state, confidential: true } };
  await stores.log.append(secret, { listed: true });
  await stores.log.append(turnOf(1), { listed: true });
  expect(await listed()).toEqual([hoa.conversation]);
  expect(await listed({ misconduct: 'only' })).toEqual([tam.conversation]);
  expect(await listed({ misconduct: 'all' })).toHaveLength(2);
  expect(await listed({ holder: 'bot' })).toEqual([hoa.conversation]);
});

it('what changes only the last line is shown soon, and never over something newer', async () => {
  stores.lists.showSoon(turnOf(1));
  stores.lists.showSoon(turnOf(2, { at: minutes(1) }));
  await stores.lists.flush();
  expect(await inLists(hoa.conversation)).toMatchObject({ lastText: 'tin 2', lastAt: minutes(1) });
  stores.lists.showSoon(turnOf(1));
  stores.lists.showSoon(turnOf(1, { conversation: nam.conversation }));
  await stores.lists.flush();
  expect(await inLists(hoa.conversation)).toMatchObject({ lastText: 'tin 2' });
  expect(await inLists(nam.conversation)).toMatchObject({ lastText: 'tin 1' });
});

it('long words are cut, files are named as such, and private words stay masked', async () => {
  const long = turnOf(1, { in: { type: 'message', text: 'đen '.repeat(100) } });
  await stores.log.append(long, { listed: true });
  expect((await stores.lists.find(hoa.conversation))?.lastText).toHaveLength(120);
  const files = [{ contentType: 'image/jpeg', fileId: 'f' }];
  await stores.log.append(turnOf(2, { in: { type: 'message', attachments: files } }), { listed: true });
  expect((await stores.lists.find(hoa.conversation))?.lastText).toBe('[tệp đính kèm]');
  const masked = turnOf(3, { in: { type: 'message', text: '••• ••• 678' }, private: true });
  await stores.log.append(masked, {
    listed: true,
    identities: [{ of: hoa.conversation, identity: { words: { 3: hoa.phone } } }],
  });
  expect((await stores.lists.find(hoa.conversation))?.lastText).toBe('••• ••• 678');
});

it('every query of the lists runs on an index', async () => {
  const conversations = database.connection.collection('conversations');
  for (const lane of ['misconduct', { $ne: 'misconduct' }])
    for (const query of [{ lane }, { lane, holder: 'waiting' }]) {
      const plans = [
        await conversations
          .find(query as never)
          .sort({ lastAt: -1 })
          .explain('queryPlanner'),
        await conversations.aggregate([{ $match: query }, { $count: 'n' }]).explain('queryPlanner'),
      ];
      for (const plan of plans) expect(JSON.stringify(plan)).not.toContain('COLLSCAN');
    }
});
