import { hoa } from '../town/people';
import { bothWays } from './both-ways';

const SMOKE = 'Khói đen kịt mù mịt từ ống khói nhà máy';
const STORY = 'Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, nước đen ngòm';

describe('what is told early or late counts', () => {
  bothWays('“ẩn danh” while the time is asked', async (citizen) => {
    await citizen.tells(SMOKE, 'phường Ba Đình, Hà Nội');
    const noted = await citizen.says('ẩn danh');
    expect([noted.ask, noted.text]).toEqual(['time', expect.stringContaining('ghi thêm')]);
    expect((await citizen.says('hôm qua')).ask).toBe('confirm');
  });

  bothWays('“tháng trước” while anonymity is asked', async (citizen) => {
    await citizen.tells(SMOKE, 'phường Ba Đình, Hà Nội', 'bỏ qua');
    expect((await citizen.says('tháng trước')).ask).toBe('anonymity');
    await citizen.tells('ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.time?.text).toBe(citizen.typed('tháng trước'));
  });

  bothWays('a phone and the source in the opening leave only the summary', async (citizen) => {
    const told = await citizen.says(
      'Trại heo ông Tư ở xã Tân Hiệp, An Giang hôi quá, từ tháng trước tới giờ, gọi cho tôi 0912345678',
    );
    expect(told.ask).toBe('confirm');
    expect(told.text).toMatch(/Nguồn gây ra: tr[aạ]i heo [oô]ng t[uư]/i);
    await citizen.says('đúng');
    expect(citizen.tickets()[0]).toMatchObject({ anonymous: false, category: 'odor' });
    expect(citizen.log.known.get(hoa.conversation)?.phone).toBe('+84912345678');
    expect(citizen.log.alongs.at(-1)?.reporterOf).toBe('XH-2026-000001');
  });

  bothWays('the number of somebody else is not the reporter’s', async (citizen) => {
    const told = await citizen.says(`${STORY}, số của chủ nhà máy là 0987654321`);
    expect(told.ask).toBe('anonymity');
  });

  bothWays('a number in place of the place is kept apart, and is no place', async (citizen) => {
    await citizen.says(SMOKE);
    expect((await citizen.says('0912 345 678')).ask).toBe('location');
    await citizen.says('gần nhà tôi 0912 345 678, phường Ba Đình, Hà Nội');
    await citizen.says('hôm qua');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]).toMatchObject({ anonymous: false, location: { communeCode: '00004' } });
    expect(citizen.stored().replace(/\D/g, '')).not.toContain('912345678');
  });

  bothWays('a number in place of the time', async (citizen) => {
    await citizen.tells(SMOKE, 'phường Ba Đình, Hà Nội');
    expect((await citizen.says('0912 345 678')).ask).toBe('time');
    expect((await citizen.says('hôm qua')).ask).toBe('confirm');
    expect(citizen.stored()).not.toContain('345 678');
  });

  bothWays('“hết mùi rồi” is noted, and ends nothing', async (citizen) => {
    await citizen.tells(SMOKE, 'phường Ba Đình, Hà Nội');
    const over = await citizen.says('giờ hết khói rồi');
    expect([over.ask, over.text]).toEqual(['time', expect.stringContaining('hiện đã hết')]);
    await citizen.tells('sáng nay', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.description).toContain(citizen.typed('giờ hết khói rồi'));
  });
});

describe('the source', () => {
  bothWays('of a smell that nobody explains is asked when there is room', async (citizen) => {
    const asked = await citizen.says('tối qua mùi khét lẹt khắp xóm ở xã Yên Phong, Bắc Ninh');
    expect(asked.ask).toBe('source');
    expect((await citizen.says('chắc bên trại gà ông Năm')).ask).toBe('anonymity');
    await citizen.tells('ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.source).toBe(citizen.typed('trại gà ông Năm'));
  });
});

describe('“đúng” and “ok” stop nothing', () => {
  for (const word of ['đúng', 'đúng rồi', 'ok', 'dung'])
    bothWays(`${word} to “ẩn danh hay để lại liên hệ”: asked which`, async (citizen) => {
      await citizen.says(STORY);
      const which = await citizen.says(word);
      expect([which.ask, which.text]).toEqual(['anonymity', expect.stringContaining('một trong hai')]);
    });

  bothWays('at every question', async (citizen) => {
    await citizen.says('tôi muốn phản ánh');
    expect((await citizen.says('đúng')).ask).toBe('category');
    await citizen.says('Ô nhiễm môi trường');
    expect((await citizen.says('đúng')).ask).toBe('description');
    await citizen.says(SMOKE);
    expect((await citizen.says('đúng')).ask).toBe('location');
  });
});

describe('questions in between are answered, and the report goes on', () => {
  for (const [question, answer] of [
    ['mất bao lâu vậy?', 'hạn trả lời'],
    ['bao nhiêu ngày thì trả lời dân?', 'hạn trả lời'],
    ['mấy ngày mới xử lý xong', 'hạn trả lời'],
    ['có được giữ kín không?', 'mã hóa'],
    ['có bị lộ tên không', 'mã hóa'],
    ['ai xử lý vậy?', 'cơ quan có thẩm quyền'],
    ['có mất tiền không?', 'miễn phí'],
    ['có cần giấy tờ gì không?', 'Không cần giấy tờ'],
    ['hỏi làm gì vậy', 'chuyển đúng nơi'],
  ] as const)
    bothWays(question, async (citizen) => {
      await citizen.says(SMOKE);
      const told = await citizen.says(question);
      expect(told.ask).toBe('location');
      expect(told.text).toContain(answer);
      await citizen.tells('phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]?.description).toBe(citizen.typed(SMOKE));
    });
});

describe('the language', () => {
  bothWays('changes in the middle, and the report goes on', async (citizen) => {
    await citizen.says(STORY);
    const english = await citizen.says('english please');
    expect([english.ask, english.options]).toEqual(['anonymity', ['Stay anonymous', 'Leave a contact']]);
    expect((await citizen.says('back')).ask).toBeDefined();
    await citizen.says('skip');
    expect((await citizen.says('stay anonymous')).ask).toBe('confirm');
    await citizen.says('yes');
    expect(citizen.tickets()[0]?.description).toBe(citizen.typed(STORY));
  });

  bothWays('English words stop it as well', async (citizen) => {
    await citizen.tells(STORY, 'english please');
    expect((await citizen.says('cancel')).text).toContain('nothing was sent');
  });
});

describe('anger and nonsense', () => {
  bothWays('are met calmly, and nothing is lost', async (citizen) => {
    await citizen.says(STORY);
    for (const bad of ['đm làm ăn như cc', 'bot ngu quá', 'đồ vô dụng']) {
      const calm = await citizen.says(bad);
      expect([calm.ask, calm.text]).toEqual(['anonymity', expect.stringContaining('vẫn còn đây')]);
    }
    await citizen.tells('ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.description).toBe(citizen.typed(STORY));
  });

  bothWays('two misunderstandings offer choices, a third a person', async (citizen) => {
    await citizen.says(STORY);
    expect((await citizen.says('xyz abc')).options).not.toContain('gặp cán bộ');
    expect((await citizen.says('xyz abc')).options).toEqual(
      expect.arrayContaining(['Bỏ qua', 'Để sau', 'gặp cán bộ']),
    );
    expect((await citizen.says('xyz abc')).text).toContain('gặp cán bộ không');
    expect((await citizen.says('gặp cán bộ')).handoff).toBe('waiting');
  });
});

describe('a sentence in pieces', () => {
  bothWays('what breaks off waits for the rest', async (citizen) => {
    expect((await citizen.says('có một nhà máy xả khói đen mù mịt ở')).messages).toEqual([]);
    const answer = await citizen.says('phường Ba Đình, Hà Nội tối qua');
    expect(answer.ask).toBe('anonymity');
  });

  bothWays('but not for ever', async (citizen) => {
    await citizen.says('Khói đen kịt mù mịt từ ống khói nhà máy,');
    expect((await citizen.waits())?.ask).toBe('location');
  });
});
