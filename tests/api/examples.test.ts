import { type Browser, openHouse, type House } from './house';

let house: House;
let supervisor: Browser;
beforeEach(async () => {
  house = await openHouse();
  supervisor = await house.as('supervisor');
});
afterEach(() => house.close());

const teach = (json: object) => supervisor.call('POST', '/examples', { json });

it('a message is taught, listed, taken back; each is told to who learns, and logged without its words', async () => {
  const added = await teach({
    text: 'Nhà bên hun khói cá cả đêm',
    intent: 'report.pollution',
    category: 'air',
  });
  expect(added.status).toBe(201);
  const { id } = added.json as { id: string };
  expect(added.json).toMatchObject({
    text: 'Nhà bên hun khói cá cả đêm',
    intent: 'report.pollution',
    category: 'air',
  });
  expect((await supervisor.call('GET', '/examples')).json).toMatchObject({ items: [{ id }] });
  expect((await supervisor.call('DELETE', `/examples/${id}`)).status).toBe(200);
  expect((await supervisor.call('GET', '/examples')).json).toEqual({ items: [] });
  expect((await supervisor.call('DELETE', `/examples/${id}`)).status).toBe(404);
  expect(house.lessons).toBe(2);
  expect(house.audit.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['example.put', 'example.remove']),
  );
  expect(JSON.stringify(house.audit)).not.toContain('hun khói');
});

it('the same text again changes its label', async () => {
  await teach({ text: 'Alo alo', intent: 'greet' });
  await teach({ text: 'alo ALO', intent: 'staff.request' });
  expect((await supervisor.call('GET', '/examples')).json).toMatchObject({
    items: [{ text: 'alo ALO', intent: 'staff.request' }],
  });
});

it('numbers are blotted out: who sent it is not learnt', async () => {
  const { json } = await teach({ text: 'Gọi tôi 0912 345 678 nhé', intent: 'staff.request' });
  expect(json).toMatchObject({ text: 'Gọi tôi 0000 000 000 nhé' });
});

it.each([
  [{ text: 'khói', intent: 'smoke' }],
  [{ text: '', intent: 'greet' }],
  [{ text: '12345 ?!', intent: 'greet' }],
  [{ text: 'x'.repeat(1_001), intent: 'greet' }],
  [{ text: 'khói quá', intent: 'report.pollution' }],
  [{ text: 'chào', intent: 'greet', category: 'air' }],
  [{ text: 'tách thửa', intent: 'procedure.ask' }],
  [{ text: 'chào', intent: 'greet', aspect: 'fee' }],
  [{ text: 'tách thửa', intent: 'procedure.ask', aspect: 'fee', procedure: 'no-such' }],
  [{ text: 'chào', intent: 'greet', procedure: 'dat-tach-thua' }],
])('%j is refused, and nothing is learnt', async (body) => {
  expect((await teach(body)).status).toBe(400);
  expect((await supervisor.call('GET', '/examples')).json).toEqual({ items: [] });
  expect(house.lessons).toBe(0);
});
