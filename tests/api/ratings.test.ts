import type { ConversationId } from '../../hotline/conversation/turn';
import { openHouse, type House } from './house';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const conversation = (id: string) => id as ConversationId;

it('averages are told by month and agency, and of all', async () => {
  const agency = { code: 'SNNMT-01', name: 'Sở' };
  house.ratings.push(
    { month: '2026-11', of: 'ticket', agency, count: 3, average: 4.3333 },
    { month: '2026-11', of: 'conversation', agency: null, count: 1, average: 1 },
  );
  const supervisor = await house.as('supervisor');
  house.ratingFigures.scores.push({ score: 5, count: 2 }, { score: 1, count: 2 });
  house.ratingFigures.months.push({ month: '2026-11', count: 4, average: 3.49999 });
  house.ratingFigures.topics.push(
    { of: 'ticket', lane: 'pollution', category: 'odor', count: 3, average: 4.3333 },
    { of: 'conversation', lane: null, count: 1, average: 1 },
  );
  expect((await supervisor.call('GET', '/ratings?from=2026-11')).json).toEqual({
    items: [
      { month: '2026-11', of: 'ticket', agency, count: 3, average: 4.33 },
      { month: '2026-11', of: 'conversation', agency: null, count: 1, average: 1 },
    ],
    total: { count: 4, average: 3.5 },
    scores: [
      { score: 5, count: 2 },
      { score: 1, count: 2 },
    ],
    months: [{ month: '2026-11', count: 4, average: 3.5 }],
    topics: [
      { of: 'ticket', lane: 'pollution', category: 'odor', count: 3, average: 4.33 },
      { of: 'conversation', lane: null, category: null, count: 1, average: 1 },
    ],
  });
  expect((await supervisor.call('GET', '/ratings?from=2026-13')).status).toBe(400);
});

it('of nothing there is no average, and inspectors see their lane alone', async () => {
  house.ratings.push({ month: '2026-11', of: 'conversation', agency: null, count: 1, average: 1 });
  const inspector = await house.as('inspector');
  expect((await inspector.call('GET', '/ratings')).json).toEqual({
    items: [],
    total: { count: 0, average: null },
    ...{ scores: [], months: [], topics: [] },
  });
});

it('words are told with their day, and nothing that leads to who said them', async () => {
  house.ratingWords.push({
    ...{ at: new Date('2026-11-23T23:30:00Z'), score: 2, comment: 'chờ lâu quá', of: 'ticket' },
    ...{ lane: 'land', agency: { code: 'so-nnmt-bn', name: 'Sở' } },
  });
  const operator = await house.as('operator');
  const answer = await operator.call('GET', '/ratings/words?page=1');
  expect(answer.json).toEqual({
    items: [
      {
        ...{ day: '2026-11-24', score: 2, comment: 'chờ lâu quá', of: 'ticket', lane: 'land' },
        ...{ category: null, agency: { code: 'so-nnmt-bn', name: 'Sở' } },
      },
    ],
    ...{ page: 1, pageSize: 20, total: 1 },
  });
});

it('an agency is told of its own reports alone, an inspector of a unit reads no words', async () => {
  house.ratingWords.push({
    ...{ at: new Date(), score: 1, comment: 'bị o ép', of: 'ticket', lane: 'misconduct', agency: null },
  });
  const agency = await house.as('agency');
  await agency.call('GET', '/ratings');
  await agency.call('GET', '/ratings/words');
  expect(house.ratingsAsked).toMatchObject([{ agency: 'so-nnmt-bn' }, { agency: 'so-nnmt-bn' }]);
  const inspector = await house.as('inspector');
  expect((await inspector.call('GET', '/ratings/words')).json).toMatchObject({ total: 1 });
  expect(house.ratingsAsked.at(-1)).toMatchObject({ misconduct: true });
  const own = await house.as('ownInspector');
  expect((await own.call('GET', '/ratings/words')).json).toMatchObject({ items: [], total: 0 });
});

describe('typing', () => {
  it('of staff is shown where a person is spoken with, and nowhere else', async () => {
    const shown: string[] = [];
    house.typing.onSign(({ conversation: id, by }) => shown.push(`${by} ${id}`));
    const operator = await house.as('operator');
    const { holder } = house.summaries[0] ?? {};
    const hoa = await operator.call('PUT', '/conversations/hoa/typing');
    expect(hoa.json).toEqual({ shown: holder !== 'bot' });
    expect((await operator.call('PUT', '/conversations/nam/typing')).json).toEqual({ shown: true });
    expect((await operator.call('PUT', '/conversations/tam/typing')).status).toBe(404);
    expect(shown).toContain('staff nam');
    expect(shown).not.toContain('staff tam');
  });

  it('of citizens is told to those who may read the conversation', async () => {
    const heard = { operator: '', inspector: '' };
    const streams: Promise<void>[] = [];
    for (const who of ['operator', 'inspector'] as const) {
      const { cookie } = await house.as(who);
      const response = await fetch(`${house.url}/events`, { headers: { cookie } });
      streams.push(
        (async () => {
          for await (const chunk of response.body ?? [])
            heard[who] += new TextDecoder().decode(chunk as Uint8Array);
        })(),
      );
    }
    house.typing.note(conversation('nam'), 'citizen');
    while (!heard.operator.includes('typing')) await new Promise((next) => setTimeout(next, 10));
    house.endStreams();
    await Promise.all(streams);
    expect(heard.operator).toContain('{"type":"typing","id":"nam"}');
    expect(heard.inspector).not.toContain('typing');
  });
});
