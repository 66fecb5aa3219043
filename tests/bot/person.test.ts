import { monday } from '../town/people';
import { bothWays } from './both-ways';
import { Drawer, talk } from './talk';

const at = (moment: string): Date => new Date(`${moment}+07:00`);
const NIGHT = at('2026-11-24T21:30:00');
const SATURDAY = at('2026-11-28T10:00:00');
const LUNCH = at('2026-11-23T12:20:00');

describe('a person is asked for', () => {
  it.each([
    'gặp cán bộ',
    'cho tôi gặp người thật',
    'tôi muốn nói chuyện với người, không nói với máy',
    'có ai ở đó không',
    'gọi cán bộ ra đây',
    'nhân viên đâu rồi',
    'cho mình gặp tư vấn viên với ạ',
    'chuyển máy cho cán bộ giúp tôi',
    'gap can bo',
    'cho gap ng that di',
    'talk to a person please',
    'I want to speak to someone',
  ])('%j', async (words) => {
    expect((await talk().says(words)).handoff).toBe('waiting');
  });

  bothWays('and told how many wait before, and that writing on is of use', async (citizen) => {
    citizen.drawer.ahead = 2;
    const answer = await citizen.says('cho tôi gặp cán bộ');
    expect(answer.text).toContain('Trước bạn còn 2 người');
    expect(answer.text).toContain('cứ viết điều cần hỏi');
    citizen.drawer.ahead = 0;
    expect((await citizen.says('cán bộ đâu rồi')).text).toContain('đứng đầu hàng chờ');
  });

  it.each([
    [NIGHT, '8:00 ngày mai'],
    [SATURDAY, '8:00 thứ Hai, 30/11'],
    [LUNCH, '13:00 hôm nay'],
    [at('2027-02-05T09:00:00'), '8:00 thứ Sáu, 12/02'],
  ])('out of hours, at %s, it is told when somebody is back: %s', async (now, when) => {
    const citizen = talk();
    citizen.clock.now = now;
    const answer = await citizen.says('gặp cán bộ');
    expect(answer.handoff).toBe('waiting');
    expect(answer.text).toContain(when);
    expect(answer.text).toContain('8:00–12:00 và 13:00–17:00');
  });

  bothWays('in the middle of a report: the report is still there', async (citizen) => {
    await citizen.tells('tôi muốn phản ánh', 'Ô nhiễm môi trường');
    expect((await citizen.says('thôi cho tôi gặp cán bộ đi')).handoff).toBe('waiting');
    const next = await citizen.says('nhà máy xả nước thải đen ngòm ra mương sau nhà');
    expect(next.ask).toBe('location');
  });

  it('by somebody who spoke of misconduct: only inspectors are called', async () => {
    const citizen = talk();
    await citizen.says('cán bộ địa chính xã Yên Phong, Bắc Ninh đòi tôi 5 triệu mới chịu làm sổ đỏ');
    await citizen.says('gặp cán bộ');
    expect(citizen.state()).toMatchObject({
      confidential: true,
      holder: { kind: 'waiting', lane: 'misconduct' },
    });
  });
});

describe('while somebody waits for a person', () => {
  bothWays('what they write goes to staff; the bot says so and nothing else', async (citizen) => {
    await citizen.says('gặp cán bộ');
    const story = await citizen.says('ủa lâu quá vậy');
    expect(story.handoff).toBe('waiting');
    expect(story.text).toContain('chuyển tin này cho cán bộ');
  });

  bothWays(
    'a story goes to staff, and becomes a report in one press, without telling it again',
    async (citizen) => {
      await citizen.says('gặp cán bộ');
      const passed = await citizen.says(
        'Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ',
      );
      expect(passed.handoff).toBe('waiting');
      const report = await citizen.says(passed.options?.[0] ?? '');
      expect(report.ask).not.toBe('category');
      expect(report.ask).not.toBe('location');
      expect(citizen.state()?.holder.kind).toBe('waiting');
    },
  );

  bothWays('danger is met at once', async (citizen) => {
    await citizen.says('gặp cán bộ');
    const answer = await citizen.says('cứu với, xưởng hóa chất nổ, nhiều người ngất xỉu');
    expect(answer.text).toContain('114');
  });

  bothWays('a clear question is answered, and staff read it too', async (citizen) => {
    await citizen.says('gặp cán bộ');
    const answer = await citizen.says('đốt rác ngoài đường bị phạt bao nhiêu tiền');
    expect(answer.text).toContain('Cán bộ cũng sẽ đọc');
    expect(answer.messages.length).toBeGreaterThan(1);
  });

  bothWays('misconduct is closed to other staff from its first word', async (citizen) => {
    await citizen.says('gặp cán bộ');
    await citizen.says('cán bộ địa chính phường nhận hối lộ 10 triệu của tôi');
    expect(citizen.state()?.confidential).toBe(true);
  });

  it.each(['thôi khỏi', 'hủy', 'không cần gặp nữa', 'thôi không chờ nữa', 'khoi can nua', 'never mind'])(
    '%j leaves the queue',
    async (words) => {
      const citizen = talk();
      await citizen.says('gặp cán bộ');
      const left = await citizen.says(words);
      expect(left.handoff).toBe('bot');
      expect(citizen.state()?.holder).toEqual({ kind: 'bot' });
    },
  );
});

describe('while a person holds the conversation', () => {
  it('the bot is silent; handed back, it says so and goes on', async () => {
    const citizen = talk();
    await citizen.says('gặp cán bộ');
    expect((await citizen.takenOver()).text).toContain('Phạm Thị Lan');
    expect((await citizen.says('tôi muốn phản ánh')).messages).toEqual([]);
    await citizen.staffSays('Chào bác');
    expect((await citizen.handedBack()).handoff).toBe('bot');
    expect((await citizen.says('tôi muốn phản ánh')).ask).toBe('category');
  });

  it('who says nothing for hours holds it no longer, and the citizen is told with the next answer', async () => {
    const citizen = talk();
    await citizen.says('gặp cán bộ');
    await citizen.takenOver();
    citizen.clock.now = new Date(monday.getTime() + 5 * 3_600_000);
    const answer = await citizen.says('tôi muốn phản ánh');
    expect(answer.messages[0]?.text).toContain('Cán bộ chưa trả lời');
    expect(answer.ask).toBe('category');
    expect(citizen.state()?.holder).toEqual({ kind: 'bot' });
  });

  it('speaks the language of the citizen when it changes hands', async () => {
    const citizen = talk();
    await citizen.says('English please');
    await citizen.says('talk to a person');
    expect((await citizen.takenOver()).text).toContain('is answering you now');
    expect((await citizen.handedBack()).text).toContain('answering machine is back');
  });
});

describe('how an agency, or a person, is to be reached', () => {
  bothWays('nothing that is not confirmed is told; the emergency numbers are', async (citizen) => {
    const answer = await citizen.says('cho tôi xin số điện thoại đường dây nóng');
    expect(answer.text).toContain('chưa có số điện thoại');
    for (const number of ['113', '114', '115', '112', '111']) expect(answer.text).toContain(number);
    expect(answer.buttons).toContain('gặp cán bộ');
  });

  it('of an agency that is named, with its name', async () => {
    const answer = await talk().says('địa chỉ sở nông nghiệp và môi trường Hà Nội ở đâu');
    expect(answer.text).toContain('Sở Nông nghiệp và Môi trường Thành phố Hà Nội');
    expect(answer.text).toContain('chưa có');
  });

  bothWays('the hours are told', async (citizen) => {
    const answer = await citizen.says('mấy giờ cán bộ làm việc');
    expect(answer.text).toContain('8:00–12:00');
    expect((await citizen.says('thứ bảy có ai trực không')).text).toContain('8:00–12:00');
  });
});

test('who asks for a person keeps their place, however often they ask', async () => {
  const citizen = talk(undefined, new Drawer());
  await citizen.says('gặp cán bộ');
  const since = citizen.state()?.holder;
  citizen.clock.now = new Date(monday.getTime() + 60_000);
  await citizen.says('gặp cán bộ');
  expect(citizen.state()?.holder).toEqual(since);
});
