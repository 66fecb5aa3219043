import { ticketStore } from '../../storage/tickets';
import { baDinhOffice, hanoiDepartment, monday } from '../town/people';
import { filedTicket } from '../town/tickets';
import { openDatabase, type TestDatabase } from '../database';
import { openStores, turnOf } from './stores';

jest.setTimeout(120_000);

let database: TestDatabase;
let stores: Awaited<ReturnType<typeof openStores>>;
let turns = 0;

beforeAll(async () => {
  database = await openDatabase();
  stores = await openStores(database.connection);
});
afterAll(() => database?.close());
beforeEach(() => database.connection.collection('tickets').deleteMany({}));

const file = (...filed: ReturnType<typeof filedTicket>[]) =>
  stores.log.append(turnOf(++turns, { out: [] }), { filed });
const ALL = { lanes: ['pollution', 'land'] as const, page: 1, pageSize: 20 };
const codes = async (filter: object) =>
  (await stores.tickets.list({ ...ALL, ...filter })).items.map(({ code }) => code);
const minutes = (n: number) => new Date(monday.getTime() + n * 60_000);

describe('numbers', () => {
  it('are unique over two processes that take them at once', async () => {
    const other = ticketStore(await database.another());
    const taken = await Promise.all(
      Array.from({ length: 200 }, (_, i) => (i % 2 ? stores.tickets : other).nextCode(monday)),
    );
    expect(new Set(taken).size).toBe(200);
    for (const code of taken) expect(code).toMatch(/^XH-2026-\d{6}$/);
  });

  it('carry the year of Vietnam, and begin anew with it', async () => {
    const evening = new Date('2026-12-31T17:00:00Z');
    expect(await stores.tickets.nextCode(evening)).toBe('XH-2027-000001');
    expect(await stores.tickets.nextCode(new Date(evening.getTime() - 1))).toMatch(/^XH-2026-/);
  });

  it('grow longer when six digits are not enough', async () => {
    const counters = database.connection.collection<{ _id: string }>('counters');
    await counters.updateOne({ _id: 'ticket-2030' }, { $set: { last: 999_999 } }, { upsert: true });
    const code = await ticketStore(await database.another()).nextCode(new Date('2030-05-01T00:00:00Z'));
    expect(code).toBe('XH-2030-1000000');
    await file(filedTicket(code));
    expect((await stores.tickets.find(code))?.code).toBe(code);
  });
});

describe('the list', () => {
  beforeEach(async () => {
    await file(
      filedTicket('XH-2026-000001', { createdAt: minutes(1) }),
      filedTicket('XH-2026-000002', {
        createdAt: minutes(2),
        lane: 'land',
        category: null,
        agency: baDinhOffice,
        description: 'Lấn chiếm bờ hồ xây quán',
      }),
      filedTicket('XH-2026-000003', { createdAt: minutes(3), lane: 'misconduct', category: null }),
      filedTicket('XH-2026-000004', {
        createdAt: minutes(4),
        status: 'forwarded',
        events: [
          {
            at: monday,
            by: { kind: 'system' },
            type: 'forwarded',
            from: 'received',
            to: 'forwarded',
            note: null,
          },
        ],
      }),
    );
  });

  it('shows the lanes one may see, newest first', async () => {
    expect(await codes({})).toEqual(['XH-2026-000004', 'XH-2026-000002', 'XH-2026-000001']);
    expect(await codes({ lanes: ['misconduct'] })).toEqual(['XH-2026-000003']);
    expect(await codes({ lanes: [] })).toEqual([]);
  });

  it('a lane that is asked for but may not be seen shows nothing', async () => {
    expect(await codes({ lane: 'misconduct' })).toEqual([]);
    expect(await codes({ lane: 'land' })).toEqual(['XH-2026-000002']);
  });

  it('by state, by agency (only what was forwarded to it), by page', async () => {
    expect(await codes({ status: 'forwarded' })).toEqual(['XH-2026-000004']);
    expect(await codes({ agency: hanoiDepartment.code })).toEqual(['XH-2026-000004']);
    expect(await codes({ agency: baDinhOffice.code })).toEqual([]);
    const second = await stores.tickets.list({ ...ALL, page: 2, pageSize: 2 });
    expect([second.items.map(({ code }) => code), second.total]).toEqual([['XH-2026-000001'], 3]);
  });

  it('by the beginning of a code, and by words of the citizen', async () => {
    expect(await codes({ q: 'xh-2026-000002' })).toEqual(['XH-2026-000002']);
    expect(await codes({ q: 'XH-2026-0000' })).toHaveLength(3);
    expect(await codes({ q: 'quán' })).toContain('XH-2026-000002');
    expect(await codes({ q: 'khong-co-tu-nay' })).toEqual([]);
  });

  it.each(['xh-(', 'xh-.*', '"', '-', '$where', '\u0000', '{}', 'xh-[a-'])(
    'takes %j as words, not as a pattern',
    async (q) => {
      expect((await codes({ q })).length).toBeLessThanOrEqual(0);
    },
  );
});

describe('what is due', () => {
  const hour = 60 * 60 * 1000;
  const inHours = (n: number) => new Date(Date.now() + n * hour);
  const noted = (deadline: Date) => ({ deadline, due: { kind: 'due_soon' as const, deadline } });

  beforeEach(() =>
    file(
      filedTicket('XH-2026-000001', noted(inHours(5))),
      filedTicket('XH-2026-000002', { deadline: inHours(-1) }),
      filedTicket('XH-2026-000003', { deadline: inHours(500) }),
      filedTicket('XH-2026-000004', { ...noted(inHours(5)), status: 'awaiting_citizen' }),
      filedTicket('XH-2026-000005', { deadline: inHours(-1), status: 'closed' }),
      filedTicket('XH-2026-000006', { deadline: inHours(-1), lane: 'misconduct', category: null }),
      filedTicket('XH-2026-000007', noted(inHours(-2))),
    ),
  );

  it('is listed while the clock runs, in the lanes one may see', async () => {
    expect(await codes({ due: 'soon' })).toEqual(['XH-2026-000001']);
    expect((await codes({ due: 'overdue' })).sort()).toEqual(['XH-2026-000002', 'XH-2026-000007']);
    expect(await codes({ due: 'overdue', lanes: ['misconduct'] })).toEqual(['XH-2026-000006']);
    expect(await codes({ due: 'overdue', status: 'closed' })).toEqual([]);
  });
});

it('reads a ticket back as it was filed, to the last field', async () => {
  const ticket = filedTicket('XH-2026-000009', {
    paused: { from: 'verifying', since: monday },
    duplicateOf: 'XH-2026-000001',
    closedAt: monday,
    time: { text: 'tối qua', from: null, to: null, recurring: true },
    attachments: [{ id: 'f', name: 'a.jpg', type: 'image/jpeg', size: 3, evidence: true }],
  });
  await file(ticket);
  expect(await stores.tickets.find(ticket.code)).toEqual(ticket);
  expect(await stores.tickets.findMany([ticket.code, 'XH-2026-999999'])).toEqual([ticket]);
});

it('every query of the lists runs on an index', async () => {
  const tickets = database.connection.collection('tickets');
  const queries = [
    { lane: { $in: ['pollution', 'land'] } },
    { lane: { $in: ['pollution'] }, status: 'received' },
    { lane: { $in: ['pollution', 'land'] }, 'agency.code': 'SNNMT-01', 'events.to': 'forwarded' },
    { _id: { $in: ['XH-2026-000001'] } },
    { lane: { $in: ['pollution'] }, _id: { $regex: '^XH-2026-0' } },
    { lane: { $in: ['pollution'] }, $text: { $search: 'hồ' } },
  ];
  for (const query of queries) {
    const found = await tickets
      .find(query as never)
      .sort({ createdAt: -1 })
      .explain('queryPlanner');
    const plan = JSON.stringify(found);
    expect(plan).toMatch(/IXSCAN|TEXT_MATCH|IDHACK/);
    expect(plan).not.toContain('COLLSCAN');
  }
});
