import type { Connection } from 'mongoose';
import { alertNames } from '../../alerting';
import { openAlerts } from '../../hotline/alerts';
import { type AlertCarrier, type AlertMessage, type Audience, NotTaken } from '../../hotline/alerts/alert';
import type { Turn } from '../../hotline/conversation/turn';
import { NEW_CONVERSATION } from '../../hotline/conversation/turn';
import type { Outbox } from '../../hotline/delivery';
import { ALERTS, alertStore } from '../../storage/alerts';
import { TURNS } from '../../storage/turn-record';
import { openDatabase, type TestDatabase } from '../database';
import { content } from '../town/content';
import { conversation, openStores, turnOf } from './stores';
import { filedTicket } from '../town/tickets';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const names = alertNames(content, undefined);
const HOTLINE = [{ name: 'group', reaches: 'hotline' as const }];

let database: TestDatabase;
let connection: Connection;
let now: Date;
const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * MINUTE));
const at = (clock: string) => new Date(`2026-11-25T${clock}:00+07:00`);

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
});
afterAll(() => database?.close());
beforeEach(async () => {
  now = at('09:00');
  for (const name of [TURNS, 'tickets', 'conversations', 'identities', ALERTS, 'alert_carriers'])
    await connection.collection(name).deleteMany();
});

/** Takes what it is given, unless it was told otherwise. */
function postman(
  { name, reaches }: { name: string; reaches: Audience } = { name: 'group', reaches: 'hotline' },
) {
  const sent: AlertMessage[] = [];
  const failures: Error[] = [];
  const carrier: AlertCarrier = {
    name,
    reaches,
    async send(message) {
      const failure = failures.shift();
      if (failure) throw failure;
      sent.push(message);
    },
  };
  return { carrier, sent, failures };
}

/** Another process, as far as alerts go. */
function teller(carriers: readonly AlertCarrier[], quiet?: { from: number; to: number }, on = connection) {
  const errors: unknown[] = [];
  const store = alertStore(on, carriers);
  const onError = (error: unknown) => void errors.push(error);
  const alerts = openAlerts({ carriers, store, names, quiet, onError, now: () => now });
  const round = () => Promise.all(Object.values(alerts.rounds).map((each) => each()));
  return { ...alerts, store, round, errors };
}

const code = (index: number) => `XH-2026-${String(index).padStart(6, '0')}`;

/** Files reports, each in a conversation of its own, as turns do. */
async function file(count: number, facts: Parameters<typeof filedTicket>[1], carriers = HOTLINE, from = 1) {
  const { log } = await openStores(connection, carriers);
  const turns = Array.from({ length: count }, (_, index) => {
    const turn = turnOf(1, { conversation: conversation(`c${from + index}`), at: now });
    return log.append(turn, { filed: [filedTicket(code(from + index), facts)] });
  });
  for (const { outcome } of await Promise.all(turns)) expect(outcome).toBe('written');
}

async function waits(id: string, holder: Turn['state']['holder'], seq = 1): Promise<void> {
  const { log } = await openStores(connection, HOTLINE);
  const state = { ...NEW_CONVERSATION, holder };
  await log.append(turnOf(seq, { conversation: conversation(id), at: now, state }), { listed: true });
}

const kept = () => connection.collection(ALERTS).countDocuments();
const subjects = (sent: AlertMessage[]) => sent.map(({ subject }) => subject.replace('[Hotline Xanh] ', ''));

describe('an urgent report', () => {
  it('is kept as an alert in the transaction that files it, or not at all', async () => {
    await file(1, { urgent: true });
    await file(1, { urgent: false }, HOTLINE, 2);
    expect(await kept()).toBe(1);
    const { log } = await openStores(connection, HOTLINE);
    const taken = turnOf(1, { conversation: conversation('c1'), eventId: 'other' });
    const again = await log.append(taken, { filed: [filedTicket(code(3), { urgent: true })] });
    expect(again.outcome).toBe('lost');
    expect(await kept()).toBe(1);
  });

  it('is told once by one of two processes, and not again after a restart', async () => {
    await file(1, { urgent: true });
    const { carrier, sent } = postman();
    const [one, two] = [teller([carrier]), teller([carrier], undefined, await database.another())];
    await Promise.all([one.round(), two.round(), one.round(), two.round()]);
    later(5);
    await teller([carrier]).round();
    expect(subjects(sent)).toEqual(['🔴 1 phản ánh khẩn']);
  });

  it('is told by another process when the first died before it told', async () => {
    await file(1, { urgent: true });
    const { carrier, sent } = postman();
    const { store } = teller([carrier]);
    expect(await store.claim('group', now, 90_000)).toBeDefined();
    const other = teller([carrier]);
    await other.round();
    expect(sent).toEqual([]);
    later(2);
    await other.round();
    expect(sent).toHaveLength(1);
  });

  it('is told again under the same key when a process died after it told', async () => {
    await file(1, { urgent: true });
    const { carrier, sent } = postman();
    const dying = teller([carrier]);
    const { store } = dying;
    jest.spyOn(store, 'told').mockReturnValue(new Promise(() => undefined));
    void dying.round();
    while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
    later(2);
    await teller([carrier]).round();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('costs nothing when nobody is to be told', async () => {
    await file(1, { urgent: true }, []);
    expect(await kept()).toBe(0);
  });

  it('is told by each carrier, though one of them fails', async () => {
    const [group, mail] = [postman(), postman({ name: 'email', reaches: 'hotline' })];
    const carriers = [group.carrier, mail.carrier];
    await file(1, { urgent: true }, [...HOTLINE, { name: 'email', reaches: 'hotline' }]);
    mail.failures.push(new Error('no line'), new NotTaken('too fast', 10 * MINUTE));
    const { round, errors, store } = teller(carriers);
    await round();
    expect([group.sent.length, mail.sent.length, errors.length]).toEqual([1, 0, 1]);
    expect(await store.states()).toMatchObject([
      { carrier: 'group', waiting: 0 },
      { carrier: 'email', waiting: 1, failingSince: now, reason: 'no line' },
    ]);
    later(1);
    await round();
    expect(errors).toHaveLength(2);
    later(9);
    await round();
    expect(mail.sent).toHaveLength(0);
    later(2);
    await round();
    expect([group.sent.length, mail.sent.length]).toEqual([1, 1]);
    expect(await store.states()).toEqual([
      { carrier: 'group', waiting: 0 },
      { carrier: 'email', waiting: 0 },
    ]);
  });
});

it('five hundred urgent reports give a few messages with counts', async () => {
  const { carrier, sent } = postman();
  const { round } = teller([carrier]);
  await file(1, { urgent: true });
  await round();
  await file(499, { urgent: true }, HOTLINE, 2);
  for (let second = 0; second < 60; second += 2) {
    await round();
    later(2 / 60);
  }
  await round();
  later(5);
  await round();
  expect(subjects(sent)).toEqual(['🔴 1 phản ánh khẩn', '🔴 499 phản ánh khẩn']);
});

describe('quiet hours', () => {
  const night = { from: 22 * 60, to: 6 * 60 };

  it('over midnight let through only what is urgent, and gather the rest', async () => {
    const { carrier, sent } = postman();
    const { round, due } = teller([carrier], night);
    now = at('21:59');
    await due({ kind: 'due_soon', ticket: filedTicket(code(8)), key: '8' });
    await round();
    now = at('23:30');
    await due({ kind: 'overdue', ticket: filedTicket(code(9)), key: '9' });
    await due({ kind: 'overdue', ticket: filedTicket(code(9)), key: '9' });
    await waits('w', { kind: 'waiting', since: now });
    await file(1, { urgent: true });
    await round();
    later(90);
    await round();
    now = new Date('2026-11-26T05:59:00+07:00');
    await round();
    expect(subjects(sent)).toEqual(['🕒 1 phản ánh sắp đến hạn', '🔴 1 phản ánh khẩn']);
    later(1);
    await round();
    later(2);
    await round();
    expect(subjects(sent).slice(2)).toEqual(['💬 1 người dân đang chờ cán bộ, ⏰ 1 phản ánh quá hạn']);
  });
});

describe('somebody who waits', () => {
  it('is told of at once, and again as long as nobody answers', async () => {
    const { carrier, sent } = postman();
    const { round } = teller([carrier]);
    await waits('w', { kind: 'waiting', since: now });
    const moments = [0, 14, 1, 44, 1, 300];
    const counts = [];
    for (const minutes of moments) {
      later(minutes);
      await round();
      counts.push(sent.length);
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('is not told of any more once somebody has come', async () => {
    const { carrier, sent } = postman();
    const { round } = teller([carrier]);
    await waits('w', { kind: 'waiting', since: now });
    later(1);
    await waits('w', { kind: 'staff', id: 's', name: 'Lan', since: now }, 2);
    await round();
    later(120);
    await round();
    expect(sent).toEqual([]);
    expect(await connection.collection(ALERTS).countDocuments({ waits: 'group' })).toBe(0);
  });
});

describe('what is for inspectors', () => {
  const misconduct = { urgent: true, lane: 'misconduct' as const, category: null };

  it('goes to them alone', async () => {
    const [group, inspectors] = [postman(), postman({ name: 'inspectors', reaches: 'inspectors' })];
    await file(1, misconduct, [...HOTLINE, { name: 'inspectors', reaches: 'inspectors' }] as typeof HOTLINE);
    await teller([group.carrier, inspectors.carrier]).round();
    expect(group.sent).toEqual([]);
    expect(subjects(inspectors.sent)).toEqual(['🔒 1 việc mới cho thanh tra']);
  });

  it('goes to the others, without a word of what it is, when nobody reaches them', async () => {
    const { carrier, sent } = postman();
    await file(1, misconduct);
    await teller([carrier]).round();
    expect(subjects(sent)).toEqual(['🔒 1 việc mới cho thanh tra']);
    expect(JSON.stringify(await connection.collection(ALERTS).find().toArray())).not.toMatch(/00004|Ba Đình/);
  });
});

describe('a message that could not be delivered', () => {
  const turn = turnOf(3);
  const lease = { conversation: turn.conversation, fence: 1 };

  it('is kept as an alert before it is kept as dead, once; not when its citizen wants nothing from us', async () => {
    const { carrier, sent } = postman();
    const { hearing, round } = teller([carrier]);
    let alertsBefore = -1;
    const record: Outbox['record'] = async () => {
      alertsBefore = await kept();
      return true;
    };
    const outbox = hearing({ record } as Outbox);
    const dead = { state: 'dead' as const, tries: 8 };
    await outbox.record(turn, 0, { state: 'failed', tries: 1 }, now, lease);
    await outbox.record(turn, 0, { ...dead, unreachable: true }, null, lease);
    expect(alertsBefore).toBe(0);
    await outbox.record(turn, 0, dead, null, lease);
    expect(alertsBefore).toBe(1);
    await outbox.record(turn, 0, dead, null, lease);
    await round();
    expect(subjects(sent)).toEqual(['✉️ 1 tin chưa gửi được tới người dân']);
  });
});

it('a channel that is down cannot wait till morning; that it is up again can', async () => {
  const { carrier, sent } = postman();
  const { channel, round } = teller([carrier], { from: 0, to: 23 * 60 });
  await channel('telegram', 'channel_down', at('08:50'));
  await channel('telegram', 'channel_down', at('08:50'));
  await channel('telegram', 'channel_up', at('08:50'));
  await round();
  expect(subjects(sent)).toEqual(['⚠️ 1 kênh mất kết nối']);
});
