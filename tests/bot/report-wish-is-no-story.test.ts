import { bothWays, filed } from './both-ways';

const STORY = 'Xưởng cưa ở phường Ba Đình, Hà Nội hú suốt từ sáng tới tối, cả xóm không ngủ được';

describe('a wish to tell begins the report, and is not looked up', () => {
  for (const wish of [
    'cho tôi phản ánh một vụ quá đáng',
    'tôi già rồi nhờ các cháu nghe tôi phản ánh',
    'nhờ cháu ghi giúp bác một chuyện',
    'ông muốn báo việc trong xóm',
    'báo vi phạm chứ chịu hết nổi rồi',
    'tôi muốn tố cáo ngay bây giờ',
    'cho báo cái này nhanh',
    'chào bạn, chuyện là tôi ở đây mấy chục năm rồi mà giờ mới thấy cảnh này nên muốn báo',
    'bạn ơi tôi muốn phản ánh một chuyện mà nói mãi với hàng xóm không ăn thua',
  ])
    bothWays(`“${wish}”, and then it is asked what happens`, async (citizen) => {
      expect((await citizen.says(wish)).ask).toBe('category');
      expect((await citizen.says('ô nhiễm môi trường')).ask).toBe('description');
      expect((await citizen.says(STORY)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.category).toBe('noise');
      expect(ticket?.description).toContain(citizen.typed(STORY));
      expect(ticket?.time?.text).toBe(citizen.typed('suốt từ sáng tới tối'));
    });

  bothWays('who tells at length asks after nothing', async (citizen) => {
    const told =
      'nhanh giúp tôi, sóng biển ăn sâu vào bờ, xóm tôi mất cả chục mét đất trong năm nay. Bờ biển ở phường Vũng Tàu, Hồ Chí Minh.';
    expect((await citizen.says(told)).ask).toBe('anonymity');
    await citizen.says('ẩn danh');
    expect(await filed(citizen)).toMatchObject({ category: 'other', description: citizen.typed(told) });
  });

  bothWays('a preamble of some length is kept before the story', async (citizen) => {
    const preamble = 'chào bạn, chuyện là tôi ở đây mấy chục năm rồi mà giờ mới thấy cảnh này nên muốn báo';
    await citizen.tells(preamble, 'ô nhiễm môi trường', STORY, 'ẩn danh');
    expect((await filed(citizen))?.description).toBe(citizen.typed(`${preamble}\n${STORY}`));
  });

  bothWays('a report that was sent is still looked up', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh');
    await filed(citizen);
    expect((await citizen.says('phản ánh của tôi tới đâu rồi')).text).toContain('XH-2026-000001');
  });

  bothWays('without a code it still is asked for', async (citizen) => {
    expect((await citizen.says('phản ánh của tôi gửi hôm qua tới đâu rồi')).ask).toBe('ticket_code');
    expect((await citizen.says('cho tôi phản ánh một vụ quá đáng')).ask).toBe('category');
  });
});

describe('a kind in few words is no story', () => {
  for (const [kind, category] of [
    ['bụi khói nhiều', 'air'],
    ['khai thác lậu', 'minerals'],
    ['chuyện đốt đồng đốt rác', 'open_burning'],
    ['nguồn nước bị ô nhiễm', 'water'],
    ['rác thải bỏ bậy', 'solid_waste'],
    ['bảo vệ rừng', 'wildlife_forest'],
  ] as const)
    bothWays(`“${kind}”`, async (citizen) => {
      expect((await citizen.says(kind)).ask).toBe('description');
      await citizen.tells('chuyện xảy ra sau nhà tôi, kéo dài mãi không dứt', 'phường Ba Đình, Hà Nội');
      await citizen.tells('bỏ qua', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({ lane: 'pollution', category });
    });

  for (const told of ['trại heo thối quá', 'Đường làng ngập rác'])
    bothWays(`“${told}” names who or what it is, and is one`, async (citizen) => {
      expect((await citizen.says(told)).ask).toBe('location');
    });
});

describe('a sigh is a foreword', () => {
  bothWays('and never the whole story', async (citizen) => {
    await citizen.says('cho tôi phản ánh');
    await citizen.says('về môi trường');
    expect((await citizen.says('Tôi chịu hết nổi rồi đấy!')).ask).toBe('description');
    await citizen.tells(STORY, 'ẩn danh');
    expect((await filed(citizen))?.description).toContain(citizen.typed(STORY));
  });

  bothWays('but nobody is asked a third time what happens', async (citizen) => {
    await citizen.tells('cho tôi phản ánh', 'về môi trường', 'Tôi chịu hết nổi rồi đấy!');
    expect((await citizen.says('Bực mình quá đi mất!')).ask).toBe('location');
  });

  bothWays('a question in between is no answer', async (citizen) => {
    await citizen.tells('cho tôi phản ánh', 'về môi trường', 'Tên tôi có bị lộ không?');
    expect((await citizen.says('Gửi xong thì bao lâu có kết quả?')).ask).toBe('description');
  });
});

describe('who digs beyond what is licensed', () => {
  const MINE = 'đào lấn ra ngoài mốc được cấp phép cả trăm mét, múc cả phần đồi chưa cho khai thác.';
  for (const told of [
    `Cháu ơi, Mỏ đá ở phường Ba Đình, Hà Nội ${MINE}`,
    'Ở phường Ba Đình, Hà Nội họ múc đất quá phép suốt mấy tháng nay',
    'Công ty lấn mốc mỏ sang đồi nhà tôi ở phường Ba Đình, Hà Nội',
  ])
    bothWays(`“${told}” asks for no licence`, async (citizen) => {
      let { ask } = await citizen.says(told);
      if (ask === 'time') ({ ask } = await citizen.says('bỏ qua'));
      expect(ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      expect(await filed(citizen)).toMatchObject({ lane: 'pollution', category: 'minerals' });
    });

  bothWays('in pieces, where the story is asked for', async (citizen) => {
    await citizen.tells('cho tôi phản ánh', 'về môi trường');
    const told = `Báo cáo đường dây nóng, mỏ đá ${MINE}`;
    expect((await citizen.says(told)).ask).toBe('location');
  });

  bothWays('the licence can still be asked for', async (citizen) => {
    expect((await citizen.says('xin giấy phép khai thác mỏ đá cần giấy tờ gì?')).ask).not.toBe('location');
    expect(citizen.tickets()).toHaveLength(0);
  });
});

describe('“1 chuyện” is “một chuyện”', () => {
  for (const words of ['cho em phản ánh 1 chuyện', 'mình cần phản ánh 1 vụ', 'em muốn phản ánh 1 chuyện'])
    bothWays(words, async (citizen) => {
      expect((await citizen.says(words)).ask).toBe('category');
    });
});

bothWays('what is urged behind a wish asks for no procedure', async (citizen) => {
  expect((await citizen.says('Tôi muốn phản ánh, lần này phải làm cho ra lẽ.')).ask).toBe('category');
});
