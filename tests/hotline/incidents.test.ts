import { incidents, type IncidentStore, type Matter } from '../../hotline/incidents';
import type { Ticket } from '../../hotline/ticket/ticket';
import { hoa, monday, nam } from '../town/people';
import { blackLake, filedTicket } from '../town/tickets';

const at = { conversation: hoa.conversation, at: monday };
const others = (n: number, facts: Partial<Ticket> = {}) =>
  filedTicket(`XH-2026-00000${n}`, { conversation: nam.conversation, ...facts });

function group(...tickets: Ticket[]) {
  const searches: Parameters<IncidentStore['similar']>[0][] = [];
  const store: IncidentStore = {
    similar: async (search) => {
      searches.push(search);
      return tickets;
    },
    ofIncident: async () => [],
  };
  const findMany = async (codes: readonly string[]) => tickets.filter(({ code }) => codes.includes(code));
  return { searches, ...incidents(store, { findMany }) };
}

const matter = (facts: Partial<Matter> = {}): Matter => ({ ...blackLake, ...facts });
const place = (text: string) => ({ ...hoa.home, text });

test('misconduct is never looked for', async () => {
  const { likeIt, searches } = group(others(1, { lane: 'misconduct', category: null }));
  expect(await likeIt(matter({ lane: 'misconduct', category: null, source: 'phòng một cửa' }), at)).toEqual(
    [],
  );
  expect(searches).toEqual([]);
});

test('with a position: all that the database finds around it, but for one’s own', async () => {
  const { likeIt, searches } = group(others(1), filedTicket('XH-2026-000002'));
  expect(await likeIt(matter({ location: { ...hoa.home, lat: 21, lon: 105 } }), at)).toEqual([
    'XH-2026-000001',
  ]);
  expect(searches[0]).toMatchObject({
    near: { lat: 21, lon: 105, metres: 250 },
    since: new Date('2026-11-16T09:00:00+07:00'),
  });
});

test.each([
  ['the same business', matter({ source: 'Trại heo ông Tư' }), { source: 'trai heo ong tu' }, 1],
  ['another business', matter({ source: 'Trại heo ông Tư' }), { source: 'trại gà ông Năm' }, 0],
  [
    'the same landmark, told in another way',
    matter({ location: place('gần cầu Long Biên, phường Ba Đình, Hà Nội') }),
    { location: place('Cạnh cầu Long Biên, Phường Ba Đình') },
    1,
  ],
  [
    'only the same commune',
    matter({ location: place('phường Ba Đình, Hà Nội'), source: 'Trại heo ông Tư' }),
    { location: place('phường Ba Đình, Hà Nội') },
    0,
  ],
] as const)('without a position: %s', async (_story, told, facts, found) => {
  expect(await group(others(1, facts as Partial<Ticket>)).likeIt(told, at)).toHaveLength(found);
});

test('without position, source and landmark nothing is looked for', async () => {
  const { likeIt, searches } = group(others(1));
  expect(await likeIt(matter({ location: place('phường Ba Đình, Hà Nội') }), at)).toEqual([]);
  expect(searches).toEqual([]);
});

test('joining ties those that are in no incident yet, by the id of the oldest, and is no news of them', async () => {
  const earlier = new Date(monday.getTime() - 60_000);
  const { join } = group(others(2), others(1, { createdAt: earlier, updatedAt: earlier }));
  const joined = await join(['XH-2026-000001', 'XH-2026-000002'], monday);
  expect(joined?.incident).toMatch(/^VV-[0-9A-F]{10}$/);
  expect(joined?.incident).not.toContain('000001');
  expect(joined?.changed.map(({ incident, revision }) => [incident, revision])).toEqual([
    [joined?.incident, 2],
    [joined?.incident, 2],
  ]);
  expect(await join(['XH-2026-000001'], monday)).toMatchObject({ incident: joined?.incident });
  expect(joined?.changed[0]).toMatchObject({ updatedAt: earlier, status: 'received' });
});

test('an incident that is there already is joined, and nothing else is written', async () => {
  const { join } = group(others(1, { incident: 'VV-0000000007' }));
  expect(await join(['XH-2026-000001'], monday)).toEqual({ incident: 'VV-0000000007', changed: [] });
  expect(await join([], monday)).toBeUndefined();
});
