import { nam } from '../town/people';
import { bothWays, filed, speaker } from './both-ways';
import { STORY, UNDATED } from './dye-works';

/** Where it happens is asked for. */
const RUBBISH = 'Đường làng ngập rác';

describe('who does not know what to write is shown an example', () => {
  for (const lost of [
    'là sao?',
    'ủa là phải ghi gì',
    'ghi sao vậy ta',
    'cho ví dụ đi',
    'không biết xã gì hết',
  ])
    bothWays(`“${lost}” to the place`, async (citizen) => {
      await citizen.says(RUBBISH);
      const shown = await citizen.says(lost);
      expect(shown.ask).toBe('location');
      expect(shown.text).toContain('chợ Đông Ba');
    });

  bothWays('who knows no more than the landmark goes on', async (citizen) => {
    await citizen.tells(RUBBISH, 'kênh số 5');
    expect((await citizen.says('hông biết xã gì nữa')).ask).toBe('time');
  });

  for (const [said, answer] of [
    ['alo', 'vẫn ở đây'],
    ['cảm ơn bạn', 'Không có gì'],
    ['tôi sợ bị trả thù', 'Bạn yên tâm'],
    ['có bị lộ tên không', 'Bạn yên tâm'],
    ['có cần tên tôi không', 'Bạn yên tâm'],
  ] as const)
    bothWays(`“${said}” is met, and the question stays open`, async (citizen) => {
      await citizen.says(RUBBISH);
      const met = await citizen.says(said);
      expect(met.ask).toBe('location');
      expect(met.text).toContain(answer);
    });
});

describe('where it comes from nobody knows yet', () => {
  bothWays('asked instead of the story, it belongs to it', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường');
    const asked = await citizen.says('Mùi hôi này ở đâu ra vậy?');
    expect(asked.ask).toBe('description');
    expect(asked.text).toContain('không dám đoán');
    await citizen.tells('mùi khét như đốt nhựa', 'phường Ba Đình, Hà Nội', 'tối qua', 'ẩn danh');
    expect((await filed(citizen))?.description).toContain('?');
  });

  bothWays('asked first, it is a report', async (citizen) => {
    const first = await citizen.says('Mùi hôi này ở đâu ra vậy?');
    expect(first.ask).toBe('location');
    expect(first.text).toContain('không dám đoán');
  });
});

describe('a complaint', () => {
  for (const wish of ['Tôi muốn khiếu nại một việc', 'em muốn khiếu nại ạ', 'khiếu nại'])
    bothWays(`“${wish}” is asked what it is about`, async (citizen) => {
      const asked = await citizen.says(wish);
      expect(asked.ask).toBe('category');
      expect(asked.options).toContain('Sai phạm của cán bộ');
      await citizen.presses('Sai phạm của cán bộ');
      expect(citizen.state()?.confidential).toBe(true);
    });

  bothWays('about a decision has a procedure', async (citizen) => {
    const { options } = await citizen.says('tôi muốn khiếu nại');
    const told = await citizen.presses(options?.[3] ?? '');
    expect(told.messages[0]?.channelData?.procedure).toEqual({ id: 'khieu-nai-lan-dau' });
  });

  for (const story of ['tôi muốn khiếu nại cán bộ địa chính', 'khiếu nại về thái độ của ông chủ tịch xã'])
    bothWays(`“${story}” is confidential from its first word`, async (citizen) => {
      expect((await citizen.says(story)).ask).toBe('location');
      expect(citizen.state()?.confidential).toBe(true);
    });

  bothWays('“tố cáo cán bộ thì gửi đâu” names its lane', async (citizen) => {
    expect((await citizen.says('tố cáo cán bộ thì gửi đâu')).ask).toBe('description');
  });
});

describe('danger', () => {
  bothWays('told with a sigh instead of a time goes on to the summary', async (citizen) => {
    await citizen.says('Rác thải đổ ở phường Ba Đình Hà Nội');
    const told = await citizen.says('trời ơi có người bị ngất ở bãi rác');
    expect(told.ask).toBe('confirm');
    expect(await filed(citizen)).toMatchObject({ urgent: true });
  });

  for (const nuisance of [
    'nhà máy gần nhà tôi bốc mùi khét lắm, trẻ con đau đầu buồn nôn suốt',
    'Mùi hôi từ trại heo nồng nặc, trẻ con đau đầu, buồn nôn',
  ])
    bothWays(`“${nuisance}” is none`, async (citizen) => {
      expect((await citizen.says(nuisance)).text).not.toContain('115');
    });

  for (const danger of [
    'mùi gas nồng nặc, nhiều người chóng mặt buồn nôn',
    'khí lạ xộc vào lớp, học sinh đồng loạt buồn nôn',
    'thuốc sâu bay vào trường, học trò buồn nôn phải đưa đi trạm xá',
  ])
    bothWays(`“${danger}”`, async (citizen) => {
      expect((await citizen.says(danger)).text).toContain('115');
    });

  bothWays('“khi nước lớn” tells when', async (citizen) => {
    await citizen.says(UNDATED);
    const told = await citizen.says('khi nước lớn');
    expect(told.ask).toBe('anonymity');
    expect(told.text).not.toContain('115');
  });

  bothWays('waste water beside a petrol station is none', async (citizen) => {
    const told = await citizen.says('Nước thải chảy tràn gần cây xăng Petrolimex từ hôm qua');
    expect(told.text).not.toContain('115');
  });

  bothWays('a number left after all is kept, and said to be', async (citizen) => {
    await citizen.tells('xe bồn lật, dầu chảy tràn ra đường', 'km 12 quốc lộ 1A đoạn qua Hà Nam', 'gửi đi');
    expect((await citizen.says('0912 345 678')).text).toContain('••• ••• 678');
    expect(citizen.stored()).not.toContain('345 678');
  });
});

describe('putting right', () => {
  bothWays('a part that is to be told anew is told once', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'Thời gian');
    const changed = await citizen.says('chiều hôm kia mới đúng');
    expect(changed.ask).toBe('confirm');
    expect(changed.text).toContain(
      citizen.typed('Thời gian: chiều hôm kia').replace('thoi gian', 'Thời gian'),
    );
  });

  bothWays('a part that is right after all stays', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'Thời gian');
    expect((await citizen.says('gửi đi')).ask).toBe('confirm');
  });

  bothWays('a slip in the correction itself', async (citizen) => {
    await citizen.says(STORY);
    await citizen.says('À nầhm, xã Đông Anh Hà Nội cơ');
    await citizen.says('ẩn danh');
    expect((await filed(citizen))?.location.communeCode).not.toBe('00004');
  });

  bothWays('what stands there already is not added', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh');
    expect((await citizen.says('ẩn danh')).text).toContain('đúng như vậy rồi');
  });
});

describe('small words of an answer', () => {
  bothWays('“thôi khỏi” to name and number leaves none', async (citizen) => {
    await citizen.says(STORY);
    expect((await citizen.says('thôi khỏi')).ask).toBe('confirm');
    expect(await filed(citizen)).toMatchObject({ anonymous: true });
  });

  for (const name of ['HÒA', 'tuấn nha'])
    bothWays(`“${name}” is a name`, async (citizen) => {
      await citizen.tells(STORY, 'để lại liên hệ');
      expect((await citizen.presses(name)).text).toContain('Tôi ghi tên bạn rồi');
      expect((await citizen.says('0912 345 678')).text).toMatch(/[HT]•• · ••• ••• 678/);
    });

  for (const when of ['mỗi khi nước ròng', 'mỗi lần trời mưa to', 'mỗi lần họ xả lò', 'sau vụ gặt'])
    bothWays(`“${when}” is a time`, async (citizen) => {
      await citizen.tells(UNDATED, when, 'ẩn danh');
      expect((await filed(citizen))?.time?.text).toBe(citizen.typed(when));
    });

  bothWays('an office is no time', async (citizen) => {
    await citizen.tells('Cán bộ phường gợi ý đưa 5 triệu mới làm sổ đỏ cho', 'phường Ba Đình Hà Nội');
    await citizen.tells('ở bộ phận một cửa của phường', 'tháng trước', 'ẩn danh');
    expect(await filed(citizen)).toMatchObject({
      source: citizen.typed('ở bộ phận một cửa của phường'),
      time: { text: citizen.typed('tháng trước') },
    });
  });

  bothWays('the crossing of a name is not the province', async (citizen) => {
    await citizen.tells(RUBBISH, 'gần cây xăng Petrolimex ngã tư Bình Phước');
    const asked = await citizen.says('phường Ba Đình, Hà Nội');
    expect(asked.text).not.toContain('Bình Phước (cũ)');
    expect(asked.ask).toBe('time');
  });
});

describe('while one of several places is to be chosen', () => {
  bothWays('“sửa” is no more of its name', async (citizen) => {
    await citizen.tells(RUBBISH, 'xã Tân Hiệp');
    expect((await citizen.says('sửa')).text).not.toContain(citizen.typed('Tân Hiệp, sửa'));
  });
});

describe('what was left half told', () => {
  bothWays('is offered where nothing else was understood, and the answer is taken', async (citizen) => {
    await citizen.tells(RUBBISH, 'để sau nhé');
    expect((await citizen.says('phường Ba Đình, Hà Nội')).options).toContain('Làm tiếp');
    expect((await citizen.says('làm tiếp')).ask).toBe('time');
  });

  bothWays('is kept on, or dropped', async (citizen) => {
    await citizen.tells(RUBBISH, 'để sau nhé');
    expect((await citizen.says('bận tí')).text).toContain('7 ngày');
    expect((await citizen.says('hủy')).text).toContain('chưa gửi gì');
    expect((await citizen.says('làm tiếp')).ask).toBe('choice');
  });
});

describe('questions', () => {
  for (const vague of ['hỏi thủ tục hành chính', 'thủ tục đất'])
    bothWays(`“${vague}” is asked which`, async (citizen) => {
      expect((await citizen.says(vague)).ask).toBe('procedure');
    });

  bothWays('a matter of other offices is none of what was talked about', async (citizen) => {
    await citizen.says('tách thửa cần giấy tờ gì');
    expect((await citizen.says('đăng ký kết hôn cần gì')).text).toContain('dichvucong.gov.vn');
  });

  bothWays('amid a report nobody is told to report', async (citizen) => {
    await citizen.says('Trại heo xả phân ra suối ở xã Yên Phong Bắc Ninh');
    const told = await citizen.says('xả vậy bị phạt bao nhiêu tiền?');
    expect(told.text).not.toContain('“Gửi phản ánh”');
    expect(told.ask).toBe('time');
  });

  bothWays('who waits is told again when somebody comes', async (citizen) => {
    citizen.leavesFor(130);
    await citizen.says('gặp cán bộ');
    const told = await citizen.says('bao giờ có người');
    expect(told.handoff).toBe('waiting');
    expect(told.text).toContain('8:00');
  });

  bothWays('a report that was taken back has no deadline', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'đúng rồi', 'rút phản ánh', 'đồng ý');
    expect((await citizen.says('tra cứu phản ánh')).text).not.toContain('Hạn');
  });
});

describe('following up', () => {
  bothWays('who has no code at hand is told where it is, and has not tried', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'đúng rồi');
    const [ticket] = citizen.tickets();
    const other = speaker((text) => text, nam, citizen.drawer);
    expect((await other.says('tra cứu phản ánh')).ask).toBe('ticket_code');
    expect((await other.says(citizen.typed('mất mã rồi'))).text).toContain('gặp cán bộ');
    await other.says(ticket?.code ?? '');
    expect((await other.says(citizen.typed('mã bí mật là gì'))).ask).toBe('ticket_secret');
    expect(other.state()?.wrongSecrets).toBeUndefined();
  });

  bothWays('who is asked whether to take it back keeps it', async (citizen) => {
    await citizen.tells(STORY, 'ẩn danh', 'đúng rồi', 'rút phản ánh');
    expect((await citizen.says('không rút nữa')).text).toContain('vẫn được xử lý');
  });

  bothWays('“thôi khỏi” ends the waiting, as was said', async (citizen) => {
    await citizen.tells('tra cứu phản ánh', 'XH-2026-999999', 'gặp cán bộ');
    await citizen.says('thôi khỏi');
    expect(citizen.state()?.holder.kind).toBe('bot');
  });
});

bothWays('photos with a word about them are a report', async (citizen) => {
  const attachments = [{ contentType: 'image/jpeg', name: 'a.jpg', fileId: 'a', size: 9 }];
  const told = await citizen.says('đây là ảnh bãi rác', { attachments });
  expect(['location', 'category', 'description']).toContain(told.ask);
  expect(told.text).toContain('đã nhận 1');
});
