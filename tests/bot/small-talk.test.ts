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
