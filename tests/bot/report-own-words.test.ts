import { bothWays, speaker, type Speaker } from './both-ways';

/** All is known of it but who reports. */
const STORY = 'Tối qua xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';
const UNDATED = 'xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';

async function filed(citizen: Speaker) {
  await citizen.says('đúng rồi');
  return citizen.tickets()[0];
}

describe('a wish to report, in the words of offices, of the centre, or as a question', () => {
  for (const wish of [
    'cho tôi gửi đơn phản ánh cái',
    'nhờ ban quản trị tiếp nhận giúp một phản ánh về ô nhiễm',
    'báo cáo ô nhiễm ở đây đúng không ạ',
    'tui muốn méc chuyện ni',
    'em muốn báo một vụ gây ô nhiễm',
  ])
    bothWays(`“${wish}”`, async (citizen) => {
      if ((await citizen.says(wish)).ask === 'category') await citizen.says('ô nhiễm môi trường');
      await citizen.tells(STORY, 'ẩn danh');
      expect((await filed(citizen))?.description).not.toContain(citizen.typed(wish));
    });

  for (const lane of ['chắc là ô nhiễm', 'thuộc loại ô nhiễm môi trường'])
    bothWays(`the lane: “${lane}” is no story`, async (citizen) => {
      await citizen.says('tôi muốn phản ánh');
      expect((await citizen.says(lane)).ask).toBe('description');
    });
});

describe('the kind in words that no button has', () => {
  const unclear = async (citizen: Speaker) => {
    await citizen.tells(
      'tôi muốn phản ánh ô nhiễm',
      'cả xóm tôi khổ sở quá rồi, nhờ các anh chị xuống xem giúp cho',
    );
    return citizen.says('phường Ba Đình, Hà Nội');
  };

  for (const [said, kind] of [
    ['không khí bẩn', 'air'],
    ['bụi với khói', 'air'],
    ['vụ đốt', 'open_burning'],
    ['rác y tế', 'hazardous_waste'],
    ['đổ rác bừa bãi', 'solid_waste'],
    ['đào cát đào đá trái phép', 'minerals'],
    ['cái khác', 'other'],
    ['không thuộc mấy loại đó', 'other'],
  ] as const)
    bothWays(`“${said}”`, async (citizen) => {
      expect((await unclear(citizen)).ask).toBe('category');
      expect((await citizen.says(said)).ask).not.toBe('category');
      await citizen.tells('bỏ qua', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({ lane: 'pollution', category: kind });
    });
});

describe('to go on later, and to come back', () => {
  for (const [later, back] of [
    ['để tối về em làm tiếp', 'làm tiếp phản ánh lúc nãy'],
    ['tạm dừng, chốc nữa tôi nhắn tiếp', 'giờ rảnh rồi, mình tiếp nhé'],
    ['mai tôi báo tiếp nhé', 'tôi quay lại rồi, tiếp tục đi'],
  ] as const)
    bothWays(`“${later}”, “${back}”`, async (citizen) => {
      await citizen.says(STORY);
      expect((await citizen.says(later)).ask).toBeUndefined();
      expect((await citizen.says(back)).ask).toBe('anonymity');
    });
});

describe('when it happens', () => {
  bothWays('“lúc triều rút” is a time, and withdraws nothing', async (citizen) => {
    expect((await citizen.says(UNDATED)).ask).toBe('time');
    await citizen.tells('lúc triều rút', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('lúc triều rút'));
  });

  for (const not of ['em không nắm rõ', 'nỏ biết', 'tui mô biết', 'chịu thua', 'chưa tìm hiểu được'])
    bothWays(`“${not}” passes the question`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(not)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time).toBeNull();
    });

  for (const sigh of ['lâu lắc quá đi mất', 'hỏi chi mà hỏi lắm rứa', 'làm ăn kiểu gì vậy không biết'])
    bothWays(`“${sigh}” is none`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      const met = await citizen.says(sigh);
      expect(met.ask).toBe('time');
      expect(met.text).toContain('đang bực');
    });

  for (const [wrong, right] of [
    ['nhầm giờ, lúc triều rút mới đúng', 'lúc triều rút'],
    ['thời gian sai rồi, phải là mùa ép củ', 'mùa ép củ'],
  ] as const)
    bothWays(`put right: “${wrong}”`, async (citizen) => {
      await citizen.tells(STORY, 'ẩn danh', wrong);
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(right));
    });

  it('a lamp that is aimed somewhere without accents tells no afternoon', async () => {
    const citizen = speaker((text) => text);
    await citizen.says(
      'den led chieu thang vao nha toi o phuong Ba Dinh, Ha Noi tu 19h den nua dem, choi mat khong ngu noi',
    );
    await citizen.tells('cái khác', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe('tu 19h den nua dem');
  });
});

describe('who reports', () => {
  for (const willing of [
    'cứ liên hệ tôi',
    'để lại thông tin liên lạc',
    'có, công khai cũng được',
    'nhắn cho em cũng được',
  ])
    bothWays(`“${willing}” leaves a contact`, async (citizen) => {
      expect((await citizen.says(STORY)).ask).toBe('anonymity');
      expect((await citizen.says(willing)).ask).toBe('contact');
    });

  for (const said of ['số tôi 0912345678, cứ gọi gặp Phạm Thu Hà', 'gọi lại gặp Phạm Thu Hà 0912345678'])
    bothWays(`“${said}” tells the name`, async (citizen) => {
      await citizen.says(STORY);
      expect((await citizen.says(said)).text).toContain('P•• T•• H••');
    });
});

bothWays('“không sai chỗ nào cả, gửi thôi” finds the summary right', async (citizen) => {
  await citizen.tells(STORY, 'ẩn danh');
  expect((await citizen.says('không sai chỗ nào cả, gửi thôi')).ticket).toBeDefined();
});
