import { bothWays, speaker } from './both-ways';
import { STORY } from './dye-works';

/** What ordinary made-up citizens of the benchmark met. */
const DUST = 'Xưởng gỗ ở phường Ba Đình, Hà Nội bụi mùn cưa bay mù mịt từ đầu tháng';

describe('another kind than the story tells', () => {
  for (const [words, kind] of [
    ['loại là ồn ào', 'noise'],
    ['Sai loại rồi, tiếng ồn mới đúng', 'noise'],
    ['sửa loại thành rác thải', 'solid_waste'],
    ['đổi loại sang mùi hôi nhé', 'odor'],
    ['chọn lại loại: chất thải nguy hại', 'hazardous_waste'],
    ['phải là ô nhiễm nước', 'water'],
    ['danh mục đúng là rác thải', 'solid_waste'],
    ['sai thể loại, là tiếng ồn', 'noise'],
    ['không phải khói bụi mà là tiếng ồn', 'noise'],
    ['Tiếng ồn', 'noise'],
  ] as const)
    bothWays(`"${words}" at the summary: ${kind}`, async (citizen) => {
      const summary = await citizen.tells(DUST, 'ẩn danh', words);
      expect(summary.ask).toBe('confirm');
      await citizen.says('đúng rồi');
      expect(citizen.tickets()[0]).toMatchObject({ lane: 'pollution', category: kind });
    });

  bothWays('another lane as well', async (citizen) => {
    await citizen.tells(DUST, 'ẩn danh', 'sai loại rồi, phải là vi phạm đất đai', 'đúng');
    expect(citizen.tickets()[0]).toMatchObject({ lane: 'land', category: null });
  });

  bothWays('before the summary it must be said that it is about the kind', async (citizen) => {
    const { ask } = await citizen.tells(DUST, 'sửa loại thành tiếng ồn');
    expect(ask).toBe('anonymity');
    await citizen.tells('ẩn danh', 'đúng');
    expect(citizen.tickets()[0]?.category).toBe('noise');
  });

  bothWays('"Loại", and then "ô nhiễm": which kind is asked', async (citizen) => {
    await citizen.tells(
      'tôi muốn phản ánh',
      'ô nhiễm',
      'xưởng gỗ bụi mùn cưa bay mù mịt',
      'phường Ba Đình, Hà Nội',
    );
    await citizen.tells('ẩn danh', 'Sửa lại', 'Loại');
    const which = await citizen.says('ô nhiễm môi trường');
    expect([which.ask, which.options?.length]).toEqual(['category', 10]);
    await citizen.tells('tiếng ồn', 'đúng');
    expect(citizen.tickets()[0]?.category).toBe('noise');
  });

  bothWays('"có mùi hôi nữa" adds to the story', async (citizen) => {
    await citizen.tells(DUST, 'ẩn danh', 'có cả mùi hôi khó chịu nữa', 'đúng');
    expect(citizen.tickets()[0]?.category).toBe('air');
  });
});

describe('a part that is to be changed', () => {
  for (const [words, ask] of [
    ['cho tôi sửa loại', 'category'],
    ['tôi muốn sửa địa điểm', 'location'],
    ['em muốn đổi thời gian ạ', 'time'],
    ['cho tôi sửa lại nhé', 'choice'],
    ['tôi muốn chỉnh sửa', 'choice'],
  ] as const)
    bothWays(`"${words}"`, async (citizen) => {
      expect((await citizen.tells(DUST, 'ẩn danh', words)).ask).toBe(ask);
    });

  for (const [words, source] of [
    ['nguồn gây ra là công ty Hòa Phát', 'công ty Hòa Phát'],
    ['sửa nguồn gây ra: xưởng gỗ Minh Long', 'xưởng gỗ Minh Long'],
  ] as const)
    bothWays(`"${words}"`, async (citizen) => {
      await citizen.tells(DUST, 'ẩn danh', words, 'đúng');
      expect(citizen.tickets()[0]?.source).toBe(citizen.typed(source));
    });
});

describe('more of the story at the summary', () => {
  for (const words of [
    'Tôi nói thêm: việc này đã báo xã nhưng chưa ai xử lý.',
    'Tường bếp nhà tôi nứt một đường dài hơn một mét.',
    'Có hai máy xúc màu vàng làm liên tục.',
    'Họ làm cả ban đêm cho kịp.',
    'Bổ sung thêm là bà con đã góp ý nhiều lần.',
  ])
    bothWays(`"${words}" is kept, and changes nothing else`, async (citizen) => {
      await citizen.tells(DUST, 'ẩn danh', words, 'đúng');
      const [ticket] = citizen.tickets();
      expect(ticket?.description).toContain(citizen.typed(words));
      expect(ticket).toMatchObject({ category: 'air', time: { text: citizen.typed('từ đầu tháng') } });
    });
});

describe('from the beginning', () => {
  for (const words of [
    'cho tôi khai lại từ đầu',
    'tôi muốn làm lại từ đầu',
    'tôi muốn bắt đầu lại',
    'kể lại từ đầu nhé',
    'tôi khai sai hết rồi, làm lại từ đầu',
  ])
    bothWays(`"${words}": what was told is forgotten, and asked for`, async (citizen) => {
      expect((await citizen.tells(STORY, 'ẩn danh', words)).ask).toBe('category');
      await citizen.tells('ô nhiễm', 'quán nhậu mở loa ầm ĩ', 'phường Hoàn Kiếm, Hà Nội', 'ẩn danh', 'đúng');
      const [ticket, ...more] = citizen.tickets();
      expect(more).toEqual([]);
      expect(ticket?.description).toBe(citizen.typed('quán nhậu mở loa ầm ĩ'));
      expect(ticket?.location.communeCode).toBe('00070');
    });
});

describe('what is put right beside another question', () => {
  for (const words of [
    'sai địa điểm, ở phường Hoàn Kiếm, Hà Nội',
    'nhầm chỗ rồi, ở phường Hoàn Kiếm, Hà Nội',
    'sai địa chỉ, phường Hoàn Kiếm, Hà Nội mới đúng',
    'Vị trí phải là phường Hoàn Kiếm, Hà Nội',
    'sửa nơi xảy ra: phường Hoàn Kiếm, Hà Nội',
    'địa chỉ đúng: phường Hoàn Kiếm, Hà Nội',
  ])
    bothWays(`"${words}" while the anonymity is asked for`, async (citizen) => {
      expect((await citizen.tells(STORY, words)).ask).toBe('anonymity');
      await citizen.tells('ẩn danh', 'đúng');
      expect(citizen.tickets()[0]?.location.communeCode).toBe('00070');
    });
});

describe('how they report', () => {
  for (const words of [
    'liên hệ với tôi được',
    'gọi cho tôi nhé',
    'có để lại liên hệ',
    'muốn được liên hệ lại',
    'cán bộ gọi lại cho tôi nhé',
  ])
    bothWays(`"${words}": the number is asked for, and nobody is called`, async (citizen) => {
      const { ask, handoff } = await citizen.tells(STORY, words);
      expect([ask, handoff]).toEqual(['contact', undefined]);
    });

  for (const [name, masked] of [
    ['Phan Thanh Tâm', 'P•• T•• T•• · ••• ••• 678'],
    ['bác Ba', 'B•• · ••• ••• 678'],
  ] as const)
    it(`"${name}" where it is asked for is no anger, and stays when the number comes`, async () => {
      const citizen = speaker((text) => text);
      expect((await citizen.tells(STORY, name)).ask).toBe('contact');
      expect((await citizen.says('số 0912345678')).text).toContain(masked);
    });

  for (const [contact, masked] of [
    ['Họ tên: Lê Văn Tám. SĐT: 0912345678', 'L•• V•• T•• · ••• ••• 678'],
    ['liên hệ ma thị sen 0912345678', 'M•• T•• S•• · ••• ••• 678'],
    ['lý a sáng - 0912345678', 'L•• A•• S•• · ••• ••• 678'],
  ] as const)
    bothWays(`"${contact}" is name and number`, async (citizen) => {
      expect((await citizen.tells(STORY, 'để lại liên hệ', contact)).text).toContain(masked);
    });

  it('"Danh" is a family of the Khmer', async () => {
    const citizen = speaker((text) => text);
    const summary = await citizen.tells(STORY, 'để lại liên hệ', 'Họ tên: Danh Rết. SĐT: 0912345678');
    expect(summary.text).toContain('D•• R•• · ••• ••• 678');
  });

  bothWays('in danger a name that sounds like a no is a name', async (citizen) => {
    await citizen.says('Kho hóa chất ở phường Ba Đình, Hà Nội đang cháy, nhiều người ngất xỉu');
    expect((await citizen.says('Hồ Thị Nở')).ask).toBe('contact');
    expect((await citizen.says('số 0912345678')).text).toContain(' · ••• ••• 678');
  });

  bothWays('a name of the mountains in small letters, then the number', async (citizen) => {
    const summary = await citizen.tells(STORY, 'để lại liên hệ', 'giàng a páo', '0912345678');
    expect(summary.text).toContain('G•• A•• P•• · ••• ••• 678');
  });

  bothWays(
    'a number beside a name that is a day as well, after a question about the air',
    async (citizen) => {
      await citizen.tells(STORY, 'không khí Hà Nội hôm nay thế nào?');
      expect((await citizen.says('0989724520 Mai')).ask).toBe('confirm');
    },
  );
});

bothWays('"tôi có phải ký tên vào đâu không?" asks about the report, and is no story', async (citizen) => {
  const { ask, text } = await citizen.tells(
    'tôi muốn phản ánh',
    'cán bộ',
    'Tôi có phải ký tên vào đâu không?',
  );
  expect(ask).toBe('description');
  expect(text).toContain('Không cần giấy tờ');
});

describe('they stop for now', () => {
  for (const words of ['tôi sẽ quay lại sau', 'lát nữa quay lại', 'mai tôi làm tiếp'])
    bothWays(`"${words}": the draft is kept and offered`, async (citizen) => {
      expect((await citizen.tells(STORY, words)).ask).toBeUndefined();
      expect((await citizen.says('xin chào')).options).toContain('Làm tiếp');
    });

  for (const words of ['hủy yêu cầu', 'tôi không cần nữa', 'kết thúc ở đây', 'hủy đơn giúp tôi'])
    bothWays(`"${words}": nothing is asked on, nothing filed`, async (citizen) => {
      expect((await citizen.tells(STORY, words)).ask).toBeUndefined();
      expect(citizen.tickets()).toEqual([]);
    });

  it('"dừng tại đây" stops; without its accents it may be a place that is right', async () => {
    const citizen = speaker((text) => text);
    expect((await citizen.tells(STORY, 'dừng tại đây')).ask).toBeUndefined();
  });
});

describe('anger while the time is asked for', () => {
  for (const words of [
    'Phản ánh mấy lần rồi mà có ai giải quyết đâu',
    'gọi mấy lần rồi mà chẳng ai giải quyết',
    'nói mãi mà không ai xử lý',
  ])
    bothWays(`"${words}" tells no time`, async (citizen) => {
      const { ask } = await citizen.tells('xưởng gỗ ở phường Ba Đình, Hà Nội bụi mùn cưa bay mù mịt', words);
      expect(ask).toBe('time');
    });
});

describe('yes in two parts', () => {
  for (const words of ['đúng, gửi giúp tôi nhé', 'đúng, gửi đi', 'ok, gửi luôn giúp mình'])
    bothWays(`"${words}"`, async (citizen) => {
      await citizen.tells(STORY, 'ẩn danh', words);
      expect(citizen.tickets()).toHaveLength(1);
    });

  bothWays('"đừng gửi" is none', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'đừng gửi');
    expect(citizen.tickets()).toEqual([]);
  });
});

describe('a story in pieces', () => {
  bothWays('the first piece is kept, though it sounds like a question after a dossier', async (citizen) => {
    const first = 'Tôi nộp hồ sơ tách thửa ở xã Chí Minh, Hưng Yên,';
    await citizen.tells(first, 'cán bộ một cửa bắt đi lại nhiều lần, đòi phong bì mới nhận');
    await citizen.tells('xã Chí Minh, Hưng Yên', 'ẩn danh', 'đúng');
    expect(citizen.tickets()[0]?.description).toContain(citizen.typed(first));
  });
});

describe('anonymous or not', () => {
  for (const words of ['không, ẩn danh', 'Không. Cho tôi ẩn danh nhé', 'dạ không, giấu tên giúp em'])
    bothWays(`"${words}" is anonymous`, async (citizen) => {
      expect((await citizen.tells(STORY, words)).ask).toBe('confirm');
      await citizen.says('đúng rồi');
      expect(citizen.tickets()[0]).toMatchObject({ anonymous: true });
    });

  for (const words of ['không ẩn danh', 'không cần ẩn danh đâu'])
    bothWays(`"${words}" leaves a contact`, async (citizen) => {
      expect((await citizen.tells(STORY, words)).ask).toBe('contact');
    });
});
