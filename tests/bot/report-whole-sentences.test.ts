import { fold } from '../../nlp/fold';
import { hoa } from '../town/people';
import { bothWays, filed } from './both-ways';
import { talk } from './talk';

/** Who speaks in whole, polite sentences. */
const MATTER = 'Kho phế liệu đốt dây điện khét lẹt ở phường Ba Đình, Hà Nội';
const STORY = `${MATTER} từ hôm qua.`;
const WIRES = 'Họ đốt dây điện khét lẹt cả xóm';

describe('name and number', () => {
  for (const [said, name] of [
    [['Họ tên em là Lò Thị Mai ạ.', 'Số em đang dùng là 0912 345 678 nhé.'], 'Lò Thị Mai'],
    [['Dạ cứ gọi em là Minh Châu ạ, số em là 0912345678, gọi hay nhắn Zalo đều được hết ạ.'], 'Minh Châu'],
    [['Dạ cứ gọi em là Sùng A Dơ ạ, số em là 0912345678.'], 'Sùng A Dơ'],
    [['Dạ Hạnh, 091-234-5678 ạ, có kết quả anh chị báo em với.'], 'Hạnh'],
    [['Tôi tên đầy đủ là Trần Văn Bình, số đang dùng là 0912345678.'], 'Trần Văn Bình'],
    [['Số máy của tôi hiện tại là 0912345678.'], undefined],
    [['Anh chị liên lạc qua số này giúp em: 0912345678'], undefined],
    [['Dạ số em vẫn dùng lâu nay là 0912345678, có cả Zalo ạ'], undefined],
  ] as const)
    bothWays(`"${said.join(' / ')}": ${name ?? 'no name'}`, async (citizen) => {
      await citizen.tells(STORY, 'Để lại liên hệ');
      const summary = await citizen.tells(...said);
      expect(summary.ask).toBe('confirm');
      const known = citizen.log.known.get(hoa.conversation);
      expect(known?.phone).toBe(hoa.e164);
      expect(fold(known?.name ?? '')).toBe(fold(name ?? ''));
    });

  bothWays('"Họ tên em là Minh Châu ạ" where it is asked whether they leave one', async (citizen) => {
    await citizen.says(STORY);
    expect((await citizen.says('Họ tên em là Minh Châu ạ.')).ask).toBe('contact');
    await citizen.says('Số em đang dùng là 0912 345 678 nhé.');
    expect(fold(citizen.log.known.get(hoa.conversation)?.name ?? '')).toBe('minh chau');
  });

  bothWays('in danger: to the summary, and no time', async (citizen) => {
    await citizen.says(
      'Kho lạnh đang rò khí amoniac, công nhân ngất mấy người rồi, cứu với! Ở phường Ba Đình, Hà Nội',
    );
    const { ask, text } = await citizen.says(
      'Dạ cứ gọi em là Minh Châu ạ, số em là 0912345678, gọi hay nhắn Zalo đều được hết ạ.',
    );
    expect(ask).toBe('confirm');
    expect(text).not.toContain('Thời gian');
    expect(await filed(citizen)).toMatchObject({ urgent: true, anonymous: false, time: null });
  });

  it('signed in a story, of words that lead to names as well', async () => {
    const { says, log } = talk();
    await says(`${STORY} Cần thêm thông tin thì anh chị gọi em Minh Châu, số 0912345678 nhé.`);
    expect(log.known.get(hoa.conversation)).toMatchObject({ name: 'Minh Châu', phone: hoa.e164 });
  });

  bothWays('who is in a hurry names nobody', async (citizen) => {
    await citizen.tells(STORY, 'Để lại liên hệ');
    await citizen.says('Dạ không biết ạ, em đang vội.');
    await citizen.says('0912345678');
    expect(citizen.log.known.get(hoa.conversation)?.name).toBeUndefined();
  });
});

describe('a yes on condition that it is kept secret files the report, and name and number stay', () => {
  for (const yes of [
    'Nếu không lộ thông tin của tôi thì đúng rồi, gửi đi.',
    'Đúng rồi, nhớ giữ kín giúp tôi',
    'Ok gửi đi, đừng để lộ tên tôi nhé',
    'Vâng đúng, chỉ cần giữ bí mật cho em là được ạ',
    'Chính xác rồi, miễn sao không ai biết tôi báo là được',
    'Dạ đúng rồi ạ, em chỉ mong thông tin của em được giữ kín',
  ])
    bothWays(yes, async (citizen) => {
      await citizen.tells(STORY, 'Để lại liên hệ', 'Minh Châu 0912345678');
      const answer = await citizen.says(yes);
      expect(answer.text).toContain('cất riêng');
      expect(answer.text).not.toContain('hiện đã hết');
      expect(citizen.tickets()[0]?.anonymous).toBe(false);
    });

  bothWays('who left none hears nothing of it', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh');
    const answer = await citizen.says('Nếu không lộ thông tin của tôi thì đúng rồi, gửi đi.');
    expect(answer.text).not.toContain('cất riêng');
    expect(citizen.tickets()[0]?.anonymous).toBe(true);
  });

  for (const [said, ask] of [
    ['Đúng rồi nhưng giấu tên tôi nhé', 'confirm'],
    ['Mình đổi ý, bạn giấu tên và số điện thoại của mình đi nhé', 'confirm'],
    ['Chưa đúng, giữ kín giúp tôi', 'choice'],
    ['Thông tin của tôi có bị lộ không?', 'confirm'],
    ['Nếu lộ thông tin thì đừng gửi', 'confirm'],
  ] as const)
    bothWays(`"${said}" is none`, async (citizen) => {
      await citizen.tells(STORY, 'Để lại liên hệ', 'Minh Châu 0912345678');
      expect((await citizen.says(said)).ask).toBe(ask);
      expect(citizen.tickets()).toHaveLength(0);
    });
});

describe('when', () => {
  for (const [said, time] of [
    ['Dạ để em nhớ lại xem, từ đầu mùa gió bấc ạ.', 'từ đầu mùa gió bấc'],
    ['Tình trạng này xảy ra từ sau vụ mùa nhé.', 'từ sau vụ mùa'],
    [
      'Em nhớ không nhầm thì từ hồi họ mới dọn về ạ. Tôi không có ảnh, chỉ kể lại thôi.',
      'từ hồi họ mới dọn về',
    ],
    ['Dạ tầm lúc gà lên chuồng ạ, còn hình thì em không có', 'tầm lúc gà lên chuồng'],
    ['Em không nhớ rõ lắm nhưng hình như từ sau lễ hội ạ', 'từ sau lễ hội'],
    ['Thời gian thì từ dạo có máy mới ạ', 'từ dạo có máy mới'],
  ] as const)
    bothWays(`"${said}"`, async (citizen) => {
      expect((await citizen.says(MATTER)).ask).toBe('time');
      expect((await citizen.says(said)).ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.time?.text).toBe(citizen.typed(time));
      expect(ticket?.description).toBe(citizen.typed(MATTER));
    });

  bothWays('the day that is answered counts, not how many times it was', async (citizen) => {
    await citizen.says(
      'Cán bộ đo đạc hẹn xuống nhà em ba lần rồi đòi tiền bồi dưỡng mới chịu ký biên bản, em không đưa thì họ bỏ về luôn ạ.',
    );
    await citizen.tells('Tại phường Ba Đình, Hà Nội nhé, hôm thứ tư ạ.', 'tổ đo đạc', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('hôm thứ tư'));
  });
});

bothWays('“liên tục” of the story yields to what is told of when', async (citizen) => {
  await citizen.tells(
    'Xưởng nghiền đá phun bụi trắng xóa cả con đường liên tục',
    'Chỗ đó là phường Ba Đình, Hà Nội, còn thời gian thì gần một tháng nay ạ.',
    'ẩn danh',
  );
  expect((await filed(citizen))?.time).toMatchObject({
    text: citizen.typed('gần một tháng nay'),
    recurring: true,
  });
});

bothWays('“theo tôi biết thì …” tells of the matter, and asks for no procedure', async (citizen) => {
  const piece = 'Theo tôi biết thì chỗ này chưa hề được cấp phép khai thác.';
  await citizen.says('Người ta đưa máy xúc lên múc đất ở quả đồi rồi chở đi bán');
  expect((await citizen.says(piece)).ask).toBe('location');
  await citizen.tells('phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh');
  expect((await filed(citizen))?.description).toContain(citizen.typed(piece));
});

describe('where and when in one answer', () => {
  for (const [said, where, when] of [
    ['Dạ ở sau chợ cũ ạ, chuyện xảy ra hôm thứ tư.', 'sau chợ cũ', 'hôm thứ tư'],
    ['Tại gần trạm y tế nhé, hai hôm trước ạ.', 'gần trạm y tế', 'hai hôm trước'],
    [
      'Chỗ đó là bãi đất trống cạnh trường học, còn thời gian thì từ sau vụ mùa ạ',
      'bãi đất trống cạnh trường học',
      'từ sau vụ mùa',
    ],
  ] as const)
    bothWays(`"${said}"`, async (citizen) => {
      await citizen.tells(WIRES, said, 'phường Ba Đình, Hà Nội', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(fold(ticket?.location.text ?? '')).toMatch(new RegExp(`^${fold(where)}, (?:phuong )?ba dinh`));
      expect(ticket?.time?.text).toBe(citizen.typed(when));
    });
});

describe('worry is no danger', () => {
  for (const said of [
    'Vựa phế liệu đập bình ắc quy lấy chì ở phường Ba Đình, Hà Nội. Mình có con nhỏ nên lo nhiễm độc lắm.',
    'Bà con đốt rơm rạ ngoài đồng khói mù mịt tràn vào khu dân cư, cụ già với em bé trong nhà tôi ho sặc sụa.',
    'Xưởng sơn ở phường Ba Đình xịt sơn mùi hắc, cả nhà tôi nhức đầu, tôi rất lo các cháu bị nhiễm độc',
  ])
    bothWays(said, async (citizen) => {
      expect((await citizen.says(said)).text).not.toContain('114');
    });

  for (const said of [
    'Tôi lo lắm, nhà bên cháy lớn rồi, có người mắc kẹt',
    'Kho lạnh rò khí amoniac, công nhân ho sặc sụa, ngất mấy người rồi',
  ])
    bothWays(`but "${said}"`, async (citizen) => {
      expect((await citizen.says(said)).text).toContain('114');
    });
});

describe('who did it', () => {
  for (const [said, source] of [
    ['Thủ phạm theo tôi là mấy người bán chim ở chợ.', 'mấy người bán chim ở chợ'],
    ['Theo như hàng xóm nói thì là do chủ vựa ve chai ạ.', 'chủ vựa ve chai'],
    ['Em biết chắc là chủ vựa ve chai chứ không ai khác ạ.', 'chủ vựa ve chai'],
    ['Người gây ra là ông Bảy đầu hẻm.', 'ông Bảy đầu hẻm'],
  ] as const)
    bothWays(`"${said}" in the story`, async (citizen) => {
      await citizen.tells(`${WIRES} ở phường Ba Đình, Hà Nội từ hôm qua. ${said}`, 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.source).toBe(citizen.typed(source));
      expect(ticket?.description).toContain(citizen.typed(said));
    });

  bothWays('a needle is no shop', async (citizen) => {
    await citizen.tells(
      'Phòng khám tư bỏ kim tiêm với bông băng dính máu lẫn vào thùng rác chung ở phường Ba Đình, Hà Nội hôm qua',
      'ẩn danh',
    );
    expect((await filed(citizen))?.source ?? '').not.toMatch(/ti[eê]m/);
  });
});
