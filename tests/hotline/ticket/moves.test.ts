import * as moves from '../../../hotline/ticket/moves';
import type { Act } from '../../../hotline/ticket/moves';
import { baDinhOffice, dung, lan, monday } from '../../town/people';
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
  it('the clock stands still: the deadline moves by the time it stood', () => {
    const ticket = filedTicket();
    const waiting = moves.askCitizen(ticket, byLan(after(1)), 'Cống nào ạ?');
    expect(waiting.deadline).toEqual(ticket.deadline);
    const answered = moves.goOn(waiting, byCitizen(after(4)));
    expect(answered.deadline?.getTime()).toBe((ticket.deadline?.getTime() ?? 0) + 3 * DAY);
  });

  it('twice asked, the deadline moves twice', () => {
    const ticket = filedTicket();
    const once = moves.goOn(moves.askCitizen(ticket, byLan(after(1)), 'Cống nào ạ?'), byCitizen(after(2)));
    const twice = moves.goOn(moves.askCitizen(once, byLan(after(3)), 'Từ bao giờ ạ?'), byCitizen(after(5)));
    expect(twice.deadline?.getTime()).toBe((ticket.deadline?.getTime() ?? 0) + 3 * DAY);
  });

  it('a ticket without a deadline gets none', () => {
    const waiting = moves.askCitizen(filedTicket('XH-2026-000001', { deadline: null }), byLan(), 'Ở đâu ạ?');
    expect(moves.goOn(waiting, byCitizen()).deadline).toBeNull();
  });

  it('a ticket that waits for nobody cannot go on', () => {
    expect(() => moves.goOn(filedTicket(), byLan())).toThrow(/không chờ/);
  });
});

describe('reopening', () => {
  const closed = () =>
    moves.close(
      moves.resolve(moves.verify(filedTicket(), byLan()), byLan(), { text: 'Xong', evidence: [photo] }),
      byLan(after(1)),
    );

  it('a closed report is possible on the thirtieth day', () => {
    const reopened = moves.reopen(closed(), byCitizen(after(31)), 'Hôi lại rồi');
    expect(reopened).toMatchObject({ status: 'reopened', notSolved: 1 });
    expect(reopened).not.toHaveProperty('closedAt');
  });

  it('and refused a moment later', () => {
    const late = new Date(after(31).getTime() + 1);
    expect(() => moves.reopen(closed(), byCitizen(late), 'Hôi lại rồi')).toThrow(/30 ngày/);
  });

  it('counts only when the reporter says it is not solved', () => {
    const byDung: Act = { by: { kind: 'staff', ...dung }, at: after(2) };
    expect(moves.reopen(closed(), byDung, 'Kiểm tra lại').notSolved).toBe(0);
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
