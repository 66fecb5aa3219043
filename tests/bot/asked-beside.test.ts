import type { AirInput } from '../../bot/topics/air';
import { bothWays } from './both-ways';
import { monday } from '../town/people';
import { talk } from './talk';

describe('what is asked of the hotline before anything is reported', () => {
  for (const [words, answer] of [
    ['có bị lộ thông tin không', 'mã hóa'],
    ['báo vậy có bị trả thù không', 'mã hóa'],
    ['có ai biết tôi báo không', 'mã hóa'],
    ['ai đọc tin này', 'Cán bộ đường dây nóng đọc'],
    ['bao lâu có kết quả', 'hạn trả lời dự kiến'],
    ['gửi ảnh được không', 'ảnh hay video'],
    ['mất phí không', 'không mất tiền'],
    ['gọi điện được không', 'số điện thoại'],
    ['tố cáo nặc danh được không', 'ẩn danh'],
    ['đây có phải đơn tố cáo không', 'chưa phải đơn'],
    ['tố cáo khác phản ánh chỗ nào', 'chưa phải đơn'],
  ] as const)
    bothWays(`"${words}" begins no report`, async (citizen) => {
      const answer1 = await citizen.says(words);
      expect(answer1.text).toContain(answer);
      expect(answer1.ask).toBe('choice');
    });

  bothWays('a wish comes first', async (citizen) => {
    expect((await citizen.says('tôi muốn phản ánh')).ask).toBe('category');
  });
});

it('in English, amid a report', async () => {
  const citizen = talk();
  await citizen.says('English');
  await citizen.says('report');
  for (const [words, answer] of [
    ['how long does it take', 'expected date'],
    ['is it free', 'free of charge'],
    ['who will see my name', 'encrypted'],
    ['do i need papers', 'No papers'],
  ] as const) {
    const said = await citizen.says(words);
    expect(said.text).toContain(answer);
    expect(said.ask).toBe('category');
  }
});

describe('who does not understand the question', () => {
  for (const words of ['?', '???', 'hả?', 'gì cơ', 'cái gì vậy'])
    bothWays(`"${words}" is shown an example`, async (citizen) => {
      await citizen.tells('tôi muốn phản ánh', 'ô nhiễm môi trường');
      expect((await citizen.says(words)).text).toContain('Bạn cứ kể như nói chuyện');
    });
});

describe('procedures', () => {
  bothWays('how many copies is said to be unknown', async (citizen) => {
    await citizen.says('làm sổ đỏ lần đầu');
    expect((await citizen.says('nộp mấy bản')).text).toContain('Cần mấy bản');
    expect((await citizen.says('thế còn thuế')).text).toContain('Phí, lệ phí');
  });

  for (const words of ['làm căn cước ở đâu', 'giấy khai sinh cho con'])
    bothWays(`"${words}" is of other offices`, async (citizen) => {
      expect((await citizen.says(words)).text).toContain('dichvucong.gov.vn');
    });

  bothWays('which law, and that it is not clear', async (citizen) => {
    await citizen.says('tách thửa');
    expect((await citizen.says('luật nào quy định')).text).toContain('Căn cứ pháp lý');
    expect((await citizen.says('không hiểu gì hết')).text).toContain('nói chưa rõ');
    expect((await citizen.says('ừ')).handoff).toBe('waiting');
  });

  bothWays('a field alone names none', async (citizen) => {
    await citizen.says('hỏi thủ tục');
    expect((await citizen.says('đất')).ask).toBe('procedure');
  });

  bothWays('whose name is not known', async (citizen) => {
    await citizen.says('hỏi thủ tục');
    expect((await citizen.says('không biết tên thủ tục')).text).toContain('Không cần nhớ tên');
    expect((await citizen.says('nhà tôi muốn tách thửa')).text).toContain('Tách thửa');
  });

  bothWays('“làm đơn tố cáo thế nào” asks for one, and begins no report', async (citizen) => {
    expect((await citizen.says('làm đơn tố cáo thế nào')).text).toContain('📋 Tố cáo');
  });

  bothWays('a decision that is complained of', async (citizen) => {
    await citizen.says('tôi muốn khiếu nại');
    expect((await citizen.says('quyết định thu hồi đất sai')).text).toContain('Khiếu nại lần đầu');
  });
});

describe('penalties', () => {
  bothWays('what companies pay, and another act', async (citizen) => {
    await citizen.says('vứt rác ra đường phạt bao nhiêu');
    expect((await citizen.says('thế còn công ty')).text).toContain('gấp 2 lần');
    expect((await citizen.says('karaoke 11 giờ đêm thì sao')).text).toContain('tiếng ồn');
  });

  bothWays('a distance is no sigh', async (citizen) => {
    await citizen.says('nhà máy xả khói đen ở phường Ba Đình, Hà Nội');
    const answer = await citizen.says('cách nhà dân bao nhiêu mét mới được nuôi heo');
    expect(answer.text).toContain('chưa có con số');
  });
});

describe('the air', () => {
  const AIR = { aqi: 132, level: 'kem', main: 'PM2.5', kind: 'measurement', attribution: 'OpenAQ' } as const;

  bothWays('what the figures mean', async (citizen) => {
    for (const words of ['AQI là gì', 'bụi mịn là gì', 'pm2.5 bao nhiêu là nguy hiểm'])
      expect((await citizen.says(words)).text).toContain('151–200 Xấu');
  });

  bothWays('a place that is not found is asked for once more', async (citizen) => {
    await citizen.says('chất lượng không khí');
    const again = await citizen.says('Paris');
    expect([again.ask, again.text]).toEqual(['location', expect.stringContaining('chưa tìm ra')]);
    await citizen.says('Hải Phòng');
    expect((citizen.effects()[0]?.input as AirInput).name).toContain('Hải Phòng');
  });

  bothWays('may one go out; and how is it now', async (citizen) => {
    await citizen.says('không khí Hà Nội hôm nay thế nào');
    const place = 'Hà Nội (Phường Ba Đình)';
    const air = { ...AIR, observedAt: monday.toISOString() };
    await citizen.comesBack('air', { place, ahead: false, air });
    await citizen.says('trẻ con ra đường được không');
    expect(citizen.effects()[0]?.input).toMatchObject({ name: place });
    await citizen.says('ngày mốt');
    expect(citizen.effects()[0]?.input).toMatchObject({ name: place, ahead: 'other' });
    citizen.leavesFor(4);
    await citizen.says('giờ thế nào rồi');
    expect(citizen.effects()[0]?.input).toMatchObject({ name: place });
  });
});

describe('fear', () => {
  bothWays('a wish with it tells no story', async (citizen) => {
    expect((await citizen.says('tôi muốn tố cáo cán bộ nhưng sợ lộ')).ask).toBe('description');
  });

  bothWays('“đừng cho xã biết nhé” names no place', async (citizen) => {
    const asked = await citizen.says('cán bộ địa chính đòi tiền mới làm giấy');
    const calmed = await citizen.says('đừng cho xã biết nhé');
    expect(calmed.text).toContain('mã hóa');
    expect(calmed.ask).toBe(asked.ask);
  });
});

it('English words are no slips of Vietnamese ones', async () => {
  const citizen = talk();
  await citizen.says('English');
  for (const words of ['I want to report', 'pollution', 'factory smoke every night'])
    await citizen.says(words);
  expect((await citizen.says('what do you mean')).text).toContain('Dong Ba market');
  for (const words of ['Hai Chau ward, Da Nang city', 'Hai Chau, Da Nang', 'every night', 'stay anonymous'])
    await citizen.says(words);
  expect((await citizen.says('Change')).options).toContain('What');
  expect(citizen.state()?.language).toBe('en');
});

describe('who cannot write, or needs time', () => {
  bothWays('may speak, show, or be called', async (citizen) => {
    expect((await citizen.says('tôi già rồi không biết chữ')).text).toContain('ghi âm');
  });

  for (const words of ['ủa mà khoan', 'để tôi hỏi vợ đã', 'khoan đã'])
    bothWays(`"${words}" answers nothing, and drops nothing`, async (citizen) => {
      const open = await citizen.says('nhà máy xả khói đen ở phường Ba Đình, Hà Nội');
      const waits = await citizen.says(words);
      expect(waits.text).toContain('cứ từ từ');
      expect(waits.ask).toBe(open.ask);
    });

  bothWays('“khoan đã” where going on was offered', async (citizen) => {
    await citizen.tells('nhà máy xả khói đen ở phường Ba Đình, Hà Nội', 'để sau nhé');
    const offered = await citizen.says('chào bạn');
    expect((await citizen.says('khoan đã')).options).toEqual(offered.options);
  });
});

describe('a few words are a report', () => {
  bothWays('of a kind, beside a place', async (citizen) => {
    expect((await citizen.says('quán karaoke ồn ở phường Hải Châu, Đà Nẵng')).ask).toBe('time');
    await citizen.tells('tối qua', 'ẩn danh', 'đúng rồi');
    expect(citizen.tickets()[0]?.category).toBe('noise');
  });

  for (const words of ['công an phường đánh người', 'bác sĩ bệnh viện vòi tiền'])
    bothWays(`"${words}": of officials, and kept close`, async (citizen) => {
      const asked = await citizen.says(words);
      expect(asked.text).toContain('chỉ thanh tra đọc được');
      expect(citizen.state()?.confidential).toBe(true);
    });
});
