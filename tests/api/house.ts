import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import express from 'express';
import { MemoryStore } from 'express-session';
import { memoryLetters } from './letters';
import { staffApi, type StaffApiOptions } from '../../api/staff-api';
import type { CarrierState } from '../../hotline/alerts/alert';
import type { ChannelHealth } from '../../hotline/channel-health';
import type { ConversationId, Turn } from '../../hotline/conversation/turn';
import { NEW_CONVERSATION } from '../../hotline/conversation/turn';
import { dueOf } from '../../hotline/deadlines/outlook';
import { HotlineError } from '../../hotline/errors';
import type { Example, ExampleStore } from '../../hotline/examples';
import { typingSigns } from '../../hotline/conversation/typing';
import type { Consent, GrantState } from '../../hotline/grants';
import type { RatingFigures, RatingFilter, RatingSummary, RatingWords } from '../../hotline/ratings';
import type { OpenQuestion } from '../../hotline/questions';
import type { AuditEntry, Role, StaffAccount } from '../../hotline/staff';
import type { ConversationSummary, Identity, StoredFile } from '../../hotline/stores';
import type { StaffMove } from '../../hotline/ticket/desk';
import type { Ticket } from '../../hotline/ticket/ticket';

/** The town: agencies, people of the staff, and what citizens have told. */
export const agencies = [
  { code: 'so-nnmt-bn', name: 'Sở Nông nghiệp và Môi trường Bắc Ninh' },
  { code: 'ubnd-yen-phong', name: 'UBND xã Yên Phong' },
];
const PASSWORD = 'con meo xanh tren mai nha';
const BORN = new Date('2026-11-01T00:00:00Z');

const GOOD_GRANT: GrantState = {
  state: 'good',
  account: 'Đường dây nóng Xanh',
  renewedAt: new Date('2026-11-25T02:00:00Z'),
  goodUntil: new Date('2026-11-26T03:00:00Z'),
  trouble: null,
  callbackUrl: 'https://hotline.test/oauth/zalo',
  challenge: 'abc',
};

const person = (role: Role, agency: StaffAccount['agency'] = null, id: string = role): StaffAccount => ({
  id,
  email: `${id}@hotline.test`,
  name: `Cán bộ ${id}`,
  role,
  agency,
  createdAt: BORN,
  disabled: false,
  sessionsFrom: BORN,
});

export const conversationId = (id: string) => id as ConversationId;

export function ticket(code: string, facts: Partial<Ticket> = {}): Ticket {
  return {
    code,
    revision: 1,
    lane: 'pollution',
    category: 'odor',
    status: 'received',
    urgent: false,
    anonymous: false,
    description: 'Mùi hôi từ trại lợn',
    location: { text: 'Yên Phong', provinceCode: '24', communeCode: null, lat: null, lon: null },
    time: null,
    source: null,
    agency: agencies[0] ?? null,
    deadline: new Date('2026-12-01T10:00:00Z'),
    createdAt: new Date('2026-11-23T04:05:00Z'),
    updatedAt: BORN,
    channel: 'webchat',
    conversation: conversationId('hoa'),
    secretHash: 'hash',
    notSolved: 0,
    events: [{ at: BORN, by: { kind: 'citizen' }, type: 'received', from: null, to: 'received', note: null }],
    attachments: [],
    ...facts,
  };
}

const forwarded: Ticket['events'] = [
  { at: BORN, by: { kind: 'system' }, type: 'forwarded', from: 'received', to: 'forwarded', note: null },
];
const photo = { id: 'photo1', name: 'anh.jpg', type: 'image/jpeg', size: 3 };

function townTickets(): Ticket[] {
  return [
    ticket('XH-2026-000001', { attachments: [photo] }),
    ticket('XH-2026-000002', { status: 'forwarded', events: forwarded, conversation: conversationId('nam') }),
    ticket('XH-2026-000003', {
      lane: 'misconduct',
      category: null,
      description: 'Cán bộ sở nn&mt bắc ninh vòi tiền',
      conversation: conversationId('tam'),
    }),
  ];
}

const summary = (id: string, facts: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id: conversationId(id),
  channel: 'webchat',
  holder: 'waiting',
  since: BORN,
  lastAt: BORN,
  lastText: 'Xin gặp cán bộ',
  messages: 2,
  tickets: [],
  ...facts,
});

const turn = (id: string, facts: Partial<Turn> = {}): Turn => ({
  conversation: conversationId(id),
  seq: 1,
  firstMessage: 1,
  at: BORN,
  channel: 'webchat',
  in: { type: 'message', text: 'Mùi hôi quá' },
  out: [{ activity: { type: 'message', text: 'Mã bí mật của bạn: ••••••••••' }, secretOf: 'XH-2026-000001' }],
  state: NEW_CONVERSATION,
  ...facts,
});

/** A staff API on stand-ins that live in memory, over real HTTP. */
export async function openHouse(): Promise<House> {
  const house = new House();
  await house.open();
  return house;
}

export class House {
  readonly people = [
    ...(['admin', 'supervisor', 'operator', 'inspector', 'auditor'] as const).map((role) => person(role)),
    person('agency', agencies[0]),
    person('agency', agencies[1], 'otherAgency'),
    person('inspector', agencies[0], 'ownInspector'),
  ];
  readonly tickets = townTickets();
  readonly summaries = [
    summary('hoa', { tickets: ['XH-2026-000001'] }),
    summary('nam', { tickets: ['XH-2026-000002'], holder: 'staff', holderName: 'Cán bộ operator' }),
    summary('tam', { tickets: ['XH-2026-000003'], lane: 'misconduct' }),
  ];
  readonly turns = [turn('hoa'), turn('nam'), turn('tam')];
  readonly identities = new Map<string, Identity>(
    this.tickets.map(({ code }) => [`ticket:${code}`, { name: 'Nguyễn Thị Hoa', phone: '+84912345678' }]),
  );
  readonly files: StoredFile[] = [{ ...photo, display: true, conversation: 'hoa' }];
  readonly audit: Omit<AuditEntry, 'at'>[] = [];
  readonly acts: { code: string; move: StaffMove | string; key: string; also?: readonly string[] }[] = [];
  readonly said: { id: string; text: string; key: string }[] = [];
  readonly logged: object[] = [];
  readonly listeners = new Set<(turn: Turn) => void>();
  readonly examples = memoryExamples();
  readonly questions: OpenQuestion[] = [];
  readonly ratings: RatingSummary[] = [];
  readonly ratingFigures: RatingFigures = { scores: [], months: [], topics: [] };
  readonly ratingWords: RatingWords[] = [];
  readonly ratingsAsked: RatingFilter[] = [];
  readonly typing = typingSigns({
    channels: new Map(),
    identities: { of: async () => undefined },
  });
  readonly letters = memoryLetters();
  readonly channels: ChannelHealth[] = [];
  readonly carriers: CarrierState[] = [];
  readonly consent: Consent = {
    state: async () => GOOD_GRANT,
    begin: async () => 'https://oauth.zalo.test/consent',
    isNeeded: () => false,
  };
  lessons = 0;
  failures = 0;
  url = '';
  endStreams = () => {};
  private closing: (() => Promise<void>) | undefined;

  async open(): Promise<void> {
    const api = staffApi(this.options());
    this.endStreams = () => api.close();
    const app = express().use('/api/staff', api.router);
    const server = app.listen(0);
    await new Promise((resolve) => server.once('listening', resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/staff`;
    this.closing = () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
  }

  async close(): Promise<void> {
    await this.closing?.();
  }

  /** A browser of its own, signed in as this person. */
  async as(id: string): Promise<Browser> {
    const browser = new Browser(this.url);
    await browser.call('GET', '/session');
    const answer = await browser.call('POST', '/session', {
      json: { email: `${id}@hotline.test`, password: PASSWORD },
    });
    if (answer.status !== 200) throw new Error(`sign-in of ${id} answered ${answer.status}`);
    return browser;
  }

  private options(): StaffApiOptions {
    const { people, tickets, summaries, files } = this;
    return {
      staff: {
        add: async (account) => ({ ...person(account.role, account.agency), ...account, id: 'added' }),
        find: async (id) => people.find((one) => one.id === id),
        list: async () => people,
        change: async (id, change) => Object.assign(this.personOf(id), change),
        verify: async (email, password) =>
          password === PASSWORD ? people.find((one) => one.email === email && !one.disabled) : undefined,
        firstAdminLink: async () => undefined,
        addFirstAdmin: async () => {
          throw new HotlineError('link_used', 410, 'Đường dẫn đã dùng.');
        },
      },
      audit: {
        record: async (entry) => void this.audit.push(entry),
        list: async () => ({
          items: this.audit.map((entry) => ({ ...entry, at: BORN })),
          total: this.audit.length,
        }),
      },
      examples: {
        store: this.examples,
        procedures: new Map([['dat-tach-thua', 'Tách thửa, hợp thửa']]),
        taught: () => void (this.lessons += 1),
      },
      channels: { report: async () => this.channels, alerts: async () => this.carriers },
      consents: new Map([['zalo', this.consent]]),
      questions: {
        list: async () => ({ items: this.questions, total: this.questions.length }),
        settle: async (key) => {
          const left = this.questions.filter((one) => one.key !== key);
          return this.questions.splice(0, Infinity, ...left).length > left.length;
        },
      },
      deadLetters: this.letters.store,
      limit: {
        take: async () => {
          this.failures += 1;
          return this.failures > 10 ? { allowed: false, retryAfterSeconds: 60 } : { allowed: true };
        },
        giveBack: async () => void (this.failures -= 1),
      },
      sessions: new MemoryStore(),
      conversations: {
        receive: () => Promise.reject(new Error('not for staff')),
        noteReach: () => Promise.reject(new Error('not for staff')),
        languageOf: () => Promise.reject(new Error('not for staff')),
        say: async (id, _staff, message, key) => {
          this.said.push({ id, text: message.text ?? '', key });
          return { turn: turn(id, { firstMessage: 3 }), duplicate: false };
        },
        takeOver: async (id) => turn(id),
        handBack: async (id) => turn(id),
        read: async (id, after) =>
          this.turns.filter((one) => one.conversation === id && one.firstMessage > after),
        forCitizen: () => Promise.reject(new Error('never for staff')),
        onTurn: (listener) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
      },
      typing: this.typing,
      conversationStore: {
        list: async ({ holder, misconduct }) => {
          const items = summaries.filter(
            (one) =>
              (!holder || one.holder === holder) &&
              (misconduct === 'all' || (one.lane === 'misconduct') === (misconduct === 'only')),
          );
          return { items, total: items.length };
        },
        find: async (id) => summaries.find((one) => one.id === id),
      },
      ratings: {
        summary: async (filter) => {
          this.ratingsAsked.push(filter);
          return filter.misconduct ? [] : this.ratings;
        },
        figures: async () => this.ratingFigures,
        words: async (filter) => {
          this.ratingsAsked.push(filter);
          return { items: this.ratingWords, total: this.ratingWords.length };
        },
      },
      desk: {
        move: async (code, _staff, move, key, also = []) => {
          this.acts.push({ code, move, key, ...(also.length > 0 && { also }) });
          return this.ticketOf(code);
        },
        answer: async (code, _staff, text, key, also = []) => {
          this.acts.push({ code, move: text, key, ...(also.length > 0 && { also }) });
          return this.ticketOf(code);
        },
      },
      tickets: {
        nextCode: async () => 'XH-2026-000009',
        find: async (code) => tickets.find((one) => one.code === code),
        findMany: async (codes) => tickets.filter((one) => codes.includes(one.code)),
        list: async ({ lanes, lane, status, due, page, pageSize }) => {
          const items = tickets.filter(
            (one) =>
              lanes.includes(one.lane) &&
              (!lane || one.lane === lane) &&
              (!status || one.status === status) &&
              (!due || dueOf(one, new Date()) === due),
          );
          return { items: items.slice((page - 1) * pageSize, page * pageSize), total: items.length };
        },
      },
      incidents: {
        ofIncident: async (incident) => tickets.filter((one) => one.incident === incident),
      },
      files: {
        save: async ({ name, bytes, conversation }) => {
          const file = { id: `file${files.length}`, name, type: 'image/png', size: bytes.length };
          files.push({ ...file, display: true, conversation });
          return { ...file, display: true, conversation };
        },
        find: async (id) => files.find((one) => one.id === id),
        open: async (_id, copy) => ({
          name: 'anh.jpg',
          type: 'image/jpeg',
          size: copy.length,
          stream: Readable.from([Buffer.from(copy)]),
        }),
        discard: async () => undefined,
      },
      identities: { of: async (key) => this.identities.get(key), forget: async () => undefined },
      agencies,
      sessionSecret: 'a secret of the tests',
      secure: false,
      maxUpload: 1000,
      isAway: (error) => error instanceof DatabaseAway,
      log: { error: (fields) => void this.logged.push(fields) },
    };
  }

  private personOf(id: string): StaffAccount {
    const found = this.people.find((one) => one.id === id);
    if (!found) throw new HotlineError('not_found', 404, 'Không tìm thấy tài khoản.');
    return found;
  }

  private ticketOf(code: string): Ticket {
    return this.tickets.find((one) => one.code === code) ?? ticket(code);
  }
}

/** As the driver tells that nobody answers. */
export class DatabaseAway extends Error {}

interface Sent {
  json?: unknown;
  body?: string | FormData;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

/** Keeps the cookie and the token as a page would. */
export class Browser {
  cookie = '';
  token = '';

  constructor(private readonly url: string) {}

  async call(method: string, path: string, { json, body, headers = {} }: Sent = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.token && { 'x-csrf-token': this.token }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: json === undefined ? (body ?? null) : JSON.stringify(json),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie) this.cookie = cookie;
    const text = await response.text();
    const answer = parsed(text);
    if (typeof answer['csrfToken'] === 'string') this.token = answer['csrfToken'];
    return { status: response.status, headers: response.headers, text, json: answer };
  }

  /** A changing call that happens once. */
  post(path: string, json: unknown, key = 'key-1'): Promise<Answer> {
    return this.call('POST', path, { json, headers: { 'idempotency-key': key } });
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** What staff taught, in memory. */
function memoryExamples(): ExampleStore {
  const kept = new Map<string, Example>();
  return {
    list: async () => [...kept.values()],
    put: async (example) => void kept.set(example.id, example),
    remove: async (id) => kept.delete(id),
    state: async () => `${kept.size}`,
  };
}
