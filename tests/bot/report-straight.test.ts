import { bothWays, filed, speaker } from './both-ways';

const STORY = 'Xưởng nhuộm xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';
const PLACE = 'phường Ba Đình, Hà Nội';

describe('anger at us is no answer', () => {
  for (const anger of [
    'các anh chỉ ngồi đó thôi à',
    'mấy ông chỉ biết hứa',
    'gọi mãi không ai nghe',
    'đợi đến bao giờ nữa đây',
    'bó tay với mấy ông',
    'sống thế này sao chịu được',
    'các ông làm việc thế à',
  ])
    bothWays(`“${anger}”`, async (citizen) => {
      await citizen.tells(STORY, PLACE);
      expect((await citizen.says(anger)).ask).toBe('time');
      await citizen.tells('tối qua', 'ẩn danh');
      expect((await citizen.says(anger)).ask).toBe('confirm');
      expect((await filed(citizen))?.description).toBe(citizen.typed(STORY));
    });

  bothWays('who sits there drinking is what happens', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'ô nhiễm');
    expect((await citizen.says('mấy ông cứ ngồi uống bia rồi hát karaoke ầm ĩ tới khuya')).ask).toBe(
      'location',
    );
  });
});

describe('the story goes on in pieces', () => {
  for (const piece of ['Lúa của bà con bị vàng lá', 'nước giếng ai cũng không dám xài'])
    bothWays(`“${piece}” instead of a time`, async (citizen) => {
      await citizen.tells(STORY, PLACE);
      expect((await citizen.says(piece)).ask).toBe('time');
      await citizen.tells('tối qua', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.description).toBe(citizen.typed(`${STORY}\n${piece}`));
      expect(ticket?.time?.text).toBe(citizen.typed('tối qua'));
    });

  for (const when of ['hễ nắng lên là có', 'vụ này', 'hai lần gần đây', 'từ ngày dựng xưởng tới giờ'])
    bothWays(`“${when}” is a time`, async (citizen) => {
      await citizen.tells(STORY, PLACE);
      expect((await citizen.says(when)).ask).toBe('anonymity');
    });

  bothWays('instead of a place', async (citizen) => {
    await citizen.says('Có người lén đổ xà bần ra bãi đất trống');
    await citizen.tells('Đống xà bần giờ lấp cả miệng cống', PLACE, 'tối qua', 'ẩn danh');
    expect(await filed(citizen)).toMatchObject({
      description: citizen.typed(
        'Có người lén đổ xà bần ra bãi đất trống\nĐống xà bần giờ lấp cả miệng cống',
      ),
      location: { communeCode: '00004' },
    });
  });

  for (const place of ['gần chợ cũ', 'bản Nà Lũng', 'hồ cá ông Bảy', 'xóm 3'])
    bothWays(`“${place}” is a place`, async (citizen) => {
      await citizen.says(STORY);
      expect((await citizen.says(place)).text).toContain(citizen.typed(place));
    });

  bothWays('a question is no piece of it', async (citizen) => {
    await citizen.tells('rò rỉ khí amoniac, có người ngất rồi, cứu với', 'có cần kèm hình không');
    await citizen.tells(PLACE, 'đúng');
    expect(citizen.tickets()[0]?.description).not.toContain(citizen.typed('có cần'));
  });

  bothWays('how neighbours take it belongs to the story', async (citizen) => {
    await citizen.tells(STORY, PLACE, 'tối qua', 'ẩn danh');
    const more = 'Hàng xóm tôi cũng bức xúc chuyện này';
    await citizen.says(more);
    expect((await filed(citizen))?.description).toBe(citizen.typed(`${STORY}\n${more}`));
  });
});

describe('the kind', () => {
  for (const [correction, category] of [
    ['loại sai, phải là chất thải nguy hại', 'hazardous_waste'],
    ['chọn nhầm loại rồi, hóa chất độc hại', 'hazardous_waste'],
    ['sửa loại thành chất độc', 'hazardous_waste'],
    ['loại sai, phải là đốt rác', 'open_burning'],
  ] as const)
    bothWays(`“${correction}” asks nothing and is no danger`, async (citizen) => {
      await citizen.tells(STORY, PLACE, 'tối qua', 'ẩn danh', correction);
      expect(await filed(citizen)).toMatchObject({ category, urgent: false });
    });

  bothWays('“khói” to “which kind?” is smoke', async (citizen) => {
    await citizen.tells(STORY, PLACE, 'tối qua', 'ẩn danh');
    for (const button of ['Sửa lại', 'Loại', 'Ô nhiễm môi trường']) await citizen.presses(button);
    await citizen.says('khói');
    expect(await filed(citizen)).toMatchObject({ category: 'air' });
  });

  bothWays('a leak of it is one', async (citizen) => {
    await citizen.tells(STORY, PLACE, 'tối qua', 'ẩn danh');
    expect((await citizen.says('hóa chất độc hại đang rò rỉ, có người ngất xỉu')).text).toContain('114');
  });
});

bothWays('“chúng tôi” is no evening', async (citizen) => {
  await citizen.tells(`Trạm phát sóng dựng trên nóc nhà bên, chúng tôi lo bức xạ, ở ${PLACE}`);
  await citizen.tells('bỏ qua', 'ẩn danh');
  expect(await filed(citizen)).toMatchObject({ category: 'other', time: null });
});

describe('what only sounds like danger', () => {
  for (const story of [
    'Công nhân gom rác lại rồi châm lửa đốt ngay bãi tập kết',
    'Tôi phát hiện một đống bình ắc quy cũ bị đập vỡ vứt bên đường',
  ])
    bothWays(`“${story}”`, async (citizen) => {
      await citizen.tells(`${story}, ở ${PLACE}`, 'tối qua', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({ urgent: false });
    });

  for (const danger of ['Đập vỡ rồi, nước đang tràn xuống xóm', 'Có kẻ châm lửa đốt rừng, đang cháy lan'])
    bothWays(`“${danger}” is one`, async (citizen) => {
      expect((await citizen.says(`${danger}, ở ${PLACE}`)).text).toContain('Khẩn');
    });
});

describe('what burns nothing', () => {
  for (const story of [
    'Muỗi sinh sôi dày đặc từ khu đất hoang, trẻ em bị đốt sưng cả người',
    'Biển ăn sâu vào sát nhà dân từ đợt bão vừa rồi, mất cả hàng dương',
  ])
    bothWays(`“${story}”`, async (citizen) => {
      const first = await citizen.says(`${story}, ở ${PLACE}`);
      if (first.ask === 'category') await citizen.says('không có trong này');
      await citizen.tells('bỏ qua', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({ category: 'other' });
    });
});

describe('away, back and anew', () => {
  for (const away of ['mình làm sau nhé', 'gửi sau ạ'])
    bothWays(`“${away}”`, async (citizen) => {
      await citizen.says(STORY);
      expect((await citizen.says(away)).ask).toBeUndefined();
      expect((await citizen.says('tôi làm tiếp đây')).ask).toBe('location');
    });

  for (const anew of ['tôi muốn khai lại', 'cho tôi nhập lại từ đầu'])
    bothWays(`“${anew}”`, async (citizen) => {
      await citizen.tells(STORY, PLACE, 'tối qua', 'ẩn danh');
      expect((await citizen.says(anew)).ask).toBe('category');
    });
});

bothWays('what was told wrong stands with its “đâu”', async (citizen) => {
  const wrong = 'Thợ xây nhà bên trái đổ cả xe gạch vụn vào mương thoát nước';
  const right = 'không phải Thợ xây nhà bên trái đâu, Thợ xây nhà bên phải';
  await citizen.tells(wrong, right, PLACE, 'tối qua', 'ẩn danh');
  expect((await filed(citizen))?.description).toBe(citizen.typed(`${wrong}\n${right}`));
});

describe('short answers', () => {
  for (const when of ['bất chợt', 'giờ đang xả luôn', 'tùy hôm', 'thất thường lắm'])
    bothWays(`“${when}” is a time`, async (citizen) => {
      await citizen.tells(STORY, PLACE);
      expect((await citizen.says(when)).ask).toBe('anonymity');
    });

  for (const secret of ['bí mật', 'kín giùm', 'giữ bí mật giúp tôi'])
    bothWays(`“${secret}” is anonymous`, async (citizen) => {
      await citizen.tells(STORY, PLACE, 'tối qua');
      expect((await citizen.says(secret)).ask).toBe('confirm');
    });

  for (const willing of ['liên hệ', 'tôi không ngại'])
    bothWays(`“${willing}” leaves a contact`, async (citizen) => {
      await citizen.tells(STORY, PLACE, 'tối qua');
      expect((await citizen.says(willing)).ask).toBe('contact');
    });

  bothWays('“bỏ liên hệ đi” is anonymous after all', async (citizen) => {
    await citizen.tells(STORY, PLACE, 'tối qua', 'Lê Văn Sơn 0912345678');
    expect((await citizen.says('bỏ liên hệ đi')).text).toContain('ẩn danh');
  });

  for (const yes of ['ổn', 'hoàn tất', 'mọi thứ đúng', 'gửi ngay giúp tôi với'])
    bothWays(`“${yes}” is a yes`, async (citizen) => {
      await citizen.tells(STORY, PLACE, 'tối qua', 'ẩn danh');
      expect((await citizen.says(yes)).ticket).toBeDefined();
    });

  for (const lane of ['land', 'misconduct'])
    it(`“${lane}” by its name in the contract`, async () => {
      const citizen = speaker((text) => text);
      await citizen.says('tôi muốn phản ánh');
      expect((await citizen.says(lane)).ask).toBe('description');
      await citizen.tells('Họ làm sai mà không ai nói gì cả', PLACE, 'tối qua', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({ lane });
    });

  for (const kind of ['air', 'water', 'solid_waste', 'other'])
    it(`“${kind}” by its name in the contract`, async () => {
      const citizen = speaker((text) => text);
      await citizen.tells(STORY, PLACE, 'tối qua', 'ẩn danh');
      for (const button of ['Sửa lại', 'Loại', 'Ô nhiễm môi trường', kind]) await citizen.says(button);
      expect(await filed(citizen)).toMatchObject({ category: kind });
    });
});
