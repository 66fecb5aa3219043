import * as moves from '../../hotline/ticket/moves';
import { bothWays, type Speaker } from './both-ways';
import { filedTicket } from '../town/tickets';
import { hoa, monday } from '../town/people';
import { Drawer, talk } from './talk';

const photo = { id: 'f', name: 'sau.jpg', type: 'image/jpeg', size: 9 };
const WATER = 'Tối qua ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, đen ngòm';
const NOISE = 'Sáng nay ở phường Ba Đình, Hà Nội có loa kẹo kéo nhức óc';
const FIRST = 'XH-2026-000001';
const SECOND = 'XH-2026-000002';

type Teller = Pick<Speaker, 'says'>;
async function reports(citizen: Teller, ...stories: string[]) {
  for (const story of stories) {
    await citizen.says(story);
    await citizen.says('Ẩn danh');
    await citizen.says('đúng rồi');
  }
}
const resolve = (citizen: Pick<Speaker, 'staff'>, code: string) =>
  citizen
    .staff(code, moves.verify)
    .then(() =>
      citizen.staff(code, (t, act) => moves.resolve(t, act, { text: 'Đã xong', evidence: [photo] })),
    );

describe('one’s own reports', () => {
  bothWays('are told apart by what, when and how they stand', async (citizen) => {
    await reports(citizen, WATER, NOISE);
    const listed = await citizen.says('phản ánh của tôi tới đâu rồi');
    expect(listed.options).toEqual([SECOND, FIRST]);
    expect(listed.text).toContain('Tiếng ồn');
    expect(listed.text).toContain('Nước thải');
    expect(listed.text).toContain('23/11/2026');
    expect(listed.text).toContain('đã nhận');
  });

  it.each([
    ['2', FIRST],
    ['cái đầu tiên', SECOND],
    ['cái cuối', FIRST],
    ['số 1', SECOND],
    [FIRST, FIRST],
    ['xh 2026 000002', SECOND],
  ])('%j chooses %s', async (words, code) => {
    const citizen = talk();
    await reports(citizen, WATER, NOISE);
    await citizen.says('tra cứu phản ánh');
    expect((await citizen.says(words)).ticket?.code).toBe(code);
  });

  it('many: eight at once, then more', async () => {
    const drawer = new Drawer();
    const codes = Array.from({ length: 10 }, (_, n) => `XH-2026-${String(100 + n).padStart(6, '0')}`);
    drawer.put(...codes.map((code) => filedTicket(code)));
    const citizen = talk(hoa, drawer);
    for (const code of codes) await citizen.says(`${code} ${citizen.secret(code)}`);
    const listed = await citizen.says('tra cứu phản ánh');
    expect(listed.options).toHaveLength(9);
    expect(listed.options?.at(-1)).toBe('Còn nữa');
    const more = await citizen.says('còn nữa');
    expect(more.options).toEqual(['XH-2026-000101', 'XH-2026-000100']);
    expect((await citizen.says('10')).ticket?.code).toBe('XH-2026-000100');
  });

  bothWays('in the middle of a report: told, and the report goes on', async (citizen) => {
    await reports(citizen, WATER);
    await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường');
    const open = await citizen.says('khói bụi mù mịt từ xưởng gỗ');
    const answer = await citizen.says(`${FIRST} sao rồi`);
    expect(answer.text).toContain('đã nhận');
    expect(answer.ask).toBe(open.ask);
  });

  it('another’s, in the middle of a report, by code and secret in one message', async () => {
    const drawer = new Drawer();
    drawer.put(filedTicket('XH-2026-000042'));
    const citizen = talk(hoa, drawer);
    await citizen.says('tôi muốn phản ánh');
    const hidden = await citizen.says('XH-2026-000042 sao rồi');
    expect(hidden.text).toContain('mã bí mật');
    expect(hidden.ask).toBe('category');
    const secret = citizen.secret('XH-2026-000042');
    const shown = await citizen.says(`XH-2026-000042 ${secret}`);
    expect(shown.messages.some(({ channelData }) => channelData?.ticket?.code === 'XH-2026-000042')).toBe(
      true,
    );
    expect(citizen.stored()).not.toContain(secret);
  });
});

describe('more is added', () => {
  bothWays('by the button, then in words and photos', async (citizen) => {
    await reports(citizen, WATER);
    expect((await citizen.says('tra cứu phản ánh')).options).toContain('Bổ sung thông tin');
    expect((await citizen.says('Bổ sung thông tin')).ask).toBe('free_text');
    expect((await citizen.says('nước còn có mùi hôi nồng nặc vào ban đêm')).ticket?.code).toBe(FIRST);
    await citizen.sends('p1', 'p2');
    const [ticket] = citizen.tickets();
    expect(ticket?.description).toContain(citizen.typed('mùi hôi nồng nặc'));
    expect(ticket?.attachments.map(({ id }) => id)).toEqual(['p1', 'p2']);
  });

  bothWays('told at once, with the code', async (citizen) => {
    await reports(citizen, WATER, NOISE);
    await citizen.says(`bổ sung cho phản ánh ${FIRST}: xe bồn biển 29C chở đến lúc nửa đêm`);
    const ticket = citizen.drawer.tickets.get(FIRST);
    expect(ticket?.description).toContain(citizen.typed('nửa đêm'));
    expect(citizen.drawer.tickets.get(SECOND)?.description).not.toContain(citizen.typed('nửa đêm'));
  });

  bothWays('of several, which one is asked, and nothing must be told again', async (citizen) => {
    await reports(citizen, WATER, NOISE);
    const which = await citizen.says('tôi muốn bổ sung vào phản ánh đã gửi là xe bồn chở đến lúc nửa đêm');
    expect(which.ask).toBe('ticket_code');
    expect((await citizen.says(SECOND)).ticket?.code).toBe(SECOND);
    expect(citizen.drawer.tickets.get(SECOND)?.description).toContain(citizen.typed('nửa đêm'));
  });

  it('or not, after all', async () => {
    const citizen = talk();
    await reports(citizen, WATER);
    await citizen.says('tra cứu phản ánh');
    await citizen.says('Bổ sung thông tin');
    await citizen.says('Hủy');
    expect(citizen.tickets()[0]?.events).toHaveLength(1);
  });
});

describe('a report is taken back', () => {
  bothWays('after a yes', async (citizen) => {
    await reports(citizen, WATER);
    const asked = await citizen.says('tôi muốn rút phản ánh');
    expect(asked.options).toEqual(['Rút phản ánh', 'Giữ lại']);
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.status).toBe('withdrawn');
  });

  it.each(['không', 'Giữ lại', 'thôi', 'hủy'])('%j keeps it', async (words) => {
    const citizen = talk();
    await reports(citizen, WATER);
    await citizen.says('rút phản ánh');
    await citizen.says(words);
    expect(citizen.tickets()[0]?.status).toBe('received');
    expect((await citizen.says('tôi muốn phản ánh')).ask).toBe('category');
  });

  bothWays('of several, the one that is chosen', async (citizen) => {
    await reports(citizen, WATER, NOISE);
    expect((await citizen.says('rút phản ánh')).options).toEqual([SECOND, FIRST]);
    await citizen.tells('2', 'Rút phản ánh');
    expect(citizen.drawer.tickets.get(FIRST)?.status).toBe('withdrawn');
    expect(citizen.drawer.tickets.get(SECOND)?.status).toBe('received');
  });
});

describe('resolved', () => {
  bothWays('"chưa xong" opens it again and asks why', async (citizen) => {
    await reports(citizen, WATER);
    await resolve(citizen, FIRST);
    const asked = await citizen.says('Chưa xong');
    expect([asked.ticket?.status, asked.ask]).toEqual(['reopened', 'free_text']);
    await citizen.says('mùi vẫn thối um, nước vẫn đen');
    const [ticket] = citizen.tickets();
    expect(ticket?.description).toContain(citizen.typed('thối um'));
    expect(ticket?.status).toBe('reopened');
    expect(citizen.tickets()).toHaveLength(1);
  });

  bothWays('the reason may be left out', async (citizen) => {
    await reports(citizen, WATER);
    await resolve(citizen, FIRST);
    await citizen.says('Chưa xong');
    const skipped = await citizen.says('Bỏ qua');
    expect(skipped.ask).toBeUndefined();
    expect(citizen.tickets()[0]?.status).toBe('reopened');
  });

  bothWays('told in free words, with the reason at once', async (citizen) => {
    await reports(citizen, WATER);
    await resolve(citizen, FIRST);
    const told = await citizen.says('chưa được đâu em ơi, nước vẫn đen ngòm');
    expect(told.ticket?.status).toBe('reopened');
    expect(told.ask).toBeUndefined();
    expect(citizen.tickets()[0]?.events.at(-1)?.note).toContain(citizen.typed('đen ngòm'));
  });

  bothWays('"xong rồi cảm ơn" closes it', async (citizen) => {
    await reports(citizen, WATER);
    await resolve(citizen, FIRST);
    expect((await citizen.says('xong rồi cảm ơn nhé')).ticket?.status).toBe('closed');
  });

  it('closed and still wrong: opened again within its days, by the one that is shown', async () => {
    const citizen = talk();
    await reports(citizen, WATER);
    await resolve(citizen, FIRST);
    await citizen.says('Đã xong');
    await citizen.says('bỏ qua');
    citizen.clock.now = new Date(monday.getTime() + 5 * 24 * 3_600_000);
    await citizen.says(FIRST);
    expect((await citizen.says('vẫn còn xả thải như cũ')).ticket?.status).toBe('reopened');
  });
});
