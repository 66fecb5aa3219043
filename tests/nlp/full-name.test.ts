import { withoutAccents } from '../../hotline/letters';
import { fullNameIn, nameBesideNumber, signatureIn, tellsNumberAlone } from '../../nlp/contact';
import { fold } from '../../nlp/fold';

const MANNERS: readonly ((text: string) => string)[] = [
  (text) => text,
  withoutAccents,
  (text) => text.toLowerCase(),
  (text) => withoutAccents(text).toLowerCase(),
];

const NAMES = [
  'Từ Ngọc Diễm',
  'Khổng Minh Quân',
  'Lâm Thị Út',
  'Minh Khang',
  'Bảo Trân',
  'Mạc Thế Anh',
  'mẹ Bống',
];

test.each([
  'N, |. Nhớ gọi lại đấy.',
  'Tôi là N, số |, gọi ngay cho tôi.',
  'Chú ghi giùm tui N, |.',
  'Số tui là |, cứ hỏi N là bà con biết.',
  'Ghi đi N số điện thoại |',
  'mik tên N, số |',
  'N |',
  'Thôi, chú ghi N, | giùm tui.',
  'thôi để lại số nha: N |',
  'Em ghi tên chị là N, số | nhé.',
])('the name among the words around it: %s', (said) => {
  for (const typed of MANNERS)
    for (const name of NAMES) expect(fullNameIn(typed(said.replace('N', name)))).toBe(typed(name));
});

it.each([
  'sáng mai |',
  'thứ hai |',
  'Hải Phòng, |',
  'Số tui | đó chú',
  'ba năm nay',
  'Số em đang dùng là | nhé.',
  'gọi sau 5 giờ | nha',
])('no name: %s', (said) => {
  for (const typed of MANNERS) expect(fullNameIn(typed(said))).toBeNull();
});

it.each([
  'Số tui 0912345678 đó chú',
  'nhầm số, 0912345678 mới đúng',
  'đổi số nha 0912345678',
  'Số hồi nãy sai rồi chú, 0912345678 mới đúng.',
  'Anh chị nhắn số 0912345678 giúp em.',
  'Bạn đổi số của mình thành 0912345678 nhé.',
  'Em gọi 0912345678 là gặp chị.',
  '0912345678, nhớ gọi đấy.',
])('a number and nobody: %s', (said) => {
  for (const typed of MANNERS)
    expect([typed(said), tellsNumberAlone(typed(said))]).toEqual([typed(said), true]);
});

it.each([
  'Toi la Chau, so 0912345678',
  'nhàn: 0912345678',
  'Em Dung số 0912345678',
  'số Dũng 0912345678',
  'Châu, số 0912345678',
])('a number and somebody: %s', (said) => expect(tellsNumberAlone(said)).toBe(false));

const STORY = 'xưởng mộc đốt gỗ vụn hít khói cả dãy phòng';

test.each([
  '(N, 0912345678)',
  '- N 0912345678',
  'lh em N 0912345678',
  'cần thì bạn gọi N số 0912345678 ạ',
  'gọi N số 0912345678',
  'tôi tên N điện thoại 0912345678',
])('signs a story without stops: %s', (said) => {
  for (const typed of MANNERS)
    for (const name of NAMES) {
      const text = typed(`${STORY} ${said.replace('N', name)}`);
      const signed = signatureIn(text);
      expect([text, signed?.name, signed?.story]).toEqual([text, typed(name), typed(STORY)]);
      expect(fold(nameBesideNumber(text, '+84912345678') ?? '')).toBe(fold(name));
    }
});

it.each([
  'chủ xưởng (Minh Quân, 0912345678)',
  'tài xế - Nguyễn Văn Nam 0912345678',
  'nó bảo gọi anh Minh Quân số 0912345678',
  'hôm qua tôi gọi Minh Quân số 0912345678',
  'biển quảng cáo ghi liên hệ Minh Khang 0912345678',
  'đất của bà Từ Ngọc Diễm (0912345678)',
  'bảo vệ chung cư (Thảo, 0912345678)',
  'lò gạch của ông Hai Lúa - 0912345678',
  'gọi chủ xưởng Nguyễn Văn Hùng số 0912345678',
])('whom the story speaks of signs nothing: %s', (said) => {
  for (const typed of MANNERS) expect(signatureIn(typed(`${STORY}, ${said}`))).toBeNull();
});
