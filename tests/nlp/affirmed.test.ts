import { affirmedPart } from '../../nlp/affirmed';

it.each([
  ['không phải hôm qua mà hôm kia', 'hôm kia'],
  ['khong phai hom qua ma la hom kia', 'hom kia'],
  ['à nhầm, phường Hồng Hà chứ không phải phường Ba Đình', 'à nhầm, phường Hồng Hà'],
  ['phường X ko phải Y', 'phường X'],
  ['không phải, ở phường Y cơ', 'ở phường Y cơ'],
  ['không phải công ty A, công ty B', 'công ty B'],
])('%s → %s', (text, meant) => {
  expect(affirmedPart(text)).toBe(meant);
  expect(affirmedPart(text.normalize('NFD'))).toBe(meant);
});

it.each(['', 'không phải', 'nước đen mà hôi', 'a'.repeat(301)])('%j takes nothing back', (text) => {
  expect(affirmedPart(text)).toBeUndefined();
});
