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
  expect((await supervisor.call('GET', '/ratings?from=2026-11')).json).toEqual({
    items: [
      { month: '2026-11', of: 'ticket', agency, count: 3, average: 4.33 },
      { month: '2026-11', of: 'conversation', agency: null, count: 1, average: 1 },
    ],
    total: { count: 4, average: 3.5 },
  });
  expect((await supervisor.call('GET', '/ratings?from=2026-13')).status).toBe(400);
});

it('of nothing there is no average, and inspectors see their lane alone', async () => {
  house.ratings.push({ month: '2026-11', of: 'conversation', agency: null, count: 1, average: 1 });
  const inspector = await house.as('inspector');
  expect((await inspector.call('GET', '/ratings')).json).toEqual({
    items: [],
    total: { count: 0, average: null },
  });
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
