import { hoa, monday, nam } from '../town/people';
import { talk } from './talk';

const STORY =
  'Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, nước đen ngòm, bốc mùi nồng nặc';

describe('from "tôi muốn phản ánh"', () => {
  it('at most four questions, one at a time, each once, then the summary and the ticket', async () => {
    const citizen = talk();
    const asks: unknown[] = [];
    let answer = await citizen.says('tôi muốn phản ánh');
    const replies: Record<string, string> = {
      category: 'Ô nhiễm môi trường',
      description: 'Ống xả của xưởng nhuộm đổ thẳng ra mương, tôm cá chết hàng loạt, nước đen ngòm',
      location: 'cạnh cầu Long Biên, phường Hồng Hà, Hà Nội',
      time: 'từ tuần trước',
      anonymity: 'Ẩn danh',
    };
    while (answer.ask && answer.ask !== 'confirm' && asks.length < 10) {
      asks.push(answer.ask);
      answer = await citizen.says(replies[answer.ask] ?? 'Bỏ qua');
    }
    expect(new Set(asks).size).toBe(asks.length);
    expect(asks.length).toBeLessThanOrEqual(4);
    expect(answer.ask).toBe('confirm');
    const filed = await citizen.says('đúng rồi');
    expect(filed.ticket).toMatchObject({ code: 'XH-2026-000001', status: 'received', category: 'water' });
    expect(citizen.tickets()[0]).toMatchObject({
      lane: 'pollution',
      anonymous: true,
      description: replies.description,
      location: { communeCode: '00097', provinceCode: '01' },
      agency: { code: 'SNNMT-01' },
    });
  });

  it('the code, the agency and the deadline are told; the secret is only a mark in the log', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    await citizen.says('Ẩn danh');
    const filed = await citizen.says('Đúng rồi');
    expect(filed.text).toContain('XH-2026-000001');
    expect(filed.text).toContain('Sở Nông nghiệp và Môi trường Thành phố Hà Nội');
    expect(filed.text).toContain('17:00 ngày 14/12/2026');
    expect(filed.ticket?.secret).toBe('••••••••••');
    expect(citizen.log.turns.at(-1)?.out[0]?.secretOf).toBe('XH-2026-000001');
    expect(citizen.stored()).not.toContain(citizen.secret('XH-2026-000001'));
    expect(citizen.state()?.tickets).toEqual(['XH-2026-000001']);
  });
});

describe('a full story', () => {
  it('is asked only what it does not tell', async () => {
    const citizen = talk();
    const first = await citizen.says(STORY);
    expect(first.ask).toBe('anonymity');
    expect(first.options).toEqual(['Ẩn danh', 'Để lại liên hệ']);
    expect(first.buttons).toEqual(first.options);
    const summary = await citizen.says('ẩn danh');
    expect(summary.ask).toBe('confirm');
    for (const part of ['Nước thải', 'nước đen ngòm', 'Phường Ba Đình', 'Tối qua', 'ẩn danh'])
      expect(summary.text).toContain(part);
  });

  it('without accents says the same', async () => {
    const citizen = talk();
    const first = await citizen.says(
      'toi qua nha may o phuong ba dinh ha noi xa nuoc thai ra ho, nuoc den si, ca chet',
    );
    expect(first.ask).toBe('anonymity');
  });

  it('the description is the citizen’s own words, never normalised', async () => {
    const citizen = talk();
    const typed = '  NƯỚC ĐEN NGÒM!!! tối qua, p. Ba Đình HÀ NỘI, cá chết trắng hồ 😡 '.normalize('NFD');
    await citizen.says(typed);
    await citizen.says('ẩn danh');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.description).toBe(typed.trim());
  });
});

describe('every prompt', () => {
  it('tells programs what is asked, on the last message, with the options it shows', async () => {
    const citizen = talk();
    const lane = await citizen.says('tôi muốn phản ánh');
    expect(lane.ask).toBe('category');
    expect(lane.options).toEqual(['Ô nhiễm môi trường', 'Vi phạm đất đai', 'Sai phạm của cán bộ']);
    const description = await citizen.says('Vi phạm đất đai');
    expect(description.ask).toBe('description');
    const location = await citizen.says('Ông A đổ đất lấp mương rồi xây nhà trên đất lúa');
    expect(location.ask).toBe('location');
    const which = await citizen.says('xã Tân Hiệp');
    expect(which.ask).toBe('location');
    expect(which.options).toEqual(['Xã Tân Hiệp, Đà Nẵng', 'Xã Tân Hiệp, An Giang']);
    const anonymity = await citizen.says('Xã Tân Hiệp, An Giang');
    expect(anonymity.ask).toBe('anonymity');
    const contact = await citizen.says('Để lại liên hệ');
    expect([contact.ask, contact.options]).toEqual(['contact', ['Ẩn danh']]);
    const confirm = await citizen.says('Ẩn danh');
    expect([confirm.ask, confirm.options]).toEqual(['confirm', ['Đúng rồi', 'Sửa lại', 'Hủy']]);
    const change = await citizen.says('Sửa lại');
    expect(change.ask).toBe('choice');
    await citizen.says('Thời gian');
    await citizen.says('sáng nay');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]).toMatchObject({
      lane: 'land',
      category: null,
      location: { communeCode: '30850', provinceCode: '91' },
      time: { text: 'sáng nay' },
    });
  });
});

it('the time is asked when there is room for it, and may be skipped', async () => {
  const citizen = talk();
  await citizen.says('Khói đen kịt mù mịt từ ống khói nhà máy');
  const time = await citizen.says('phường Ba Đình, Hà Nội');
  expect([time.ask, time.options]).toEqual(['time', ['Bỏ qua']]);
  expect((await citizen.says('Bỏ qua')).ask).toBe('anonymity');
});

it.each(['tuần trước', 'hôm qua', 'lâu rồi', 'từ sáng', 'không nhớ rõ', 'mấy bữa nay', 'hồi hôm'])(
  '%j answers when it happened, whatever it is by itself',
  async (answer) => {
    const citizen = talk();
    await citizen.says('Khói đen kịt mù mịt từ ống khói nhà máy');
    expect((await citizen.says('phường Ba Đình, Hà Nội')).ask).toBe('time');
    expect((await citizen.says(answer)).ask).toBe('anonymity');
  },
);

describe('the citizen may always', () => {
  it.each(['hủy', 'huỷ', 'thôi', 'Hủy', 'thôi không phản ánh nữa'])(
    'stop with %j: nothing is filed',
    async (word) => {
      for (const before of [[], ['Ô nhiễm môi trường'], ['Vi phạm đất đai', 'lấn đất công']]) {
        const citizen = talk();
        await citizen.says('tôi muốn phản ánh');
        for (const text of before) await citizen.says(text);
        const stopped = await citizen.says(word);
        expect(stopped.text).toContain('chưa gửi gì');
        expect(stopped.ask).toBeUndefined();
        expect((await citizen.says('xin chào')).text).toContain('Xin chào');
        expect(citizen.tickets()).toEqual([]);
      }
    },
  );

  it('begin again: what was told is forgotten', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    const again = await citizen.says('bắt đầu lại');
    expect(again.ask).toBe('category');
    expect(JSON.stringify(citizen.state()?.bot)).not.toContain('nước đen');
  });

  it('go back to the question before, whose answer is forgotten', async () => {
    const citizen = talk();
    await citizen.says('tôi muốn phản ánh');
    expect((await citizen.says('quay lại')).ask).toBe('category');
    await citizen.says('Vi phạm đất đai');
    await citizen.says('lấn chiếm đất công làm quán');
    const description = await citizen.says('quay lại');
    expect(description.ask).toBe('description');
    const location = await citizen.says('xây nhà trên đất lúa');
    expect(location.ask).toBe('location');
    await citizen.says('phường Ba Đình Hà Nội');
    await citizen.says('Bỏ qua');
    await citizen.says('Ẩn danh');
    await citizen.says('Đúng rồi');
    expect(citizen.tickets()[0]?.description).toBe('xây nhà trên đất lúa');
  });

  it('skip what is not needed, and is told what is', async () => {
    const citizen = talk();
    await citizen.says('tôi muốn phản ánh');
    await citizen.says('Ô nhiễm môi trường');
    const kept = await citizen.says('bỏ qua');
    expect(kept.ask).toBe('description');
    expect(kept.text).toContain('đại khái');
    await citizen.says('Khói mù mịt khắp xóm');
    expect((await citizen.says('không biết')).ask).toBe('location');
    expect((await citizen.says('không biết')).ask).not.toBe('location');
  });

  it('ask for a person: the conversation waits, the draft is kept', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    const person = await citizen.says('gặp cán bộ');
    expect(person.handoff).toBe('waiting');
    expect(citizen.state()?.holder.kind).toBe('waiting');
    expect((await citizen.says('ẩn danh')).ask).toBe('confirm');
  });

  it('answer nonsense: is asked again, and offered a person after the second time', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    const first = await citizen.says('xyz');
    expect(first.ask).toBe('anonymity');
    const second = await citizen.says('xyz');
    expect(second.options).toContain('gặp cán bộ');
  });
});

describe('at the summary', () => {
  async function atSummary() {
    const citizen = talk();
    await citizen.says(STORY);
    await citizen.says('ẩn danh');
    return citizen;
  }

  it.each([
    ['Loại', 'category', 'Tiếng ồn', { category: 'noise' }],
    ['Nơi xảy ra', 'location', 'phường Hồng Hà, Hà Nội', { location: { communeCode: '00097' } }],
    ['Thời gian', 'time', 'sáng nay', { time: { text: 'sáng nay' } }],
    ['Liên hệ', 'anonymity', hoa.phone, { anonymous: false }],
    ['Nội dung', 'description', 'Có cả mùi hôi nữa', { description: `${STORY}\nCó cả mùi hôi nữa` }],
  ])('"%s" is changed: asks %s', async (part, ask, answer, changed) => {
    const citizen = await atSummary();
    await citizen.says('Sửa lại');
    expect((await citizen.says(part)).ask).toBe(ask);
    expect((await citizen.says(answer)).ask).toBe('confirm');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]).toMatchObject(changed);
  });

  it('another lane may be chosen', async () => {
    const citizen = await atSummary();
    await citizen.says('Sửa lại');
    await citizen.says('Loại');
    await citizen.says('Vi phạm đất đai');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]).toMatchObject({
      lane: 'land',
      category: null,
      agency: { code: 'UBND-00004' },
    });
  });

  it('a place that is not clear is asked back even while it is changed', async () => {
    const citizen = await atSummary();
    await citizen.says('Sửa lại');
    await citizen.says('Nơi xảy ra');
    const which = await citizen.says('xã Tân Hiệp');
    expect([which.ask, which.options]).toEqual([
      'location',
      ['Xã Tân Hiệp, Đà Nẵng', 'Xã Tân Hiệp, An Giang'],
    ]);
    expect((await citizen.says('An Giang')).ask).toBe('confirm');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.location).toMatchObject({ communeCode: '30850', provinceCode: '91' });
  });

  it('is corrected in free words, which are kept', async () => {
    const citizen = await atSummary();
    const corrected = await citizen.says('à nhầm, ở phường Hồng Hà, Hà Nội chứ không phải phường Ba Đình');
    expect(corrected.ask).toBe('confirm');
    expect(corrected.text).toContain('Phường Hồng Hà');
    await citizen.says('ok');
    expect(citizen.tickets()[0]).toMatchObject({
      location: { communeCode: '00097' },
      description: expect.stringContaining('à nhầm'),
    });
  });

  it.each(['Đúng rồi', 'dung roi', 'ok', 'vâng ạ', 'Dạ đúng ạ', 'gửi đi', 'chính xác'])(
    '%j files it',
    async (yes) => {
      const citizen = await atSummary();
      await citizen.says(yes);
      expect(citizen.tickets()).toHaveLength(1);
    },
  );
});

describe('a shared position', () => {
  it('inside a commune answers where', async () => {
    const citizen = talk();
    await citizen.says('tối qua xả nước thải chưa xử lý ra hồ, đen ngòm');
    const taken = await citizen.shares(21.0287, 105.8523);
    expect(taken.text).toContain('Phường Hoàn Kiếm');
    expect(taken.ask).toBe('anonymity');
    await citizen.says('ẩn danh');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.location).toMatchObject({
      communeCode: '00070',
      lat: 21.0287,
      lon: 105.8523,
    });
  });

  it('at sea is not taken, and the address is asked for', async () => {
    const citizen = talk();
    await citizen.says('tối qua xả nước thải chưa xử lý ra hồ, đen ngòm');
    const nowhere = await citizen.shares(12, 115.5);
    expect(nowhere.text).toContain('nằm ngoài');
    expect(nowhere.ask).toBe('location');
  });

  it('as the very first thing opens a report', async () => {
    const citizen = talk();
    const opened = await citizen.shares(21.0287, 105.8523);
    expect(opened.text).toContain('Phường Hoàn Kiếm');
    expect(opened.ask).toBe('category');
  });
});

describe('photos', () => {
  it('of an album are held, and answered once', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    for (const id of ['p1', 'p2', 'p3']) expect((await citizen.sends(id)).messages).toEqual([]);
    const answered = await citizen.waits();
    expect(answered?.text).toContain('3 ảnh');
    expect(answered?.ask).toBe('anonymity');
    expect(await citizen.waits()).toBeUndefined();
    await citizen.says('ẩn danh');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.attachments.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
  });

  it('and words that follow at once are answered together', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    await citizen.sends('p1');
    const answered = await citizen.says('ẩn danh');
    expect(answered.ask).toBe('confirm');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.attachments).toHaveLength(1);
  });

  it.each(['đúng rồi', 'Bỏ qua', 'Sửa lại'])(
    'and %j said beside them at the summary: they are kept',
    async (words) => {
      const citizen = talk();
      await citizen.says(STORY);
      await citizen.says('ẩn danh');
      await citizen.sends('p1');
      await citizen.says(words);
      if (citizen.tickets().length === 0) await citizen.says('đúng rồi');
      if (citizen.tickets().length === 0) await citizen.says('đúng rồi');
      expect(citizen.tickets()[0]?.attachments.map(({ id }) => id)).toEqual(['p1']);
    },
  );

  it('more than one report holds are told so', async () => {
    const citizen = talk();
    await citizen.says(STORY);
    await citizen.sends(...Array.from({ length: 25 }, (_, i) => `p${i}`));
    expect((await citizen.waits())?.text).toContain('20 tệp');
    await citizen.says('ẩn danh');
    await citizen.says('đúng rồi');
    expect(citizen.tickets()[0]?.attachments).toHaveLength(20);
  });
});

it('danger to people: the emergency numbers come first, and the report is urgent', async () => {
  const citizen = talk(nam);
  const first = await citizen.says('Rò rỉ amoniac ở xưởng đá, xã Tân Hiệp An Giang, nhiều người ngất xỉu');
  expect(first.messages[0]?.text).toMatch(/114.*115/s);
  expect(first.ask).toBe('confirm');
  await citizen.says('đúng rồi');
  expect(citizen.tickets()[0]).toMatchObject({
    urgent: true,
    anonymous: true,
    deadline: new Date(monday.getTime() + 24 * 60 * 60 * 1000),
  });
});

it('danger that nothing else was understood of opens an urgent report', async () => {
  const citizen = talk();
  const first = await citizen.says('có mấy người bị ngất, khó thở');
  expect(first.messages[0]?.text).toMatch(/114/);
  expect(first.ask).toBeDefined();
});
