import fc from 'fast-check';
import { alertNames } from '../../../alerting';
import type { Alert } from '../../../hotline/alerts/alert';
import { alertsOf, dueAlert } from '../../../hotline/alerts/from-turn';
import { messageOf } from '../../../hotline/alerts/message';
import type { Turn } from '../../../hotline/conversation/turn';
import { NEW_CONVERSATION } from '../../../hotline/conversation/turn';
import type { Ticket } from '../../../hotline/ticket/ticket';
import { content } from '../../town/content';
import { hoa, monday, nam } from '../../town/people';
import { filedTicket } from '../../town/tickets';

const names = alertNames(content, 'https://hotline.tinh.test');

const turnOf = (facts: Partial<Turn> = {}): Turn => ({
  conversation: hoa.conversation,
  seq: 7,
  firstMessage: 12,
  at: monday,
  channel: 'telegram',
  out: [],
  state: NEW_CONVERSATION,
  ...facts,
});
const waitingTurn = (facts: Partial<Turn['state']> = {}, turn: Partial<Turn> = {}) =>
  turnOf({ state: { ...NEW_CONVERSATION, holder: { kind: 'waiting', since: monday }, ...facts }, ...turn });

const filing = (...filed: Ticket[]) => alertsOf(turnOf(), { filed });
const urgent = (facts: Partial<Ticket> = {}) => filedTicket('XH-2026-000123', { urgent: true, ...facts });
const textOf = (alerts: Alert[]) => messageOf(alerts, names).text;

describe('what staff must hear of', () => {
  it('an urgent report, and no other', () => {
    expect(filing(urgent(), filedTicket())).toMatchObject([
      { key: 'urgent/XH-2026-000123', kind: 'urgent', urgent: true, at: monday },
    ]);
  });

  it('a report that staff made urgent', () => {
    const act = { at: monday, by: { kind: 'system' as const }, from: null, to: null, note: null };
    const changed = urgent({ events: [{ ...act, type: 'reclassified' }] });
    expect(alertsOf(turnOf(), { changed: [changed] })).toHaveLength(1);
    const noted = urgent({ events: [{ ...act, type: 'noted' }] });
    expect(alertsOf(turnOf(), { changed: [noted] })).toEqual([]);
  });

  it('somebody who begins to wait, at once and again', () => {
    const alerts = alertsOf(waitingTurn(), { listed: true });
    const after = alerts.map(({ at }) => (at.getTime() - monday.getTime()) / 60_000);
    expect(after).toEqual([0, 15, 60]);
    expect(alerts.every(({ urgent: cannotWait }) => !cannotWait)).toBe(true);
  });

  it('somebody who has been waiting, only once', () => {
    const later = new Date(monday.getTime() + 60_000);
    expect(alertsOf(waitingTurn({}, { at: later }), { listed: true })).toEqual([]);
  });
});

describe('the message', () => {
  it('tells code, kind, place, deadline and where to look', () => {
    expect(textOf(filing(urgent()))).toBe(
      '🔴 1 phản ánh khẩn\n' +
        '• XH-2026-000123 · Ô nhiễm môi trường: Nước thải, nước bẩn · Phường Ba Đình, Thành phố Hà Nội · hạn 17:00 14/12/2026\n' +
        '  https://hotline.tinh.test/staff/tickets/XH-2026-000123\n' +
        'https://hotline.tinh.test/staff/tickets',
    );
  });

  it('has no links when nobody set how the console is reached', () => {
    const { text } = messageOf(filing(urgent()), alertNames(content, undefined));
    expect(text).not.toMatch(/http|undefined/);
  });

  it('tells of misconduct only that there is something for the inspectors', () => {
    const misconduct = urgent({ lane: 'misconduct', category: null });
    const alerts = [
      ...filing(misconduct),
      dueAlert({ kind: 'overdue', ticket: misconduct, key: 'k' }, monday),
      ...alertsOf(waitingTurn({ confidential: true }), { listed: true }),
    ];
    expect(alerts.every(({ confidential }) => confidential)).toBe(true);
    expect(textOf(alerts)).toBe(
      '🔒 3 việc mới cho thanh tra\n• Thanh tra mở bàn làm việc để xem.\nhttps://hotline.tinh.test/staff',
    );
    expect(JSON.stringify(filing(misconduct))).not.toMatch(/00004|"01"|Ba Đình/);
  });

  it('counts a big incident instead of listing it', () => {
    const codes = Array.from({ length: 500 }, (_, index) => `XH-2026-${String(index).padStart(6, '0')}`);
    const alerts = codes.flatMap((code) => filing(filedTicket(code, { urgent: true })));
    const { text, subject } = messageOf(alerts, names);
    expect(subject).toBe('[Hotline Xanh] 🔴 500 phản ánh khẩn');
    expect(text.match(/• XH-/g)).toHaveLength(10);
    expect(text).toContain('• và 490 việc khác');
    expect(text.length).toBeLessThan(4096);
  });

  it('gathers everything, the weightiest first, and counts a person once', () => {
    const soon = dueAlert({ kind: 'due_soon', ticket: filedTicket(), key: 'k' }, monday);
    const letter: Alert = { ...soon, key: 'd', kind: 'dead_letter', channel: 'zalo' };
    const down: Alert = { ...letter, key: 'c', kind: 'channel_down', channel: 'telegram', since: monday };
    const alerts = [
      soon,
      letter,
      { ...letter, key: 'd2' },
      ...alertsOf(waitingTurn(), {}),
      down,
      ...filing(urgent()),
    ];
    expect(messageOf(alerts, names).subject).toBe(
      '[Hotline Xanh] 🔴 1 phản ánh khẩn, ⚠️ 1 kênh mất kết nối, 💬 1 người dân đang chờ cán bộ, ' +
        '🕒 1 phản ánh sắp đến hạn, ✉️ 2 tin chưa gửi được tới người dân',
    );
    expect(textOf(alerts)).toContain('• Telegram, từ 09:00 23/11/2026');
    expect(textOf(alerts)).toContain('• Zalo: 2 tin');
    expect(textOf(alerts)).toContain('• từ 09:00 23/11/2026, qua Telegram');
  });

  it('says of a channel that needs consent anew which, since when, and where it is given', () => {
    const soon = dueAlert({ kind: 'due_soon', ticket: filedTicket(), key: 'k' }, monday);
    const lost: Alert = {
      key: 'g',
      kind: 'grant_lost',
      channel: 'zalo',
      since: monday,
      at: monday,
      urgent: true,
      confidential: false,
    };
    expect(messageOf([soon, lost], names).subject).toMatch(/^\[Hotline Xanh\] 🔑 1 kênh cần cấp quyền lại, /);
    expect(textOf([lost])).toContain('• Zalo, từ 09:00 23/11/2026');
    expect(textOf([lost])).toContain('/channels');
  });

  it('has the same key for the same alerts, in whatever order', () => {
    const alerts = [...filing(urgent()), ...alertsOf(waitingTurn(), {})];
    expect(messageOf([...alerts].reverse(), names).key).toBe(messageOf(alerts, names).key);
    expect(messageOf(alerts.slice(1), names).key).not.toBe(messageOf(alerts, names).key);
  });
});

it('names nobody, whatever a ticket or a conversation holds', () => {
  const secrets = [hoa.name, hoa.phone, hoa.e164, nam.name, nam.phone, '12 Quán Thánh', 'nước đen ngòm'];
  const secret = fc.constantFrom(...secrets);
  const text = fc.tuple(fc.string(), secret, fc.string()).map((parts) => parts.join(' '));
  const ticket = fc.record({
    lane: fc.constantFrom('pollution', 'land', 'misconduct'),
    code: fc.constantFrom('XH-2026-000007', ...secrets),
    description: text,
    source: text,
    location: fc.record({
      text,
      provinceCode: fc.oneof(fc.constant('01'), secret, fc.constant(null)),
      communeCode: fc.oneof(fc.constant('00004'), secret, fc.constant(null)),
      lat: fc.constant(null),
      lon: fc.constant(null),
    }),
    agency: fc.record({ code: secret, name: text }),
    time: fc.record({ text, from: fc.constant(null), to: fc.constant(null), recurring: fc.boolean() }),
    channel: fc.constant('telegram'),
    attachments: fc.array(fc.record({ id: secret, name: text, type: secret, size: fc.nat() }), {
      maxLength: 2,
    }),
  });
  fc.assert(
    fc.property(ticket, fc.boolean(), text, (facts, confidential, said) => {
      const told = filedTicket('XH-2026-000007', { ...(facts as Partial<Ticket>), urgent: true });
      const activity = { type: 'message', text: said };
      const state = {
        ...NEW_CONVERSATION,
        holder: { kind: 'waiting' as const, since: monday },
        confidential,
      };
      const turn = turnOf({ in: activity, out: [{ activity, by: { id: said, name: said } }], state });
      const alerts = [
        ...alertsOf(turn, {
          filed: [told],
          identities: [{ of: 'x', identity: { name: said, phone: said } }],
        }),
        dueAlert({ kind: 'overdue', ticket: told, key: 'k' }, monday),
      ];
      const { text: sent, subject } = messageOf(alerts, names);
      for (const each of secrets) expect(`${subject}\n${sent}`).not.toContain(each);
    }),
    { numRuns: 300 },
  );
});
