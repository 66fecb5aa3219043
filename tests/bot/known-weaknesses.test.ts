import { bothWays, filed, type Speaker } from './both-ways';

/** Small things in which conversations went astray, each told with accents and without. */

const PLACE = 'phường Ba Đình, Hà Nội';
const SMELL = `Xưởng gỗ ở ${PLACE} gây mùi sơn nồng nặc từ hôm qua`;
const NOISE = `Xưởng gỗ ở ${PLACE} cưa xẻ ồn ào từ hôm qua`;

const atSummary = (citizen: Speaker, story = SMELL) => citizen.tells(story, 'ẩn danh');
const atStory = (citizen: Speaker) => citizen.tells('tôi muốn phản ánh ô nhiễm');
const atPlace = (citizen: Speaker) => citizen.tells('Xưởng gỗ gây mùi sơn nồng nặc từ hôm qua');
const afterFiling = (citizen: Speaker) => citizen.tells(SMELL, 'ẩn danh', 'đúng rồi');

describe('a time is kept whole', () => {
  for (const [told, time] of [
    [`Trạm trộn bê tông ở ${PLACE} bụi mù từ lúc họ lắp tháng trước`, 'từ lúc họ lắp tháng trước'],
    [`Quán hát ầm ĩ ở ${PLACE} từ hồi họ mua dàn loa năm ngoái`, 'từ hồi họ mua dàn loa năm ngoái'],
    [`Rác chất đống ở ${PLACE} từ sau lễ hội tới giờ chưa dọn`, 'từ sau lễ hội tới giờ'],
    [`Mùa này bà con đốt rơm khói mù ở ${PLACE}`, 'Mùa này'],
    [`Xe chở đất chạy bụi mù ở ${PLACE} vào giờ học sinh đi học`, 'vào giờ học sinh đi học'],
    [`Lúc tan tầm xe tải chạy rầm rầm qua ${PLACE}`, 'Lúc tan tầm'],
    [`Ở ${PLACE} ồn lắm, từ khi quán mở`, 'từ khi quán mở'],
  ] as const)
    bothWays(`"${time}"`, async (citizen) => {
      await citizen.tells(told, 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.time?.text.toLowerCase()).toBe(citizen.typed(time).toLowerCase());
      expect(ticket?.location.communeCode).toBe('00004');
    });
});

describe('names in small letters of the highlands, the Khmer and the Chăm', () => {
  for (const [name, initials] of [
    ['y thoan niê', 'Y•• T•• N••'],
    ['thạch thị sa ry', 'T•• T•• S•• R••'],
    ["h'hen niê", 'H•• N••'],
    ['sùng a páo', 'S•• A•• P••'],
    ['ka să', 'K•• S••'],
    ['danh sóc kha', 'D•• S•• K••'],
    ['a lăng bhuốch', 'A•• L•• B••'],
    ['chau sóc khonl', 'C•• S•• K••'],
    ['kim thị ngọc sương', 'K•• T•• N•• S••'],
  ] as const) {
    bothWays(`"${name}", then the number`, async (citizen) => {
      const summary = await citizen.tells(SMELL, 'để lại liên hệ', name, '0912345678');
      expect(summary.text).toContain(`${initials} · `);
    });
    bothWays(`"${name}" and the number`, async (citizen) => {
      const summary = await citizen.tells(SMELL, 'để lại liên hệ', `${name}, 0912345678`);
      expect(summary.text).toContain(`${initials} · `);
    });
  }
});

describe('the kind is put right at the summary', () => {
  for (const [words, category] of [
    ['loại phải là hôi', 'odor'],
    ['loại phải là mùi hôi', 'odor'],
    ['kiểu ô nhiễm là nước thải', 'water'],
    ['đổi loại thành rác', 'solid_waste'],
    ['sai loại rồi, nước thải mới đúng', 'water'],
    ['nó thuộc nhóm phá rừng chứ', 'wildlife_forest'],
    ['xếp loại rác đi', 'solid_waste'],
    ['nhóm đúng là khói bụi', 'air'],
  ] as const)
    bothWays(`"${words}"`, async (citizen) => {
      await atSummary(citizen, NOISE);
      await citizen.says(words);
      expect((await filed(citizen))?.category).toBe(category);
    });
});

describe('in the middle of a report', () => {
  for (const words of ['khó thở lắm', 'mùi xộc lên khó thở lắm', 'rung muốn sập nhà', 'xe đang chạy qua'])
    bothWays(`"${words}" alarms nobody, and is kept`, async (citizen) => {
      const answer = await citizen.tells(`Bụi quá ở ${PLACE}`, words);
      expect(answer.text).not.toContain('114');
      await citizen.tells('bỏ qua', 'ẩn danh');
      expect((await filed(citizen))?.description).toContain(citizen.typed(words));
    });

  for (const words of [
    'con tôi khó thở lắm',
    'nó đang bốc cháy kìa',
    'hình như có người ngất kìa',
    'nôn ói hết cả nhà',
  ])
    bothWays(`"${words}" is heard`, async (citizen) => {
      const answer = await citizen.tells(`Bụi quá ở ${PLACE}`, words);
      expect(answer.text).toContain('114');
      expect(answer.ask).toBe('confirm');
    });

  for (const words of [
    'đang đóng cọc rung cả nhà',
    'chóng mặt nhức đầu',
    'nồng nghẹt',
    'nước chảy lênh láng',
  ])
    bothWays(`"${words}" is no place`, async (citizen) => {
      await atPlace(citizen);
      expect((await citizen.says(words)).text).toContain('Chuyện xảy ra ở đâu?');
      await citizen.tells(PLACE, 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.description).toContain(citizen.typed(words));
      expect(ticket?.location.text).not.toContain(citizen.typed(words));
    });
});

describe('places', () => {
  for (const words of ['trước nhà', 'ngay cổng trường', 'sau lưng chợ'])
    bothWays(`"${words}" where the story is asked for tells where`, async (citizen) => {
      await atStory(citizen);
      expect((await citizen.says(words)).ask).toBe('description');
      expect((await citizen.says('rác chất đống hôi thối')).text).toContain(citizen.typed(words));
      await citizen.tells(PLACE, 'bỏ qua', 'ẩn danh');
      const ticket = await filed(citizen);
      expect(ticket?.location.text).toContain(citizen.typed(words));
      expect(ticket?.location.communeCode).toBe('00004');
    });

  for (const story of [
    'rác chất cao bằng nóc nhà mà không ai dọn',
    'thùng sơn vứt la liệt ngoài đường',
    'thùng sơn la liệt ngoài ngõ',
    'khu phố hòa bình bị mấy quán nhậu quậy phá ồn ào',
    'xóm tôi đang yên bình thì có cái xưởng về ồn ào cả ngày',
    'có hai phòng trọ đổ nước thải ra hẻm',
  ])
    bothWays(`"${story}" names none`, async (citizen) => {
      await citizen.says('tôi muốn phản ánh');
      expect((await citizen.says(story)).text).toContain('Chuyện xảy ra ở đâu?');
    });

  bothWays('"ở Cao Bằng" still does', async (citizen) => {
    expect((await citizen.says('mỏ đá ở Cao Bằng nổ mìn bụi mù')).text).toContain(citizen.typed('Cao Bằng'));
  });
});

describe('after an answer about the air', () => {
  for (const [words, place] of [
    ['Hà Nội nữa', 'Hà Nội'],
    ['còn Đà Nẵng?', 'Đà Nẵng'],
    ['thế ở Biên Hòa thì sao', 'Biên Hòa'],
    ['cho hỏi luôn Bắc Ninh', 'Bắc Ninh'],
    ['cảm ơn, còn Hà Nội', 'Hà Nội'],
    ['Vinh', 'Vinh'],
    ['mai thì sao', 'Hải Phòng'],
    ['tối nay thì sao', 'Hải Phòng'],
  ] as const)
    bothWays(`"${words}" asks of ${place}`, async (citizen) => {
      await citizen.tells('không khí Hải Phòng hôm nay thế nào', words);
      expect(JSON.stringify(citizen.effects())).toContain(place);
    });

  bothWays('a report is one all the same', async (citizen) => {
    const answer = await citizen.tells('không khí Hải Phòng hôm nay thế nào', 'khói mù mịt ở Hà Nội');
    expect(answer.ask).toBe('location');
    expect(citizen.effects()).toHaveLength(0);
  });
});

describe('a short complaint where the story is asked for is the story', () => {
  for (const words of [
    'loa phường kêu mãi không ai nghe',
    'hàng xóm hát inh ỏi cả đêm',
    'gọi mãi không ai dọn rác',
    'sao để rác đầy đường vậy',
  ])
    bothWays(`"${words}"`, async (citizen) => {
      await atStory(citizen);
      expect((await citizen.says(words)).ask).toBe('location');
    });
});

describe('asked whether a report is to be withdrawn', () => {
  for (const words of [
    'à nhầm, địa chỉ là phường Tây Hồ mới đúng',
    'thôi đừng rút, ghi thêm là họ xả cả ban đêm',
    'hôm nay họ lại đốt tiếp',
    'chỉ sửa lại thời gian là từ tuần trước',
  ])
    bothWays(`"${words}" is added to it`, async (citizen) => {
      await afterFiling(citizen);
      const answer = await citizen.tells('rút phản ánh', words);
      expect(answer.text).toContain('tôi không rút');
      const [ticket] = citizen.tickets();
      expect(ticket?.status).toBe('received');
      expect(ticket?.events.at(-1)).toMatchObject({ type: 'citizen_added', note: citizen.typed(words) });
    });

  for (const words of ['ừ rút đi', 'đúng rồi rút giùm em'])
    bothWays(`"${words}" takes it back`, async (citizen) => {
      await afterFiling(citizen);
      await citizen.tells('rút phản ánh', words);
      expect(citizen.tickets()[0]?.status).toBe('withdrawn');
    });

  for (const words of ['rút gì mà rút, sửa địa chỉ giùm', 'không phải rút, tôi muốn bổ sung ảnh'])
    bothWays(`"${words}" asks what is to be added`, async (citizen) => {
      await afterFiling(citizen);
      expect((await citizen.tells('rút phản ánh', words)).ask).toBe('free_text');
      expect(citizen.tickets()[0]?.status).toBe('received');
    });

  bothWays('"tôi báo nhầm" is why, and asked once more', async (citizen) => {
    await afterFiling(citizen);
    expect((await citizen.tells('rút phản ánh', 'tôi báo nhầm')).ask).toBe('choice');
  });

  bothWays('"rút phản ánh" where something was to be added', async (citizen) => {
    await afterFiling(citizen);
    expect((await citizen.tells('bổ sung phản ánh', 'rút phản ánh')).ask).toBe('choice');
    expect(citizen.tickets()[0]?.events).toHaveLength(1);
  });
});

describe('"hủy" while they wait for a person', () => {
  for (const asked of ['phản ánh XH-2026-000123 tới đâu rồi', 'tra cứu phản ánh'])
    bothWays(`ends "${asked}", and they are told that they wait`, async (citizen) => {
      const left = await citizen.tells('gặp cán bộ', asked, 'hủy');
      expect(left.text).toContain('vẫn đang chờ gặp cán bộ');
      expect((await citizen.says('thôi khỏi')).handoff).toBe('bot');
    });
});

describe('what something lies beside is no source', () => {
  for (const [story, source] of [
    [`Mùi hôi nồng nặc gần cây xăng Hòa Phát ở ${PLACE}`, null],
    [`Rác chất đống cạnh công ty Minh Phát, ${PLACE}`, null],
    [`Có người đổ xà bần trước cổng nhà máy giấy Tân Mai, ${PLACE}`, null],
    [`Đốt rác ở bãi đất bên hông khách sạn Hoàng Gia, ${PLACE}`, null],
    [`Xưởng nhuộm cạnh công ty Minh Phát ở ${PLACE} xả nước đỏ`, 'xưởng nhuộm'],
    [`Công ty Minh Phát gần cây xăng 39 ${PLACE} xả khói đen`, 'công ty minh phát'],
  ] as const)
    bothWays(story, async (citizen) => {
      await citizen.tells(story, 'từ hôm qua', 'ẩn danh');
      expect((await filed(citizen))?.source?.toLowerCase() ?? null).toBe(source && citizen.typed(source));
    });
});

describe('slips of the thumb', () => {
  for (const words of [
    'tố cáo ô nhimễ',
    'phản ắnh',
    'phan anhr',
    'phản ảh ô nhiễm ko khí',
    'tố cáo công ty xả tải ra sông',
    'khiếu nạy ồn ào',
    'muốn tố giáx',
  ])
    bothWays(`"${words}" begins a report`, async (citizen) => {
      await citizen.says(words);
      expect(JSON.stringify(citizen.state())).toContain('"report"');
    });

  for (const words of ['thủ tục tố cáo', 'khiếu nại quyết định thu hồi đất'])
    bothWays(`"${words}" still asks`, async (citizen) => {
      expect((await citizen.says(words)).text).toContain('📋');
    });

  for (const words of ['tôi bức xúc qáu', 'chịu hết nỗi rồi'])
    bothWays(`"${words}" is a sigh, and tells nothing yet`, async (citizen) => {
      expect((await citizen.says(words)).ask).toBe('choice');
    });
});

describe('poison in a well', () => {
  for (const story of [
    'có kẻ đổ thuốc trừ sâu xuống giếng nhà tôi',
    'hàng xóm đổ thuốc cỏ vào bể nước ăn của xóm',
    'họ xả hóa chất xuống giếng làng',
  ])
    bothWays(`"${story}" is urgent, and of the water`, async (citizen) => {
      expect((await citizen.tells(story, PLACE)).ask).toBe('confirm');
      expect(await filed(citizen)).toMatchObject({ urgent: true, category: 'water' });
    });

  bothWays('empty bottles beside it are not', async (citizen) => {
    await citizen.tells(`chai thuốc trừ sâu vứt đầy bờ giếng ở ${PLACE}`, 'từ hôm qua', 'ẩn danh');
    expect(await filed(citizen)).toMatchObject({ urgent: false, category: 'hazardous_waste' });
  });
});

describe('put right at the summary', () => {
  bothWays('number and commune at once', async (citizen) => {
    await citizen.tells(SMELL, '0912345678');
    const summary = await citizen.says('đổi số 0987654321 và phường là Tây Hồ');
    expect(summary.text).toContain('••• ••• 321');
    const ticket = await filed(citizen);
    expect(ticket?.location.communeCode).toBe('00103');
    expect(ticket?.description).not.toContain('0987654321');
  });

  bothWays('secrecy and commune at once', async (citizen) => {
    await citizen.tells(SMELL, '0912345678', 'cho ẩn danh và đổi phường thành Tây Hồ');
    expect(await filed(citizen)).toMatchObject({ anonymous: true, location: { communeCode: '00103' } });
  });

  bothWays('kind and commune at once', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('loại là tiếng ồn, phường Tây Hồ');
    expect(await filed(citizen)).toMatchObject({ category: 'noise', location: { communeCode: '00103' } });
  });

  for (const [words, asked] of [
    ['không phải hôm qua', 'time'],
    ['không phải hôm qua đâu', 'time'],
    ['không phải Ba Đình', 'location'],
    ['không phải xưởng gỗ', 'source'],
    ['sai hết cả địa chỉ lẫn thời gian', 'location'],
    ['thời gian sai', 'time'],
    ['cho tôi để lại tên', 'contact'],
  ] as const)
    bothWays(`"${words}" is asked for anew`, async (citizen) => {
      await atSummary(citizen);
      expect((await citizen.says(words)).ask).toBe(asked);
    });

  bothWays('"không phải ban đêm, cả ngày" tells it', async (citizen) => {
    await atSummary(citizen, `Xưởng gỗ ở ${PLACE} ồn ào ban đêm`);
    await citizen.says('không phải ban đêm, cả ngày');
    expect((await filed(citizen))?.time?.text).toBe(citizen.typed('cả ngày'));
  });

  bothWays('"không phải hôm qua" amid the report is no wish to stay anonymous', async (citizen) => {
    expect((await citizen.tells(SMELL, 'không phải hôm qua')).ask).toBe('time');
  });

  bothWays('"bỏ nguồn gây ra đi" takes it out', async (citizen) => {
    await atSummary(citizen);
    expect((await citizen.says('bỏ nguồn gây ra đi')).ask).toBe('confirm');
    expect((await filed(citizen))?.source).toBeNull();
  });

  bothWays('"xóa thời gian" takes it out, and stops nothing', async (citizen) => {
    await atSummary(citizen);
    expect((await citizen.says('xóa thời gian')).ask).toBe('confirm');
    expect((await filed(citizen))?.time).toBeNull();
  });

  bothWays('"tên xưởng là Thành Đạt" names who it is', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('tên xưởng là Thành Đạt');
    expect((await filed(citizen))?.source).toBe(citizen.typed('Thành Đạt'));
  });

  bothWays('"cái này khẩn cấp lắm", and not after all', async (citizen) => {
    await atSummary(citizen);
    expect((await citizen.says('cái này khẩn cấp lắm')).text).toContain('Khẩn');
    expect((await citizen.says('không khẩn đâu')).text).not.toContain('⚠️ Khẩn');
    expect((await filed(citizen))?.urgent).toBe(false);
  });

  bothWays('another spot in the same commune', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('địa chỉ sai, đúng ra là số 5 ngõ 10');
    expect((await filed(citizen))?.location).toMatchObject({
      text: `${citizen.typed('số 5 ngõ 10')}, Phường Ba Đình, Hà Nội`,
      communeCode: '00004',
    });
  });

  bothWays('the words put right make no other kind of it', async (citizen) => {
    await atSummary(citizen);
    await citizen.says('sửa nội dung: họ phun sơn ngoài trời');
    const ticket = await filed(citizen);
    expect(ticket?.category).toBe('odor');
    expect(ticket?.description).toContain(citizen.typed('họ phun sơn ngoài trời'));
  });
});
