import { maskPhone, nameIn, phoneIn, ticketCodesIn } from '../../nlp/contact';
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

it.each([
  ['XH-2026-000123', ['XH-2026-000123']],
  ['xh-2026-000123', ['XH-2026-000123']],
  ['xh 2026 000123', ['XH-2026-000123']],
  ['xh2026000123', ['XH-2026-000123']],
  ['mã XH-2026-000123 và XH-2026-1000456.', ['XH-2026-000123', 'XH-2026-1000456']],
  ['XH–2026–000123', ['XH-2026-000123']],
  ['XH-2026-123', []],
  ['AXH-2026-000123', []],
  ['', []],
])('codes in %j', (text, codes) => {
  expect(ticketCodesIn(text)).toEqual(codes);
});

function phoneDigits(text: string | null): string {
  return (text ?? '').replace(/\D/g, '');
}
