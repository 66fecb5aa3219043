import type { OpenQuestion } from '../../hotline/questions';
import { type Browser, openHouse, type House } from './house';

let house: House;
let operator: Browser;
beforeEach(async () => {
  house = await openHouse();
  operator = await house.as('operator');
});
afterEach(() => house.close());

const at = new Date('2026-11-23T04:05:00Z');
const question: OpenQuestion = {
  key: 'abc123',
  text: 'Có thu gom tủ lạnh cũ không, gọi ••• ••• 678',
  guess: { intent: 'out_of_scope', confidence: 0.61 },
  count: 3,
  firstAt: at,
  lastAt: at,
};

it('what could not be answered is listed, with how often and what it was taken for', async () => {
  house.questions.push(question);
  expect((await operator.call('GET', '/questions')).json).toEqual({
    items: [
      {
        id: 'abc123',
        text: 'Có thu gom tủ lạnh cũ không, gọi ••• ••• 678',
        intent: 'out_of_scope',
        confidence: 0.61,
        count: 3,
        firstAt: '2026-11-23T11:05:00+07:00',
        lastAt: '2026-11-23T11:05:00+07:00',
      },
    ],
    page: 1,
    pageSize: 20,
    total: 1,
  });
});

it.each(['done', 'dismissed'])(
  'a question that is %s leaves the list; who did it is logged',
  async (outcome) => {
    house.questions.push(question);
    const settled = await operator.call('PUT', '/questions/abc123/outcome', { json: { outcome } });
    expect(settled.status).toBe(200);
    expect(house.questions).toEqual([]);
    expect(house.audit.at(-1)).toMatchObject({ action: 'question.settle', object: 'abc123', note: outcome });
    expect(JSON.stringify(house.audit)).not.toContain('tủ lạnh');
    expect((await operator.call('PUT', '/questions/abc123/outcome', { json: { outcome } })).status).toBe(404);
  },
);

it.each([{}, { outcome: 'later' }, { outcome: '' }])('%j settles nothing', async (json) => {
  house.questions.push(question);
  expect((await operator.call('PUT', '/questions/abc123/outcome', { json })).status).toBe(400);
  expect(house.questions).toEqual([question]);
});
