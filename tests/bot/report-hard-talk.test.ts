import { withoutAccents } from '../../hotline/letters';
import { bothWays, filed, type Speaker, speaker } from './both-ways';
import { STORY } from './dye-works';

/** What people did in conversations that go anything but straight. */

const PLACE = 'phường Ba Đình, Hà Nội';
const SMELL = `Xưởng gỗ ở ${PLACE} gây mùi sơn nồng nặc từ hôm qua`;

const atSummary = (citizen: Speaker) => citizen.tells(SMELL, 'ẩn danh');

describe('begins anew', () => {
  for (const words of [
    'xóa hết đi, làm lại',
    'nhập sai hết rồi, bắt đầu lại',
    'tôi nói lộn hết rồi, làm lại từ đầu',
    'lung tung quá, bắt đầu lại giùm tui',
    'rối quá, bắt đầu lại',
  ])
    bothWays(`"${words}"`, async (citizen) => {
      await citizen.says(SMELL);
      expect((await citizen.says(words)).ask).toBe('category');
    });

  bothWays('what is wrong of one part is no wish to begin anew', async (citizen) => {
    await atSummary(citizen);
    expect((await citizen.says('sai địa chỉ rồi, nhập lại')).ask).not.toBe('category');
  });
});

describe('stops', () => {
  for (const words of [
    'tôi đổi ý rồi, không phản ánh nữa',
    'đừng gửi nữa, tôi sợ lắm',
    'nghĩ lại rồi, không dám báo nữa đâu',
    'tôi không muốn làm lớn chuyện, hủy giùm',
  ])
    bothWays(`"${words}"`, async (citizen) => {
      await citizen.says(SMELL);
      expect((await citizen.says(words)).ask).toBeUndefined();
      expect(citizen.tickets()).toHaveLength(0);
    });
});

describe('goes away for a while', () => {
  for (const words of ['tối về tôi khai tiếp', 'chiều em điền tiếp nhé'])
    bothWays(`"${words}"`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(words)).ask).toBeUndefined();
      expect((await citizen.says('làm tiếp')).ask).toBe('confirm');
    });
});

describe('who they are', () => {
  for (const words of [
    'tôi không sợ, ghi tên tôi vô',
    'không sợ gì hết, cứ để tên tôi',
    'cho số điện thoại luôn',
  ])
    bothWays(`"${words}" leaves a contact`, async (citizen) => {
      expect((await citizen.tells(SMELL, words)).ask).toBe('contact');
    });

  bothWays('"khỏi cần biết tôi là ai": anonymous', async (citizen) => {
    await citizen.tells(SMELL, 'khỏi cần biết tôi là ai');
    expect((await filed(citizen))?.anonymous).toBe(true);
  });

  for (const [words, initials] of [
    ['0912345678 anh Dũng', 'D••'],
    ['ông Tư Hậu, sđt 0912345678', 'T•• H••'],
    ['0912345678 bác lợi', 'L••'],
    ['gọi 0912345678 gặp ông Tư Hậu', 'T•• H••'],
    ['tôi cô Bích đây, 0912345678', 'B••'],
    ['tôi bác bích đây, 0912345678', 'B••'],
  ] as const)
    it(`"${words}" has a name, with and without accents`, async () => {
      for (const typed of [(text: string) => text, withoutAccents])
        expect((await speaker(typed).tells(SMELL, words)).text).toContain(`${initials} · `);
    });

  for (const [words, initials] of [
    ['Tăng Gia Hân', 'T•• G•• H••'],
    ['Phan Như Ý', 'P•• N•• Ý••'],
    ['anh Dũng', 'D••'],
    ['Tô Như Quỳnh', 'T•• N•• Q••'],
  ] as const)
    it(`"${words}" behind a number is its name, whatever it sounds like`, async () => {
      for (const typed of [(text: string) => text, withoutAccents])
        expect((await speaker(typed).tells(SMELL, '0912345678', words)).text).toContain(
          `${typed(initials)} · `,
        );
    });

  bothWays('a name in small letters that was asked for', async (citizen) => {
    const summary = await citizen.tells(SMELL, 'để lại liên hệ', 'sơn thị sa rết', '0912345678');
    expect(summary.text).toContain('S•• T•• S•• R•• · ');
    expect(
      (await speaker((text) => text).tells(SMELL, 'để lại liên hệ', 'bà sáu', '0912345678')).text,
    ).toContain('S•• · ');
  });

  it('"Chính Xác" behind a number is a yes', async () => {
    const citizen = speaker((text) => text);
    await citizen.tells(SMELL, '0912345678', 'Chính Xác');
    expect(citizen.tickets()).toHaveLength(1);
  });
});

describe('put right', () => {
  bothWays('"hồi nãy tôi ghi nhầm" tells no other time', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('địa điểm phường Tây Hồ, Hà Nội nha, hồi nãy tôi ghi nhầm');
    const ticket = await filed(citizen);
    expect([ticket?.location.communeCode, ticket?.time?.text]).toEqual([
      '00103',
      citizen.typed('từ hôm qua'),
    ]);
  });

  bothWays('"chứ không phải một lần" takes nothing back', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('Đêm nào cũng xả chứ không phải một lần.');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('từ hôm qua'));
  });

  bothWays('"thời gian: …" tells it anew, whatever is asked', async (citizen) => {
    await citizen.tells(SMELL, 'thời gian: suốt hai tháng', 'ẩn danh');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('suốt hai tháng'));
  });

  bothWays('"nói lộn địa chỉ, phải là …" is no question', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('tôi nói lộn địa chỉ, phải là xã Minh Đài, tỉnh Phú Thọ');
    expect((await filed(citizen))?.location.communeCode).toBe('08593');
  });

  for (const [words, category] of [
    ['cái này là xả rác chứ', 'solid_waste'],
    ['cái này là khói bụi chứ', 'air'],
    ['xếp vào tiếng ồn giùm tôi', 'noise'],
  ] as const)
    bothWays(`"${words}" is of another kind`, async (citizen) => {
      await atSummary(citizen);
      await citizen.says(words);
      expect((await filed(citizen))?.category).toBe(category);
    });

  bothWays('who caused it is put right, and the kind stays', async (citizen) => {
    await citizen.tells(`Xưởng giày ở ${PLACE} mang vải vụn ra bãi đất trống đốt từ hôm qua`, 'ẩn danh');
    await citizen.says('Xưởng may chứ không phải xưởng giày');
    expect((await filed(citizen))?.category).toBe('open_burning');
  });
});

bothWays('a lane heard in the wish gives way to the story', async (citizen) => {
  await citizen.tells('tố cáo ô nhiễm ở đâu vậy');
  await citizen.tells('Cán bộ địa chính xã hôm qua đòi phong bì mới chịu nhận hồ sơ', PLACE, 'ẩn danh');
  expect((await filed(citizen))?.lane).toBe('misconduct');
});

bothWays('other words of the story are put right, and the kind stays', async (citizen) => {
  await citizen.tells(`Quán cà phê ở ${PLACE} mở nhạc xập xình từ hôm qua`, 'ẩn danh');
  await citizen.says('Tiệm sửa xe chứ không phải quán cà phê nha');
  expect((await filed(citizen))?.category).toBe('noise');
});

describe('more of the story', () => {
  for (const words of [
    'Mong xử lý dứt điểm giùm.',
    'đề nghị cho người xuống kiểm tra sớm',
    'Tôi có giấy tờ chứng minh.',
    'Tôi mới mổ tim không chịu nổi tiếng động.',
  ])
    bothWays(`"${words}" belongs to the report`, async (citizen) => {
      await atSummary(citizen);
      await citizen.says(words);
      expect((await filed(citizen))?.description).toContain(citizen.typed(words));
    });

  bothWays('in danger a cry is no place', async (citizen) => {
    await citizen.says('Rừng đang cháy lớn');
    const { ask } = await citizen.says('lửa sắp lan tới bản rồi');
    expect(ask).toBe('location');
    await citizen.says(PLACE);
    const ticket = await filed(citizen);
    expect([ticket?.description, ticket?.category]).toEqual([
      citizen.typed('Rừng đang cháy lớn\nlửa sắp lan tới bản rồi'),
      'wildlife_forest',
    ]);
  });
});

describe('what only sounds like it', () => {
  bothWays('the market of Bãi Cháy burns not', async (citizen) => {
    await citizen.tells('Quán nhậu hát karaoke ầm ầm', 'sau lưng chợ Bãi Cháy, phường Bãi Cháy, Quảng Ninh');
    await citizen.tells('từ hôm qua', 'ẩn danh');
    expect((await filed(citizen))?.urgent).toBe(false);
  });

  bothWays(
    'what is poured into the water is of the water; things that lie in it are not',
    async (citizen) => {
      await citizen.tells(`Thợ sơn xe đổ cặn sơn xuống ao làng ở ${PLACE}`, 'hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.category).toBe('water');
    },
  );

  bothWays('gas that leaks is no mere smell', async (citizen) => {
    await citizen.says(`Ống dẫn khí ga của nhà máy ở ${PLACE} bị xì mạnh, mùi nồng nặc, bà con đang bỏ chạy`);
    const ticket = await filed(citizen);
    expect([ticket?.urgent, ticket?.category]).toEqual([true, 'air']);
  });

  for (const [words, lane, story] of [
    ['cái đầu tiên, ô nhiễm', 'pollution', 'Xưởng gỗ gây mùi sơn nồng nặc từ hôm qua'],
    ['gây ô nhiễm chứ gì nữa', 'pollution', 'Xưởng gỗ gây mùi sơn nồng nặc từ hôm qua'],
    ['sai phạm', 'misconduct', 'Cán bộ địa chính hôm qua đòi phong bì mới nhận hồ sơ'],
  ] as const)
    bothWays(`"${words}" names the lane and is no story`, async (citizen) => {
      expect((await citizen.tells('tôi muốn phản ánh', words)).ask).toBe('description');
      await citizen.tells(story, PLACE, 'ẩn danh');
      expect((await filed(citizen))?.lane).toBe(lane);
    });

  bothWays('"câu sau đi" skips one question', async (citizen) => {
    const { ask } = await citizen.tells(`Xưởng gỗ ở ${PLACE} gây mùi sơn nồng nặc`, 'câu sau đi');
    expect(ask).toBe('anonymity');
  });

  bothWays('La Gi is a place, and asks for nothing', async (citizen) => {
    await citizen.tells('Xưởng gỗ gây mùi sơn nồng nặc từ hôm qua', 'phường La Gi, tỉnh Lâm Đồng', 'ẩn danh');
    expect((await filed(citizen))?.location.communeCode).toBe('23235');
  });

  bothWays('"giấy phép gì" at the end of a complaint asks for no permit', async (citizen) => {
    const { ask } = await citizen.says('Họ múc đất đồi chở đi bán, chẳng thấy giấy phép gì.');
    expect(ask).toBe('location');
  });

  bothWays('flies are of no medium', async (citizen) => {
    await citizen.tells(
      `Ruồi nhặng bay đen cả nhà, cơm dọn ra là ruồi bâu kín. Xóm tôi ở ${PLACE}`,
      'hôm qua',
      'ẩn danh',
    );
    expect((await filed(citizen))?.category).toBe('other');
  });

  for (const words of [
    'bó tay với mấy ông',
    'Lẹ lên giùm cái',
    'Mấy ông có làm gì đâu',
    'Sao mà rắc rối thế',
  ])
    bothWays(`"${words}" is met calmly, and is nobody's name`, async (citizen) => {
      const { text, ask } = await citizen.tells(STORY, words);
      expect([text?.includes('bực'), ask]).toEqual([true, 'anonymity']);
    });
});
