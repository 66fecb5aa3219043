import type { Activity } from '../../hotline/activity';
import { chosen, numbered, offeredAfter } from '../../hotline/choices';
import type { OutMessage } from '../../hotline/conversation/turn';

const WORDS = { byNumber: 'Trả lời bằng số:', onlyOne: (option: string) => `Hoặc nhắn “${option}”.` };
const holder = { kind: 'bot' } as const;

const question = (...options: string[]): Activity => ({
  type: 'message',
  text: 'Về việc gì?',
  suggestedActions: { actions: options.map((each) => ({ type: 'imBack', title: each, value: each })) },
  channelData: { ask: 'location', options },
});
const out = (activity: Activity): OutMessage[] => [{ activity }];

describe('options as lines', () => {
  test('are numbered, and what is below the text is gone', () => {
    const { text, suggestedActions, channelData } = numbered(question('Khói bụi', 'Tiếng ồn'), WORDS);
    expect(text).toBe('Về việc gì?\nTrả lời bằng số:\n1. Khói bụi\n2. Tiếng ồn');
    expect(suggestedActions).toBeUndefined();
    expect(channelData).toMatchObject({ ask: 'location', options: ['Khói bụi', 'Tiếng ồn'] });
  });

  test('one alone has no number: a number may answer the question itself', () => {
    const message = numbered(question('Bỏ qua'), WORDS);
    expect(message.text).toBe('Về việc gì?\nHoặc nhắn “Bỏ qua”.');
    expect(offeredAfter(undefined, { out: out(message) })).toBeUndefined();
  });

  test('links stay links and are no options', () => {
    const actions = [{ type: 'openUrl', title: 'Trang tỉnh', value: 'https://a.vn' }];
    expect(numbered({ type: 'message', text: 'Xem', suggestedActions: { actions } }, WORDS).text).toBe(
      'Xem\nTrang tỉnh: https://a.vn',
    );
  });

  test('a message without options stays as it is', () => {
    expect(numbered({ type: 'message', text: 'Vâng' }, WORDS)).toEqual({ type: 'message', text: 'Vâng' });
  });
});

describe('an answer', () => {
  const offered = [{ says: 'khói' }, { says: 'ồn', title: '🔊 Tiếng ồn' }, { says: 'rác' }];
  const says = (text: string): string | undefined =>
    chosen({ type: 'message', text }, { offered, holder })?.text;

  test.each([
    '2',
    ' 2. ',
    'số 2',
    'so 2 a',
    'Chọn 2',
    'chọn số 2 nhé',
    '②',
    '2️⃣',
    '２',
    '#2',
    '2)',
    'tiếng ồn',
    'TIENG ON',
  ])('%s is the second', (text) => expect(says(text)).toBe('ồn'));

  test.each([
    '0',
    '4',
    '22',
    '2 3',
    '2/9',
    '0912345678',
    'phường 2',
    '2 hộ dân',
    'ngõ 2',
    'khói',
    'xin chào',
    '2\n3',
  ])('%s stays what it is', (text) => expect(says(text)).toBe(text));

  test('nothing is chosen while a person of the staff is asking', () => {
    const staff = { kind: 'staff', id: 'lan', name: 'Chị Lan', since: new Date() } as const;
    expect(chosen({ type: 'message', text: '2' }, { offered, holder: staff })?.text).toBe('2');
  });
});

describe('what stands open', () => {
  const before = [{ says: 'a' }, { says: 'b' }];
  const said = { type: 'message', text: 'x' };
  const shown = numbered(question('c', 'd'), WORDS);

  test('the options of the last question', () => {
    const both = [...out(shown), ...out({ type: 'message', text: 'Cảm ơn bạn' })];
    expect(offeredAfter(before, { in: said, out: both })).toEqual([{ says: 'c' }, { says: 'd' }]);
  });

  test('nothing after an answer without options', () => {
    expect(offeredAfter(before, { in: said, out: out({ type: 'message', text: 'Vâng' }) })).toBeUndefined();
  });

  test('the same after a message that is not answered, news, and what staff say', () => {
    expect(offeredAfter(before, { in: said, out: [] })).toBe(before);
    const news = out({ type: 'message', text: 'Phản ánh đã được chuyển' });
    expect(offeredAfter(before, { cause: { type: 'clock' }, out: news })).toBe(before);
    const staff = [{ activity: { type: 'message', text: 'Chào bạn' }, by: { id: 'lan', name: 'Lan' } }];
    expect(offeredAfter(before, { in: said, out: staff })).toBe(before);
  });

  test('nothing after news that ask something of their own', () => {
    const asking = out({ type: 'message', text: 'Bạn bổ sung giúp', channelData: { ask: 'free_text' } });
    expect(offeredAfter(before, { cause: { type: 'clock' }, out: asking })).toBeUndefined();
  });

  test('with buttons only where nothing but an option answers', () => {
    const open = question('c', 'd');
    expect(offeredAfter(undefined, { out: out(open) })).toBeUndefined();
    const closed = { ...open, channelData: { ask: 'category' as const } };
    expect(offeredAfter(undefined, { out: out(closed) })).toHaveLength(2);
  });
});
