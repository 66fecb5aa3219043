import {
  conversationsOf,
  lanesOf,
  maySeeConversation,
  maySeeReporter,
  maySeeTicket,
  movesOf,
  type Asker,
  type Seen,
} from '../../hotline/permissions';
import { ROLES } from '../../hotline/staff';

const department = { code: 'so-bn', name: 'Sở Nông nghiệp và Môi trường tỉnh Bắc Ninh' };
const commune = { code: 'xa-yp', name: 'UBND xã Yên Phong' };
const as = (role: Asker['role'], agency: Asker['agency'] = null): Asker => ({ role, agency });

const forwardedEvent = {
  at: new Date(0),
  by: { kind: 'system' as const },
  type: 'forwarded',
  from: 'received' as const,
  to: 'forwarded' as const,
  note: null,
};
const pollution: Seen = {
  lane: 'pollution',
  agency: department,
  description: 'Mùi hôi',
  source: null,
  events: [],
};
const forwarded: Seen = { ...pollution, events: [forwardedEvent] };
const misconduct: Seen = { ...pollution, lane: 'misconduct', description: 'Cán bộ đòi tiền', source: null };

it.each([
  ['admin', []],
  ['auditor', []],
  ['supervisor', ['pollution', 'land']],
  ['operator', ['pollution', 'land']],
  ['agency', ['pollution', 'land']],
  ['inspector', ['misconduct']],
] as const)('%s sees the lanes %j', (role, lanes) => {
  expect(lanesOf(as(role))).toEqual(lanes);
});

it.each(ROLES)('%s learns who the reporter is only of a ticket they may see, and an agency never', (role) => {
  for (const ticket of [pollution, forwarded, misconduct]) {
    const asker = as(role, role === 'agency' ? department : null);
    expect(maySeeReporter(asker, ticket)).toBe(role !== 'agency' && maySeeTicket(asker, ticket));
  }
});

it('shows an agency what was forwarded to it, not what will be, and nothing of others', () => {
  expect(maySeeTicket(as('agency', department), pollution)).toBe(false);
  expect(maySeeTicket(as('agency', department), forwarded)).toBe(true);
  expect(maySeeTicket(as('agency', commune), forwarded)).toBe(false);
  expect(maySeeTicket(as('agency'), { ...forwarded, agency: null })).toBe(false);
});

describe('a report about misconduct', () => {
  it.each(ROLES.filter((role) => role !== 'inspector'))('is closed to %s', (role) => {
    const ticket = { ...misconduct, events: [forwardedEvent] };
    expect(maySeeTicket(as(role, department), ticket)).toBe(false);
  });

  it.each([
    ['Sở Nông nghiệp và Môi trường tỉnh Bắc Ninh'],
    ['sở nông nghiệp môi trường bắc ninh vòi tiền'],
    ['so nong nghiep va moi truong bac ninh'],
    ['Cán bộ Sở NN&MT Bắc Ninh'],
    ['SỞ NNMT BẮC NINH'.normalize('NFD')],
  ])('that says “%s” is closed to an inspector of that unit', (words) => {
    for (const ticket of [
      { ...misconduct, description: words },
      { ...misconduct, source: words },
    ]) {
      expect(maySeeTicket(as('inspector', department), ticket)).toBe(false);
      expect(maySeeTicket(as('inspector', commune), ticket)).toBe(true);
      expect(maySeeTicket(as('inspector'), ticket)).toBe(true);
    }
  });

  it.each(['Chủ tịch UBND xã Yên Phong', 'ủy ban nhân dân xã yên phong', 'địa chính xã Yên Phong nhận tiền'])(
    'that says “%s” is closed to an inspector of the commune',
    (description) => {
      expect(maySeeTicket(as('inspector', commune), { ...misconduct, description })).toBe(false);
    },
  );

  it('that names a place whose name only begins the same stays open', () => {
    const ticket = { ...misconduct, description: 'UBND xã Yên Phongg Đông' };
    expect(maySeeTicket(as('inspector', commune), ticket)).toBe(true);
  });
});

describe('a conversation', () => {
  it('with one misconduct report is closed to everybody but inspectors', () => {
    const mixed = { tickets: [pollution, misconduct] };
    expect(ROLES.filter((role) => maySeeConversation(as(role, department), mixed))).toEqual(['inspector']);
  });

  it('that waits in the misconduct lane is closed the same way, before any report was filed', () => {
    const waiting = { lane: 'misconduct' as const, tickets: [] };
    expect(ROLES.filter((role) => maySeeConversation(as(role), waiting))).toEqual(['inspector']);
    const named = { ...waiting, words: ['xin chào', 'tôi muốn nói về sở nnmt bắc ninh'] };
    expect(maySeeConversation(as('inspector', department), named)).toBe(false);
  });

  it('of the other lanes is the hotline’s own', () => {
    const open = { tickets: [forwarded] };
    expect(ROLES.filter((role) => maySeeConversation(as(role, department), open))).toEqual([
      'supervisor',
      'operator',
    ]);
    expect(ROLES.map((role) => conversationsOf(as(role)))).toEqual([
      undefined,
      'without',
      'without',
      undefined,
      'only',
      undefined,
    ]);
  });
});

it('lets nobody move tickets who cannot see any', () => {
  expect(movesOf(as('admin'))).toEqual([]);
  expect(movesOf(as('auditor'))).toEqual([]);
  expect(movesOf(as('agency'))).not.toContain('forward');
  expect(movesOf(as('operator'))).not.toContain('reopen');
  expect(movesOf(as('supervisor'))).toEqual(movesOf(as('inspector')));
});
