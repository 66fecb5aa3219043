import { STAFF_ROUTES } from '../../api/openapi';
import type { RouteSpec } from '../../api/http/route';
import { Browser, openHouse, type House } from './house';

/**
 * Every route, asked by everybody. The things it is asked for: a pollution ticket that nobody has forwarded (1),
 * one forwarded to the agency of `agency` (2), and one about misconduct that names the unit of `ownInspector` (3).
 */
const EVERYBODY = [
  ...['admin', 'supervisor', 'operator', 'agency', 'otherAgency', 'inspector', 'ownInspector', 'auditor'],
] as const;
type Person = (typeof EVERYBODY)[number];

const hotline: readonly Person[] = ['supervisor', 'operator'];
const readers: readonly Person[] = [...hotline, 'agency', 'otherAgency', 'inspector', 'ownInspector'];
const talkers: readonly Person[] = [...hotline, 'inspector', 'ownInspector'];

/** Of those who have the right at all (`may`), who is answered for which object; everybody else gets 404. */
interface Row {
  may: readonly Person[];
  objects?: Record<string, readonly Person[]>;
  body?: unknown;
}

const tickets: Record<string, readonly Person[]> = {
  'XH-2026-000001': hotline,
  'XH-2026-000002': [...hotline, 'agency'],
  'XH-2026-000003': ['inspector'],
  'XH-2026-000404': [],
};
const conversations: Record<string, readonly Person[]> = {
  hoa: hotline,
  nam: hotline,
  tam: ['inspector'],
  nobody: [],
};

const TABLE: Record<string, Row> = {
  'get /tickets': { may: readers },
  'get /tickets/{code}': { may: readers, objects: tickets },
  'get /tickets/{code}/workspace': { may: readers, objects: tickets },
  'post /tickets/{code}/messages': { may: readers, objects: tickets, body: { text: 'Chào bác' } },
  'post /tickets/{code}/moves': { may: readers, objects: tickets, body: { type: 'note', note: 'đã gọi' } },
  'post /tickets/{code}/evidence': { may: readers, objects: tickets },
  'get /conversations': { may: talkers },
  'get /conversations/{id}': { may: talkers, objects: conversations },
  'get /conversations/{id}/call-back': { may: talkers, objects: conversations },
  'post /conversations/{id}/messages': { may: talkers, objects: conversations, body: { text: 'Chào bác' } },
  'put /conversations/{id}/holder': { may: talkers, objects: conversations },
  'delete /conversations/{id}/holder': { may: talkers, objects: conversations },
  'put /conversations/{id}/typing': { may: talkers, objects: conversations },
  'get /files/{id}': { may: readers, objects: { photo1: hotline, nothing: [] } },
  'get /accounts': { may: ['admin'] },
  'post /accounts': {
    may: ['admin'],
    body: {
      email: 'moi@hotline.test',
      name: 'Cán bộ mới',
      role: 'operator',
      password: 'may bay giay mau do',
    },
  },
  'patch /accounts/{id}': {
    may: ['admin'],
    objects: { auditor: ['admin'], nobody: [] },
    body: { name: 'Tên mới' },
  },
  'get /agencies': { may: ['admin', ...talkers] },
  'get /audit': { may: ['auditor'] },
  'get /events': { may: readers },
  'get /examples': { may: ['admin', 'supervisor'] },
  'post /examples': { may: ['admin', 'supervisor'], body: { text: 'Xin chào nhé', intent: 'greet' } },
  'get /procedures': { may: ['admin', 'supervisor'] },
  'get /questions': { may: ['admin', ...hotline] },
  'put /questions/{id}/outcome': {
    may: ['admin', ...hotline],
    objects: { nothing: [] },
    body: { outcome: 'done' },
  },
  'get /ratings': { may: readers },
  'get /ratings/words': { may: readers },
  'get /channels': { may: ['admin', ...talkers] },
  'get /consents': { may: ['admin'] },
  'post /consents/{channel}': { may: ['admin'], objects: { zalo: ['admin'], telegram: [] } },
  'get /dead-letters': { may: ['admin', ...talkers] },
  'post /dead-letters/replay': { may: ['admin', ...talkers], body: { all: true } },
  'delete /examples/{id}': { may: ['admin', 'supervisor'], objects: { nothing: [] } },
};

const guarded = STAFF_ROUTES.filter((route) => route.for !== 'anyone');
const nameOf = (route: RouteSpec) => `${route.method} ${route.path}`;

let house: House;
const browsers = new Map<Person, Browser>();
beforeAll(async () => {
  house = await openHouse();
  for (const person of EVERYBODY) browsers.set(person, await house.as(person));
});
afterAll(() => house.close());

function ask(browser: Browser, route: RouteSpec, object = '', row: Row = { may: [] }) {
  const path = route.path.replace(/\{\w+\}/, object);
  const headers = { 'idempotency-key': 'key-1' };
  if (route.upload) {
    const form = new FormData();
    form.append('file', new Blob(['abc']), 'anh.png');
    return browser.call(route.method.toUpperCase(), path, { body: form, headers });
  }
  return browser.call(route.method.toUpperCase(), path, {
    ...(row.body !== undefined && { json: row.body }),
    headers,
  });
}

it('knows every route there is', () => {
  expect(Object.keys(TABLE).sort()).toEqual(guarded.map(nameOf).sort());
});

describe.each(guarded.map((route) => [nameOf(route), route] as const))('%s', (name, route) => {
  const row = TABLE[name] ?? { may: [] };
  const objects = row.objects ?? { '': row.may };

  it('asks to sign in first', async () => {
    const answer = await ask(new Browser(house.url), route, 'XH-2026-000001', row);
    expect(answer.status).toBe(401);
    expect(answer.json['error']).toMatchObject({ id: 'sign_in_first' });
  });

  if (route.method !== 'get') {
    it('refuses a call without the token', async () => {
      const browser = Object.assign(new Browser(house.url), {
        cookie: browsers.get('supervisor')?.cookie ?? '',
      });
      for (const person of row.may) {
        browser.cookie = browsers.get(person)?.cookie ?? '';
        const answer = await ask(browser, route, Object.keys(objects)[0], row);
        expect([person, answer.status, answer.json['error']]).toEqual([
          person,
          403,
          expect.objectContaining({ id: 'csrf' }),
        ]);
      }
    });
  }

  if (name === 'get /events') return;
  for (const [object, answered] of Object.entries(objects)) {
    it.each(EVERYBODY)(`${object} for %s`, async (person) => {
      const browser = browsers.get(person) ?? new Browser(house.url);
      const expected = !row.may.includes(person) ? 403 : answered.includes(person) ? route.status : 404;
      const answer = await ask(browser, route, object, row);
      expect(answer.status).toBe(expected);
      if (expected !== route.status)
        expect(answer.json['error']).toMatchObject({ message: expect.any(String) });
    });
  }
});
