import { NEW_CONVERSATION } from '../../hotline/conversation/turn';
import { conversationId, openHouse, type House } from './house';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('a number to be called back at', () => {
  it('is told when it is asked for, and each time leaves an audit entry', async () => {
    house.identities.set('hoa', { callBack: '+84912345678', phone: '+84988887766' });
    const operator = await house.as('operator');
    const read = await operator.call('GET', '/conversations/hoa');
    expect(read.json['callBack']).toBe(true);
    expect(read.text).not.toContain('345678');
    const answer = await operator.call('GET', '/conversations/hoa/call-back');
    expect(answer.json).toEqual({ phone: '+84912345678' });
    const by = { id: 'operator', name: 'Cán bộ operator' };
    expect(house.audit.filter(({ action }) => action === 'callback.read')).toEqual([
      { by, action: 'callback.read', object: 'hoa', note: null },
    ]);
  });

  it('is not the contact of a report, and where none was left there is no entry', async () => {
    house.identities.set('hoa', { phone: '+84988887766' });
    const operator = await house.as('operator');
    expect((await operator.call('GET', '/conversations/hoa')).json['callBack']).toBe(false);
    expect((await operator.call('GET', '/conversations/hoa/call-back')).json).toEqual({ phone: null });
    expect(house.audit.map(({ action }) => action)).not.toContain('callback.read');
  });
});

describe('a conversation', () => {
  it('is read whole, numbered, with the secret masked', async () => {
    const operator = await house.as('operator');
    const answer = await operator.call('GET', '/conversations/hoa');
    expect(answer.json['transcript']).toMatchObject([
      { number: 1, from: 'citizen', text: 'Mùi hôi quá', at: '2026-11-01T07:00:00+07:00' },
      { number: 2, from: 'bot', text: 'Mã bí mật của bạn: ••••••••••' },
    ]);
  });

  it('shows photos, cards as words, a shared place, and who of the staff spoke', async () => {
    house.turns.push({
      conversation: conversationId('hoa'),
      seq: 2,
      firstMessage: 3,
      at: new Date('2026-11-02T00:00:00Z'),
      channel: 'webchat',
      private: true,
      in: {
        type: 'message',
        text: '•••',
        attachments: [{ contentType: 'image/jpeg', name: 'anh.jpg', fileId: 'photo1' }],
        entities: [{ type: 'GeoCoordinates', latitude: 21.1, longitude: 106.1 }],
      },
      out: [
        {
          activity: {
            type: 'message',
            attachments: [
              { contentType: 'application/vnd.microsoft.card.hero', content: { title: 'Tóm tắt' } },
            ],
          },
          by: { id: 'operator', name: 'Cán bộ operator' },
          delivery: { state: 'uncertain', tries: 1 },
        },
      ],
      state: NEW_CONVERSATION,
    });
    const operator = await house.as('operator');
    const { transcript } = (await operator.call('GET', '/conversations/hoa')).json as {
      transcript: object[];
    };
    expect(transcript.slice(2)).toMatchObject([
      {
        number: 3,
        masked: true,
        location: { lat: 21.1, lon: 106.1 },
        attachments: [{ id: 'photo1', url: '/api/staff/files/photo1' }],
      },
      { number: 4, from: 'staff', name: 'Cán bộ operator', text: 'Tóm tắt', delivery: 'uncertain' },
    ]);
  });

  it('closes the moment misconduct is spoken of, before the lists know', async () => {
    const [first] = house.turns;
    if (first) first.state = { ...NEW_CONVERSATION, confidential: true };
    const operator = await house.as('operator');
    expect((await operator.call('GET', '/conversations/hoa')).status).toBe(404);
    expect((await operator.post('/conversations/hoa/messages', { text: 'Chào' })).status).toBe(404);
    expect(house.said).toEqual([]);
  });

  it('lists those who wait, and the misconduct lane only to inspectors', async () => {
    const ids = async (who: string, query = '') => {
      const answer = await (await house.as(who)).call('GET', `/conversations${query}`);
      return (answer.json['items'] as { id: string }[]).map(({ id }) => id);
    };
    expect(await ids('operator')).toEqual(['hoa']);
    expect(await ids('operator', '?holder=all')).toEqual(['hoa', 'nam']);
    expect(await ids('inspector')).toEqual(['tam']);
    expect(await ids('ownInspector')).toEqual([]);
  });

  it('takes the words of staff once, with their key', async () => {
    const operator = await house.as('operator');
    const path = '/conversations/hoa/messages';
    expect((await operator.call('POST', path, { json: { text: 'Chào bác' } })).status).toBe(400);
    expect((await operator.post(path, { text: ' ' })).status).toBe(400);
    expect((await operator.post(path, { text: 'Chào bác' }, 'abc')).status).toBe(201);
    expect(house.said).toEqual([{ id: 'hoa', text: 'Chào bác', key: 'operator:abc' }]);
  });
});

describe('a photo', () => {
  it('comes as the copy to show, and runs nowhere', async () => {
    const operator = await house.as('operator');
    const answer = await operator.call('GET', '/files/photo1');
    expect(answer.text).toBe('display');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=anh.jpg');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(house.audit.some(({ action }) => action === 'original.read')).toBe(false);
  });

  it('comes as the original with an audit entry', async () => {
    const operator = await house.as('operator');
    expect((await operator.call('GET', '/files/photo1?original=1')).text).toBe('original');
    expect(house.audit.at(-1)).toMatchObject({ action: 'original.read', object: 'photo1' });
  });

  it('of a forwarded ticket is shown to the agency, but never with the place and camera in it', async () => {
    const forwarded = house.tickets[1];
    forwarded?.attachments.push({ id: 'photo2', name: 'b.jpg', type: 'image/jpeg', size: 3 });
    house.files.push({
      id: 'photo2',
      name: 'b.jpg',
      type: 'image/jpeg',
      size: 3,
      display: true,
      conversation: 'nam',
    });
    const agency = await house.as('agency');
    expect((await agency.call('GET', '/files/photo2')).status).toBe(200);
    expect((await agency.call('GET', '/files/photo2?original=1')).status).toBe(404);
  });
});

describe('the stream', () => {
  it('tells each person of the changes they may see, and nothing else', async () => {
    const heard = { operator: [] as string[], inspector: [] as string[] };
    const streams: Promise<void>[] = [];
    for (const who of ['operator', 'inspector'] as const) {
      const browser = await house.as(who);
      const response = await fetch(`${house.url}/events`, { headers: { cookie: browser.cookie } });
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
      streams.push(collect(response, heard[who]));
    }
    for (const turn of house.turns) for (const listener of house.listeners) listener(turn);
    while (heard.operator.length < 4 || heard.inspector.length < 2)
      await new Promise((next) => setTimeout(next, 20));
    // The system stops: so do the streams.
    house.endStreams();
    await Promise.all(streams);
    expect(heard.operator.sort()).toEqual([
      '{"type":"conversation","id":"hoa"}',
      '{"type":"conversation","id":"nam"}',
      '{"type":"ticket","id":"XH-2026-000001"}',
      '{"type":"ticket","id":"XH-2026-000002"}',
    ]);
    expect(heard.inspector.sort()).toEqual([
      '{"type":"conversation","id":"tam"}',
      '{"type":"ticket","id":"XH-2026-000003"}',
    ]);
  });
});

async function collect(response: Response, heard: string[]): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const lines = decoder.decode(chunk as Uint8Array).matchAll(/data: (.*)/g);
    heard.push(...[...lines].map(([, data]) => data ?? ''));
  }
}
