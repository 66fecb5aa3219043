import { hoa, nam } from '../town/people';
import { filedTicket } from '../town/tickets';
import { bothWays, type Speaker } from './both-ways';

const STORY = 'Trại heo ông Tư ở xã Tân Hiệp, An Giang hôi quá, từ tháng trước tới giờ';
const HERE = { ...hoa.home, text: 'Xã Tân Hiệp, An Giang', provinceCode: '91', communeCode: '30850' };

const others = (n: number, facts = {}) =>
  filedTicket(`XH-2026-10000${n}`, {
    conversation: nam.conversation,
    category: 'odor',
    location: HERE,
    source: 'trại heo ông Tư',
    ...facts,
  });

function nearby(citizen: Speaker, ...tickets: ReturnType<typeof others>[]): void {
  citizen.drawer.put(...tickets);
}
const own = (citizen: Speaker) =>
  citizen.tickets().find(({ conversation }) => conversation === hoa.conversation);

describe('reports of the same matter', () => {
  bothWays(
    'are told by their number alone; who joins has a ticket of their own, tied to the others',
    async (citizen) => {
      nearby(citizen, others(1, { description: 'chuyện riêng' }), others(2), others(3));
      await citizen.says(STORY);
      const asked = await citizen.says('ẩn danh');
      expect([asked.ask, asked.options]).toEqual(['incident', ['Cùng vụ này', 'Vụ khác', 'Bỏ qua']]);
      expect(asked.text).toContain('Có 3 phản ánh giống vậy');
      expect(asked.text).not.toMatch(/XH-|chuyện riêng/);
      expect((await citizen.says('Cùng vụ này')).ask).toBe('confirm');
      const filed = await citizen.says('đúng rồi');
      expect(filed.ticket?.code).toBe('XH-2026-000001');
      const ids = citizen.tickets().map(({ incident }) => incident);
      expect(new Set(ids).size).toBe(1);
      expect(ids[0]).toMatch(/^VV-/);
    },
  );

  bothWays('by position: within so many metres', async (citizen) => {
    nearby(
      citizen,
      others(1, { category: 'water', source: null, location: { ...HERE, lat: 21.0287, lon: 105.8523 } }),
    );
    await citizen.says('tối qua xả nước thải chưa xử lý ra hồ, đen ngòm');
    await citizen.shares(21.0287, 105.8523);
    const asked = await citizen.says('ẩn danh');
    expect(asked.text).toContain('trong bán kính 250 m, 7 ngày qua');
    await citizen.tells('ừ cùng vụ đó', 'đúng rồi');
    expect(own(citizen)?.incident).toMatch(/^VV-/);
  });

  for (const no of ['Vụ khác', 'không', 'Bỏ qua', 'không biết'])
    bothWays(`“${no}” ties nothing`, async (citizen) => {
      nearby(citizen, others(1));
      await citizen.tells(STORY, 'ẩn danh', no, 'đúng rồi');
      expect(own(citizen)).toBeDefined();
      expect(citizen.tickets().every(({ incident }) => incident === undefined)).toBe(true);
    });

  bothWays('are asked about after the summary when four questions were asked already', async (citizen) => {
    nearby(citizen, others(1));
    await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường', 'Trại heo ông Tư hôi quá trời');
    await citizen.says('xã Tân Hiệp, An Giang');
    expect((await citizen.says('ẩn danh')).ask).toBe('confirm');
    expect((await citizen.says('đúng rồi')).ask).toBe('incident');
    expect((await citizen.says('Cùng vụ này')).ticket?.code).toBe('XH-2026-000001');
    expect(own(citizen)?.incident).toMatch(/^VV-/);
  });

  bothWays('of misconduct are never looked for', async (citizen) => {
    nearby(citizen, others(1, { lane: 'misconduct', category: null }));
    await citizen.tells('Cán bộ địa chính xã Tân Hiệp, An Giang đòi phong bì mới làm sổ đỏ hôm qua');
    expect((await citizen.says('ẩn danh')).ask).toBe('confirm');
  });

  bothWays('one’s own do not count', async (citizen) => {
    nearby(citizen, others(1, { conversation: hoa.conversation }));
    await citizen.says(STORY);
    expect((await citizen.says('ẩn danh')).ask).toBe('confirm');
  });
});
