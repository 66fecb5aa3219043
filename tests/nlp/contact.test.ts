import fc from 'fast-check';
import { fold } from '../../nlp/fold';
import { maskPhone, nameIn, phoneIn } from '../../nlp/contact';
import { hoa, nam, tam } from '../town/people';

it.each([
  ['0912345678', '+84912345678'],
  ['0912 345 678', '+84912345678'],
  ['0912.345.678', '+84912345678'],
  ['0912-345-678', '+84912345678'],
  ['0912 - 345 - 678', '+84912345678'],
  ['091 234 56 78', '+84912345678'],
  ['+84912345678', '+84912345678'],
  ['+84 912 345 678', '+84912345678'],
  ['(+84) 912 345 678', '+84912345678'],
  ['(+84)912345678', '+84912345678'],
  ['84912345678', '+84912345678'],
  ['sđt:0912345678.', '+84912345678'],
  ['gọi 0912345678 nhé', '+84912345678'],
  ['0912345678/0987654321', '+84912345678'],
  ['024 3824 1234', '+842438241234'],
  ['(024) 38241234', '+842438241234'],
  ['0222.3824.123', '+842223824123'],
  ['(028) 3829 3653', '+842838293653'],
  ['+84 (0) 912 345 678', '+84912345678'],
  ['0084912345678', '+84912345678'],
  ['zalo 091.2345.678', '+84912345678'],
  ['0912 34 5678 hoặc gọi vợ tôi', '+84912345678'],
  // The letter for the digit.
  ['o912 345 678', '+84912345678'],
  ['O912345678', '+84912345678'],
  // Aloud.
  ['không chín một hai ba bốn năm sáu bảy tám', '+84912345678'],
  ['khong chin mot hai ba bon nam sau bay tam', '+84912345678'],
  ['không 9 1 2 3 4 5 6 7 8', '+84912345678'],
  // Eleven digits, as until 2018.
  ['0169 345 6789', '+84393456789'],
  ['01234567890', '+84834567890'],
  ['0120 123 4567', '+84701234567'],
  ['0199 234 5678', '+84592345678'],
  [hoa.phone, hoa.e164],
  [nam.phone, nam.e164],
  [tam.phone, tam.e164],
])('%s is the number %s, and nothing of it but the end is left when masked', (text, number) => {
  expect(phoneIn(text)).toBe(number);
  const masked = maskPhone(text);
  expect(masked).toContain(`••• ••• ${phoneDigits(phoneIn(text)).slice(-3)}`);
  expect(phoneDigits(masked).length).toBeLessThanOrEqual(6);
});

it.each([
  '',
  '123',
  '113',
  '12345678901234567890',
  'XH-2026-000123',
  'năm 2026',
  '091234567',
  '1.000.000 đồng',
  '09123456789',
  '19001234',
  'gọi 1900 8198 nhé',
  '1800 1234',
  '001090012345',
  'cccd 0912345678',
  'MST 0312345678',
  'mã hồ sơ 0912345678',
  '000.00.10.H29-250115-0001',
  'H29.10-251103-0012',
  '51F-123.45',
  'tôi không một hai ba',
  'oooooooooooooooo 1234567',
])('%j is no phone number', (text) => {
  expect(phoneIn(text)).toBeNull();
  expect(maskPhone(text)).toBe(text);
});

it('masks every number of a text, and leaves the rest as it is', () => {
  expect(maskPhone('Gọi 0912345678 hoặc 0987654321, nhà số 12')).toBe(
    'Gọi ••• ••• 678 hoặc ••• ••• 321, nhà số 12',
  );
});

it.each([
  ['Tôi là Nguyễn Thị Hoa, 0912 345 678', 'Nguyễn Thị Hoa'],
  ['Nguyễn Thị Hoa 0912345678', 'Nguyễn Thị Hoa'],
  ['Dạ em tên Hoa ạ, sđt 0912345678', 'Hoa'],
  ['Tên: Trần Văn Nam; số điện thoại: (+84) 987 654 321 nhé', 'Trần Văn Nam'],
  ['tran van nam 0987 - 654 - 321', 'tran van nam'],
  ['Nguyễn Thị Hoa'.normalize('NFD'), 'Nguyễn Thị Hoa'],
])('the name in %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});

it.each(['0912345678', 'số điện thoại 0912345678', '', 'x', 'a '.repeat(200)])('no name in %j', (text) => {
  expect(nameIn(text)).toBeNull();
});

it('a number that nobody can have is masked all the same', () => {
  expect(phoneIn('0612345678')).toBeNull();
  expect(maskPhone('gọi 0612345678')).toBe('gọi ••• ••• 678');
});

const mobile = fc
  .tuple(fc.constantFrom('032', '039', '056', '070', '081', '090', '091', '098'), fc.nat({ max: 9_999_999 }))
  .map(([prefix, rest]) => prefix + String(rest).padStart(7, '0'));

it('however it is grouped, a mobile number is read, and masked', () => {
  fc.assert(
    fc.property(
      mobile,
      fc.array(fc.constantFrom('', ' ', '.', '-', ' - '), { minLength: 10, maxLength: 10 }),
      (digits, gaps) => {
        const typed = Array.from(digits, (digit, index) => digit + (gaps[index] ?? ''))
          .join('')
          .trim();
        expect(phoneIn(`sđt ${typed}`)).toBe(`+84${digits.slice(1)}`);
        expect(phoneDigits(maskPhone(`sđt ${typed}`)).length).toBeLessThanOrEqual(3);
      },
    ),
  );
});

it('a number half aloud, half in digits is masked once', () => {
  expect(maskPhone('không chín 1 2 345 678 nhé')).toBe('••• ••• 678 nhé');
});

it('whatever is typed is masked once and for all', () => {
  const unit = fc.constantFrom(
    '0',
    '9',
    '1',
    '8',
    '4',
    ' ',
    '.',
    '+84',
    '(',
    ')',
    'o',
    'không ',
    'chín ',
    'một ',
    'a',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const masked = maskPhone(text);
      expect(phoneIn(masked)).toBeNull();
      nameIn(text);
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  ['Nguyễn Văn A 0912 345 678', 'Nguyễn Văn A'],
  ['em là Hoa', 'Hoa'],
  ['em la hoa', 'hoa'],
  ['liên hệ anh Tuấn nha', 'Tuấn'],
  ['gọi anh Tuấn 0912345678', 'Tuấn'],
  ['Tuyến 0912345678', 'Tuyến'],
  ['cô Bảy 0912345678', 'Bảy'],
  ['chị Lan, sđt 0912345678', 'Lan'],
  ['TRẦN VĂN NAM 0912345678', 'TRẦN VĂN NAM'],
  ['tên tôi là Phạm Minh Đức', 'Phạm Minh Đức'],
  ['mình là Tuấn Anh ạ', 'Tuấn Anh'],
  ['họ tên: Vũ Thị Mai, đt: 0987 654 321', 'Vũ Thị Mai'],
  ['Lê Thị Hồng Nhung', 'Lê Thị Hồng Nhung'],
  ['Tôi tên là H Hen Niê', 'H Hen Niê'],
  ['nguyen thi be, o ap 3', 'nguyen thi be'],
  ['Nguyễn Văn Hùng ở tổ 5', 'Nguyễn Văn Hùng'],
  ['Đặng Thu Hà - 0912.345.678 - ha@gmail.com', 'Đặng Thu Hà'],
  ['0912345678 (gặp Hùng)', 'Hùng'],
  ['tôi là Hoa sống ở phường 5', 'Hoa'],
])('the name in the answer %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
  expect(nameIn(text.normalize('NFD'))).toBe(name);
});

it.each([
  ...[
    'tôi là người dân ở đây',
    'tôi là hàng xóm',
    'TÔI LÀ NGƯỜI DÂN',
    'Em là sinh viên',
    'không muốn để lại',
  ],
  ...['Tôi muốn ẩn danh', 'Nước thải hôi quá', 'số của tôi 0912345678 gọi sau 5h', 'Cứ gọi 0912345678'],
  ...[
    'đừng gọi 0912345678',
    'liên hệ qua zalo 0912345678',
    'tôi không có số điện thoại',
    'báo giúp em nha',
    'alo',
  ],
  ...['ok', 'Cảm ơn ad', 'Bình Dương', 'để tôi hỏi lại đã', 'ai mà biết được', '123', '…'],
])('no name in the answer %s', (text) => {
  expect(nameIn(text)).toBeNull();
});

it('what is left of a story is no name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const name = nameIn(text);
      if (name !== null) expect(fold(name).split(' ').length).toBeLessThanOrEqual(6);
    }),
  );
});

function phoneDigits(text: string | null): string {
  return (text ?? '').replace(/\D/g, '');
}
