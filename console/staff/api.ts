import type { AccountBody, AccountChangeBody, NewAccountBody } from '../../api/accounts/schema';
import type { AuditBody } from '../../api/audit/schema';
import type { CarrierBody, ChannelBody, LetterBody, ReplayBody } from '../../api/channels/schema';
import type { ConsentBody } from '../../api/consents/schema';
import type { ConversationBody, Transcript } from '../../api/conversations/schema';
import type { ExampleBody } from '../../api/examples/schema';
import type { OutcomeBody, QuestionBody } from '../../api/questions/schema';
import type { RatingsBody, RatingWordsBody } from '../../api/ratings/schema';
import type { Session } from '../../api/session/schema';
import type { MoveInput, TicketBody, Workspace } from '../../api/tickets/schema';
import { words } from './words.vi';

export type { AccountBody, AccountChangeBody, NewAccountBody } from '../../api/accounts/schema';
export type { AuditBody } from '../../api/audit/schema';
export type { ConsentBody } from '../../api/consents/schema';
export type { ChannelBody, LetterBody, ReplayBody } from '../../api/channels/schema';
export type { ConversationBody, MessageBody, Transcript } from '../../api/conversations/schema';
export type { Change } from '../../api/events/schema';
export type { OutcomeBody, QuestionBody } from '../../api/questions/schema';
export type { RatingsBody, RatingWordsBody } from '../../api/ratings/schema';
export type { Session, User } from '../../api/session/schema';
export type { MoveInput, TicketBody, Workspace } from '../../api/tickets/schema';

/** What staff teach: the labels of a message. */
export type NewExampleBody = Omit<ExampleBody, 'id' | 'by' | 'at'>;

/** What the server answered instead of what was asked for; `status` 0: it could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly id: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Page<T> {
  items: T[];
  page: number;
  pageSize: number;
  total: number;
}

export interface TicketPage extends Page<TicketBody> {
  /** By code, those that are near their deadline or past it. */
  due: Readonly<Record<string, NonNullable<Workspace['due']>>>;
}

export interface TicketQuery {
  status: string;
  lane: string;
  due: string;
  q: string;
  page: number;
}

export interface Agency {
  code: string;
  name: string;
}

export interface Evidence {
  fileId: string;
  name: string;
}

/** One function a call of the staff API. */
export const api = {
  session: () => remember(call<Session>('GET', '/session')),
  signIn: (email: string, password: string) =>
    remember(call<Session>('POST', '/session', { body: { email, password } })),
  signOut: () => remember(call<Session>('DELETE', '/session')),
  addFirstAdmin: (body: { token: string; email: string; name: string; password: string }) =>
    remember(call<Session>('POST', '/session/first-admin', { body })),

  tickets: (query: TicketQuery) =>
    call<TicketPage>('GET', `/tickets?${new URLSearchParams({ ...query, page: String(query.page) })}`),
  ticket: (code: string) => call<TicketBody>('GET', `/tickets/${encodeURIComponent(code)}`),
  workspace: (code: string) => call<Workspace>('GET', `/tickets/${encodeURIComponent(code)}/workspace`),
  answer: (code: string, body: { text: string; wholeIncident: boolean }, key: string) =>
    call<TicketBody>('POST', `/tickets/${encodeURIComponent(code)}/messages`, { body, key }),
  move: (code: string, move: MoveInput, key: string) =>
    call<TicketBody>('POST', `/tickets/${encodeURIComponent(code)}/moves`, { body: move, key }),
  addEvidence: (code: string, file: File) =>
    call<Evidence>('POST', `/tickets/${encodeURIComponent(code)}/evidence`, { file }),

  conversations: (holder: string, page: number) =>
    call<Page<ConversationBody>>('GET', `/conversations?holder=${holder}&page=${page}`),
  conversation: (id: string) => call<Transcript>('GET', `/conversations/${encodeURIComponent(id)}`),
  callBack: (id: string) =>
    call<{ phone: string | null }>('GET', `/conversations/${encodeURIComponent(id)}/call-back`),
  say: (id: string, text: string, key: string) =>
    call<{ number: number }>('POST', `/conversations/${encodeURIComponent(id)}/messages`, {
      body: { text },
      key,
    }),
  takeOver: (id: string) => call<object>('PUT', `/conversations/${encodeURIComponent(id)}/holder`),
  showTyping: (id: string) => call<object>('PUT', `/conversations/${encodeURIComponent(id)}/typing`),
  handBack: (id: string) => call<object>('DELETE', `/conversations/${encodeURIComponent(id)}/holder`),

  channels: () => call<{ items: ChannelBody[]; alerts: CarrierBody[] }>('GET', '/channels'),
  consents: () => call<{ items: ConsentBody[] }>('GET', '/consents'),
  askConsent: (channel: string) => call<{ url: string }>('POST', `/consents/${encodeURIComponent(channel)}`),
  deadLetters: (page: number) => call<Page<LetterBody>>('GET', `/dead-letters?page=${page}`),
  replay: (body: ReplayBody, key: string) =>
    call<{ replayed: number; busy: number }>('POST', '/dead-letters/replay', { body, key }),

  questions: (page: number) => call<Page<QuestionBody>>('GET', `/questions?page=${page}`),
  settleQuestion: (id: string, outcome: OutcomeBody['outcome']) =>
    call<{ id: string }>('PUT', `/questions/${encodeURIComponent(id)}/outcome`, { body: { outcome } }),
  ratings: () => call<RatingsBody>('GET', '/ratings'),
  ratingWords: (page: number) => call<Page<RatingWordsBody>>('GET', `/ratings/words?page=${page}`),

  procedures: () => call<{ items: { id: string; name: string }[] }>('GET', '/procedures'),
  teach: (body: NewExampleBody) => call<ExampleBody>('POST', '/examples', { body }),

  agencies: (q: string) => call<{ items: Agency[] }>('GET', `/agencies?q=${encodeURIComponent(q)}`),
  accounts: () => call<{ items: AccountBody[] }>('GET', '/accounts'),
  addAccount: (body: NewAccountBody) => call<AccountBody>('POST', '/accounts', { body }),
  changeAccount: (id: string, body: AccountChangeBody) =>
    call<AccountBody>('PATCH', `/accounts/${encodeURIComponent(id)}`, { body }),
  audit: (page: number) => call<Page<AuditBody>>('GET', `/audit?page=${page}`),
};

/** A key for one act: kept while it is tried again, so that it happens once. Works on plain HTTP too. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

let csrfToken = '';

async function remember(asked: Promise<Session>): Promise<Session> {
  const session = await asked;
  csrfToken = session.csrfToken;
  return session;
}

interface Sent {
  body?: unknown;
  file?: File;
  key?: string;
}

async function call<T>(method: string, path: string, sent: Sent = {}): Promise<T> {
  const response = await fetch(`/api/staff${path}`, {
    method,
    headers: headersOf(method, sent),
    body: bodyOf(sent),
  })
    // The fetch itself fails only when there is no line.
    .catch(() => {
      throw new ApiError(0, 'offline', words.errors.offline);
    });
  const answer = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok) return answer as T;
  const { error } = (answer ?? {}) as { error?: { id: string; message: string } };
  if (response.status === 401 && error?.id === 'sign_in_first') window.dispatchEvent(new Event('signed-out'));
  throw new ApiError(response.status, error?.id ?? 'unknown', error?.message ?? words.errors.unknown);
}

function headersOf(method: string, { body, key }: Sent): Record<string, string> {
  return {
    ...(method !== 'GET' && { 'x-csrf-token': csrfToken }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(key && { 'idempotency-key': key }),
    ...(isIdle() && { 'x-idle': '1' }),
  };
}

function bodyOf({ body, file }: Sent): BodyInit | null {
  if (!file) return body === undefined ? null : JSON.stringify(body);
  const form = new FormData();
  form.append('file', file);
  return form;
}

const IDLE_MS = 60_000;
let lastTouch = Date.now();
for (const type of ['pointerdown', 'keydown']) {
  window.addEventListener(type, () => (lastTouch = Date.now()), { capture: true, passive: true });
}

/** A page that refreshes itself with nobody before it must not keep the session alive. */
const isIdle = () => Date.now() - lastTouch > IDLE_MS;
