import { bothWays } from './both-ways';
import type { Turn } from '../../hotline/conversation/turn';
import { hoa, lan, monday } from '../town/people';
import { Drawer, talk, townBot } from './talk';

it('greets when the conversation begins, says that it is a machine, and what it can do', async () => {
  const welcome = await talk().opens();
  expect(welcome.text).toContain('máy trả lời tự động');
  expect(welcome.ask).toBe('choice');
  expect(welcome.options).toEqual([
    'tôi muốn phản ánh',
    'tra cứu phản ánh',
    'hỏi thủ tục hành chính',
    'chất lượng không khí',
    'gặp cán bộ',
    'English',
  ]);
});

it.each([
  'xin chào',
  'giúp tôi',
  'cảm ơn',
  'tạm biệt',
  'hủy',
  'speak english',
  'làm sổ đỏ cần giấy tờ gì',
  '🤢',
  '',
  '   ',
])('answers %j with words, once', async (text) => {
  const { messages } = await talk().says(text);
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text?.trim()).toBeTruthy();
});

it('what is not understood offers choices, the third time a person', async () => {
  const citizen = talk();
  const first = await citizen.says('abc xyz');
  expect(first.options).toContain('tôi muốn phản ánh');
  await citizen.says('abc xyz');
  expect((await citizen.says('abc xyz')).text).toContain('gặp cán bộ');
});

describe('a person asked for', () => {
  it('is told to the staff once; the citizen’s words are passed on meanwhile', async () => {
    const citizen = talk();
    expect((await citizen.says('gặp cán bộ')).handoff).toBe('waiting');
    const since = citizen.state()?.holder;
    citizen.clock.now = new Date(monday.getTime() + 60_000);
    await citizen.says('cho tôi gặp nhân viên');
    expect(citizen.state()?.holder).toEqual(since);
    const passed = await citizen.says('ủa còn ai không');
    expect(passed.handoff).toBe('waiting');
    expect(passed.text).toContain('chuyển tin này');
  });
});

describe('while a person holds the conversation', () => {
  const held = (since: Date): Turn['state'] => ({
    holder: { kind: 'staff', ...lan, since },
    bot: {},
    tickets: [],
  });
  const ask = (since: Date) =>
    townBot(new Drawer()).answer({
      conversation: hoa.conversation,
      channel: 'webchat',
      seq: 2,
      at: monday,
      state: held(since),
      activity: { type: 'message', text: 'tôi muốn phản ánh' },
    });

  it('the bot is silent', async () => {
    expect(await ask(monday)).toEqual({ out: [], state: held(monday) });
  });

  it('who fell silent for half a day holds it no longer', async () => {
    const answered = await ask(new Date(monday.getTime() - 12 * 60 * 60 * 1000));
    expect(answered.out).toHaveLength(2);
    expect(answered.out[0]?.activity.channelData?.handoff).toBe('bot');
    expect(answered.state.holder).toEqual({ kind: 'bot' });
  });
});

it.each([
  '{{code}}',
  '$t(report.filed)',
  '__proto__',
  'constructor',
  '<b>x</b>',
  '\u0000',
  '\ud800',
  'a'.repeat(20_000),
])('hostile words change nothing: %j', async (text) => {
  const citizen = talk();
  await citizen.says('tôi muốn phản ánh');
  await citizen.says('Vi phạm đất đai');
  for (let i = 0; i < 4; i++) await citizen.says(text);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(citizen.log.turns).toHaveLength(6);
  expect(JSON.stringify(citizen.log.turns.map(({ out }) => out))).not.toContain('report.filed:');
});

it('values of buttons that are no words are ignored', async () => {
  const citizen = talk();
  for (const value of [{ text: 'hủy' }, 5, null, [], true])
    expect((await citizen.says('', { value })).messages).toHaveLength(1);
});

it.each([
  [Number.NaN, 105],
  [Infinity, -Infinity],
  ['21', '105'],
  [null, undefined],
])('a position of %s, %s is answered, not an error', async (latitude, longitude) => {
  const citizen = talk();
  const entities = [{ type: 'GeoCoordinates', latitude, longitude }];
  expect((await citizen.says('', { entities })).messages.length).toBeGreaterThan(0);
});

describe('beside the matter', () => {
  bothWays('says that it is a machine when asked', async (citizen) => {
    for (const words of ['bạn là ai', 'bạn là người hay máy vậy', 'đây là người thật à', 'bot hả'])
      expect((await citizen.says(words)).text).toContain('máy');
  });

  it.each([
    'haha',
    ':))',
    '🤣🤣',
    'kkkk',
    '❤️',
    '👍',
    'ok',
    'dạ',
    'bạn ăn cơm chưa',
    'khỏe không',
    'xin lỗi',
    'tuyệt vời',
  ])('%j is met in a sentence, and is no misunderstanding', async (words) => {
    const citizen = talk();
    for (let times = 0; times < 3; times++) {
      const answer = await citizen.says(words);
      expect(answer.messages).toHaveLength(1);
      expect(answer.text).not.toContain('chưa hiểu');
    }
  });

  it('"how are you", in English', async () => {
    const citizen = talk();
    expect((await citizen.says('how are you')).text).toContain('I am a machine');
  });

  bothWays('bad words are met calmly: first with what can be done, then with a person', async (citizen) => {
    const first = await citizen.says('đồ ngu');
    expect(first.text).toContain('xin lỗi');
    expect(first.options?.length).toBeGreaterThan(3);
    const again = await citizen.says('óc chó');
    expect(again.options).toEqual(['gặp cán bộ']);
  });

  bothWays('a report inside angry words is a report', async (citizen) => {
    const answer = await citizen.says(
      'đm nhà máy xả khói đen thối um không ai chịu xử lý ở phường Ba Đình, Hà Nội',
    );
    expect(answer.ask).not.toBe('choice');
    expect(answer.ask).toBeDefined();
  });

  bothWays('what they think of us is kept for staff', async (citizen) => {
    const answer = await citizen.says('đường dây này làm việc chậm chạp, chẳng được tích sự gì');
    expect(answer.text).toContain('góp ý');
  });

  bothWays('help shows what can be done, in buttons', async (citizen) => {
    const help = await citizen.says('bạn giúp được gì');
    expect(help.options).toEqual(
      expect.arrayContaining(['hỏi thủ tục hành chính', 'chất lượng không khí', 'gặp cán bộ']),
    );
    expect((await citizen.says('hỏi thủ tục hành chính')).text).toContain('thủ tục');
  });

  bothWays('a person is never more than two messages away', async (citizen) => {
    for (const words of ['xin chào', 'bạn giúp được gì', 'abc xyz qwe', 'tôi muốn phản ánh']) {
      await citizen.says(words);
      expect((await citizen.says('gặp cán bộ')).handoff).toBe('waiting');
      await citizen.says('khỏi gặp nữa');
    }
  });
});

describe('what they think of us, said before anything else', () => {
  for (const remark of ['hỏi gì lắm thế', 'làm việc kiểu gì thế này', 'bạn là máy hả'])
    bothWays(`"${remark}" is met, and the menu stays open`, async (citizen) => {
      await citizen.says('chào bạn');
      expect((await citizen.says(remark)).ask).toBe('choice');
    });
});

describe('who says that they have a question', () => {
  for (const wish of ['cho em hỏi', 'dạ cho hỏi chút ạ', 'tôi có câu hỏi', 'tư vấn giúp em với'])
    bothWays(`"${wish}" is told to ask it`, async (citizen) => {
      const answer = await citizen.says(wish);
      expect(answer.text).toContain('bạn cứ hỏi');
      expect(answer.handoff).toBeUndefined();
      expect((await citizen.says('đổ rác ra đường bị phạt bao nhiêu')).text).toContain('phạt');
    });

  bothWays('amid a report it goes on where it was', async (citizen) => {
    await citizen.says('Xưởng nhuộm xả nước đỏ quạch ra kênh');
    const answer = await citizen.says('cho em hỏi chút');
    expect(answer.messages[0]?.text).toContain('bạn cứ hỏi');
    expect(answer.ask).toBe('location');
  });
});
