import { bothWays, filed, speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const UNPLACED = 'Xưởng gỗ xả bụi mù mịt vào nhà dân';

describe('pieces of the story that come late', () => {
  for (const piece of [
    'Quá sức chịu đựng rồi!',
    'Tôi đã sang góp ý nhẹ nhàng mà chủ quán còn vặn to hơn.',
    'Nhà tôi đã làm đơn gửi thôn nhưng vẫn không thấy gì',
    'Bà con góp ý nhiều mà họ vẫn đốt như cũ',
    'Em qua nhắc nhở thì họ lại chửi um lên',
    'nhiều lắm luôn',
  ])
    bothWays(`“${piece}” is kept where it is asked where`, async (citizen) => {
      await citizen.says(UNPLACED);
      expect((await citizen.says(piece)).ask).toBe('location');
      await citizen.tells('phường Ba Đình, Hà Nội', 'hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.description).toContain(citizen.typed(piece));
    });

  for (const piece of [
    'Tôi đã lập biên bản và báo xã nhưng chưa có kết quả.',
    'mình đã nhắn trong nhóm tổ dân phố mà không ai trả lời.',
    'Tôi đã gửi đơn lên thôn nhưng vẫn chưa ai xuống',
    'dày đặc luôn ạ',
  ])
    bothWays(`“${piece}” is kept at the summary`, async (citizen) => {
      await citizen.tells(STORY, 'ẩn danh');
      expect((await citizen.says(piece)).ask).toBe('confirm');
      expect((await filed(citizen))?.description).toContain(citizen.typed(piece));
    });
});

describe('where it is', () => {
  for (const where of [
    'Dạ xã Vĩnh Hưng ạ, anh chị tới hỏi ai cũng biết.',
    'Da xa Vinh Hung a, anh chi toi hoi ai cung biet.',
  ])
    it(`manners end a name: “${where}” is not Vĩnh Hưng A`, async () => {
      const citizen = speaker((text) => text);
      await citizen.tells(UNPLACED, where, 'Phú Thọ', 'hôm qua', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.location.communeCode).toBe('09100');
      expect(ticket?.location.text).not.toMatch(/hỏi|hoi/);
    });

  bothWays('what stands before a name that is offered is not asked about', async (citizen) => {
    await citizen.says(UNPLACED);
    const answer = await citizen.says('Chỗ đó là xã Châu Thành, còn thời gian thì từ cuối tuần trước ạ.');
    expect(answer.text).not.toContain(citizen.typed('thời gian'));
    expect(answer.options?.length).toBeGreaterThan(1);
  });

  for (const where of ['Chỗ tôi thuê là', 'Báo cáo, ở', 'Dưới tui là'])
    bothWays(`“${where} …” leads to it`, async (citizen) => {
      await citizen.tells(UNPLACED, `${where} xã Thượng Phúc, Hà Nội.`, 'hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.location.text).not.toContain(citizen.typed(where));
    });

  for (const where of [
    'Dạ ở ngay cuối đường dẫn vào nghĩa trang, chỗ gần nhà tôi ạ.',
    'Ở ngay sau lưng chợ xã, chỗ dãy trọ chứ đâu nữa.',
    'Tại gần trạm y tế cũ, ngay khúc cua nhé',
    'Dạ ở đầu con hẻm cạnh trường mầm non ạ',
  ])
    bothWays(`“${where}” is a place`, async (citizen) => {
      await citizen.says(UNPLACED);
      await citizen.says(where);
      await citizen.tells('xã Trần Văn Thời, Cà Mau', 'hôm qua', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.description).toBe(citizen.typed(UNPLACED));
      expect(ticket?.location.communeCode).not.toBeNull();
    });

  bothWays('what lies there is kept beside “ẩn danh”', async (citizen) => {
    await citizen.says(UNPLACED);
    await citizen.says('Bãi đất ở xã Than Uyên, Lai Châu. Tôi xin phép không để lại tên và số điện thoại.');
    await citizen.says('hôm qua');
    const ticket = await filed(citizen);
    expect(ticket?.location.text).toContain(citizen.typed('Bãi đất'));
    expect(ticket?.anonymous).toBe(true);
  });
});

describe('kinds that the page of labels settles', () => {
  const KINDS: readonly (readonly [story: string, lane: string, category: string | null])[] = [
    ['Công trình xây khách sạn ép cọc rung cả nền nhà, tường nhà em nứt mấy đường', 'pollution', 'noise'],
    ['Bên cạnh xây nhà cao tầng đóng cọc ầm ầm rung hết cửa kính', 'pollution', 'noise'],
    ['Xưởng xi mạ chôn bùn thải xanh lè ngay sau xưởng', 'pollution', 'hazardous_waste'],
    ['Công ty dệt nhuộm chở bùn thải đổ ở bãi đất trống', 'pollution', 'hazardous_waste'],
    [
      'Nhà mạng dựng trạm phát sóng ngay trên nóc nhà sát bên, bà con lo sóng điện từ mà không ai hỏi ý kiến',
      'pollution',
      'other',
    ],
    ['Hàng xóm đóng cọc lấn chiếm đất công làm nhà trái phép', 'land', null],
  ];
  for (const [story, lane, category] of KINDS)
    bothWays(story, async (citizen) => {
      await citizen.tells(story, 'phường Ba Đình, Hà Nội', 'hôm qua', 'ẩn danh');
      const ticket = await filed(citizen);
      expect([ticket?.lane, ticket?.category]).toEqual([lane, category]);
    });
});

describe('what is wanted of the conversation', () => {
  bothWays('“đề nghị bắt đầu lại từ đầu” begins anew', async (citizen) => {
    await citizen.says(UNPLACED);
    const answer = await citizen.says('Đề nghị bắt đầu lại từ đầu, tôi ghi nhầm nhiều.');
    expect(answer.ask).toBe('category');
    expect(answer.text).toContain('bắt đầu lại');
  });

  bothWays('who is alone now goes on', async (citizen) => {
    await citizen.tells(STORY, 'để sau');
    expect((await citizen.says('Giờ em ở một mình rồi, làm tiếp ạ.')).ask).toBe('anonymity');
  });

  for (const question of [
    'tên em có bị lộ k',
    'sđt của em có bị lộ không',
    'thông tin của tôi có bị tiết lộ không',
  ])
    bothWays(`“${question}” is a question, also where the kind is asked`, async (citizen) => {
      const first = await citizen.says('cho tui báo cái này với');
      const answer = await citizen.says(question);
      expect(answer.ask).toBe(first.ask);
      expect(citizen.tickets()).toEqual([]);
    });

  bothWays('the lane named once more is no story', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường');
    expect((await citizen.says('Chuyện của mình là về vấn đề ô nhiễm')).ask).toBe('description');
  });
});

describe('a lane that is denied', () => {
  bothWays('at the kinds', async (citizen) => {
    await citizen.tells(
      'tôi muốn phản ánh',
      'Ô nhiễm môi trường',
      'Nhà bên cạnh làm bậy quá mà không ai nói gì',
    );
    await citizen.tells('phường Ba Đình, Hà Nội');
    await citizen.tells('Lấn đất công chứ không phải ô nhiễm', 'hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.lane).toBe('land');
  });

  bothWays('where the lane is asked', async (citizen) => {
    await citizen.says('cho tui báo cái này với');
    const answer = await citizen.says('Em phản ánh về thái độ của cán bộ chứ không phải môi trường');
    expect(answer.ask).toBe('description');
    expect(answer.text).toContain('cơ quan');
  });
});

describe('when it was', () => {
  for (const time of ['cuối giờ chiều', 'mấy khuya liền', 'từ hôm chợ dời về', 'từ quý ba'])
    bothWays(`“${time}” in a sentence`, async (citizen) => {
      await citizen.tells(UNDATED, `Theo thôn nắm được thì ${time}.`, 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });

  it('“bang dien tu chieu sang” tells no afternoon', async () => {
    const citizen = speaker((text) => text);
    await citizen.tells(
      'Bang quang cao dien tu chieu sang choi vao phong ngu nha em den nua dem, nha o phuong Ba Dinh, Ha Noi',
      'loại khác',
      'an danh',
    );
    expect((await filed(citizen))?.time?.text).toBe('den nua dem');
  });
});
