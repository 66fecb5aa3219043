import { bothWays } from './both-ways';

const STORY = 'Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, nước đen ngòm';
const OTHER = 'Khói đen kịt mù mịt khắp xóm ở phường Hồng Hà, Hà Nội sáng nay do đốt rác';

describe('a draft that is left', () => {
  for (const later of ['để sau', 'thôi để khi khác', 'mai làm tiếp nhé', 'later'])
    bothWays(`with “${later}” is kept and offered again`, async (citizen) => {
      await citizen.says(STORY);
      const kept = await citizen.says(later);
      expect([kept.ask, kept.text]).toEqual([undefined, expect.stringContaining('7 ngày')]);
      citizen.leavesFor(50);
      const offer = await citizen.says('xin chào');
      expect([offer.ask, offer.options]).toEqual(['choice', ['Làm tiếp', 'Bắt đầu lại']]);
      expect(offer.text).toContain('Bạn đang dở phản ánh về');
      expect((await citizen.says('làm tiếp')).ask).toBe('anonymity');
      await citizen.tells('ẩn danh', 'đúng rồi');
      expect(citizen.tickets()).toHaveLength(1);
    });

  bothWays('goes on at once with “làm tiếp”', async (citizen) => {
    await citizen.tells(STORY, 'để sau');
    expect((await citizen.says('làm tiếp')).ask).toBe('anonymity');
  });

  bothWays('in silence is offered when the citizen comes back after hours', async (citizen) => {
    await citizen.says(STORY);
    citizen.leavesFor(30);
    expect((await citizen.says('chào bạn')).text).toContain('đang dở');
    expect((await citizen.says('ok')).ask).toBe('anonymity');
  });

  bothWays('goes on without a word when the answer comes hours later', async (citizen) => {
    await citizen.says(STORY);
    citizen.leavesFor(30);
    expect((await citizen.says('ẩn danh')).ask).toBe('confirm');
  });

  bothWays('is offered before another report; the new one is not lost', async (citizen) => {
    await citizen.tells(STORY, 'để sau');
    expect((await citizen.says(OTHER)).text).toContain('đang dở');
    expect((await citizen.says('bắt đầu lại')).ask).toBe('anonymity');
    await citizen.tells('ẩn danh', 'đúng rồi');
    expect(citizen.tickets().map(({ description }) => description)).toEqual([citizen.typed(OTHER)]);
  });

  bothWays('is gone after a week', async (citizen) => {
    await citizen.tells(STORY, 'để sau');
    citizen.leavesFor(7 * 24 + 1);
    expect((await citizen.says('xin chào')).text).not.toContain('đang dở');
    expect(JSON.stringify(citizen.state()?.bot)).not.toMatch(/nước đen|nuoc den/);
  });

  bothWays('in silence is gone after a week, whatever is said', async (citizen) => {
    await citizen.says(STORY);
    citizen.leavesFor(7 * 24 + 1);
    expect((await citizen.says('ẩn danh')).ask).not.toBe('confirm');
    expect(citizen.tickets()).toEqual([]);
  });

  bothWays('that is filed is not offered any more', async (citizen) => {
    await citizen.tells(STORY, 'để sau', 'làm tiếp', 'ẩn danh', 'đúng rồi');
    citizen.leavesFor(50);
    expect((await citizen.says('xin chào')).text).not.toContain('đang dở');
  });

  bothWays('that is cancelled is gone: no ticket, no offer', async (citizen) => {
    await citizen.tells(STORY, 'để sau', 'xin chào', 'hủy');
    expect((await citizen.says('xin chào')).text).not.toContain('đang dở');
    await citizen.tells(STORY, 'hủy', 'đúng rồi');
    expect(citizen.tickets()).toEqual([]);
  });
});

describe('at every step', () => {
  const STEPS: readonly (readonly string[])[] = [
    ['tôi muốn phản ánh'],
    ['tôi muốn phản ánh', 'Ô nhiễm môi trường'],
    ['Khói đen kịt mù mịt từ ống khói nhà máy'],
    ['Khói đen kịt mù mịt từ ống khói nhà máy', 'phường Ba Đình, Hà Nội'],
    [STORY],
    [STORY, 'Để lại liên hệ'],
    [STORY, 'ẩn danh'],
    [STORY, 'ẩn danh', 'Sửa lại'],
    [STORY, 'ẩn danh', 'Sửa lại', 'Nơi xảy ra'],
  ];

  bothWays('“hủy” stops, and nothing is filed', async (citizen) => {
    for (const before of STEPS) {
      await citizen.tells(...before);
      const stopped = await citizen.says('cho tôi hủy nhé');
      expect([before, stopped.text]).toEqual([before, expect.stringContaining('chưa gửi gì')]);
    }
    expect(citizen.tickets()).toEqual([]);
  });

  bothWays('“bắt đầu lại” forgets what was told', async (citizen) => {
    for (const before of STEPS) {
      await citizen.tells(...before);
      expect((await citizen.says('bắt đầu lại')).ask).toBe('category');
      await citizen.says('hủy');
    }
  });

  bothWays('“quay lại” asks something again', async (citizen) => {
    for (const before of STEPS) {
      await citizen.tells(...before);
      expect((await citizen.says('quay lại')).ask).toBeDefined();
      await citizen.says('hủy');
    }
  });
});
