import fc from 'fast-check';
import { dossierCodesIn, emailIn, platesIn, secretIn, ticketCodesIn } from '../../nlp/contact';

it.each([
  ['XH-2026-000123', ['XH-2026-000123']],
  ['xh-2026-000123', ['XH-2026-000123']],
  ['xh 2026 000123', ['XH-2026-000123']],
  ['xh2026000123', ['XH-2026-000123']],
  ['XH2026-000123', ['XH-2026-000123']],
  ['xh 2026 123', ['XH-2026-000123']],
  ['xh 2026 000 123', ['XH-2026-000123']],
  ['XH-2026-123', ['XH-2026-000123']],
  ['xh.2026.77', ['XH-2026-000077']],
  ['XH – 2026 – 000123', ['XH-2026-000123']],
  ['mã XH-2026-000123 và XH-2026-1000456.', ['XH-2026-000123', 'XH-2026-1000456']],
  ['XH–2026–000123', ['XH-2026-000123']],
  ['XH-2026-0', []],
  ['AXH-2026-000123', []],
  ['xh 2026', []],
  ['', []],
])('reports in %j', (text, codes) => {
  expect(ticketCodesIn(text)).toEqual(codes);
});

it.each([
  ['7K3M9PQRST', '7K3M9PQRST'],
  ['7k3m9pqrst', '7K3M9PQRST'],
  ['7K3M 9PQR ST', '7K3M9PQRST'],
  ['7k3m9 pqrst', '7K3M9PQRST'],
  ['mã bí mật 7K3M9PQRST nhé', '7K3M9PQRST'],
  ['mã của tôi là 7K3M-9PQR-ST', '7K3M9PQRST'],
  ['XH-2026-000123 7K3M9PQRST', '7K3M9PQRST'],
  ['xh 2026 123, o7k3m9pqil', '07K3M9PQ11'],
  ['0912345678', null],
  ['không nhớ', null],
  ['XH-2026-000123', null],
  ['', null],
])('the secret in %j', (text, secret) => {
  expect(secretIn(text)).toBe(secret);
});

it.each([
  ['000.00.10.H29-250115-0001', ['000.00.10.H29-250115-0001']],
  ['hồ sơ H29.10-251103-0012 tới đâu', ['H29.10-251103-0012']],
  ['G22.99-250115-0001', ['G22.99-250115-0001']],
  ['h29.10-251103-0012 và H29-250115-0001', ['h29.10-251103-0012', 'H29-250115-0001']],
  ['mã hồ sơ 12345678', ['12345678']],
  ['mã hồ sơ của em là 12345678', ['12345678']],
  ['ma hs 123456', ['123456']],
  ['biên nhận số 01234/2026', ['01234/2026']],
  ['số hồ sơ: H29-250115-0001', ['H29-250115-0001']],
  ['mã hồ sơ 12345678'.normalize('NFD'), ['12345678']],
  ['hồ sơ nộp ngày 15/10', []],
  ['hồ sơ 15/10/2026', []],
  ['hồ sơ năm 2024', []],
  ['XH-2026-000123', []],
  ['', []],
])('dossiers in %j', (text, codes) => {
  expect(dossierCodesIn(text)).toEqual(codes);
});

it.each([
  ['hoa@gmail.com', 'hoa@gmail.com'],
  ['mail: Hoa.Nguyen+1@moitruong.gov.vn nhé', 'hoa.nguyen+1@moitruong.gov.vn'],
  ['hoa @ gmail.com.', 'hoa@gmail.com'],
  ['hoa a còng gmail chấm com', 'hoa@gmail.com'],
  ['công ty', null],
  ['a@b', null],
  ['@@@', null],
  ['', null],
])('the address in %j', (text, email) => {
  expect(emailIn(text)).toBe(email);
});

it.each([
  ['xe 51F-123.45 đổ trộm', ['51F-123.45']],
  ['29C 12345', ['29C-123.45']],
  ['59-X3 123.45', ['59X3-123.45']],
  ['29C1-234.56', ['29C1-234.56']],
  ['biển số 61C12345', ['61C-123.45']],
  ['bks 15c-01234', ['15C-012.34']],
  ['29LD-123.45', ['29LD-123.45']],
  ['xe 29H-1234', ['29H-1234']],
  ['xe tải 51c 12345 và 60C-678.90', ['51C-123.45', '60C-678.90']],
  ['30k 12345', []],
  ['12a 1234', []],
  ['số 12A, 1234 Lê Lợi', []],
  ['0912345678', []],
  ['XH-2026-000123', []],
  ['H29.10-251103-0012', []],
  ['', []],
])('plates in %j', (text, plates) => {
  expect(platesIn(text)).toEqual(plates);
});

it('whatever is typed has an answer', () => {
  const unit = fc.constantFrom(
    'x',
    'h',
    'XH',
    '-',
    '2026',
    '0',
    '1',
    '.',
    ' ',
    'H29',
    'mã hồ sơ ',
    '@',
    'a',
    'A',
    '51F',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 200 }), fc.string({ unit: 'binary' })), (text) => {
      for (const code of ticketCodesIn(text)) expect(code).toMatch(/^XH-20\d\d-\d{6,9}$/);
      expect(secretIn(text) ?? '0000000000').toMatch(/^[0-9A-HJ-KM-NP-TV-Z]{10}$/);
      dossierCodesIn(text);
      emailIn(text);
      platesIn(text);
    }),
    { numRuns: 1_000 },
  );
});
