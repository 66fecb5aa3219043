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
