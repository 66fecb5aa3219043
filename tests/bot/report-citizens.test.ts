import { bothWays } from './both-ways';
import { STORY } from './dye-works';

/** What made-up citizens of the benchmark met. */

describe('a mere wish to report', () => {
  for (const wish of ['phản ánh', 'em muốn báo tin ạ', 'cho tôi phản ánh một việc', 'Tôi cần trình báo'])
    bothWays(`"${wish}" begins a report`, async (citizen) => {
      const { ask } = await citizen.says(wish);
      expect(['category', 'description']).toContain(ask);
    });

  bothWays('"tra cứu phản ánh" still asks for the code', async (citizen) => {
    expect((await citizen.says('tra cứu phản ánh')).ask).toBe('ticket_code');
  });
});

describe('a wish by somebody', () => {
  for (const wish of [
    'bác muốn báo một việc cháu ơi',
    'Tôi cần trình báo',
    'Chào bạn, tôi muốn phản ánh một chuyện',
    'muốn tố giác thì nhắn ở đây hả',
  ])
    bothWays(`"${wish}" tells neither what happened nor of what kind it is`, async (citizen) => {
      const { ask, options } = await citizen.says(wish);
      expect([ask, options?.length]).toEqual(['category', 3]);
    });
});

describe('asked whether to stay anonymous', () => {
  for (const words of [
    'thôi khỏi để lại tên',
    'đừng ghi tên tui',
    'không cần tên',
    'không để lại thông tin gì đâu',
    'khỏi ghi số',
    'để khuyết danh đi',
    'nặc danh',
    'không muốn lộ danh tính',
    'đừng cho ai biết tên tôi',
  ])
    bothWays(`"${words}": anonymous`, async (citizen) => {
      const summary = await citizen.tells(STORY, words);
      expect(summary.ask).toBe('confirm');
      await citizen.says('Đúng rồi');
      expect(citizen.tickets()[0]?.anonymous).toBe(true);
    });

  bothWays('"tôi để lại số": the number is asked for', async (citizen) => {
    expect((await citizen.tells(STORY, 'tôi để lại số')).ask).toBe('contact');
  });

  bothWays('name and number in a sentence are taken, and are no question about numbers', async (citizen) => {
    const summary = await citizen.tells(
      STORY,
      'để lại liên hệ',
      'dạ em tên Lò Thị Panh, số điện thoại 0912345678 ạ',
    );
    expect(summary.ask).toBe('confirm');
    expect(summary.text).toContain('P•• · ••• ••• 678');
  });
});

bothWays('a name that sounds like "khỏi" or "đừng" withholds nothing', async (citizen) => {
  const summary = await citizen.tells(STORY, 'để lại liên hệ', 'tên Võ Minh Khôi, số 0325 946 775');
  expect(summary.text).toContain('775');
  await citizen.says('đúng rồi');
  expect(citizen.tickets()[0]?.anonymous).toBe(false);
});

bothWays('a slip of the finger at the name stops nothing', async (citizen) => {
  expect((await citizen.tells(STORY, 'thôi kỏhi để lại tên')).ask).not.toBeUndefined();
});

bothWays('in danger: who wants to be called back says so at the summary', async (citizen) => {
  const summary = await citizen.says('Kho hóa chất ở phường Ba Đình, Hà Nội đang cháy, nhiều người ngất xỉu');
  expect(summary.ask).toBe('confirm');
  expect((await citizen.says('để lại liên hệ')).ask).toBe('contact');
  const again = await citizen.says('Lò Thị Panh 0912345678');
  expect(again.ask).toBe('confirm');
  await citizen.says('đúng rồi');
  expect(citizen.tickets()[0]).toMatchObject({ anonymous: false, urgent: true });
  expect(citizen.tickets()[0]?.description).not.toContain('liên hệ');
});

describe('what a button says', () => {
  bothWays('"Loại khác" is a kind, and no wish to stop', async (citizen) => {
    await citizen.tells(
      'tôi muốn phản ánh ô nhiễm',
      'cả xóm tôi khổ sở quá rồi, nhờ các anh chị xuống xem giúp cho',
    );
    const kinds = await citizen.says('phường Ba Đình, Hà Nội');
    expect(kinds.ask).toBe('category');
    expect((await citizen.says('Loại khác')).ask).not.toBe('category');
    expect(citizen.state()?.bot['dialogs']).toMatchObject({ dialogStack: [{ id: 'report' }] });
  });
});

describe('a question that is left out', () => {
  for (const words of [
    'bỏ qua câu này đi',
    'không có thông tin',
    'cái đó thì tôi không nắm',
    'ko bít nữa',
    'cái này tui không rành',
    'tôi không rõ lắm',
    'chịu',
  ])
    bothWays(`"${words}" goes on to the next`, async (citizen) => {
      const time = await citizen.says(
        'xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải ra hồ, nổi bọt trắng xóa',
      );
      expect(time.ask).toBe('time');
      expect((await citizen.says(words)).ask).toBe('anonymity');
    });
});

bothWays('"làm tiếp" while a question is open asks it once more', async (citizen) => {
  await citizen.says(STORY);
  const { ask, text } = await citizen.says('nào tiếp tục');
  expect([ask, text.includes('chưa hiểu')]).toEqual(['anonymity', false]);
});

describe('later', () => {
  for (const words of [
    'giờ tôi bận, để lát nữa',
    'lát nữa tôi làm tiếp',
    'mai tôi nhắn tiếp nhé',
    'bận rồi, tối tôi nói tiếp',
    'đang lái xe, chút nữa nhé',
    'mai rảnh tôi nhắn lại',
    'để tí nữa đi',
  ])
    bothWays(`"${words}" keeps the draft`, async (citizen) => {
      await citizen.tells(STORY, words);
      const { ask } = await citizen.says('làm tiếp');
      expect(ask).toBe('anonymity');
      await citizen.tells('ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]?.description).toBe(citizen.typed(STORY));
    });
});

describe('more at the summary', () => {
  for (const words of [
    'à thêm nữa là trẻ con trong xóm ho suốt',
    'thêm là hôm trước cũng bị y vậy',
    'còn nữa, ban đêm nặng hơn ban ngày',
  ])
    bothWays(`"${words}" leaves what was told as it is`, async (citizen) => {
      const { text } = await citizen.tells(STORY, 'ẩn danh', words);
      expect(text).toContain('Tôi đã ghi thêm.');
      await citizen.says('đúng rồi');
      const [ticket] = citizen.tickets();
      expect(ticket?.description).toBe(`${citizen.typed(STORY)}\n${citizen.typed(words)}`);
      expect(ticket?.time?.text).toBe(citizen.typed('Tối qua'));
      expect(ticket?.location.communeCode).toBe('00004');
    });

  bothWays('a question about something else changes nothing', async (citizen) => {
    const summary = await citizen.tells(STORY, 'ẩn danh', 'không khí Hải Phòng hôm nay thế nào?');
    expect(summary.ask).toBe('confirm');
    await citizen.says('đúng rồi');
    const [ticket] = citizen.tickets();
    expect(ticket?.description).toBe(citizen.typed(STORY));
    expect(ticket?.location.communeCode).toBe('00004');
  });
});

describe('asked what happens', () => {
  for (const words of [
    'tên tôi có bị lộ không?',
    'làm ăn kiểu gì vậy',
    'giờ làm việc của bên mình là mấy giờ?',
    'gửi xong thì theo dõi ở đâu?',
  ])
    bothWays(`"${words}" is no story`, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường');
      expect((await citizen.says(words)).ask).toBe('description');
      const next = await citizen.says(STORY);
      expect(next.ask).toBe('anonymity');
      await citizen.tells('ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]?.description).toBe(citizen.typed(STORY));
    });
});

describe('asked when', () => {
  for (const words of ['từ ra Giêng', 'vụ này', 'bữa giờ', 'nhiều đêm', 'từ hè', 'hơn nửa năm'])
    bothWays(`"${words}" is taken, at the latest when it is said again`, async (citizen) => {
      let answer = await citizen.says(
        'xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải ra hồ, nổi bọt trắng xóa',
      );
      for (let tries = 0; answer.ask === 'time' && tries < 2; tries++) answer = await citizen.says(words);
      expect(answer.ask).toBe('anonymity');
      await citizen.tells('ẩn danh', 'đúng rồi');
      expect(citizen.tickets()[0]?.time?.text).toBeTruthy();
    });

  bothWays('a question with a day in it is no time', async (citizen) => {
    const time = await citizen.says(
      'xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải ra hồ, nổi bọt trắng xóa',
    );
    expect(time.ask).toBe('time');
    expect((await citizen.says('không khí Hà Nội hôm nay thế nào?')).ask).toBe('time');
  });
});

bothWays('what is told in between belongs to the story', async (citizen) => {
  await citizen.says('Mùi khét như nhựa cháy bốc ra suốt ở phường Ba Đình, Hà Nội, không biết từ đâu');
  await citizen.says('ngửi là nhức đầu, con nít khóc hoài');
  let { ask } = await citizen.says('bỏ qua');
  for (let tries = 0; ask !== 'confirm' && tries < 3; tries++) ask = (await citizen.says('ẩn danh')).ask;
  await citizen.says('đúng rồi');
  expect(citizen.tickets()[0]?.description).toContain(citizen.typed('ngửi là nhức đầu, con nít khóc hoài'));
});

bothWays('"không phải … mà là …" changes the time, whatever the new one sounds like', async (citizen) => {
  await citizen.tells(STORY, 'ẩn danh', 'không phải tối qua mà là lúc tụi nhỏ đi học về', 'đúng rồi');
  expect(citizen.tickets()[0]?.time?.text).toBe(citizen.typed('lúc tụi nhỏ đi học về'));
});

bothWays('a yes with a slip of the finger is a yes', async (citizen) => {
  await citizen.tells(STORY, 'ẩn danh', 'vâg, gửi giúp bác nhé');
  expect(citizen.tickets()).toHaveLength(1);
});

bothWays('a place alone puts nobody in danger', async (citizen) => {
  await citizen.says('Thùng rác công cộng đầy tràn ra vỉa hè mà xe rác không thấy tới');
  const { messages } = await citizen.says('Xã Đức Liễu, Huyện Bù Đăng, Bình Phước');
  expect(messages).toHaveLength(1);
});

bothWays('an island is a place', async (citizen) => {
  expect((await citizen.tells('Rác trôi dạt chất đống trên bãi biển đảo Phú Quốc từ tuần trước')).ask).toBe(
    'anonymity',
  );
});

describe('who reports is never part of the report', () => {
  const KILN = 'Khói ở phường Ba Đình, Hà Nội mù mịt tối qua, khét lẹt';

  bothWays('a name that sounds like a business is no source', async (citizen) => {
    await citizen.tells(
      KILN,
      'để lại liên hệ',
      'dạ em tên Lò Thị Panh, số điện thoại 0912345678 ạ',
      'đúng rồi',
    );
    expect(citizen.tickets()[0]?.anonymous).toBe(false);
    expect(JSON.stringify(citizen.tickets())).not.toMatch(/panh/i);
  });

  for (const words of [
    'tôi tên là Nguyễn Thị Bích Ngọc nhà ở cuối xóm',
    'Lò Thị Panh',
    'em là Lò Thị Panh ạ',
  ])
    bothWays(`a name alone ("${words}") is kept apart, and the number asked for`, async (citizen) => {
      expect((await citizen.tells(KILN, 'để lại liên hệ', words)).ask).toBe('contact');
      await citizen.tells('0912345678', 'đúng rồi');
      expect(JSON.stringify(citizen.tickets())).not.toMatch(/panh|ngọc|ngoc/i);
      expect(citizen.stored()).not.toMatch(/panh|ngọc/i);
    });

  bothWays('a name at the summary is kept apart', async (citizen) => {
    await citizen.tells(KILN, 'để lại liên hệ', '0912345678');
    const summary = await citizen.says('tên tôi là Lò Thị Panh');
    expect([summary.ask, summary.text.includes('P•• · ••• ••• 678')]).toEqual(['confirm', true]);
    await citizen.says('đúng rồi');
    expect(citizen.stored()).not.toMatch(/panh/i);
  });

  bothWays('another number at the summary is no question about papers', async (citizen) => {
    await citizen.tells(KILN, 'để lại liên hệ', '0912345678');
    const summary = await citizen.says('đổi số khác nhé +84901777997');
    expect(summary.text).toContain('••• ••• 997');
  });
});

bothWays('"X chứ không phải Y": X, however long Y is', async (citizen) => {
  await citizen.tells(
    STORY,
    'ẩn danh',
    'sửa giúp tôi: phường Hồng Hà, Hà Nội chứ không phải hẻm 45/3, phường Ba Đình, Hà Nội',
    'đúng rồi',
  );
  expect(citizen.tickets()[0]?.location.communeCode).toBe('00097');
});

bothWays('"X, không phải Y": X; and the kind stays', async (citizen) => {
  await citizen.tells(
    STORY,
    'ẩn danh',
    'chỗ xảy ra là phường Hồng Hà, Hà Nội, không phải hẻm 45/3, phường Ba Đình, Hà Nội',
    'đúng rồi',
  );
  expect(citizen.tickets()[0]).toMatchObject({ category: 'water', location: { communeCode: '00097' } });
});

for (const words of [
  'địa chỉ đúng là phường Hồng Hà, Hà Nội',
  'không, ở phường Hồng Hà, Hà Nội',
  'chỗ xảy ra là phường Hồng Hà, Hà Nội nha',
])
  bothWays(`"${words}" puts the place right, whatever is asked`, async (citizen) => {
    expect((await citizen.tells(STORY, words)).ask).toBe('anonymity');
    await citizen.tells('ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.location.communeCode).toBe('00097');
  });

bothWays('what stands against a time is no place', async (citizen) => {
  await citizen.tells(STORY, 'ẩn danh', 'không phải tối qua mà là hai tháng', 'đúng rồi');
  expect(citizen.tickets()[0]).toMatchObject({
    location: { communeCode: '00004' },
    time: { text: citizen.typed('hai tháng') },
  });
});

bothWays('a street of a king is not Huế', async (citizen) => {
  await citizen.tells(
    'Rác đổ đống ở 27 Nguyễn Huệ, phường Đồng Sơn, Quảng Trị từ tuần trước',
    'ẩn danh',
    'đúng rồi',
  );
  expect(citizen.tickets()[0]?.location.communeCode).toBe('18871');
});

bothWays('a name in capitals is a name', async (citizen) => {
  const summary = await citizen.tells(STORY, 'để lại liên hệ', '0968 758 456, PHẠM THU HÀ NHA');
  expect(summary.text).toContain('P•• T•• H•• · ••• ••• 456');
});

bothWays('asked where, the story that goes on is no place', async (citizen) => {
  const { ask } = await citizen.tells(
    'Xưởng nhuộm xả nước thải đỏ ngầu ra mương tối qua',
    'khói vàng khè bay vào khu dân cư, khét lẹt không ai chịu nổi',
  );
  expect(ask).toBe('location');
  await citizen.tells('phường Ba Đình, Hà Nội', 'ẩn danh', 'đúng rồi');
  const [ticket] = citizen.tickets();
  expect(ticket?.description).toContain('bay v');
  expect(ticket?.location.text).not.toContain('bay');
});

describe('a word that only seems to stop the report', () => {
  bothWays('loses nothing: "làm tiếp" goes on where it was', async (citizen) => {
    const { text } = await citizen.tells(STORY, 'thôi tôi đổi ý rồi, không gửi nữa');
    expect(text).toContain('làm tiếp');
    expect((await citizen.says('làm tiếp')).ask).toBe('anonymity');
    await citizen.tells('ẩn danh', 'đúng rồi');
    expect(citizen.tickets()).toHaveLength(1);
  });

  bothWays('files nothing, and is forgotten within the hour', async (citizen) => {
    await citizen.tells(STORY, 'thôi tôi đổi ý rồi, không gửi nữa');
    citizen.leavesFor(2);
    expect((await citizen.says('làm tiếp')).text).not.toContain('Hồng Hà');
    expect((await citizen.says('tôi muốn phản ánh')).ask).toBe('category');
    expect(citizen.tickets()).toHaveLength(0);
  });
});

for (const words of ['chị Loan, 0917269995', 'cạnh cây xăng đầu dốc', 'ngày 15 vừa rồi'])
  bothWays(`"${words}" alarms nobody`, async (citizen) => {
    await citizen.says('Thùng rác công cộng đầy tràn ra vỉa hè mà xe rác không thấy tới');
    const { messages } = await citizen.says(words);
    expect(messages).toHaveLength(1);
  });

bothWays('asked what to change, a yes files nothing yet', async (citizen) => {
  const { ask } = await citizen.tells(STORY, 'ẩn danh', 'Sửa lại', 'đúng rồi');
  expect([ask, citizen.tickets().length]).toEqual(['confirm', 0]);
  await citizen.says('đúng rồi');
  expect(citizen.tickets()).toHaveLength(1);
});

bothWays('what is no word is no yes', async (citizen) => {
  await citizen.tells(STORY, 'ẩn danh', '㐀');
  expect(citizen.tickets()).toHaveLength(0);
});
