import fc from 'fast-check';
import { fold, readText } from '../../nlp/fold';
import { maskPhone, nameIn } from '../../nlp/contact';
import { inFull } from '../../nlp/understood';
import { understand } from '../town/content';
import { monday } from '../town/people';

/** All that reads what strangers type. Each must end, and quickly: a test that hangs fails by its time limit. */
function readAll(text: string): void {
  const understood = understand(text, monday);
  expect(understood.text).toBe(text);
  expect(understood.confidence).toBeGreaterThanOrEqual(0);
  expect(understood.confidence).toBeLessThanOrEqual(1);
  fold(text);
  readText(text);
  maskPhone(text);
  nameIn(text);
}

const LONG = 100_000;
const SEEDS = [
  'a',
  ' ',
  '0',
  '0 ',
  '0-',
  '+84',
  '0912 345 67',
  '84.',
  'xh-',
  'xh-2026-',
  'xh 2026 00012 ',
  'phường ',
  'xã Tân Hiệp, ',
  'p. ',
  'tối qua ',
  '1 ngày ',
  'không phải ',
  'nước thải ',
  'tôi ',
  '\u0301',
  'o\u0302\u0301',
  '\ud800',
  '\udc00\ud800',
  '\u0000',
  '\u202e',
  'سلام ',
  '🤢',
  '👨‍👩‍👧',
  '\n',
  '<script>',
  '{{code}}',
  '$t(report.filed)',
];

it.each(SEEDS)('a hundred thousand characters of %j', (seed) => {
  readAll(seed.repeat(Math.ceil(LONG / seed.length)));
});

it('a letter with ten thousand marks', () => {
  readAll(`phường Ba Đình a${'\u0301'.repeat(10_000)} Hà Nội`);
});

it('whatever is typed, repeated as often as it fits', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...SEEDS));
  const pieces = fc.array(piece, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 2_000 }), fc.string(), (parts, times, end) => {
      readAll(parts.join('').repeat(times).slice(0, 20_000) + end);
    }),
    { numRuns: 200 },
  );
});

it('reads the same text the same way twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(inFull(understand(text, monday))).toEqual(inFull(understand(text, monday)));
    }),
  );
});

it('composed and decomposed text say the same', () => {
  for (const text of ['Phường Ba Đình, Hà Nội tối qua', 'mùi hôi thối', 'đúng rồi', 'hủy']) {
    const { text: _a, ...composed } = inFull(understand(text.normalize('NFC'), monday));
    const { text: _b, ...decomposed } = inFull(understand(text.normalize('NFD'), monday));
    expect(decomposed).toEqual(composed);
  }
});
