import { bothWays, filed, speaker } from './both-ways';

/** All is known of it but who reports. */
const STORY = 'Tối qua cơ sở làm mắm ở phường Rạch Giá, An Giang xả nước đen ngòm ra kinh, nổi bọt';

describe('a person is asked for amid a report', () => {
  bothWays('the open question follows, and the report goes on while they wait', async (citizen) => {
    await citizen.says('mùi hôi từ trại heo nồng nặc quá');
    const answer = await citizen.says('cho tôi gặp cán bộ');
    expect(answer.ask).toBe('location');
    expect(answer.handoff).toBe('waiting');
    expect(answer.text).toContain('khỏi gặp cán bộ');
    expect(citizen.state()?.holder.kind).toBe('waiting');
    expect((await citizen.says('phường Rạch Giá, An Giang')).ask).not.toBe('location');
  });

  bothWays('at the summary, which is shown once more', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh');
    expect((await citizen.says('cho tui nói chuyện với người thật')).ask).toBe('confirm');
    expect(await filed(citizen)).toMatchObject({ anonymous: true });
  });
});

describe('a place told wrong is put right', () => {
  bothWays('"sai rồi" is no answer to the question about the name', async (citizen) => {
    await citizen.says(STORY);
    expect((await citizen.says('sai rồi, ở phường Cao Lãnh, Đồng Tháp')).ask).toBe('anonymity');
    await citizen.says('ẩn danh');
    expect((await filed(citizen))?.location.communeCode).toBe('29869');
  });

  for (const words of [
    'sửa chỗ giùm tui: phường Cao Lãnh, Đồng Tháp',
    'không phải đường Lâm Quang Ky, phường Rạch Giá, An Giang, ở phường Cao Lãnh, Đồng Tháp mới đúng',
    'chỗ đó sai, phải là phường Cao Lãnh, Đồng Tháp',
  ])
    bothWays(`"${words}"`, async (citizen) => {
      await citizen.tells(STORY, 'ẩn danh', words);
      expect((await filed(citizen))?.location.communeCode).toBe('29869');
    });
});

describe('what only sounds like danger', () => {
  bothWays('who is on the road writes later', async (citizen) => {
    await citizen.says('hàng xóm lấn ranh đất nhà tui xây hàng rào');
    expect((await citizen.says('tui đang chạy xe, chiều về nhắn tiếp')).ask).toBeUndefined();
    await citizen.tells('làm tiếp', 'phường Rạch Giá, An Giang', 'bỏ qua', 'ẩn danh');
    expect((await filed(citizen))?.urgent).toBe(false);
  });

  bothWays('a canal that is choked', async (citizen) => {
    await citizen.tells('Người ta cất nhà sàn lấn kinh bít dòng chảy, ghe đi không được', 'phường Rạch Giá');
    expect((await citizen.says('An Giang')).ask).not.toBe('confirm');
  });

  bothWays('a field on fire that comes near is danger all the same', async (citizen) => {
    expect((await citizen.says('đốt đồng cháy lan tới nhà dân rồi')).text).toContain('114');
  });
});

describe('what stands beside the question', () => {
  for (const anger of ['làm ăn gì kỳ cục', 'tức muốn chết luôn', 'tức quá đi'])
    bothWays(`"${anger}" is no time`, async (citizen) => {
      await citizen.tells('xưởng gỗ xả bụi mù mịt vào nhà dân', 'phường Rạch Giá, An Giang');
      expect((await citizen.says(anger)).ask).toBe('time');
    });

  bothWays('who will know the number is a question of secrecy', async (citizen) => {
    await citizen.says(STORY);
    const answer = await citizen.says('số của tui có ai biết không');
    expect(answer.ask).toBe('anonymity');
    expect(answer.text).toMatch(/giữ kín|mã hóa|kín/);
  });

  bothWays('what is added of an earlier call is more of the story', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh');
    const more = 'à quên, tui có báo xã rồi mà không ai tới';
    expect((await citizen.says(more)).ask).toBe('confirm');
    expect((await filed(citizen))?.description).toContain(citizen.typed(more));
  });
});

describe('the wish to report', () => {
  for (const wish of ['tôi có việc bức xúc muốn phản ánh', 'Cho hỏi phản ánh ở đây phải hông'])
    bothWays(`"${wish}" tells nothing yet`, async (citizen) => {
      expect((await citizen.says(wish)).ask).toBe('category');
    });

  for (const [said, lane] of [
    ['về đất á', 'land'],
    ['mấy ông cán bộ đó', 'misconduct'],
    ['môi trường nha', 'pollution'],
  ] as const)
    bothWays(`"${said}" names the lane`, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', said);
      await citizen.tells('chuyện kéo dài ba năm nay không ai giải quyết cho gia đình tôi cả');
      await citizen.tells('phường Rạch Giá, An Giang', 'bỏ qua', 'bỏ qua', 'ẩn danh');
      expect((await filed(citizen))?.lane).toBe(lane);
    });

  bothWays('"cái đó tui chịu" begins no report', async (citizen) => {
    expect((await citizen.says('cái đó tui chịu')).ask).not.toBe('location');
  });
});

describe('what a story tells along the way', () => {
  for (const [story, time] of [
    ['Chai thuốc sâu vứt đầy bờ kinh vụ nào cũng vậy', 'vụ nào cũng'],
    ['Lò sấy lúa nhả khói đặc quẹo từ đầu vụ', 'từ đầu vụ'],
    ['Hàng xóm xây lấn hẻm chung, xe vô không được từ hôm 20/11', 'từ hôm 20/11'],
  ] as const)
    bothWays(`"${time}"`, async (citizen) => {
      await citizen.tells(story, 'phường Rạch Giá, An Giang', 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(time));
    });

  it('a neighbour is no landmark', async () => {
    const citizen = speaker((text) => text);
    await citizen.tells(
      'Hàng xóm xây lấn hẻm chung số 8 Trần Phú, phường Sa Đéc, Đồng Tháp',
      'bỏ qua',
      'ẩn danh',
    );
    expect((await filed(citizen))?.location.text).not.toContain('xóm');
  });
});

describe('where a question was asked', () => {
  bothWays('"bỏ câu đó" skips it, and stops nothing', async (citizen) => {
    await citizen.tells('xưởng gỗ xả bụi mù mịt vào nhà dân', 'phường Rạch Giá, An Giang');
    expect((await citizen.says('thôi bỏ câu đó')).ask).toBe('anonymity');
  });

  for (const question of ['mấy giờ bên mình làm việc', 'cấp đổi sổ hồng mất mấy ngày'])
    bothWays(`"${question}" tells no time`, async (citizen) => {
      await citizen.tells('xưởng gỗ xả bụi mù mịt vào nhà dân', 'phường Rạch Giá, An Giang');
      expect((await citizen.says(question)).ask).toBe('time');
    });

  bothWays('a dossier that lies about is the story of misconduct', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'Sai phạm của cán bộ');
    const story = 'Hồ sơ sang tên của tui họ để năm tháng, hỏi thì bị nạt';
    expect((await citizen.says(story)).ask).toBe('location');
    await citizen.tells('phường Rạch Giá, An Giang', 'bỏ qua', 'ẩn danh');
    expect(await filed(citizen)).toMatchObject({ lane: 'misconduct', description: citizen.typed(story) });
  });

  bothWays('who is busy comes back to what was left', async (citizen) => {
    await citizen.tells(STORY, 'tui đang dở tay, lát làm tiếp nghen');
    expect((await citizen.says('quay lại phản ánh lúc nãy')).ask).toBe('anonymity');
    await citizen.says('ẩn tên giùm');
    expect((await filed(citizen))?.urgent).toBe(false);
  });

  bothWays('"alo cho tôi phản ánh với" wants to report, not a person', async (citizen) => {
    expect((await citizen.says('Alo cho tôi phản ánh với')).ask).toBe('category');
  });

  bothWays('"tui báo vậy có bị kêu lên xã hông" is afraid', async (citizen) => {
    await citizen.says(STORY);
    expect((await citizen.says('tui báo vậy có bị kêu lên xã hông')).ask).toBe('anonymity');
  });

  it('"tui Lê Hoàng Phúc nè" gives a name without the "nè"', async () => {
    const citizen = speaker((text) => text);
    await citizen.tells(STORY, 'để lại liên hệ');
    const answer = await citizen.says('tui Lê Hoàng Phúc nè, 0774 586 865');
    expect(answer.text).toContain('L•• H•• P•• · ');
  });
});

describe('a complaint about those who have a dossier', () => {
  for (const story of [
    'Hồ sơ sang tên của tui họ để năm tháng, hỏi thì bị nạt',
    'Tôi nộp đơn xin cấp sổ ba lần đều bị trả về mà không nói lý do',
  ])
    bothWays(`"${story}" begins a report of misconduct`, async (citizen) => {
      expect((await citizen.says(story)).ask).toBe('location');
      await citizen.tells('phường Rạch Giá, An Giang', 'bỏ qua', 'ẩn danh');
      expect(await filed(citizen)).toMatchObject({ lane: 'misconduct' });
    });

  it('"xã năm tháng" is no Nam Thắng', async () => {
    const citizen = speaker((text) => text);
    expect((await citizen.says('Hồ sơ sang tên của tui nằm ở xã năm tháng, hỏi thì bị nạt')).ask).toBe(
      'location',
    );
  });

  bothWays('who asks how it stands is asked for the code', async (citizen) => {
    expect((await citizen.says('hồ sơ sang tên của tui tới đâu rồi')).ask).toBe('dossier_code');
  });
});

describe('what is added at the summary', () => {
  for (const more of ['nhân tiện báo luôn là cống cũng tắc', 'có người rơi xuống chưa thấy đâu'])
    bothWays(`"${more}" is kept`, async (citizen) => {
      await citizen.tells(STORY, 'ẩn danh', more);
      expect((await filed(citizen))?.description).toContain(citizen.typed(more));
    });
});
