import type { Ticket } from '../../hotline/ticket/ticket';
import { incidentStore } from '../../storage/incidents';
import { openDatabase, type TestDatabase } from '../database';
import { hoa, monday } from '../town/people';
import { filedTicket } from '../town/tickets';
import { openStores, turnOf } from './stores';

jest.setTimeout(120_000);

let database: TestDatabase;
let stores: Awaited<ReturnType<typeof openStores>>;
let incidents: ReturnType<typeof incidentStore>;
let turns = 0;

beforeAll(async () => {
  database = await openDatabase();
  stores = await openStores(database.connection);
  incidents = incidentStore(database.connection);
});
afterAll(() => database?.close());
beforeEach(() => database.connection.collection('tickets').deleteMany({}));

const file = (...filed: Ticket[]) => stores.log.append(turnOf(++turns, { out: [] }), { filed });
const days = (n: number) => new Date(monday.getTime() - n * 24 * 60 * 60 * 1000);
/** So many metres north of Hoàn Kiếm lake. */
const north = (metres: number) => ({ ...hoa.home, lat: 21.0287 + metres / 111_320, lon: 105.8523 });
const code = (n: number) => `XH-2026-00000${n}`;
const AROUND = {
  lane: 'pollution',
  category: 'water',
  since: days(7),
  near: { lat: 21.0287, lon: 105.8523, metres: 250 },
  limit: 50,
} as const;

const similar = async (search: Parameters<typeof incidents.similar>[0]) =>
  (await incidents.similar(search)).map((ticket) => ticket.code);

test('what lies within the distance, is lately told, of the kind, and still counts; newest first', async () => {
  await file(
    filedTicket(code(1), { location: north(0), createdAt: days(2) }),
    filedTicket(code(2), { location: north(245), createdAt: days(1) }),
    filedTicket(code(3), { location: north(260) }),
    filedTicket(code(4), { location: north(10), createdAt: days(8) }),
    filedTicket(code(5), { location: north(10), category: 'odor' }),
    filedTicket(code(6), { location: north(10), status: 'withdrawn' }),
    filedTicket(code(7), { location: north(10), lane: 'land', category: null }),
    filedTicket(code(8), { location: hoa.home }),
  );
  expect(await similar(AROUND)).toEqual([code(2), code(1)]);
});

test('without a position, what was told of the same commune', async () => {
  await file(
    filedTicket(code(1), { location: hoa.home }),
    filedTicket(code(2), { location: { ...hoa.home, communeCode: '00070' } }),
  );
  const { near: _near, ...search } = AROUND;
  expect(await similar({ ...search, communeCode: '00004' })).toEqual([code(1)]);
});

test('a ticket is read as it was filed, and its incident is found by its id', async () => {
  const ticket = filedTicket(code(1), { location: north(0), incident: 'VV-3F9A0C41D2' });
  await file(ticket, filedTicket(code(2)));
  expect(await stores.tickets.find(code(1))).toEqual(ticket);
  expect(await incidents.ofIncident('VV-3F9A0C41D2', 10)).toEqual([ticket]);
});

test('the searches go by an index', async () => {
  await file(filedTicket(code(1), { location: north(0) }));
  const plans = database.connection.collection('tickets');
  const { near, limit: _limit, since, ...kind } = AROUND;
  const circle = { $geoWithin: { $centerSphere: [[near.lon, near.lat], near.metres / 6_378_100] } };
  for (const query of [
    { ...kind, createdAt: { $gte: since }, geo: circle },
    { ...kind, createdAt: { $gte: since }, 'location.communeCode': '00004' },
    { incident: 'VV-3F9A0C41D2' },
  ]) {
    const plan = JSON.stringify(await plans.find(query).explain('queryPlanner'));
    expect(plan).toContain('IXSCAN');
    expect(plan).not.toContain('"COLLSCAN"');
  }
});

test('in a commune with many reports only those of the kind are read', async () => {
  const others = Array.from({ length: 30 }, (_, n) =>
    filedTicket(`XH-2026-0001${String(n).padStart(2, '0')}`, { location: hoa.home, category: 'odor' }),
  );
  await file(...others, filedTicket(code(1), { location: hoa.home }));
  const { near: _near, limit, since, ...kind } = AROUND;
  const { executionStats: read } = await database.connection
    .collection('tickets')
    .find({ ...kind, createdAt: { $gte: since }, 'location.communeCode': hoa.home.communeCode })
    .sort({ createdAt: -1 })
    .limit(limit)
    .explain('executionStats');
  expect([read.nReturned, read.totalDocsExamined]).toEqual([1, 1]);
});
