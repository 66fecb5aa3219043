import { timeIn } from '../../nlp/time';
import { monday } from '../town/people';

/** Monday 23 November 2026, 09:00 in Vietnam. */
const read = (text: string, now = monday) => timeIn(text, now);

it.each([
  ['tối qua', '2026-11-22T18:00:00+07:00', '2026-11-23T06:00:00+07:00'],
  ['đêm hôm qua có xe đổ trộm', '2026-11-22T18:00:00+07:00', '2026-11-23T06:00:00+07:00'],
  ['toi qua', '2026-11-22T18:00:00+07:00', '2026-11-23T06:00:00+07:00'],
  ['sáng qua', '2026-11-22T05:00:00+07:00', '2026-11-22T12:00:00+07:00'],
  ['chiều hôm qua', '2026-11-22T12:00:00+07:00', '2026-11-22T18:00:00+07:00'],
  ['hôm qua', '2026-11-22T00:00:00+07:00', '2026-11-23T00:00:00+07:00'],
  ['Hôm kia', '2026-11-21T00:00:00+07:00', '2026-11-22T00:00:00+07:00'],
  ['SÁNG NAY', '2026-11-23T05:00:00+07:00', '2026-11-23T12:00:00+07:00'],
  ['trưa nay', '2026-11-23T11:00:00+07:00', '2026-11-23T14:00:00+07:00'],
  ['chiều nay', '2026-11-23T12:00:00+07:00', '2026-11-23T18:00:00+07:00'],
  ['tối nay', '2026-11-23T18:00:00+07:00', '2026-11-24T00:00:00+07:00'],
  ['đang diễn ra', '2026-11-23T00:00:00+07:00', '2026-11-24T00:00:00+07:00'],
])('%s: from %s to %s', (text, from, to) => {
  expect(read(text)).toMatchObject({ from, to, recurring: false });
});

it.each([
  ['3 ngày nay', '2026-11-20T00:00:00+07:00'],
  ['2 tuần nay', '2026-11-09T00:00:00+07:00'],
  ['từ tuần trước', '2026-11-16T00:00:00+07:00'],
])('%s: since %s, again and again', (text, from) => {
  expect(read(text)).toMatchObject({ from, to: '2026-11-24T00:00:00+07:00', recurring: true });
});

it.each([
  'đêm nào cũng đốt',
  'dem nao cung dot',
  'ngày nào cũng vậy',
  'thường xuyên',
  'mấy hôm nay rồi',
  'liên tục',
])('%s: again and again, without a beginning', (text) => {
  expect(read(text)).toMatchObject({ from: null, to: null, recurring: true });
});

it.each(['', 'tôi muốn phản ánh', 'nước đen', 'qua cầu', 'không nhớ'])('%j names no time', (text) => {
  expect(read(text)).toBeNull();
});

it('keeps the words as they were said, also when they were sent decomposed', () => {
  expect(read('Khói từ Tối Qua tới giờ')?.text).toBe('Tối Qua');
  expect(read('Khói từ Tối Qua tới giờ'.normalize('NFD'))?.text).toBe('Tối Qua');
});

it('counts days in Vietnam: late evening in UTC is tomorrow there', () => {
  expect(read('hôm nay', new Date('2026-11-22T17:30:00Z'))?.from).toBe('2026-11-23T00:00:00+07:00');
  expect(read('hôm nay', new Date('2026-11-22T16:30:00Z'))?.from).toBe('2026-11-22T00:00:00+07:00');
});
