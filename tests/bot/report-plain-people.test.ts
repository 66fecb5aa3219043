import { bothWays, filed, type Speaker, speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

/** All is known of it but who reports. */
const UNPLACED = 'Tối qua xưởng nhuộm xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';

describe('who asks whether this is the place to report wishes to report', () => {
  for (const wish of [
    'Phản ánh ô nhiễm thì nhắn vào đây phải không ạ',
    'cho hỏi báo cáo ô nhiễm vào kênh này đúng không',
    'tôi muốn gửi phản ánh thì nhắn vào chỗ này hả bạn',
    'có chuyện này nhờ các anh chị xem giúp',
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
    ['để tối về tôi gửi', 'giờ tiếp tục được rồi'],
    ['bận quá, tối làm tiếp', 'làm tiếp nào'],
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
    ['Gọi số 0912345678 cho Ngô Đức Trung', 'N'],
    ['cứ gọi 091-234-5678, tôi là chị Lan', 'L'],
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

  for (const name of ['anh Dũng', 'Vang A Sinh', 'chi Thao', "K'Brel"])
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
    ['Xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu cả mùa hè tới giờ', 'cả mùa hè tới giờ'],
  ] as const)
    bothWays(`“${story}”`, async (citizen) => {
      await citizen.tells(story, 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toContain(citizen.typed(time));
    });
});

describe('said in anger', () => {
  for (const anger of [
    'tôi phản ánh mấy lần rồi mà chẳng thấy gì',
    'báo lên xã nhiều lần mà không thấy hồi âm',
    'làm ăn chán quá',
  ])
    bothWays(`“${anger}” is no time and no name`, async (citizen) => {
      expect((await citizen.says(UNDATED)).ask).toBe('time');
      expect((await citizen.says(anger)).ask).toBe('time');
      await citizen.says('bỏ qua');
      expect((await citizen.says(anger)).ask).toBe('anonymity');
    });

  it('“làm ăn chán wá” is no name', async () => {
    const citizen = speaker((text) => text);
    await citizen.says(STORY);
    expect((await citizen.says('Làm ăn chán wá')).ask).toBe('anonymity');
  });

  bothWays('what is put right sounds like anger', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'thời gian sai rồi, phiên chợ nào cũng có');
    expect((await filed(citizen))?.time?.text).toContain(citizen.typed('phiên chợ nào cũng có'));
  });
});

describe('put right and added', () => {
  bothWays('“sửa cao su thành điều” puts a word of the story right', async (citizen) => {
    await citizen.tells(
      'Hôm qua có người chôn thùng phuy hóa chất trong vườn cao su ở phường Ba Đình, Hà Nội',
      'sửa cao su thành điều',
      'ẩn danh',
    );
    expect((await filed(citizen))?.description).toContain(citizen.typed('sửa cao su thành điều'));
  });

  bothWays('who was spoken to is not who did it', async (citizen) => {
    await citizen.tells(
      'Tối qua trại tôm Út Hiền xả nước thải ra rạch ở phường Ba Đình, Hà Nội',
      'ẩn danh',
      'đã nói với chủ trại 3 lần rồi',
    );
    const ticket = await filed(citizen);
    expect(ticket?.source).toContain(citizen.typed('trại tôm'));
    expect(ticket?.description).toContain(citizen.typed('đã nói với chủ trại 3 lần rồi'));
  });

  bothWays('“không có trong danh sách” is another kind', async (citizen) => {
    await citizen.tells(
      'tôi muốn phản ánh ô nhiễm',
      'cả xóm tôi khổ sở quá rồi, nhờ các anh chị xuống xem giúp cho',
      'phường Ba Đình, Hà Nội',
    );
    expect((await citizen.says('không có trong danh sách')).ask).not.toBe('category');
  });
});

bothWays('who waits for a person goes on with the report that was left', async (citizen) => {
  await citizen.tells(STORY, 'tôi muốn gặp cán bộ', 'lát tôi nhắn tiếp');
  expect((await citizen.says('tiếp tục phản ánh')).ask).toBe('anonymity');
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
