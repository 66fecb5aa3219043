import { openHouse, ticket, type House } from './house';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const codes = (answer: { json: Record<string, unknown> }) =>
  (answer.json['items'] as { code: string }[]).map(({ code }) => code);

describe('one ticket', () => {
  it('has the fields of the contract and no others, dates with Vietnam’s offset', async () => {
    const operator = await house.as('operator');
    const answer = await operator.call('GET', '/tickets/XH-2026-000001');
    expect(answer.json).toEqual({
      code: 'XH-2026-000001',
      lane: 'pollution',
      category: 'odor',
      status: 'received',
      urgent: false,
      anonymous: false,
      description: 'Mùi hôi từ trại lợn',
      location: { text: 'Yên Phong', provinceCode: '24', communeCode: null, lat: null, lon: null },
      time: null,
      source: null,
      reporter: { name: 'Nguyễn Thị Hoa', phone: '+84912345678' },
      agency: { code: 'so-nnmt-bn', name: 'Sở Nông nghiệp và Môi trường Bắc Ninh' },
      deadline: '2026-12-01T17:00:00+07:00',
      createdAt: '2026-11-23T11:05:00+07:00',
      events: [
        {
          at: '2026-11-01T07:00:00+07:00',
          by: 'citizen',
          type: 'received',
          from: null,
          to: 'received',
          note: null,
        },
      ],
      attachments: [
        { id: 'photo1', name: 'anh.jpg', type: 'image/jpeg', size: 3, url: '/api/staff/files/photo1' },
      ],
    });
  });

  it('leaves an audit entry each time it names the reporter', async () => {
    const operator = await house.as('operator');
    await operator.call('GET', '/tickets/XH-2026-000001');
    await operator.call('GET', '/tickets/XH-2026-000001');
    const entry = { by: { id: 'operator', name: 'Cán bộ operator' }, action: 'reporter.read' };
    const read = house.audit.filter(({ action }) => action === 'reporter.read');
    expect(read).toEqual([1, 2].map(() => ({ ...entry, object: 'XH-2026-000001', note: null })));
  });

  it('tells when and where a photo was taken to those who may have the original, and leaves an entry', async () => {
    const taken = { at: '2026-11-20T08:15:00', lat: 21.1, lon: 105.9 };
    const file = house.files[0];
    if (file) file.taken = taken;
    const operator = await house.as('operator');
    const answer = await operator.call('GET', '/tickets/XH-2026-000001');
    expect(answer.json['attachments']).toMatchObject([{ id: 'photo1', taken }]);
    const read = house.audit.filter(({ action }) => action === 'taken.read');
    expect(read).toMatchObject([{ by: { id: 'operator' }, object: 'XH-2026-000001' }]);
    const list = await operator.call('GET', '/tickets');
    expect(list.text).not.toContain('taken');
    expect(house.audit.filter(({ action }) => action === 'taken.read')).toHaveLength(1);
  });

  it('tells what a photo leaves open as null', async () => {
    const file = house.files[0];
    if (file) file.taken = { at: '2026-11-20T08:15:00' };
    const operator = await house.as('supervisor');
    const answer = await operator.call('GET', '/tickets/XH-2026-000001');
    const taken = { at: '2026-11-20T08:15:00', lat: null, lon: null };
    expect(answer.json['attachments']).toMatchObject([{ taken }]);
  });

  it('keeps when and where a photo was taken from the agency, whose ticket it is, and from other agencies', async () => {
    const file = house.files[0];
    if (file) file.taken = { lat: 21.1, lon: 105.9 };
    const mine = house.tickets[0];
    const events = house.tickets[1]?.events ?? [];
    if (mine) Object.assign(mine, { status: 'forwarded', events });
    const agency = await house.as('agency');
    const answer = await agency.call('GET', '/tickets/XH-2026-000001');
    expect(answer.status).toBe(200);
    expect(answer.json['attachments']).toMatchObject([{ id: 'photo1' }]);
    expect(answer.text).not.toContain('105.9');
    expect((await agency.call('GET', '/files/photo1')).text).toBe('display');
    expect((await agency.call('GET', '/files/photo1?size=thumb')).text).toBe('thumb');
    expect((await agency.call('GET', '/files/photo1?original=1')).status).toBe(404);
    const other = await house.as('otherAgency');
    for (const path of ['/tickets/XH-2026-000001', '/files/photo1', '/files/photo1?size=thumb'])
      expect((await other.call('GET', path)).status).toBe(404);
    expect(house.audit.map(({ action }) => action)).toEqual(['session.open', 'session.open']);
  });

  it('hides the reporter from the agency, and leaves no entry for what was not shown', async () => {
    const agency = await house.as('agency');
    const answer = await agency.call('GET', '/tickets/XH-2026-000002');
    expect(answer.json['reporter']).toBeNull();
    expect(answer.text).not.toContain('Hoa');
    expect(house.audit.map(({ action }) => action)).toEqual(['session.open']);
  });

  it('has no reporter when nobody left a name', async () => {
    house.identities.clear();
    const operator = await house.as('operator');
    expect((await operator.call('GET', '/tickets/XH-2026-000001')).json['reporter']).toBeNull();
    expect(house.audit.some(({ action }) => action === 'reporter.read')).toBe(false);
  });

  it.each(['xh-2026-000001', '../accounts', '%00', 'XH-2026-000001%20', 'a'.repeat(500)])(
    'is not found by %s',
    async (code) => {
      const operator = await house.as('operator');
      const answer = await operator.call('GET', `/tickets/${encodeURIComponent(code)}`);
      expect(answer.status).toBe(404);
    },
  );

  it('offers this person the moves that are legal now', async () => {
    const operator = await house.as('operator');
    const answer = await operator.call('GET', '/tickets/XH-2026-000001/workspace');
    expect(answer.json['moves']).toEqual([
      ...['verify', 'forward', 'ask_citizen', 'reject', 'duplicate', 'reclassify', 'note'],
    ]);
    expect(answer.json['conversation']).toBe('hoa');
    const agency = await house.as('agency');
    const theirs = await agency.call('GET', '/tickets/XH-2026-000002/workspace');
    expect(theirs.json).toMatchObject({
      moves: ['verify', 'start', 'resolve', 'ask_citizen', 'note'],
      conversation: null,
    });
  });
});

describe('the list', () => {
  it('takes empty filters as none', async () => {
    const operator = await house.as('operator');
    const answer = await operator.call('GET', '/tickets?status=&lane=&q=&page=');
    expect(answer.json).toMatchObject({ page: 1, pageSize: 20, total: 2 });
    expect(codes(answer)).toEqual(['XH-2026-000001', 'XH-2026-000002']);
  });

  it('names no reporter', async () => {
    const operator = await house.as('operator');
    expect((await operator.call('GET', '/tickets')).text).not.toContain('Hoa');
  });

  it.each([
    'status=open',
    'lane=all',
    'due=late',
    'page=0',
    'page=x',
    'page=1&page=2',
    `q=${'a'.repeat(201)}`,
  ])('refuses %s', async (query) => {
    const operator = await house.as('operator');
    expect((await operator.call('GET', `/tickets?${query}`)).status).toBe(400);
  });

  it('tells beside it what is near its deadline or past it, and nothing of what is hidden', async () => {
    const deadline = new Date(Date.now() + 60 * 60 * 1000);
    house.tickets.push(
      ticket('XH-2026-000031', { deadline, due: { kind: 'due_soon', deadline } }),
      ticket('XH-2026-000032', { deadline: new Date(Date.now() - 1000) }),
      ticket('XH-2026-000033', { deadline: new Date(Date.now() - 1000), status: 'closed' }),
      ticket('XH-2026-000034', { deadline: new Date(Date.now() - 1000), lane: 'misconduct' }),
    );
    const operator = await house.as('operator');
    const { json } = await operator.call('GET', '/tickets');
    expect(json['due']).toEqual({ 'XH-2026-000031': 'soon', 'XH-2026-000032': 'overdue' });
    const one = await operator.call('GET', '/tickets/XH-2026-000031/workspace');
    expect(one.json['due']).toBe('soon');
    expect(codes(await operator.call('GET', '/tickets?due=overdue'))).toEqual(['XH-2026-000032']);
    expect(codes(await operator.call('GET', '/tickets?due=soon'))).toEqual(['XH-2026-000031']);
  });

  it('shows an agency only what was forwarded to it', async () => {
    const agency = await house.as('agency');
    expect(codes(await agency.call('GET', '/tickets'))).toEqual(['XH-2026-000002']);
    const other = await house.as('otherAgency');
    expect(codes(await other.call('GET', '/tickets'))).toEqual([]);
  });

  it('does not even count for an inspector the reports that name their own unit', async () => {
    for (let number = 100; number < 250; number += 1) {
      house.tickets.push(
        ticket(`XH-2026-000${number}`, { lane: 'misconduct', description: 'UBND xã Yên Phong' }),
      );
    }
    const own = await house.as('ownInspector');
    const answer = await own.call('GET', '/tickets?page=8');
    expect(answer.json).toMatchObject({ page: 8, total: 150 });
    expect(codes(answer)).toHaveLength(10);
  });
});

describe('an act', () => {
  it('without an Idempotency-Key is refused', async () => {
    const operator = await house.as('operator');
    const answer = await operator.call('POST', '/tickets/XH-2026-000001/messages', {
      json: { text: 'Chào bác' },
    });
    expect(answer.status).toBe(400);
    expect(house.acts).toEqual([]);
  });

  it('carries a key that is the caller’s own', async () => {
    const operator = await house.as('operator');
    const answer = await operator.post('/tickets/XH-2026-000001/messages', { text: 'Chào bác' }, 'abc');
    expect(answer.status).toBe(201);
    expect(house.acts).toEqual([{ code: 'XH-2026-000001', move: 'Chào bác', key: 'operator:abc' }]);
  });

  it('forwards to an agency by its code', async () => {
    const operator = await house.as('operator');
    await operator.post('/tickets/XH-2026-000001/moves', { type: 'forward', agency: 'ubnd-yen-phong' });
    expect(house.acts[0]?.move).toEqual({
      type: 'forward',
      agency: { code: 'ubnd-yen-phong', name: 'UBND xã Yên Phong' },
    });
  });

  it.each([
    ['an unknown move', { type: 'erase' }],
    ['no move', {}],
    ['an unknown agency', { type: 'forward', agency: 'nowhere' }],
    ['a rejection without a reason', { type: 'reject', reason: '  ' }],
    ['an answer that is no text', { type: 'ask_citizen', text: { $gt: '' } }],
    ['evidence of nobody', { type: 'resolve', text: 'Xong', evidence: ['nothing'] }],
  ])('with %s is refused and changes nothing', async (_name, move) => {
    const operator = await house.as('operator');
    expect((await operator.post('/tickets/XH-2026-000001/moves', move)).status).toBe(400);
    expect(house.acts).toEqual([]);
  });

  it.each([
    ['operator', 'XH-2026-000001', { type: 'reopen', reason: 'x' }],
    ['agency', 'XH-2026-000002', { type: 'forward', agency: 'ubnd-yen-phong' }],
    ['agency', 'XH-2026-000002', { type: 'reject', reason: 'x' }],
  ])('that is not for %s is forbidden on %s', async (who, code, move) => {
    const browser = await house.as(who);
    expect((await browser.post(`/tickets/${code}/moves`, move)).status).toBe(403);
    expect(house.acts).toEqual([]);
  });

  it('cannot use a file of another conversation as evidence', async () => {
    house.files.push({
      id: 'foreign',
      name: 'x',
      type: 'image/png',
      size: 1,
      display: true,
      conversation: 'nam',
    });
    const operator = await house.as('operator');
    const move = { type: 'resolve', text: 'Xong', evidence: ['foreign'] };
    expect((await operator.post('/tickets/XH-2026-000001/moves', move)).status).toBe(400);
    expect(house.acts).toEqual([]);
  });

  it('cannot tell by a duplicate whether a hidden ticket exists', async () => {
    const operator = await house.as('operator');
    const hidden = await operator.post('/tickets/XH-2026-000001/moves', {
      type: 'duplicate',
      of: 'XH-2026-000003',
    });
    const absent = await operator.post('/tickets/XH-2026-000001/moves', {
      type: 'duplicate',
      of: 'XH-2026-000404',
    });
    expect([hidden.status, hidden.text]).toEqual([404, absent.text]);
  });
});

describe('evidence', () => {
  const upload = (parts: [string, string][]) => {
    const form = new FormData();
    for (const [field, content] of parts) form.append(field, new Blob([content]), 'biên bản.png');
    return form;
  };

  it('is taken, belongs to the ticket’s conversation, and then resolves it', async () => {
    const operator = await house.as('operator');
    const body = upload([['file', 'abc']]);
    const answer = await operator.call('POST', '/tickets/XH-2026-000001/evidence', { body });
    expect(answer.json).toEqual({ fileId: 'file1', name: 'biên bản.png', type: 'image/png', size: 3 });
    expect(house.files[1]?.conversation).toBe('hoa');
    const move = { type: 'resolve', text: 'Đã xử lý xong', evidence: ['file1'] };
    expect((await operator.post('/tickets/XH-2026-000001/moves', move)).status).toBe(201);
  });

  it.each([
    ['too large', upload([['file', 'a'.repeat(1001)]]), 413],
    [
      'two at once',
      upload([
        ['file', 'a'],
        ['file', 'b'],
      ]),
      400,
    ],
    ['in another field', upload([['other', 'a']]), 400],
    ['no form', 'abc', 400],
  ])('%s is refused', async (_name, body, status) => {
    const operator = await house.as('operator');
    const answer = await operator.call('POST', '/tickets/XH-2026-000001/evidence', { body });
    expect(answer.status).toBe(status);
    expect(house.files).toHaveLength(1);
  });

  it('with a form that breaks off is refused', async () => {
    const operator = await house.as('operator');
    const answer = await operator.call('POST', '/tickets/XH-2026-000001/evidence', {
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(answer.status).toBe(400);
  });
});
