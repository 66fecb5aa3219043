import type { Connection } from 'mongoose';
import { news } from '../../../bot/replies/ticket';
import { wordsOf } from '../../../bot/words';
import { turnTaking } from '../../../hotline/conversation/turn-taking';
import { deadlineWatch, type Due } from '../../../hotline/deadlines/watch';
import * as moves from '../../../hotline/ticket/moves';
import type { Status, Ticket } from '../../../hotline/ticket/ticket';
import { beginWatch, dueTickets } from '../../../storage/due';
import { openDatabase, type TestDatabase } from '../../database';
import { openStores, turnOf } from '../../storage/stores';
import { content } from '../../town/content';
import { townDeadlines } from '../../town/deadlines';
import { hoa, lan, monday } from '../../town/people';
import { filedTicket } from '../../town/tickets';

jest.setTimeout(120_000);

const CODE = 'XH-2026-000001';
const words = wordsOf(content.locales.vi);
let database: TestDatabase;
let now: Date;
let mine: Process;

beforeAll(async () => {
  database = await openDatabase();
  mine = await open(database.connection);
  await beginWatch(database.connection);
});
afterAll(() => database?.close());
beforeEach(async () => {
  now = monday;
  for (const name of ['tickets', 'turns']) await database.connection.collection(name).deleteMany({});
  mine.told.length = 0;
  mine.errors.length = 0;
});

type Process = Awaited<ReturnType<typeof open>>;

/** One process with a watch of its own; `listen` is what tells its staff. */
async function open(
  connection: Connection,
  listen: (due: Due) => Promise<unknown> = () => Promise.resolve(),
) {
  const stores = await openStores(connection);
  const told: string[] = [];
  const errors: unknown[] = [];
  const turns = turnTaking({
    log: stores.log,
    answer: () => Promise.reject(new Error('the bot is not asked')),
    pushes: () => false,
    messagesPerMinute: 1000,
    now: () => now,
  });
  const watch = deadlineWatch({
    store: dueTickets(connection),
    tickets: stores.tickets,
    turns,
    deadlines: townDeadlines,
    tell: (ticket) => news(words, ticket),
    onDue: async (due) => {
      await listen(due);
      told.push(due.key);
    },
    onError: (error) => errors.push(error),
    now: () => now,
  });
  return { ...stores, turns, watch, told, errors };
}

const at = (said: string) => new Date(`${said}+07:00`);
/** The town's ticket is due on Monday 14 December at 17:00; its staff hear of it on Friday 11 at 08:00. */
const FRIDAY = at('2026-12-11T08:00');
const DEADLINE = at('2026-12-14T17:00');

async function file(facts: Partial<Ticket> = {}, code = CODE): Promise<void> {
  const filed = [filedTicket(code, { watchAt: monday, ...facts })];
  await mine.log.append(turnOf(1, { out: [], conversation: hoa.conversation, eventId: code }), { filed });
}

async function ticket(code = CODE): Promise<Ticket> {
  const found = await mine.tickets.find(code);
  if (!found) throw new Error(`no ticket ${code}`);
  return found;
}

/** Staff or the citizen change it, as the desk does. */
async function change(move: (ticket: Ticket) => Ticket): Promise<void> {
  const changed = [move(await ticket())];
  await mine.turns.take({ conversation: hoa.conversation }, ({ state }) =>
    Promise.resolve({ out: [], state, along: { changed } }),
  );
}

async function sweepAt(moment: Date, { watch } = mine): Promise<void> {
  now = moment;
  await watch.sweep();
}

const typesOf = ({ events }: Ticket) => events.map(({ type }) => type);
const keyOf = (kind: string, deadline = DEADLINE) => `${CODE}/${kind}/${deadline.toISOString()}`;
const heard = async () =>
  (await mine.log.read(hoa.conversation, 0, 50)).flatMap(({ out }) =>
    out.map(({ activity }) => activity.text),
  );

it('tells staff the day before and when it is past, each once, and the citizen nothing', async () => {
  await file();
  await sweepAt(new Date(FRIDAY.getTime() - 1));
  expect(mine.told).toEqual([]);
  for (const moment of [FRIDAY, FRIDAY, at('2026-12-12T12:00'), DEADLINE, DEADLINE, at('2027-06-01T00:00')])
    await sweepAt(moment);
  expect(mine.told).toEqual([keyOf('due_soon'), keyOf('overdue')]);
  const { events, updatedAt, watchAt, due } = await ticket();
  expect(events.slice(1)).toEqual([
    { at: FRIDAY, by: { kind: 'system' }, type: 'due_soon', from: null, to: null, note: null },
    { at: DEADLINE, by: { kind: 'system' }, type: 'overdue', from: null, to: null, note: null },
  ]);
  expect([updatedAt, watchAt, due]).toEqual([monday, undefined, { kind: 'overdue', deadline: DEADLINE }]);
  expect(await heard()).toEqual([]);
});

it('a system that was away tells at once, and of what matters now', async () => {
  await file();
  await sweepAt(at('2026-12-20T09:00'));
  await sweepAt(at('2026-12-20T09:01'));
  expect(mine.told).toEqual([keyOf('overdue')]);
});

it('a term of hours is told four hours before', async () => {
  const deadline = at('2026-11-24T09:00');
  await file({ term: { hours: 24 }, urgent: true, deadline });
  await sweepAt(at('2026-11-24T04:59'));
  expect(mine.told).toEqual([]);
  await sweepAt(at('2026-11-24T05:00'));
  expect(mine.told).toEqual([keyOf('due_soon', deadline)]);
});

it.each<Status>(['resolved', 'rejected', 'duplicate', 'closed', 'withdrawn'])(
  'what is %s is watched no more',
  async (status) => {
    await file({ status });
    await sweepAt(at('2027-01-01T00:00'));
    expect(mine.told).toEqual([]);
    expect(await ticket()).not.toHaveProperty('watchAt');
  },
);

it('six processes that sweep at once tell once', async () => {
  await file();
  const others = await Promise.all(Array.from({ length: 5 }, async () => open(await database.another())));
  const all = [mine, ...others];
  for (const moment of [FRIDAY, FRIDAY, DEADLINE, DEADLINE]) {
    now = moment;
    await Promise.all(all.map(({ watch }) => watch.sweep()));
  }
  expect(all.flatMap(({ told }) => told).sort()).toEqual([keyOf('due_soon'), keyOf('overdue')]);
  expect(typesOf(await ticket())).toEqual(['received', 'due_soon', 'overdue']);
  expect(all.flatMap(({ errors }) => errors)).toEqual([]);
});

it('what a process noted and died before telling, another one tells when its time is up', async () => {
  await file();
  const noted = new Promise<void>((resolve) => {
    void database
      .another()
      .then((connection) => open(connection, () => new Promise<void>(() => resolve())))
      .then((dead) => sweepAt(FRIDAY, dead));
  });
  await noted;
  await sweepAt(new Date(FRIDAY.getTime() + 59_000));
  expect(mine.told).toEqual([]);
  await sweepAt(new Date(FRIDAY.getTime() + 60_000));
  await sweepAt(new Date(FRIDAY.getTime() + 120_000));
  expect(mine.told).toEqual([keyOf('due_soon')]);
  expect(typesOf(await ticket())).toEqual(['received', 'due_soon']);
});

it('a listener that fails is called again, and the others do not wait for it', async () => {
  await file();
  let failing = true;
  const other = await open(await database.another(), ({ ticket: { code } }) =>
    failing && code === CODE ? Promise.reject(new Error('no mail today')) : Promise.resolve(),
  );
  await mine.log.append(turnOf(2, { out: [], eventId: 'second' }), {
    filed: [filedTicket('XH-2026-000002', { watchAt: monday })],
  });
  await sweepAt(FRIDAY, other);
  expect([other.told.length, other.errors.length]).toEqual([1, 1]);
  failing = false;
  await sweepAt(new Date(FRIDAY.getTime() + 120_000), other);
  expect(other.told.at(-1)).toBe(keyOf('due_soon'));
  expect(typesOf(await ticket())).toEqual(['received', 'due_soon']);
});

describe('while the citizen is asked', () => {
  const asked = at('2026-12-10T09:00');
  // Five working days for the reminder, ten until it is closed.
  const REMIND = at('2026-12-17T17:00');
  const CLOSE = at('2026-12-24T17:00');
  const byLan = (when: Date): moves.Act => ({ by: { kind: 'staff', ...lan }, at: when });
  const ask = () =>
    change((known) => moves.askCitizen(known, byLan(asked), 'Cống nào ạ?', townDeadlines.patience(asked)));

  it('the clock stands: no deadline is told, until it goes on with a new one', async () => {
    await file();
    await ask();
    await sweepAt(at('2026-12-15T09:00'));
    expect(mine.told).toEqual([]);
    await change((known) => moves.goOn(known, byLan(at('2026-12-15T10:00')), townDeadlines));
    // Two working days were left on Thursday, so two are left on Tuesday.
    const deadline = at('2026-12-17T17:00');
    expect((await ticket()).deadline).toEqual(deadline);
    await sweepAt(at('2026-12-16T08:00'));
    await sweepAt(deadline);
    expect(mine.told).toEqual([keyOf('due_soon', deadline), keyOf('overdue', deadline)]);
  });

  it('what was told before is told again for the new deadline', async () => {
    await file();
    await sweepAt(FRIDAY);
    const later = at('2026-12-11T10:00');
    await change((known) => moves.askCitizen(known, byLan(later), 'Cống nào ạ?'));
    await change((known) => moves.goOn(known, byLan(at('2026-12-16T10:00')), townDeadlines));
    await sweepAt(at('2026-12-16T10:01'));
    expect(mine.told).toEqual([keyOf('due_soon'), keyOf('due_soon', at('2026-12-17T17:00'))]);
  });

  it('is asked once more, then the report is closed; both are said once by whoever comes first', async () => {
    await file();
    await ask();
    const other = await open(await database.another());
    for (const moment of [at('2026-12-17T16:59'), REMIND, REMIND, at('2026-12-24T16:59'), CLOSE, CLOSE]) {
      now = moment;
      await Promise.all([mine.watch.sweep(), other.watch.sweep()]);
    }
    const said = await heard();
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/vẫn đang chờ.*XH-2026-000001: Cống nào ạ\?\nNếu đến 17:00 ngày 24\/12\/2026/);
    expect(said[1]).toMatch(/khép lại vì chưa có câu trả lời/);
    const closed = await ticket();
    expect(closed).toMatchObject({ status: 'closed', closedAt: CLOSE });
    expect(closed.events.slice(-2)).toMatchObject([
      { type: 'citizen_reminded', by: { kind: 'system' } },
      { type: 'closed', by: { kind: 'system' }, from: 'awaiting_citizen' },
    ]);
    expect([...mine.errors, ...other.errors, ...mine.told]).toEqual([]);
  });

  it('who answers in time is neither asked again nor closed', async () => {
    await file();
    await ask();
    await change((known) =>
      moves.goOn(known, { by: { kind: 'citizen' }, at: at('2026-12-17T16:00') }, townDeadlines),
    );
    await sweepAt(REMIND);
    await sweepAt(CLOSE);
    expect(await heard()).toEqual([]);
    expect((await ticket()).status).toBe('received');
  });

  it('an answer that comes at the very moment of closing wins or loses whole', async () => {
    await file();
    await ask();
    now = CLOSE;
    const answer = change((known) =>
      moves.goOn(known, { by: { kind: 'citizen' }, at: CLOSE }, townDeadlines),
    );
    const [answered] = await Promise.allSettled([answer, mine.watch.sweep()]);
    await sweepAt(CLOSE);
    const { status } = await ticket();
    expect(status).toBe(answered.status === 'fulfilled' ? 'received' : 'closed');
    expect((await heard()).length).toBe(status === 'closed' ? 1 : 0);
  });
});

it('open tickets of before there was a watch are looked at; those that ended are not', async () => {
  const collection = database.connection.collection('tickets');
  await file();
  const ended = filedTicket('XH-2026-000002', { status: 'closed' });
  await mine.log.append(turnOf(2, { out: [], eventId: 'ended' }), { filed: [ended] });
  await collection.updateMany({}, { $unset: { watchAt: '' } });
  await sweepAt(DEADLINE);
  expect(mine.told).toEqual([]);
  await beginWatch(database.connection);
  expect(await ticket(ended.code)).not.toHaveProperty('watchAt');
  await sweepAt(at('2027-06-01T00:00'));
  expect(mine.told).toEqual([keyOf('overdue')]);
});

it('what is due is found by an index that holds only what is watched', async () => {
  const collection = database.connection.collection('tickets');
  const plan = await collection
    .find({ watchAt: { $lte: now } })
    .sort({ watchAt: 1 })
    .explain('queryPlanner');
  expect(JSON.stringify(plan)).toMatch(/IXSCAN/);
  expect(JSON.stringify(plan)).toMatch(/"indexName":"watch"/);
});
