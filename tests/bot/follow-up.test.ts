import * as moves from '../../hotline/ticket/moves';
import { hoa, monday, nam } from '../town/people';
import { filedTicket } from '../town/tickets';
import { Drawer, talk } from './talk';

const CODE = 'XH-2026-000001';
const photo = { id: 'f', name: 'sau.jpg', type: 'image/jpeg', size: 9 };

/** Chị Hoa with one report of her own. */
async function reported() {
  const citizen = talk(hoa);
  await citizen.says('Tối qua ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, đen ngòm');
  await citizen.says('Ẩn danh');
  await citizen.says('đúng rồi');
  return citizen;
}
/** Anh Nam, who holds code and secret of somebody’s report. */
function stranger() {
  const drawer = new Drawer();
  drawer.put(filedTicket('XH-2026-000042'));
  return talk(nam, drawer);
}

describe('how a report stands', () => {
  it('is told at once in the conversation that it came from', async () => {
    const citizen = await reported();
    const told = await citizen.says('phản ánh của tôi tới đâu rồi');
    expect(told.text).toContain('đã nhận');
    expect(told.ticket).toEqual({
      code: CODE,
      status: 'received',
      category: 'water',
      agency: 'Sở Nông nghiệp và Môi trường Thành phố Hà Nội',
    });
  });

  it('of several, which one is asked', async () => {
    const citizen = await reported();
    await citizen.says('Sáng nay ở phường Ba Đình, Hà Nội có loa kẹo kéo nhức óc');
    await citizen.says('Ẩn danh');
    await citizen.says('đúng rồi');
    const which = await citizen.says('tra cứu phản ánh');
    expect([which.ask, which.options?.length]).toEqual(['ticket_code', 2]);
    expect((await citizen.says(CODE)).ticket?.code).toBe(CODE);
  });

  it('to a stranger only by code and secret, however they are typed', async () => {
    const citizen = stranger();
    expect((await citizen.says('tra cứu phản ánh')).ask).toBe('ticket_code');
    expect((await citizen.says('xh 2026 000042')).ask).toBe('ticket_secret');
    const secret = citizen.secret('XH-2026-000042');
    const shown = await citizen.says(`${secret.slice(0, 5)} ${secret.slice(5).toLowerCase()}`);
    expect(shown.ticket?.code).toBe('XH-2026-000042');
    expect(citizen.state()?.tickets).toEqual(['XH-2026-000042']);
    expect(citizen.stored()).not.toContain(secret.slice(0, 5));
  });

  it.each([
    ['after the code', (secret: string) => `XH-2026-000042 ${secret}`],
    ['in a sentence', (secret: string) => `mã XH-2026-000042, mã bí mật ${secret} nhé`],
  ])('code and secret in one message, %s: the secret stays out of the log', async (_story, typed) => {
    const citizen = stranger();
    const secret = citizen.secret('XH-2026-000042');
    expect((await citizen.says(typed(secret))).ticket?.code).toBe('XH-2026-000042');
    expect(citizen.stored()).not.toContain(secret);
  });

  it('a wrong secret and a code nobody has look alike; after five tries it ends, for this conversation', async () => {
    const citizen = stranger();
    await citizen.says('XH-2026-000042');
    const wrong = await citizen.says('0000000000');
    const other = stranger();
    await other.says('XH-2026-999999');
    expect((await other.says('0000000000')).text).toBe(wrong.text);
    for (let tries = 2; tries < 5; tries++)
      expect((await citizen.says('0000000000')).ask).toBe('ticket_secret');
    expect((await citizen.says('0000000000')).text).toContain('nhiều lần');
    await citizen.says('XH-2026-000042');
    const late = await citizen.says(citizen.secret('XH-2026-000042'));
    expect(late.ticket).toBeUndefined();
    expect(late.text).toContain('nhiều lần');
  });

  it('a report that a citizen begins instead is heard', async () => {
    const citizen = stranger();
    await citizen.says('XH-2026-000042');
    const report = await citizen.says('tôi muốn phản ánh');
    expect(report.ask).toBe('category');
  });

  it.each(['hủy', 'bỏ qua', 'quay lại'])('%j leads out of it', async (word) => {
    const citizen = stranger();
    await citizen.says('tra cứu phản ánh');
    await citizen.says(word);
    expect((await citizen.says('tôi muốn phản ánh')).ask).toBe('category');
  });
});

describe('one’s own report', () => {
  it('is withdrawn', async () => {
    const citizen = await reported();
    expect((await citizen.says('rút phản ánh')).ask).toBe('choice');
    expect(citizen.tickets()[0]?.status).toBe('received');
    const told = await citizen.says('Rút phản ánh');
    expect(told.ticket).toMatchObject({ code: CODE, status: 'withdrawn' });
    expect(citizen.tickets()[0]?.events.at(-1)).toMatchObject({ by: { kind: 'citizen' }, to: 'withdrawn' });
    expect((await citizen.says('rút phản ánh')).ticket?.status).not.toBe('received');
  });

  it('that is resolved cannot be withdrawn any more', async () => {
    const citizen = await reported();
    await citizen.staff(CODE, moves.verify);
    await citizen.staff(CODE, (t, act) => moves.resolve(t, act, { text: 'Đã xong', evidence: [photo] }));
    expect((await citizen.says('rút phản ánh')).text).toContain('không rút được');
    expect(citizen.tickets()[0]?.status).toBe('resolved');
  });

  it('resolved: asks; "Đã xong" closes it, "Chưa xong" opens it again', async () => {
    for (const [answer, status] of [
      ['Đã xong', 'closed'],
      ['chưa xong', 'reopened'],
    ] as const) {
      const citizen = await reported();
      await citizen.staff(CODE, moves.verify);
      const news = await citizen.staff(CODE, (t, act) =>
        moves.resolve(t, act, { text: 'Đã nạo vét hồ', evidence: [photo] }),
      );
      expect(news?.text).toContain('Đã nạo vét hồ');
      expect(news?.channelData).toMatchObject({ ask: 'choice', options: ['Đã xong', 'Chưa xong'] });
      expect((await citizen.says(answer)).ticket).toMatchObject({ code: CODE, status });
      expect(citizen.tickets()[0]?.status).toBe(status);
    }
  });

  it('the answer to a question of staff goes to the report, and the clock goes on', async () => {
    const citizen = await reported();
    const before = citizen.tickets()[0];
    const asked = await citizen.staff(CODE, (t, act) => moves.askCitizen(t, act, 'Cống nào ạ?'));
    expect(asked?.channelData?.ask).toBe('free_text');
    citizen.clock.now = new Date(monday.getTime() + 60_000);
    await citizen.says('Cái cống sát cổng trường');
    const ticket = citizen.tickets()[0];
    expect(ticket?.status).toBe('received');
    expect(ticket?.description).toContain('sát cổng trường');
    // Asked and answered on one day: no working day went by.
    expect(ticket?.deadline).toEqual(before?.deadline);
    expect(ticket?.events.slice(-3).map(({ type }) => type)).toEqual([
      'citizen_asked',
      'citizen_added',
      'citizen_answered',
    ]);
    expect(ticket?.revision).toBe((before?.revision ?? 0) + 2);
  });

  it('notes for colleagues are told to nobody', async () => {
    const citizen = await reported();
    expect(await citizen.staff(CODE, (t, act) => moves.noted(t, act, 'nội bộ'))).toBeUndefined();
    expect((await citizen.says('tra cứu phản ánh')).text).not.toContain('nội bộ');
  });

  it('is not given to a stranger who says "Đã xong"', async () => {
    const citizen = stranger();
    await citizen.says('Đã xong');
    await citizen.says('rút phản ánh XH-2026-000042');
    expect(citizen.drawer.tickets.get('XH-2026-000042')?.status).toBe('received');
  });
});
