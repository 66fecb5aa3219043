import * as moves from '../../../hotline/ticket/moves';
import type { Act } from '../../../hotline/ticket/moves';
import type { Ticket } from '../../../hotline/ticket/ticket';
import { townDeadlines } from '../../town/deadlines';
import { baDinhOffice, dung, hanoiDepartment, lan, monday } from '../../town/people';
import { filedTicket } from '../../town/tickets';

const DAY = 24 * 60 * 60 * 1000;
const photo = { id: 'photo', name: 'sau.jpg', type: 'image/jpeg', size: 9 };
const after = (days: number) => new Date(monday.getTime() + days * DAY);
const byLan = (at = after(1)): Act => ({ by: { kind: 'staff', ...lan }, at });
const byCitizen = (at = after(2)): Act => ({ by: { kind: 'citizen' }, at });

describe('resolving', () => {
  const verified = moves.verify(filedTicket(), byLan());

  it('takes evidence, which is marked as such', () => {
    const resolved = moves.resolve(verified, byLan(), { text: 'Đã nạo vét hồ.', evidence: [photo] });
    expect(resolved.attachments).toEqual([{ ...photo, evidence: true }]);
    expect(resolved.events.at(-1)?.note).toBe('Đã nạo vét hồ.');
  });

  it('or a legal reason, which is told', () => {
    const given = { text: 'Không có vi phạm.', evidence: [], legalReason: ' Điều 3 Luật BVMT ' };
    expect(moves.resolve(verified, byLan(), given).events.at(-1)?.note).toBe(
      'Không có vi phạm. (căn cứ: Điều 3 Luật BVMT)',
    );
  });

  it.each([undefined, '', '   '])('is refused with neither (legal reason: %j)', (legalReason) => {
    const given = { text: 'Xong.', evidence: [], ...(legalReason !== undefined && { legalReason }) };
    expect(() => moves.resolve(verified, byLan(), given)).toThrow(/minh|căn cứ/);
  });
});

it.each(['', ' \n '])('rejecting for the reason %j is refused', (reason) => {
  expect(() => moves.reject(filedTicket(), byLan(), reason)).toThrow(/lý do/);
});

it('a report cannot repeat itself', () => {
  const ticket = filedTicket();
  expect(() => moves.markDuplicate(ticket, byLan(), ticket.code)).toThrow(/chính nó/);
});

it('a duplicate names the other one until it is parted again', () => {
  const duplicate = moves.markDuplicate(filedTicket(), byLan(), 'XH-2026-000002');
  expect(duplicate.duplicateOf).toBe('XH-2026-000002');
  expect(moves.part(duplicate, byLan())).not.toHaveProperty('duplicateOf');
});

it('forwarding makes the agency responsible and says so in the event', () => {
  const forwarded = moves.forward(filedTicket(), byLan(), baDinhOffice, 'việc của phường');
  expect(forwarded.agency).toEqual(baDinhOffice);
  expect(forwarded.events.at(-1)?.note).toBe('UBND Phường Ba Đình: việc của phường');
});

describe('while the citizen is asked', () => {
  const asked = (ticket = filedTicket(), days = 1) =>
    moves.askCitizen(ticket, byLan(after(days)), 'Cống nào ạ?', townDeadlines.patience(after(days)));
  const answered = (waiting: Ticket, days: number) =>
    moves.goOn(waiting, byCitizen(after(days)), townDeadlines);
  const evening = (day: string) => new Date(`${day}T17:00:00+07:00`);

  it('the clock stands still: as many working days are left as before', () => {
    const waiting = asked();
    expect(waiting.deadline).toEqual(evening('2026-12-14'));
    // Asked on Tuesday, answered on Friday: three working days later.
    expect(answered(waiting, 4).deadline).toEqual(evening('2026-12-17'));
  });

  it('twice asked, the deadline moves twice', () => {
    const once = answered(asked(), 2);
    expect(answered(asked(once, 3), 4).deadline).toEqual(evening('2026-12-16'));
  });

  it('a ticket without a deadline gets none', () => {
    expect(answered(asked(filedTicket('XH-2026-000001', { deadline: null })), 2).deadline).toBeNull();
  });

  it('is asked once more, with the same words, and the clock still stands', () => {
    const reminded = moves.remindCitizen(asked(), { by: { kind: 'system' }, at: after(7) });
    expect(reminded).toMatchObject({
      status: 'awaiting_citizen',
      paused: { since: after(1), reminded: true },
    });
    expect(reminded.events.at(-1)).toMatchObject({ type: 'citizen_reminded', note: 'Cống nào ạ?' });
  });

  it('a ticket that waits for nobody cannot go on, nor be asked again', () => {
    expect(() => moves.goOn(filedTicket(), byLan(), townDeadlines)).toThrow(/không chờ/);
    expect(() => moves.remindCitizen(filedTicket(), byLan())).toThrow(/không chờ/);
  });
});

describe('misconduct', () => {
  const accusing = filedTicket('XH-2026-000001', {
    lane: 'misconduct',
    category: null,
    description: 'Cán bộ ubnd phường Ba Đình đòi tiền',
    accused: ['TTT-01'],
  });

  it.each([
    ['named by its words', baDinhOffice],
    ['found to be accused when it was filed', { code: 'TTT-01', name: 'Thanh tra Thành phố Hà Nội' }],
  ])('is never forwarded to the agency that is %s', (_story, agency) => {
    expect(() => moves.forward(accusing, byLan(), agency)).toThrow(/nêu chính/);
  });

  it('goes to any other, and other reports go to whoever they name', () => {
    expect(moves.forward(accusing, byLan(), hanoiDepartment).agency).toEqual(hanoiDepartment);
    const litter = filedTicket('XH-2026-000002', { description: 'UBND phường Ba Đình chưa dọn rác' });
    expect(moves.forward(litter, byLan(), baDinhOffice).agency).toEqual(baDinhOffice);
  });
});

describe('reopening', () => {
  const closed = () =>
    moves.close(
      moves.resolve(moves.verify(filedTicket(), byLan()), byLan(), { text: 'Xong', evidence: [photo] }),
      byLan(after(1)),
    );

  it('a closed report is possible on the thirtieth day', () => {
    const reopened = moves.reopen(closed(), byCitizen(after(31)), 'Hôi lại rồi', townDeadlines);
    expect(reopened).toMatchObject({ status: 'reopened', notSolved: 1 });
    // A new term of fifteen working days, over the new year.
    expect(reopened.deadline).toEqual(new Date('2027-01-15T17:00:00+07:00'));
    expect(reopened).not.toHaveProperty('closedAt');
  });

  it('and refused a moment later', () => {
    const late = new Date(after(31).getTime() + 1);
    expect(() => moves.reopen(closed(), byCitizen(late), 'Hôi lại rồi', townDeadlines)).toThrow(/30 ngày/);
  });

  it('counts only when the reporter says it is not solved', () => {
    const byDung: Act = { by: { kind: 'staff', ...dung }, at: after(2) };
    expect(moves.reopen(closed(), byDung, 'Kiểm tra lại', townDeadlines).notSolved).toBe(0);
  });
});

describe('what changes no state', () => {
  it('an answer, a note and words added are events of their own', () => {
    const ticket = filedTicket();
    const told = moves.noted(moves.answered(ticket, byLan(), 'Chào chị'), byLan(), 'gọi lại thứ ba');
    const more = moves.addWords(told, byCitizen(), 'Sáng nay cá chết', [photo]);
    expect(more.status).toBe('received');
    expect(more.revision).toBe(ticket.revision + 3);
    expect(more.events.slice(1).map(({ type, note }) => [type, note])).toEqual([
      ['answered', 'Chào chị'],
      ['noted', 'gọi lại thứ ba'],
      ['citizen_added', 'Sáng nay cá chết'],
    ]);
    expect(more.description).toBe(`${ticket.description}\nSáng nay cá chết`);
    expect(more.attachments).toEqual([photo]);
  });

  it('the citizen’s words stay exactly as they were typed', () => {
    const typed = '  NƯỚC ĐEN!!! \u0301 hoà/hòa 🤢 ';
    expect(moves.addWords(filedTicket(), byCitizen(), typed, []).description).toContain(typed);
  });

  it('a category is for pollution only', () => {
    const land = filedTicket('XH-2026-000002', { lane: 'land', category: null });
    expect(() => moves.reclassify(land, byLan(), { category: 'air' })).toThrow(/ô nhiễm/);
    const corrected = moves.reclassify(filedTicket(), byLan(), { category: 'odor', urgent: true });
    expect(corrected).toMatchObject({ category: 'odor', urgent: true, status: 'received' });
    expect(corrected.events.at(-1)?.note).toBe('loại: water → odor; khẩn');
  });
});
