import { bothWays, filed, type Speaker, speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const UNPLACED = 'Xưởng gỗ xả bụi mù mịt vào nhà dân';
const HERE = 'xã Gia Lâm, Hà Nội';
const atSummary = (citizen: Speaker) => citizen.tells(STORY, 'ẩn danh');

describe('who is in danger', () => {
  for (const story of [
    'Cá trên sông chết nổi trắng bụng đoạn xã Vĩnh Lộc A, Bình Chánh, TP.HCM, chịu hết nổi rồi!',
    'Tôm cá dưới hồ ở xã Gia Lâm, Hà Nội chết hàng loạt từ sáng',
    'Xe bồn lật, axit chảy ra ruộng ở xã Gia Lâm, Hà Nội',
    'Nổ lò ở xã Gia Lâm, Hà Nội, ba người nhập viện',
  ])
    bothWays(`“${story}”: the numbers come first`, async (citizen) => {
      await citizen.says(story);
      expect((await filed(citizen))?.urgent).toBe(true);
    });

  for (const story of [
    'Bụi xi măng bay vào nhà ở xã Gia Lâm, Hà Nội, mẹ tôi bị hen phải nhập viện',
    'Khói bếp than quán phở ở xã Gia Lâm, Hà Nội, con tôi viêm phổi nhập viện',
    'Vựa ve chai ở xã Gia Lâm, Hà Nội đập bình ắc quy, axit chảy ra sân',
  ])
    bothWays(`“${story}” is no emergency`, async (citizen) => {
      await citizen.tells(story, 'hôm qua', 'ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]?.urgent).toBe(false);
    });

  bothWays('a piece that tells how bad the smoke is', async (citizen) => {
    await citizen.tells('Lò rang cà phê phả khói vào cửa sổ', 'Khói cay mắt lắm, không thở được.', HERE);
    await citizen.tells('hôm qua', 'ẩn danh');
    const ticket = await filed(citizen);
    expect(ticket?.urgent).toBe(false);
    expect(ticket?.description).toContain(citizen.typed('không thở được'));
  });
});

describe('a cry behind the story is a part of it', () => {
  for (const cry of [
    'Không ai quản hay sao?',
    'Báo nhiều nơi rồi mà chẳng ai làm gì.',
    'Kêu khắp nơi mà không ai xử lý',
  ])
    bothWays(`“${cry}”`, async (citizen) => {
      await citizen.says(UNPLACED);
      expect((await citizen.says(cry)).ask).toBe('location');
      await citizen.tells(HERE, 'hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.description).toContain(citizen.typed(cry));
    });

  for (const said of ['lâu la quá', 'lâu la thế'])
    bothWays(`“${said}” tells no time`, async (citizen) => {
      await citizen.says(UNDATED);
      expect((await citizen.says(said)).ask).toBe('time');
    });

  bothWays('what stands before the thanks is kept', async (citizen) => {
    const piece = 'Trẻ con hay ra đó chơi. Em xin cảm ơn ạ.';
    await citizen.tells('Vỏ chai thuốc trừ sâu vứt la liệt đầu bờ ruộng.', piece, HERE, 'hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.description).toContain(citizen.typed(piece));
  });

  bothWays('thanks are met, and the question stays', async (citizen) => {
    await citizen.says(UNPLACED);
    const answer = await citizen.says('Em xin cảm ơn anh chị nhiều ạ');
    expect(answer.text).toContain('Không có gì');
    expect(answer.ask).toBe('location');
  });
});

describe('steering', () => {
  for (const end of ['em xin phép không gửi nữa ạ', 'xin phép không báo nữa', 'cho tôi không gửi nữa'])
    bothWays(`“${end}” ends it`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(end)).ask).toBeUndefined();
      expect(citizen.tickets()).toEqual([]);
    });

  for (const said of ['tối về tôi làm tiếp', 'chiều nay em nhắn tiếp', 'để tối tôi kể tiếp'])
    bothWays(`“${said}” where the time is asked for goes away`, async (citizen) => {
      await citizen.says(UNDATED);
      expect((await citizen.says(said)).ask).toBeUndefined();
      expect((await citizen.says('làm tiếp')).ask).toBe('time');
    });

  for (const said of ['cho tôi nhập lại', 'em muốn điền lại'])
    bothWays(`“${said}” begins anew`, async (citizen) => {
      await citizen.says(UNPLACED);
      expect((await citizen.says(said)).ask).toBe('category');
    });

  for (const said of ['Muốn khiếu nại thì nhắn vào đây phải không?', 'khiếu nại ở đây được không?'])
    bothWays(`“${said}” wants to report`, async (citizen) => {
      expect((await citizen.says(said)).ask).toBe('category');
    });
});

describe('questions in the middle', () => {
  for (const said of ['Gửi ảnh được không?', 'Có cần gửi hình không?', 'Gửi video ở đâu?'])
    bothWays(`“${said}”`, async (citizen) => {
      await citizen.says(UNDATED);
      const answer = await citizen.says(said);
      expect(answer.text).toContain('gửi thẳng vào đây');
      expect(answer.ask).toBe('time');
    });

  bothWays('how the hotline is used is no story', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'ô nhiễm');
    expect((await citizen.says('Dùng hotline này thế nào?')).ask).toBe('description');
  });

  for (const said of ['Đang nói chuyện với người hay máy vậy?', 'bạn là máy hay người'])
    bothWays(`“${said}” wants nobody of the staff`, async (citizen) => {
      await citizen.says(UNDATED);
      const answer = await citizen.says(said);
      expect(answer.text).toContain('máy trả lời tự động');
      expect(answer.ask).toBe('time');
    });
});

describe('after a question about the air', () => {
  bothWays('“từ 5 giờ sáng nay” answers when it happens', async (citizen) => {
    await citizen.tells(UNDATED, 'Chỉ số không khí ở Hà Nội hôm nay thế nào?');
    expect((await citizen.says('từ 5 giờ sáng nay')).ask).toBe('anonymity');
  });
});

describe('facts', () => {
  bothWays('“thời gian là mới mấy hôm mới phải” puts the time right', async (citizen) => {
    await citizen.tells(UNDATED, 'ba ngày trước', 'à thời gian là mới mấy hôm mới phải', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('mới mấy hôm'));
  });

  for (const time of ['Xảy ra sau vụ phun thuốc', 'lâu lắm rồi', 'thường cuối buổi'])
    bothWays(`“${time}” tells when`, async (citizen) => {
      await citizen.tells(UNDATED, time, 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });

  bothWays('“từ hè năm ngoái” is one time', async (citizen) => {
    await citizen.tells(`Từ hè năm ngoái họ chiếm công viên ở ${HERE} làm bãi giữ xe`, 'ẩn danh');
    expect((await filed(citizen))?.time?.text.toLowerCase()).toBe(citizen.typed('từ hè năm ngoái'));
  });

  for (const time of ['hai ba hôm một lần', 'vài ngày lại một đợt'])
    bothWays(`“${time}” in the story`, async (citizen) => {
      await citizen.tells(`Vựa phế liệu ở ${HERE} đốt dây điện lấy đồng ${time}`, 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });

  bothWays('“giờ hành chính” is a time, and when to call is none', async (citizen) => {
    await citizen.tells(`Xưởng sơn ở ${HERE} xộc mùi sang nhà trẻ giờ hành chính`, 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('giờ hành chính'));
  });

  for (const [how, tell] of [
    [
      ', whatever it sounds like',
      'Mỏ đá hết hạn giấy phép vẫn cho máy vào khai thác. Không ai quản hay sao?',
    ],
    [', in the hills', 'Mấy người lạ vào đào vàng trái péhp trong núi'],
    ['', 'Mỏ đá hết hạn giấy phép vẫn cho máy vào khai thác'],
    [', with a slip of the thumb', 'Mỏ đất chưa được cấp phép vẫn múc đát chở đi bán'],
  ] as const)
    bothWays(`a quarry without a permit${how}`, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', 'ô nhiễm', tell, HERE, 'ẩn danh');
      expect((await filed(citizen))?.category).toBe('minerals');
    });

  bothWays('a breach of a permit opens a report, whatever is lamented behind it', async (citizen) => {
    const end = 'Báo nhiều nơi rồi mà chẳng ai làm gì.';
    await citizen.tells(
      `Mỏ đá hết hạn giấy phép vẫn cho máy vào khai thác ở ${HERE} gần hai tháng. ${end}`,
      'ẩn danh',
    );
    expect((await filed(citizen))?.category).toBe('minerals');
  });

  it('a name beside a number at the summary is no commune of that name', async () => {
    const citizen = speaker((text) => text);
    await citizen.tells(`Kho sơn đang cháy ở ${HERE}`, 'Cao Ba Thanh, 0704 367 798');
    expect((await filed(citizen))?.location.text).toContain('Gia Lâm');
  });
});
