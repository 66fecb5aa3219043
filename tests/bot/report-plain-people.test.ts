import { bothWays, type Speaker, speaker } from './both-ways';

/** All is known of it but who reports. */
const STORY = 'Tối qua xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';
const UNDATED = 'xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';
const UNPLACED = 'Tối qua xưởng nhuộm xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';

async function filed(citizen: Speaker) {
  await citizen.says('đúng rồi');
  return citizen.tickets()[0];
}

describe('who asks whether this is the place to report wishes to report', () => {
  for (const wish of [
    'Phản ánh ô nhiễm thì nhắn vào đây phải không ạ',
    'cho hỏi báo cáo ô nhiễm vào kênh này đúng không',
    'tôi muốn gửi phản ánh thì nhắn vào chỗ này hả bạn',
  ])
    bothWays(`“${wish}”`, async (citizen) => {
      expect(['category', 'description']).toContain((await citizen.says(wish)).ask);
    });
});

describe('words of permits that tell of a breach', () => {
  for (const [story, lane, category] of [
    ['Mỏ đá ở phường Ba Đình, Hà Nội hết hạn giấy phép vẫn khai thác từ năm ngoái', 'pollution', 'minerals'],
    ['Người ta múc đất đồi đem bán ở phường Ba Đình, Hà Nội, không có giấy phép', 'pollution', 'minerals'],
    ['Họ xây kho trên đất lúa ở phường Ba Đình, Hà Nội, không xin phép', 'land', null],
  ] as const)
    bothWays(`“${story}”`, async (citizen) => {
      const first = await citizen.says(story);
      if (first.ask === 'time') await citizen.says('khỏi cần');
      if (first.ask === 'category') await citizen.says('khai thác đá');
      await citizen.says('ẩn danh');
      expect(await filed(citizen)).toMatchObject({ lane, category });
    });

  for (const question of [
    'khai thác cát không có giấy phép thì bị phạt bao nhiêu',
    'chưa có giấy phép môi trường thì có được hoạt động không',
  ])
    bothWays(`“${question}” asks`, async (citizen) => {
      expect((await citizen.says(question)).text).toMatch(/⚖️|📋/);
    });
});

describe('not needed is no end', () => {
  for (const skip of ['khỏi cần', 'không cần', 'không cần đâu'])
    bothWays(`“${skip}” to the time`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(skip)).ask).toBe('anonymity');
    });
});

describe('who tells nothing of themselves is anonymous', () => {
  for (const silence of [
    'tôi không muốn cung cấp thông tin cá nhân',
    'em không tiện cung cấp tên',
    'mình không muốn chia sẻ số điện thoại',
  ])
    bothWays(`“${silence}”`, async (citizen) => {
      await citizen.says(STORY);
      expect((await citizen.says(silence)).ask).toBe('confirm');
      const ticket = await filed(citizen);
      expect(ticket).toMatchObject({ anonymous: true });
      expect(ticket?.description).not.toContain(citizen.typed(silence));
    });
});

describe('they go away and come back', () => {
  for (const [away, back] of [
    ['tôi bận', 'tôi quay lại rồi'],
    ['chờ tôi tí', 'quay lại rồi đây'],
    ['đang bận quá', 'tôi trở lại rồi'],
  ] as const)
    bothWays(`“${away}”, “${back}”`, async (citizen) => {
      await citizen.says(UNPLACED);
      expect((await citizen.says(away)).ask).toBeUndefined();
      expect((await citizen.says(back)).ask).toBe('location');
    });
});

describe('names', () => {
  for (const [contact, initials] of [
    ['Liên hệ 0912 345 678 gặp anh Hùng', 'H'],
    ['gọi số 0912345678, gặp Lý Thị Mai', 'L'],
    ['Giàng Thị Mỷ, 0912345678', 'G'],
    ['Họ tên Rơ Châm Hương. Điện thoại 0912345678', 'R'],
  ] as const)
    bothWays(`“${contact}”`, async (citizen) => {
      await citizen.says(STORY);
      expect((await citizen.says(contact)).text).toContain(`Liên hệ: ${initials}••`);
    });

  const numberThen = async (citizen: Speaker, name: string) => {
    await citizen.tells(STORY, 'để lại liên hệ', '0912345678');
    const { ask, text } = await citizen.says(name);
    expect(ask).toBe('confirm');
    expect(text).toContain('•• · ••• ••• 678');
  };

  bothWays('a name right behind the number', (citizen) => numberThen(citizen, 'Vàng A Páo'));

  for (const name of ['anh Dũng', 'Vang A Sinh', 'chi Thao'])
    it(`“${name}” right behind the number is no place and no yes`, () =>
      numberThen(
        speaker((text) => text),
        name,
      ));
});

describe('times', () => {
  for (const [story, time] of [
    ['Xe ben chạy suốt ngày qua phường Ba Đình, Hà Nội, bụi phủ kín nhà hai tuần nay', 'hai tuần nay'],
    ['Có người đổ xà bần xuống hồ ở phường Ba Đình, Hà Nội, khoảng hai tuần', 'khoảng hai tuần'],
  ] as const)
    bothWays(`“${story}”`, async (citizen) => {
      await citizen.tells(story, 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toContain(citizen.typed(time));
    });
});

describe('danger and what dies', () => {
  bothWays('fish that die are of the water, however they smell', async (citizen) => {
    await citizen.tells('Cá chết nổi trắng cả hồ, mùi thối bốc lên', 'phường Ba Đình, Hà Nội');
    expect(await filed(citizen)).toMatchObject({ urgent: true, category: 'water' });
  });

  bothWays('fish that are taken by electricity are no disaster', async (citizen) => {
    await citizen.tells(
      'Họ kích điện bắt cá dưới hồ ở phường Ba Đình, Hà Nội, cá to cá nhỏ chết sạch',
      'tối nào cũng đi',
      'ẩn danh',
    );
    expect(await filed(citizen)).toMatchObject({ urgent: false, category: 'wildlife_forest' });
  });
});

describe('beside questions of procedures', () => {
  bothWays(
    'the office that was asked for is an answer, whatever was looked up before it',
    async (citizen) => {
      await citizen.tells(
        'Từ tháng 8 cán bộ cứ hẹn lần hẹn lữa, gợi ý phải lót tay mới làm hồ sơ tách thửa',
        'phường Ba Đình, Hà Nội',
      );
      expect((await citizen.says('làm sổ đỏ cần giấy tờ gì?')).ask).toBe('source');
      expect((await citizen.says('Văn phòng đăng ký đất đai')).ask).toBe('anonymity');
    },
  );

  bothWays('who is fed up asks for no procedure', async (citizen) => {
    await citizen.tells(UNDATED);
    const { text, ask } = await citizen.says('báo bao nhiêu lần có ai giải quyết đâu');
    expect(ask).toBe('time');
    expect(text).not.toContain('thủ tục');
  });

  bothWays('photos with a statement are a report', async (citizen) => {
    const photo = { contentType: 'image/jpeg', name: 'giay-hen.jpg', fileId: 'f1', size: 9 };
    await citizen.says('Tôi nộp hồ sơ tách thửa đã ba tháng rồi, cán bộ cứ hẹn', { attachments: [photo] });
    await citizen.tells('Sai phạm của cán bộ', 'phường Ba Đình, Hà Nội', 'bỏ qua', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.attachments).toHaveLength(1);
  });
});

it('“không phiả X mà là Y”: a slip of the thumb puts right all the same', async () => {
  const citizen = speaker((text) => text);
  await citizen.tells(STORY, 'ẩn danh');
  await citizen.says('Không phiả phường Ba Đình, Hà Nội mà là phường Mỹ Tho, Đồng Tháp');
  expect((await filed(citizen))?.location.communeCode).toBe('28261');
});
