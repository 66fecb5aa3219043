import fc from 'fast-check';
import { fold, readText } from '../../nlp/fold';
import { timeIn } from '../../nlp/time';
import { monday } from '../town/people';

/** Monday 23 November 2026, 09:00 in Vietnam. */
const NOW = '2026-11-23T09:00';
const read = (text: string, now = monday) => timeIn(readText(text), now);
/** To the minute; the tests that follow look at the rest. */
const short = (text: string | null | undefined) => text?.slice(0, 16) ?? null;

const ONCE: readonly [text: string, from: string, to: string][] = [
  ['tối qua', '2026-11-22T18:00', '2026-11-23T06:00'],
  ['đêm hôm qua', '2026-11-22T18:00', '2026-11-23T06:00'],
  ['đêm hôm kia', '2026-11-21T18:00', '2026-11-22T06:00'],
  ['sáng qua', '2026-11-22T05:00', '2026-11-22T12:00'],
  ['chiều hôm qua', '2026-11-22T12:00', '2026-11-22T18:00'],
  ['hôm qua', '2026-11-22T00:00', '2026-11-23T00:00'],
  ['Hôm kia', '2026-11-21T00:00', '2026-11-22T00:00'],
  ['SÁNG NAY', '2026-11-23T05:00', '2026-11-23T12:00'],
  ['trưa nay', '2026-11-23T11:00', '2026-11-23T14:00'],
  ['tối nay', '2026-11-23T18:00', '2026-11-24T00:00'],
  ['đang diễn ra', '2026-11-23T00:00', '2026-11-24T00:00'],
  ['bây giờ', '2026-11-23T00:00', '2026-11-24T00:00'],
  ['hiện tại', '2026-11-23T00:00', '2026-11-24T00:00'],
  ['rạng sáng nay', '2026-11-23T00:00', '2026-11-23T06:00'],
  ['sáng sớm hôm qua', '2026-11-22T04:00', '2026-11-22T08:00'],
  ['suốt đêm qua', '2026-11-22T18:00', '2026-11-23T06:00'],
  ['cả ngày hôm qua', '2026-11-22T00:00', '2026-11-23T00:00'],
  // As the south and the centre say it.
  ['hồi hôm', '2026-11-22T18:00', '2026-11-23T06:00'],
  ['khi hôm', '2026-11-22T18:00', '2026-11-23T06:00'],
  ['bữa qua', '2026-11-22T00:00', '2026-11-23T00:00'],
  ['bữa tê', '2026-11-21T00:00', '2026-11-22T00:00'],
  ['hôm tê', '2026-11-21T00:00', '2026-11-22T00:00'],
  ['sáng ni', '2026-11-23T05:00', '2026-11-23T12:00'],
  ['bữa ni', '2026-11-23T00:00', '2026-11-24T00:00'],
  ['bây chừ', '2026-11-23T00:00', '2026-11-24T00:00'],
  // The nearest afternoon that has come.
  ['hồi chiều', '2026-11-22T12:00', '2026-11-22T18:00'],
  ['hồi sáng', '2026-11-23T05:00', '2026-11-23T12:00'],
  ['lúc nửa đêm', '2026-11-22T23:00', '2026-11-23T03:00'],
  // Clocks.
  ['lúc 2h sáng', '2026-11-23T02:00', '2026-11-23T03:00'],
  ['22h30 tối qua', '2026-11-22T22:30', '2026-11-22T23:30'],
  ['tối hôm qua lúc 10h', '2026-11-22T22:00', '2026-11-22T23:00'],
  ['khoảng 9 giờ tối', '2026-11-22T21:00', '2026-11-22T22:00'],
  ['2h30 sáng nay', '2026-11-23T02:30', '2026-11-23T03:30'],
  ['12h đêm qua', '2026-11-23T00:00', '2026-11-23T01:00'],
  ['1h đêm nay', '2026-11-23T01:00', '2026-11-23T02:00'],
  ['1 giờ trưa hôm qua', '2026-11-22T13:00', '2026-11-22T14:00'],
  ['5h chiều hôm qua', '2026-11-22T17:00', '2026-11-22T18:00'],
  ['mười giờ rưỡi tối qua', '2026-11-22T22:30', '2026-11-22T23:30'],
  ['chín giờ tối hôm kia', '2026-11-21T21:00', '2026-11-21T22:00'],
  ['năm giờ sáng', '2026-11-23T05:00', '2026-11-23T06:00'],
  ['hai mươi ba giờ', '2026-11-22T23:00', '2026-11-23T00:00'],
  ['8 giờ kém 15 sáng nay', '2026-11-23T07:45', '2026-11-23T08:45'],
  ['22:30', '2026-11-22T22:30', '2026-11-22T23:30'],
  ['14:30 20/11/2026', '2026-11-20T14:30', '2026-11-20T15:30'],
  ['vào lúc 23 giờ 15 phút ngày 21 tháng 11 năm 2026', '2026-11-21T23:15', '2026-11-22T00:15'],
  ['Tối ngày 19/11/2026, lúc 23h', '2026-11-19T23:00', '2026-11-20T00:00'],
  ['từ 10h đêm tới 4h sáng', '2026-11-22T22:00', '2026-11-23T04:00'],
  ['từ 7 đến 9h tối', '2026-11-22T19:00', '2026-11-22T21:00'],
  ['7-9h tối hôm qua', '2026-11-22T19:00', '2026-11-22T21:00'],
  ['9h tối qua đến 2h sáng nay', '2026-11-22T21:00', '2026-11-23T02:00'],
  // Dates.
  ['sáng mùng 5/11', '2026-11-05T05:00', '2026-11-05T12:00'],
  ['ngày 20', '2026-11-20T00:00', '2026-11-21T00:00'],
  ['ngày 31', '2026-10-31T00:00', '2026-11-01T00:00'],
  ['20/11', '2026-11-20T00:00', '2026-11-21T00:00'],
  ['20/12', '2025-12-20T00:00', '2025-12-21T00:00'],
  ['29/2', '2024-02-29T00:00', '2024-03-01T00:00'],
  ['20-11-2026', '2026-11-20T00:00', '2026-11-21T00:00'],
  ['20.11.26', '2026-11-20T00:00', '2026-11-21T00:00'],
  ['hôm 20 tây', '2026-11-20T00:00', '2026-11-21T00:00'],
  ['ngày 24/7', '2026-07-24T00:00', '2026-07-25T00:00'],
  ['tối 20-11', '2026-11-20T18:00', '2026-11-21T06:00'],
  ['ngày 5 tháng 11', '2026-11-05T00:00', '2026-11-06T00:00'],
  ['ngày 20 tháng trước', '2026-10-20T00:00', '2026-10-21T00:00'],
  ['từ ngày 15 đến ngày 20/11', '2026-11-15T00:00', '2026-11-21T00:00'],
  // Days of the week, weeks, months, years.
  ['thứ 2 tuần trước', '2026-11-16T00:00', '2026-11-17T00:00'],
  ['từ thứ 2 đến thứ 6 tuần trước', '2026-11-16T00:00', '2026-11-21T00:00'],
  ['chủ nhật vừa rồi', '2026-11-22T00:00', '2026-11-23T00:00'],
  ['tối thứ bảy', '2026-11-21T18:00', '2026-11-22T06:00'],
  ['tối t7 tuần rồi', '2026-11-21T18:00', '2026-11-22T06:00'],
  ['cuối tuần', '2026-11-21T00:00', '2026-11-23T00:00'],
  ['cuối tuần trước', '2026-11-21T00:00', '2026-11-23T00:00'],
  ['tháng trước', '2026-10-01T00:00', '2026-11-01T00:00'],
  ['tháng 9', '2026-09-01T00:00', '2026-10-01T00:00'],
  ['tháng 12', '2025-12-01T00:00', '2026-01-01T00:00'],
  ['tháng 9 năm ngoái', '2025-09-01T00:00', '2025-10-01T00:00'],
  ['đầu tháng 10', '2026-10-01T00:00', '2026-10-11T00:00'],
  ['năm ngoái', '2025-01-01T00:00', '2026-01-01T00:00'],
  // Counted back.
  ['cách đây 2 tiếng', '2026-11-23T07:00', '2026-11-23T08:00'],
  ['10 phút trước', '2026-11-23T08:50', NOW],
  ['3 ngày trước', '2026-11-20T00:00', '2026-11-21T00:00'],
  ['nãy giờ', '2026-11-23T06:00', NOW],
  ['vừa xong', '2026-11-23T06:00', NOW],
  ['từ sáng đến giờ', '2026-11-23T05:00', NOW],
  ['sáng giờ', '2026-11-23T05:00', NOW],
  ['từ tối qua đến giờ', '2026-11-22T18:00', NOW],
];

const SINCE: readonly [text: string, from: string][] = [
  ['3 ngày nay', '2026-11-20T00:00'],
  ['3 hôm nay', '2026-11-20T00:00'],
  ['ba bữa nay', '2026-11-20T00:00'],
  ['mười lăm ngày nay', '2026-11-08T00:00'],
  ['2 tuần nay', '2026-11-09T00:00'],
  ['cả tuần nay', '2026-11-16T00:00'],
  ['hơn tháng nay', '2026-10-23T00:00'],
  ['gần 2 tháng nay', '2026-09-23T00:00'],
  ['2 năm nay', '2024-11-23T00:00'],
  ['rác 3 ngày chưa hốt', '2026-11-20T00:00'],
  ['từ tuần trước', '2026-11-16T00:00'],
  ['từ đầu tháng', '2026-11-01T00:00'],
  ['từ tết', '2026-02-17T00:00'],
  ['từ tháng 9 đến nay', '2026-09-01T00:00'],
  ['từ năm 2020 đến nay', '2020-01-01T00:00'],
  ['từ 2023', '2023-01-01T00:00'],
  ['tu tuan truoc toi nay', '2026-11-16T00:00'],
  ['từ tuần trước đêm nào cũng', '2026-11-16T00:00'],
];

const AGAIN = [
  ...['đêm nào cũng', 'dem nao cung dot', 'ngày nào cũng vậy', 'chiều nào cũng đốt', 'mỗi tối', 'mọi đêm'],
  ...['hàng ngày', 'hằng đêm', 'thường xuyên', 'lâu lâu', 'kêu suốt', 'liên tục', 'mấy hôm nay rồi'],
  ...['mấy tháng nay', 'cứ 2h sáng là nó xả', 'cứ đến khoảng 2 giờ sáng là xe chạy vào', 'cứ trời mưa là xả'],
  ...['suốt ngày', 'quanh năm', 'thỉnh thoảng', 'ngày 3 lần', 'hổm rày', 'mấy bữa rày', 'lâu nay', 'dạo này'],
  ...['ban đêm', 'thứ hai hàng tuần', 'hát từ 7h tối tới 11h đêm mỗi ngày', 'từ khi có trại heo tới nay'],
];

const WORDS_ONLY = [
  ...['mùng 5 âm lịch', 'rằm tháng 7', 'mùng 1 tết', '30 tết', 'hôm rằm', 'bữa trước', 'hôm nọ', 'mới đây'],
  ...['mấy hôm trước', 'sau tết', 'đêm hôm trước'],
];

const NONE = [
  ...['', 'tôi muốn phản ánh', 'nước đen', 'qua cầu', 'không nhớ', 'tôi qua nhà', 'chiều dài 20 mét', '200k'],
  ...[
    '31/2',
    'ngày 31/2',
    '30/2/2026',
    '25h',
    'lúc 25h30',
    'ngày mai',
    'tuần sau',
    'thứ 6 tới',
    '20/12/2026',
  ],
  ...[
    '24/7',
    'quán mở 24/7',
    'hoạt động 24/24h',
    'trong 2h',
    '2 giờ đồng hồ',
    '1/2 diện tích',
    '2/3 dân trong xóm',
  ],
  ...[
    'số 12/5 Lê Lợi',
    'hẻm 20/11',
    '12/5 Lê Lợi, phường 4',
    'nhà ở 12/5 lê lợi',
    '12/5 le loi p4',
    'đường 30/4',
  ],
  ...['đường 3 tháng 2', 'cách mạng tháng 8', 'đường số 20', 'tổ 5 KP3', 'quận 9', 'QL1A', 'theo NĐ 45/2022'],
  ...['nghị định 45 năm 2022', 'QCVN 26/2010/BTNMT', 'QĐ 174/QĐ-BTNMT', '0912.345.678', '09.12.34.56.78'],
  ...['XH-2026-000123', 'mấy ngày thì xong', '3 ngày làm việc', 'khi nào xử lý', 'ngày nào thì xong'],
  ...['thứ hai là họ xả nước', 'hôm nào tiện thì đến', 'nhà tôi cách đó 2 km', 'bật đèn sáng quá'],
];

it.each(ONCE)('%s: from %s to %s', (text, from, to) => {
  const time = read(text);
  expect([short(time?.from), short(time?.to)]).toEqual([from, to]);
  expect(time?.recurring).toBe(false);
});

it.each(SINCE)('%s: since %s until now, again and again', (text, from) => {
  const time = read(text);
  expect([short(time?.from), short(time?.to)]).toEqual([from, NOW]);
  expect(time?.recurring).toBe(true);
});

it.each(AGAIN)('%s: again and again, without a beginning', (text) => {
  expect(read(text)).toMatchObject({ from: null, to: null, recurring: true });
});

it.each(WORDS_ONLY)('%s: kept as words', (text) => {
  expect(read(text)).toEqual({ text, from: null, to: null, recurring: false });
});

it.each(NONE)('%j names no time', (text) => {
  expect(read(text)).toBeNull();
});

it.each([
  ['Khói từ Tối Qua tới giờ', 'từ Tối Qua tới giờ'],
  ['Khoảng 9 giờ tối có xe vào', 'Khoảng 9 giờ tối'],
  ['hôm qua tôi đi làm về, lúc 22h30 thấy xe đổ', 'hôm qua, lúc 22h30'],
  ['Từ tuần trước nhà máy bên sông xả khói. Đêm nào cũng có', 'Từ tuần trước, Đêm nào cũng có'],
  ['năm ngoái phạt rồi mà hôm qua lại xả', 'hôm qua'],
])('the words of %s', (text, words) => {
  expect(read(text)?.text).toBe(words);
  expect(read(text.normalize('NFD'))?.text).toBe(words);
});

it('counts days in Vietnam: late evening in UTC is tomorrow there', () => {
  expect(read('hôm nay', new Date('2026-11-22T17:30:00Z'))?.from).toBe('2026-11-23T00:00:00+07:00');
  expect(read('hôm nay', new Date('2026-11-22T16:30:00Z'))?.from).toBe('2026-11-22T00:00:00+07:00');
});

const told = fc.constantFrom(...[...ONCE, ...SINCE].map(([text]) => text), ...AGAIN);

it('capitals and decomposed text tell the same', () => {
  fc.assert(
    fc.property(told, (text) => {
      const { text: _as, ...time } = read(text) ?? { text: '' };
      expect(read(text.normalize('NFD'))).toMatchObject(time);
      expect(read(text.toUpperCase())).toMatchObject(time);
    }),
  );
});

it('without accents there is still a time, but for words that would be others', () => {
  const missed = [...ONCE, ...SINCE].map(([text]) => text).filter((text) => read(fold(text)) === null);
  expect(missed).toEqual([]);
});

it('whatever is typed: what is told has come, ends after it begins, and is in the words of the text', () => {
  const pieces = fc.array(fc.oneof(told, fc.constantFrom(...NONE), fc.string({ unit: 'grapheme' })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(pieces, fc.constantFrom(' ', ', ', '. ', '-', '/'), (parts, sign) => {
      const text = parts.join(sign);
      const time = read(text);
      if (!time) return;
      for (const part of time.text.split(', ')) expect(text.normalize('NFC')).toContain(part);
      if (time.from !== null && time.to !== null) expect(time.to > time.from).toBe(true);
      expect(time.from === null).toBe(time.to === null);
    }),
    { numRuns: 500, examples: [[['từ 10h đêm tới 4h sáng', 'tháng trước'], ' ']] },
  );
});
