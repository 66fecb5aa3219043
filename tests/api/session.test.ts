import { DatabaseAway, Browser, openHouse, type House } from './house';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const wrong = { email: 'operator@hotline.test', password: 'khong phai mat khau' };

describe('the session', () => {
  it('gives a token before anybody signs in', async () => {
    const answer = await new Browser(house.url).call('GET', '/session');
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ csrfToken: expect.any(String), user: null });
  });

  it('signs in and says who it is, in a cookie that scripts and other sites cannot use', async () => {
    const browser = await house.as('operator');
    const answer = await browser.call('GET', '/session');
    expect(answer.json['user']).toEqual({
      id: 'operator',
      email: 'operator@hotline.test',
      name: 'Cán bộ operator',
      role: 'operator',
      agency: null,
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
  });

  it('gets a new id at the sign-in, so that a planted one is worth nothing', async () => {
    const browser = new Browser(house.url);
    await browser.call('GET', '/session');
    const planted = browser.cookie;
    await browser.call('POST', '/session', {
      json: { email: 'operator@hotline.test', password: 'con meo xanh tren mai nha' },
    });
    expect(browser.cookie).not.toBe(planted);
    const attacker = new Browser(house.url);
    attacker.cookie = planted;
    expect((await attacker.call('GET', '/session')).json['user']).toBeNull();
  });

  it('answers a wrong password and an unknown e-mail alike', async () => {
    const browser = new Browser(house.url);
    await browser.call('GET', '/session');
    const known = await browser.call('POST', '/session', { json: wrong });
    const unknown = await browser.call('POST', '/session', { json: { ...wrong, email: 'ai@hotline.test' } });
    expect(known.status).toBe(401);
    expect(unknown.text).toBe(known.text);
  });

  it('stops after ten wrong passwords, says when to come back, and leaves who is signed in alone', async () => {
    const owner = await house.as('operator');
    const guesser = new Browser(house.url);
    await guesser.call('GET', '/session');
    for (let guess = 1; guess <= 10; guess += 1) {
      expect((await guesser.call('POST', '/session', { json: wrong })).status).toBe(401);
    }
    const refused = await guesser.call('POST', '/session', { json: wrong });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await owner.call('GET', '/tickets')).status).toBe(200);
  });

  it('does not count sign-ins that succeed', async () => {
    for (let time = 1; time <= 12; time += 1) await house.as('operator');
    expect(house.failures).toBe(0);
  });

  it('ends with the sign-out', async () => {
    const browser = await house.as('operator');
    const before = browser.cookie;
    expect((await browser.call('DELETE', '/session')).json['user']).toBeNull();
    const replayed = new Browser(house.url);
    replayed.cookie = before;
    expect((await replayed.call('GET', '/tickets')).status).toBe(401);
  });

  it('ends at once when the account is disabled or its password changed', async () => {
    const browser = await house.as('operator');
    const operator = house.people.find(({ id }) => id === 'operator');
    if (operator) operator.sessionsFrom = new Date(Date.now() + 1000);
    expect((await browser.call('GET', '/tickets')).status).toBe(401);
    const supervisor = await house.as('supervisor');
    const account = house.people.find(({ id }) => id === 'supervisor');
    if (account) account.disabled = true;
    expect((await supervisor.call('GET', '/tickets')).status).toBe(401);
  });

  it('is over after twelve hours, however busy', async () => {
    const browser = await house.as('operator');
    const later = Date.now() + 12 * 60 * 60 * 1000 + 1000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    const answer = await browser.call('GET', '/tickets');
    clock.mockRestore();
    expect(answer.status).toBe(401);
  });

  it.each([
    ['no token', {}],
    ['a wrong token', { 'x-csrf-token': 'f'.repeat(256) }],
  ])('takes no changing call with %s', async (_name, headers) => {
    const browser = await house.as('operator');
    browser.token = '';
    const answer = await browser.call('POST', '/tickets/XH-2026-000001/moves', {
      json: { type: 'verify' },
      headers: { 'idempotency-key': 'k', ...headers },
    });
    expect(answer.status).toBe(403);
    expect(house.acts).toEqual([]);
  });

  it('takes no changing call from a page of another site, even with the token', async () => {
    const browser = await house.as('operator');
    const answer = await browser.call('DELETE', '/session', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.status).toBe(403);
    expect((await browser.call('GET', '/tickets')).status).toBe(200);
  });
});

describe('a bad request', () => {
  it.each([
    ['broken JSON', { body: '{"email":', headers: { 'content-type': 'application/json' } }, 400],
    ['JSON that is no object', { json: [] }, 400],
    ['an operator instead of a word', { json: { email: { $gt: '' }, password: 'x' } }, 400],
    ['no JSON at all', { body: 'email=a', headers: { 'content-type': 'text/plain' } }, 400],
    ['too much', { json: { email: 'a'.repeat(300_000), password: 'x' } }, 413],
  ])('with %s gets a clear error', async (_name, sent, status) => {
    const browser = new Browser(house.url);
    await browser.call('GET', '/session');
    const answer = await browser.call('POST', '/session', sent);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ error: { id: expect.any(String), message: expect.any(String) } });
  });

  it('to nowhere gets 404, as JSON', async () => {
    const answer = await new Browser(house.url).call('GET', '/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.json['error']).toMatchObject({ id: 'not_found' });
  });

  it('that meets a bug gets 500 with an id, and the log holds no words', async () => {
    const browser = await house.as('operator');
    house.tickets.push(null as never);
    const answer = await browser.call('GET', '/tickets/XH-2026-009999');
    expect(answer.status).toBe(500);
    expect(answer.json['error']).toMatchObject({ id: 'internal' });
    expect(JSON.stringify(house.logged)).toContain('TypeError');
    expect(JSON.stringify(house.logged)).not.toContain('Cannot read');
  });

  it('while the database is away gets 503 and when to come back', async () => {
    const browser = await house.as('operator');
    house.tickets.find = () => {
      throw new DatabaseAway('host db.internal does not answer');
    };
    const answer = await browser.call('GET', '/tickets/XH-2026-000001');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(answer.json['error']).toMatchObject({ id: 'database_away' });
    expect(answer.text).not.toContain('db.internal');
    expect(JSON.stringify(house.logged)).not.toContain('db.internal');
  });
});
