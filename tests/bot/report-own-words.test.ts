import { bothWays, filed, speaker, type Speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

/** All is known of it but who reports. */

describe('a wish to report, in the words of offices, of the centre, or as a question', () => {
  for (const wish of [
    'cho tôi gửi đơn phản ánh cái',
    'nhờ ban quản trị tiếp nhận giúp một phản ánh về ô nhiễm',
    'báo cáo ô nhiễm ở đây đúng không ạ',
    'tui muốn méc chuyện ni',
    'em muốn báo một vụ gây ô nhiễm',
    'em cần người xử lý một vụ xả thải',
    'tôi ở tổ dân phố muốn kiến nghị về môi trường',
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
    ['loại khác ấy', 'other'],
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

  for (const not of [
    'em không nắm rõ',
    'nỏ biết',
    'tui mô biết',
    'chịu thua',
    'chưa tìm hiểu được',
    'hổng biết nữa',
  ])
    bothWays(`“${not}” passes the question`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(not)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect((await filed(citizen))?.time).toBeNull();
    });

  for (const sigh of [
    'lâu lắc quá đi mất',
    'hỏi chi mà hỏi lắm rứa',
    'làm ăn kiểu gì vậy không biết',
    'báo bao nhiêu lần rồi có ai làm gì đâu',
  ])
    bothWays(`“${sigh}” is none`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      const met = await citizen.says(sigh);
      expect(met.ask).toBe('time');
      expect(met.text).toContain('đang bực');
    });

  for (const [wrong, right] of [
    ['nhầm giờ, lúc triều rút mới đúng', 'lúc triều rút'],
    ['thời gian sai rồi, phải là mùa ép củ', 'mùa ép củ'],
    ['sửa giờ lại: cứ mưa xong', 'cứ mưa xong'],
  ] as const)
    bothWays(`put right: “${wrong}”`, async (citizen) => {
      await citizen.tells(STORY, 'ẩn danh', wrong);
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(right));
    });

  bothWays('how long it has gone on, told in the story', async (citizen) => {
    const answer = await citizen.says(`${UNDATED} hơn 20 ngày`);
    expect(answer.ask).toBe('anonymity');
    await citizen.says('ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('hơn 20 ngày'));
  });

  it('a lamp that is aimed somewhere without accents tells no afternoon', async () => {
    const citizen = speaker((text) => text);
    await citizen.says(
      'den led chieu thang vao nha toi o phuong Ba Dinh, Ha Noi tu 19h den nua dem, choi mat khong ngu noi',
    );
    await citizen.tells('ẩn danh');
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

bothWays('“xóa thông tin của tôi” takes the contact back', async (citizen) => {
  await citizen.tells(STORY, 'tôi tên Phạm Thu Hà 0912345678');
  await citizen.says('xóa thông tin của tôi, tôi sợ');
  expect(await filed(citizen)).toMatchObject({ anonymous: true, description: citizen.typed(STORY) });
});

bothWays('“ai là người xử lý?” at the lane is a question', async (citizen) => {
  await citizen.says('tôi muốn phản ánh');
  expect((await citizen.says('phản ánh xong ai là người xử lý?')).ask).toBe('category');
});

describe('a name by itself, then the number', () => {
  for (const name of [
    'Phan Bá Lộc',
    'chị Thúy',
    'tên em là Phan Bá Lộc',
    'Ma Seo Páo',
    'bac Sau',
    'ANH CƯỜNG',
  ])
    it(`“${name}”`, async () => {
      const citizen = speaker((text) => text);
      expect((await citizen.says(STORY)).ask).toBe('anonymity');
      expect((await citizen.says(name)).ask).toBe('contact');
      expect((await citizen.says('số đây 0912345678')).text).toMatch(/\p{Lu}•• · ••• ••• 678/u);
    });
});

it('a broken bath that is dumped is no broken tank', async () => {
  const citizen = speaker((text) => text);
  await citizen.says('Người ta chở gạch vỡ, bồn cầu cũ đem đổ xuống ruộng bỏ hoang ở phường Ba Đình, Hà Nội');
  await citizen.tells('tối qua', 'ẩn danh');
  expect(await filed(citizen)).toMatchObject({ urgent: false, category: 'solid_waste' });
});

describe('in danger', () => {
  const DANGER = 'Kho thuốc nổ ở mỏ đá đang bốc cháy, nổ đùng đùng, có người bị thương';

  bothWays('who asks whom to call hears the numbers, and what they tell is kept', async (citizen) => {
    expect((await citizen.says(DANGER)).ask).toBe('location');
    const cry = 'gần nhà dân lắm, gọi ai bây giờ';
    const answer = await citizen.says(cry);
    expect(answer.messages.map(({ text }) => text).join()).toContain('114');
    expect(answer.ask).toBe('location');
    await citizen.says('phường Ba Đình, Hà Nội');
    expect(await filed(citizen)).toMatchObject({
      urgent: true,
      description: `${citizen.typed(DANGER)}\n${citizen.typed(cry)}`,
    });
  });

  it('a name at the summary asks for its number', async () => {
    const citizen = speaker((text) => text);
    expect((await citizen.tells(DANGER, 'phường Ba Đình, Hà Nội')).ask).toBe('confirm');
    expect((await citizen.says('Phan Bá Lộc')).ask).toBe('contact');
    expect((await citizen.says('0912345678')).ask).toBe('confirm');
  });
});

bothWays('“chính xác, nhờ chuyển giúp” is a yes', async (citizen) => {
  await citizen.tells(STORY, 'ẩn danh');
  expect((await citizen.says('chính xác, nhờ chuyển giúp')).ticket).toBeDefined();
});

describe('a word of the story put right', () => {
  const FARM = 'Trại nuôi vịt ở phường Ba Đình, Hà Nội thả nước phân ra hồ, nước đen ngòm, cá chết';

  for (const right of ['không phải vịt mà là lợn', 'lợn chứ không phải vịt', 'nhầm, là lợn không phải vịt']) {
    bothWays(`at the time: “${right}”`, async (citizen) => {
      expect((await citizen.says(FARM)).ask).toBe('time');
      expect((await citizen.says(right)).ask).toBe('time');
      await citizen.tells('tối qua', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({
        description: `${citizen.typed(FARM)}\n${citizen.typed(right)}`,
        time: { text: citizen.typed('tối qua') },
        location: { communeCode: '00004' },
      });
    });

    bothWays(`at the summary: “${right}”`, async (citizen) => {
      await citizen.tells(FARM, 'tối qua', 'ẩn danh');
      expect((await citizen.says(right)).ask).toBe('confirm');
      expect((await filed(citizen))?.description).toContain(citizen.typed(right));
    });
  }
});
