import { bothWays, filed, type Speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

const atSummary = (citizen: Speaker) => citizen.tells(STORY, 'ẩn danh');

describe('a wish is no story, whoever is asked to take it', () => {
  for (const wish of [
    'Nhờ tổng đài tiếp nhận phản ánh giúp tôi',
    'Xin tổng đài viên ghi nhận giùm một sự việc',
    'Tổng đài cho em gửi ý kiến phản ánh với ạ',
  ])
    bothWays(`“${wish}”`, async (citizen) => {
      expect((await citizen.says(wish)).ask).toBe('category');
      await citizen.tells(
        'đất đai',
        'Hàng xóm lấn ra mương công cộng ở xã Tuần Giáo, Điện Biên từ tháng trước',
      );
      await citizen.says('ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.lane).toBe('land');
      expect(ticket?.description).not.toContain(citizen.typed(wish));
    });
});

describe('who filmed it goes nowhere', () => {
  for (const more of [
    'Tôi có quay lại video rồi.',
    'Tôi quay lại được hết rồi nhé.',
    'Em có quay lại clip làm bằng chứng',
  ])
    bothWays(`“${more}”`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(more)).ask).toBe('confirm');
      expect((await filed(citizen))?.description).toContain(citizen.typed(more));
    });

  for (const away of ['lát tôi quay lại làm tiếp', 'tí nữa mình quay lại nhé'])
    bothWays(`“${away}” still is later`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(away)).ask).toBeUndefined();
    });
});

describe('who lives there is no danger', () => {
  for (const more of [
    'Ở đây nhiều người già và trẻ nhỏ lắm.',
    'Quanh đây toàn người già với em bé',
    'Sát bên có trường mầm non và rất nhiều học sinh',
  ])
    bothWays(`“${more}”`, async (citizen) => {
      await atSummary(citizen);
      await citizen.says(more);
      const ticket = await filed(citizen);
      expect(ticket?.urgent).toBe(false);
      expect(ticket?.description).toContain(citizen.typed(more));
    });

  bothWays('what happens to them is', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('Nhiều người già và trẻ nhỏ ở đây ngất xỉu rồi');
    expect((await filed(citizen))?.urgent).toBe(true);
  });
});

describe('when', () => {
  for (const time of [
    'chạng vạng',
    'từ chập tối tới nửa đêm',
    'từ 10 giờ đêm đến gần sáng',
    'sáng sớm và chiều tối',
    'từ ra giêng',
    'khi triều rút',
    'lúc trời nồm',
    'tối nào cũng thế',
  ])
    bothWays(`“${time}” in the story`, async (citizen) => {
      await citizen.says(`${UNDATED} ${time}.`);
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time?.text).toContain(citizen.typed(time));
    });

  bothWays('the last word of a province tells no time', async (citizen) => {
    await citizen.tells('Có người đổ trộm xà bần ở xã Điềm Thụy, Thái Nguyên đêm nào cũng vậy', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('đêm nào cũng vậy'));
  });

  bothWays('what rumbles is no full moon', async (citizen) => {
    const answer = await citizen.says('Phòng gym thả tạ rầm rầm ở phường Phú Bài, Huế, góp ý mãi không nghe');
    expect(answer.ask).not.toBe('confirm');
    await citizen.tells('bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.time ?? null).toBeNull();
  });

  bothWays('a sentence that tells one keeps its words', async (citizen) => {
    expect((await citizen.says(UNDATED)).ask).toBe('time');
    await citizen.tells('Nhà tôi phải đóng kín cửa cả ngày', 'ẩn danh');
    const ticket = await filed(citizen);
    expect(ticket?.time?.text).toBe(citizen.typed('cả ngày'));
    expect(ticket?.description).toContain(citizen.typed('Nhà tôi phải đóng kín cửa cả ngày'));
  });
});

describe('kinds', () => {
  for (const story of [
    'Lợn chết vứt lăn lóc ngoài bãi tha ma xã Tuần Giáo, Điện Biên, không ai chôn',
    'Ai đó quăng xác gà chết đầy bờ ruộng ở xã Tuần Giáo, Điện Biên',
    'Mấy con bò bệnh chết vứt ven đường xã Tuần Giáo, Điện Biên',
  ])
    bothWays(`“${story}”`, async (citizen) => {
      await citizen.tells(story, 'hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.category).toBe('solid_waste');
    });

  for (const story of [
    'Biển xâm thực sạt lở vào tận chân nhà dân ở xã An Phước, Đồng Nai, mong xem giúp',
    'Bờ biển xã Hải Hậu, Ninh Bình bị sạt lở nghiêm trọng từ năm ngoái',
  ])
    bothWays(`“${story}”`, async (citizen) => {
      await citizen.tells(story, 'từ năm ngoái', 'ẩn danh');
      expect((await filed(citizen))?.category).toBe('other');
    });

  for (const none of ['lại khác ạ', 'loia khác', 'cái khác'])
    bothWays(`“${none}” is none of those that are shown`, async (citizen) => {
      await citizen.says('Đèn pha bảng quảng cáo chiếu chói lòa vào nhà tôi, ngủ không được.');
      expect((await citizen.says('xã Hà Nha, Đà Nẵng')).ask).toBe('category');
      expect((await citizen.says(none)).ask).not.toBe('category');
      await citizen.tells('tối nào cũng vậy', 'ẩn danh');
      expect((await filed(citizen))?.category).toBe('other');
    });
});

describe('who', () => {
  for (const [said, name] of [
    ['mình là thơm. điện thoại 0322658241', 'thơm'],
    ['tên nguyệt, sđt 0322658241', 'nguyệt'],
    ['trinh 0322658241', 'trinh'],
  ] as const)
    bothWays(`“${said}”`, async (citizen) => {
      await citizen.tells(STORY, 'để lại liên hệ', said);
      await filed(citizen);
      expect(Object.values(Object.fromEntries(citizen.log.known))[0]?.name).toBe(citizen.typed(name));
    });
});
