import { openHouse, type House } from './house';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const INCIDENT = 'VV-3F9A0C41D2';

/** Ties the first tickets of the town that are not of misconduct. */
function tie(...codes: string[]): void {
  for (const ticket of house.tickets) if (codes.includes(ticket.code)) ticket.incident = INCIDENT;
}

const incidentFor = async (role: string, code: string) =>
  (await (await house.as(role)).call('GET', `/tickets/${code}`)).json['incident'];

test('a ticket of an incident shows its other tickets, to those who may see them', async () => {
  tie('XH-2026-000001', 'XH-2026-000002');
  expect(await incidentFor('operator', 'XH-2026-000001')).toEqual({
    id: INCIDENT,
    tickets: ['XH-2026-000002'],
  });
  expect(await incidentFor('agency', 'XH-2026-000002')).toEqual({ id: INCIDENT, tickets: [] });
});

test('a ticket that is in none has no such field', async () => {
  const answer = await (await house.as('operator')).call('GET', '/tickets/XH-2026-000001');
  expect(answer.status).toBe(200);
  expect(answer.json).not.toHaveProperty('incident');
});

describe('an act for the whole incident', () => {
  const answer = { text: 'Đã cử người xuống', wholeIncident: true };
  const FIRST = '/tickets/XH-2026-000001';

  it('is done with the other tickets too, and leaves an audit entry', async () => {
    tie('XH-2026-000001', 'XH-2026-000002');
    const operator = await house.as('operator');
    expect((await operator.post(`${FIRST}/messages`, answer)).status).toBe(201);
    await operator.post(`${FIRST}/moves`, { type: 'verify', note: 'gấp', wholeIncident: true });
    expect(house.acts).toEqual([
      { code: 'XH-2026-000001', move: answer.text, key: 'operator:key-1', also: ['XH-2026-000002'] },
      {
        code: 'XH-2026-000001',
        move: { type: 'verify', note: 'gấp' },
        key: 'operator:key-1',
        also: ['XH-2026-000002'],
      },
    ]);
    const by = { id: 'operator', name: 'Cán bộ operator' };
    const codes = 'XH-2026-000001, XH-2026-000002';
    expect(house.audit.filter(({ action }) => action === 'incident.act')).toEqual([
      { by, action: 'incident.act', object: INCIDENT, note: `answer: ${codes}` },
      { by, action: 'incident.act', object: INCIDENT, note: `verify: ${codes}` },
    ]);
  });

  it('is not what is meant when nothing is said of it', async () => {
    tie('XH-2026-000001', 'XH-2026-000002');
    const operator = await house.as('operator');
    await operator.post(`${FIRST}/messages`, { text: 'Chào chị' });
    await operator.post(`${FIRST}/moves`, { type: 'verify' });
    expect(house.acts.map(({ also }) => also)).toEqual([undefined, undefined]);
    expect(house.audit.map(({ action }) => action)).not.toContain('incident.act');
  });

  it('reaches only what this person may see', async () => {
    tie('XH-2026-000001', 'XH-2026-000002', 'XH-2026-000003');
    const agency = await house.as('agency');
    await agency.post('/tickets/XH-2026-000002/messages', answer);
    expect(house.acts.at(-1)).not.toHaveProperty('also');
    const operator = await house.as('operator');
    await operator.post(`${FIRST}/messages`, answer);
    expect(house.acts.at(-1)?.also).toEqual(['XH-2026-000002']);
  });

  it.each([
    ['of a ticket that is in none', [], { type: 'verify' }],
    ['with a note to colleagues', ['XH-2026-000001'], { type: 'note', note: 'gọi lại' }],
    ['with a question to one reporter', ['XH-2026-000001'], { type: 'ask_citizen', text: 'Cống nào?' }],
  ])('%s is refused', async (_name, tied, move) => {
    tie(...tied);
    const operator = await house.as('operator');
    const refused = await operator.post(`${FIRST}/moves`, { ...move, wholeIncident: true });
    expect(refused.status).toBe(400);
    expect(house.acts).toEqual([]);
  });
});
