import { bothWays } from './both-ways';

const STORY = 'Họ đòi phong bì mới chịu làm sổ đỏ cho tôi, cán bộ gây khó dễ';

describe('misconduct', () => {
  bothWays(
    'is explained, asks for no more identity than needed, and goes to the inspectors',
    async (citizen) => {
      await citizen.says('tôi muốn phản ánh');
      const first = await citizen.says('Sai phạm của cán bộ');
      expect(first.text).toContain('giữ kín');
      expect(first.text).toContain('chưa phải đơn tố cáo');
      expect(first.text).toContain('không cần họ tên, giấy tờ');
      expect((await citizen.says(STORY)).ask).toBe('location');
      const anonymity = await citizen.says('xã Yên Phong, Bắc Ninh');
      expect([anonymity.ask, anonymity.text]).toEqual(['anonymity', expect.stringContaining('thanh tra')]);
      await citizen.tells('ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]).toMatchObject({
        lane: 'misconduct',
        agency: { code: 'TTT-24' },
        anonymous: true,
      });
    },
  );

  bothWays('the office is asked kindly when the story names none', async (citizen) => {
    const asked = await citizen.says(
      'Nhân viên nhận hồ sơ đất đòi tiền mới chịu làm, hôm qua ở phường Ba Đình, Hà Nội',
    );
    expect([asked.ask, asked.text]).toEqual(['source', expect.stringContaining('Không cần nêu tên ai')]);
    const next = await citizen.says('bộ phận tiếp nhận hồ sơ của phường');
    expect(next.ask).toBe('anonymity');
    expect((await citizen.says('ẩn danh')).text).toContain('Nơi bị phản ánh');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]).toMatchObject({
      source: citizen.typed('bộ phận tiếp nhận hồ sơ của phường'),
      location: { text: 'Phường Ba Đình, Hà Nội' },
    });
  });

  for (const office of ['văn phòng đăng ký đất đai', 'địa chính phường'])
    bothWays(`“${office}” is an answer, and no question about it`, async (citizen) => {
      await citizen.says('Nhân viên nhận hồ sơ đất đòi tiền mới chịu làm, hôm qua ở phường Ba Đình, Hà Nội');
      expect((await citizen.says(office)).ask).toBe('anonymity');
    });

  bothWays('the office may be left out', async (citizen) => {
    await citizen.says('Nhân viên nhận hồ sơ đất đòi tiền mới chịu làm, hôm qua ở phường Ba Đình, Hà Nội');
    expect((await citizen.says('không rõ')).ask).toBe('anonymity');
  });

  bothWays('whoever asks for a person then waits for an inspector', async (citizen) => {
    await citizen.says(`Cán bộ địa chính xã Yên Phong, Bắc Ninh đòi phong bì mới làm sổ đỏ`);
    expect((await citizen.says('gặp cán bộ')).handoff).toBe('waiting');
    expect(citizen.state()?.holder).toMatchObject({ kind: 'waiting', lane: 'misconduct' });
  });
});
