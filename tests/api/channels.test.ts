import type { ChannelHealth } from '../../hotline/channel-health';
import { NOTHING_KNOWN } from '../../hotline/channel-health';
import { type Browser, openHouse, type House } from './house';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const idsOf = async (browser: Browser, query = '') => {
  const { json } = await browser.call('GET', `/dead-letters${query}`);
  return (json['items'] as { id: string }[]).map(({ id }) => id);
};

describe('how the channels are', () => {
  const down: ChannelHealth = {
    ...NOTHING_KNOWN,
    channel: 'telegram',
    state: 'down',
    since: new Date('2026-11-25T02:00:00Z'),
    reason: 'request to https://api.telegram.org/bot123:SECRET/getUpdates failed, chat -1001234567',
    lastIn: new Date('2026-11-25T01:59:30Z'),
    backlog: { messages: 3, oldest: new Date('2026-11-25T02:00:10Z') },
    waiting: 5,
  };

  it('is told with dates of Vietnam, and without keys and addresses', async () => {
    house.channels.push(down, { ...NOTHING_KNOWN, channel: 'zalo', state: 'off', since: null, reason: null });
    const answer = await (await house.as('operator')).call('GET', '/channels');
    expect(answer.json['items']).toEqual([
      {
        channel: 'telegram',
        state: 'down',
        since: '2026-11-25T09:00:00+07:00',
        reason: 'request to … failed, chat -…',
        lastIn: '2026-11-25T08:59:30+07:00',
        lastOut: null,
        backlog: { messages: 3, oldest: '2026-11-25T09:00:10+07:00' },
        waiting: 5,
        failuresLastHour: 0,
        deadLetters: { reachable: 0, unreachable: 0 },
      },
      expect.objectContaining({ channel: 'zalo', state: 'off' }),
    ]);
    expect(answer.text).not.toContain('SECRET');
  });

  it('comes with the ways by which staff are alerted', async () => {
    const failingSince = new Date('2026-11-25T02:00:00Z');
    house.carriers.push({
      carrier: 'email',
      waiting: 2,
      failingSince,
      reason: 'lanhdao@tinh.gov.vn: 550 no',
    });
    const { json } = await (await house.as('admin')).call('GET', '/channels');
    expect(json['alerts']).toEqual([
      { carrier: 'email', waiting: 2, failingSince: '2026-11-25T09:00:00+07:00', reason: '… 550 no' },
    ]);
  });
});

describe('dead letters', () => {
  beforeEach(() => {
    house.letters.add('hoa');
    house.letters.add('nam', { channel: 'zalo', unreachable: true });
    house.letters.add('tam', { misconduct: true });
  });

  it('are shown to those of the hotline, but those of misconduct to inspectors of another unit alone', async () => {
    const open = ['hoa/000000001/0', 'nam/000000001/0'];
    for (const person of ['supervisor', 'operator', 'admin'])
      expect(await idsOf(await house.as(person))).toEqual(open);
    expect(await idsOf(await house.as('inspector'))).toEqual(['tam/000000001/0']);
    expect(await idsOf(await house.as('ownInspector'))).toEqual([]);
    expect(await idsOf(await house.as('operator'), '?channel=zalo&page=')).toEqual(['nam/000000001/0']);
  });

  it('lead to the conversation only those who may read it', async () => {
    const first = async (person: string) => {
      const { json } = await (await house.as(person)).call('GET', '/dead-letters');
      return (json['items'] as { conversation: string | null }[])[0]?.conversation;
    };
    expect([await first('operator'), await first('admin')]).toEqual(['hoa', null]);
  });

  it('are sent again all at once, with an entry in the audit log', async () => {
    const operator = await house.as('operator');
    const { status, json } = await operator.post('/dead-letters/replay', { all: true }, 'k1');
    expect([status, json]).toEqual([200, { replayed: 1, busy: 0 }]);
    expect(house.letters.replayed).toEqual([{ conversation: 'hoa', which: 'all', key: 'operator:k1' }]);
    expect(house.audit.at(-1)).toEqual({
      by: { id: 'operator', name: 'Cán bộ operator' },
      action: 'letters.replay',
      object: 'all',
      note: '1',
    });
  });

  it('are sent again by name, also where the citizen could not be reached', async () => {
    const operator = await house.as('operator');
    const named = { letters: ['nam/000000001/0', 'hoa/000000001/0', 'hoa/000000001/1'] };
    await operator.post('/dead-letters/replay', named);
    expect(house.letters.replayed.map(({ conversation, which }) => [conversation, which])).toEqual([
      ['nam', ['nam/000000001/0']],
      ['hoa', ['hoa/000000001/0', 'hoa/000000001/1']],
    ]);
  });

  it('of a conversation where a message is on its way are left alone, and that is said', async () => {
    house.letters.busy.add('hoa');
    const { json } = await (await house.as('admin')).post('/dead-letters/replay', { all: true });
    expect(json).toEqual({ replayed: 0, busy: 1 });
  });

  it.each([
    ['operator', 'tam'],
    ['admin', 'tam'],
    ['inspector', 'hoa'],
    ['ownInspector', 'tam'],
  ])('of others cannot be sent again by name: %s, %s', async (person, conversation) => {
    const browser = await house.as(person);
    const { json } = await browser.post('/dead-letters/replay', { letters: [`${conversation}/000000001/0`] });
    expect(json).toEqual({ replayed: 0, busy: 0 });
    expect(house.letters.replayed).toEqual([]);
  });

  it.each([
    {},
    { all: false },
    { all: true, letters: ['hoa/000000001/0'] },
    { letters: [] },
    { letters: ['hoa'] },
    { letters: ['hoa/1/0'] },
    { letters: [{ $ne: '' }] },
    { all: true, channel: { $ne: '' } },
    { letters: Array.from({ length: 501 }, () => 'hoa/000000001/0') },
  ])('are not sent again by a call that is not right: %j', async (body) => {
    const operator = await house.as('operator');
    expect((await operator.post('/dead-letters/replay', body)).status).toBe(400);
    expect(house.letters.replayed).toEqual([]);
  });

  it('are not asked for with a channel that is none', async () => {
    expect((await (await house.as('operator')).call('GET', '/dead-letters?channel[$ne]=x')).status).toBe(200);
    expect((await (await house.as('operator')).call('GET', '/dead-letters?channel=T..%2F')).status).toBe(400);
  });
});
