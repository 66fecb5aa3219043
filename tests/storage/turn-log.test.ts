import type { Turn } from '../../hotline/conversation/turn';
import { hoa, monday, nam } from '../town/people';
import { filedTicket } from '../town/tickets';
import { openDatabase, type TestDatabase } from '../database';
import { conversation, openStores, turnOf } from './stores';

jest.setTimeout(120_000);

let database: TestDatabase;
let stores: Awaited<ReturnType<typeof openStores>>;

beforeAll(async () => {
  database = await openDatabase();
  stores = await openStores(database.connection);
});
afterAll(() => database?.close());
beforeEach(async () => {
  for (const name of ['turns', 'tickets', 'identities', 'conversations'])
    await database.connection.collection(name).deleteMany({});
});

const count = (collection: string) => database.connection.collection(collection).countDocuments();

describe('appending', () => {
  it('writes the whole turn as one document, and reads it back as it was', async () => {
    const turn = turnOf(1, {
      dueAt: monday,
      effects: [{ type: 'fetch', input: { id: 1 } }],
      effectsAt: monday,
    });
    expect(await stores.log.append(turn)).toEqual({ outcome: 'written' });
    expect(await count('turns')).toBe(1);
    expect(await stores.log.newest(hoa.conversation)).toEqual(turn);
  });

  it('an event that was taken gets the first one’s turn, wherever it would stand', async () => {
    await stores.log.append(turnOf(1));
    const again = await stores.log.append(turnOf(2, { eventId: 'e1' }));
    expect(again).toEqual({ outcome: 'duplicate', turn: turnOf(1) });
    expect(await count('turns')).toBe(1);
  });

  it('a place that was taken is lost', async () => {
    await stores.log.append(turnOf(1));
    expect(await stores.log.append(turnOf(1, { eventId: 'other' }))).toEqual({ outcome: 'lost' });
    const { eventId: _e, ...pushed } = turnOf(1);
    expect(await stores.log.append(pushed)).toEqual({ outcome: 'lost' });
    expect(await stores.log.newest(hoa.conversation)).toEqual(turnOf(1));
  });

  it('many turns without an event may stand in one conversation', async () => {
    for (const seq of [1, 2, 3]) {
      const { eventId: _e, ...pushed } = turnOf(seq);
      expect(await stores.log.append(pushed)).toEqual({ outcome: 'written' });
    }
  });

  it('two citizens may choose the same event id', async () => {
    const [a, b] = await Promise.all([
      stores.log.append(turnOf(1)),
      stores.log.append(turnOf(1, { conversation: nam.conversation })),
    ]);
    expect([a, b]).toEqual([{ outcome: 'written' }, { outcome: 'written' }]);
  });

  it('of a hundred writers for one place exactly one wins', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, i) => stores.log.append(turnOf(1, { eventId: `w${i}` }))),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'written')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'lost')).toHaveLength(99);
  });

  it('a conversation that remembers too much is refused, and nothing is written', async () => {
    const fat = turnOf(1, { state: { ...turnOf(1).state, bot: { x: 'x'.repeat(300_000) } } });
    await expect(stores.log.append(fat)).rejects.toMatchObject({ id: 'state_too_large' });
    expect(await count('turns')).toBe(0);
  });

  it('is told to this process only once it is durable', async () => {
    const told: [Turn, boolean, number][] = [];
    const unlisten = stores.log.onTurn(
      (turn, own) => void count('turns').then((n) => told.push([turn, own, n])),
    );
    await stores.log.append(turnOf(1));
    await stores.log.append(turnOf(1, { eventId: 'lost' }));
    unlisten();
    await stores.log.append(turnOf(2));
    expect(told.map(([turn, own, n]) => [turn.seq, own, n])).toEqual([[1, true, 1]]);
  });
});

describe('reading', () => {
  beforeEach(async () => {
    for (let seq = 1; seq <= 60; seq++) await stores.log.append(turnOf(seq));
    await stores.log.append(turnOf(1, { conversation: conversation(`${hoa.conversation}0`) }));
  });
  const read = async (after: number, limit: number) =>
    (await stores.log.read(hoa.conversation, after, limit)).map(({ seq }) => seq);

  it.each([
    [0, 3, [1, 2, 3]],
    [1, 2, [1, 2]],
    [2, 2, [2, 3]],
    [116, 10, [59, 60]],
    [119, 10, [60]],
    [120, 10, []],
    [999, 10, []],
  ])('after message %i, at most %i turns', async (after, limit, seqs) => {
    expect(await read(after, limit)).toEqual(seqs);
  });

  it('the whole of it, in order, and nothing of a neighbour', async () => {
    expect(await read(0, 1000)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  it('steps over turns that hold no message', async () => {
    await stores.log.append({ ...turnOf(61), out: [], firstMessage: 121, in: undefined } as unknown as Turn);
    await stores.log.append(turnOf(62, { firstMessage: 121 }));
    expect(await read(120, 10)).toEqual([62]);
    expect(await read(119, 10)).toContain(60);
  });
});

it('finds what is overdue, until it is settled', async () => {
  const soon = new Date(monday.getTime() + 1_000);
  await stores.log.append(turnOf(1, { dueAt: soon }));
  await stores.log.append(turnOf(2));
  expect(await stores.log.overdue(monday, 10)).toEqual([]);
  expect((await stores.log.overdue(soon, 10)).map(({ seq }) => seq)).toEqual([1]);
  await stores.log.settle(turnOf(1));
  expect(await stores.log.overdue(soon, 10)).toEqual([]);
});

describe('a turn and what belongs to it', () => {
  it('are written together', async () => {
    const ticket = filedTicket();
    const along = {
      filed: [ticket],
      identities: [{ of: hoa.conversation, identity: { name: hoa.name, phone: hoa.e164 } }],
      reporterOf: ticket.code,
      listed: true,
    };
    expect(await stores.log.append(turnOf(1), along)).toEqual({ outcome: 'written' });
    expect(await stores.tickets.find(ticket.code)).toEqual(ticket);
    expect(await stores.identities.of(`ticket:${ticket.code}`)).toEqual({ name: hoa.name, phone: hoa.e164 });
    expect(await stores.lists.find(hoa.conversation)).toMatchObject({ lastText: 'tin 1', messages: 2 });
  });

  it('nothing is, when the place was taken', async () => {
    await stores.log.append(turnOf(1));
    const along = {
      filed: [filedTicket()],
      identities: [{ of: 'x', identity: { name: hoa.name } }],
      listed: true,
    };
    expect(await stores.log.append(turnOf(1, { eventId: 'other' }), along)).toEqual({ outcome: 'lost' });
    expect([await count('tickets'), await count('identities'), await count('conversations')]).toEqual([
      0, 0, 0,
    ]);
  });

  it('nothing is, when the event was taken: the first one’s turn comes back', async () => {
    await stores.log.append(turnOf(1));
    const result = await stores.log.append(turnOf(2, { eventId: 'e1' }), { filed: [filedTicket()] });
    expect(result).toEqual({ outcome: 'duplicate', turn: turnOf(1) });
    expect(await count('tickets')).toBe(0);
  });

  it('nothing is, when a ticket was changed meanwhile', async () => {
    const ticket = filedTicket();
    await stores.log.append(turnOf(1), { filed: [ticket] });
    const first = { ...ticket, revision: 2, status: 'verifying' as const };
    const second = { ...ticket, revision: 2, status: 'rejected' as const };
    await stores.log.append(turnOf(2), { changed: [first] });
    const late = stores.log.append(turnOf(3), {
      changed: [second],
      identities: [{ of: 'x', identity: { name: hoa.name } }],
    });
    await expect(late).rejects.toMatchObject({ id: 'changed_meanwhile' });
    expect(await stores.tickets.find(ticket.code)).toEqual(first);
    expect([await count('turns'), await count('identities')]).toEqual([2, 0]);
  });

  it('nothing is, when the ticket is not valid', async () => {
    const bad = { ...filedTicket(), status: 'lost' } as unknown as ReturnType<typeof filedTicket>;
    await expect(stores.log.append(turnOf(1), { filed: [bad] })).rejects.toThrow(/status/);
    await expect(stores.log.append(turnOf(1), { changed: [bad] })).rejects.toThrow(/status/);
    expect([await count('turns'), await count('tickets')]).toEqual([0, 0]);
  });

  it('of two that file under one number only one is written', async () => {
    const outcomes = await Promise.all([
      stores.log.append(turnOf(1), { filed: [filedTicket()] }),
      stores.log.append(turnOf(1, { conversation: nam.conversation }), { filed: [filedTicket()] }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['lost', 'written']);
    expect([await count('turns'), await count('tickets')]).toEqual([1, 1]);
  });
});

it('every query of the log runs on an index', async () => {
  const turns = database.connection.collection('turns');
  const queries: [object, object][] = [
    [{ _id: { $gt: 'a/', $lt: 'a0' } }, { _id: -1 }],
    [{ _id: { $gt: 'a/', $lt: 'a0' }, lastMessage: { $gt: 3 } }, { _id: 1 }],
    [{ conversation: 'a', eventId: 'e' }, {}],
    [{ dueAt: { $lte: monday } }, { dueAt: 1 }],
  ];
  for (const [query, sort] of queries) {
    const plan = JSON.stringify(
      await turns
        .find(query)
        .sort(sort as never)
        .explain('queryPlanner'),
    );
    expect(plan).toContain('IXSCAN');
    expect(plan).not.toMatch(/COLLSCAN|"stage":"SORT"/);
  }
});
