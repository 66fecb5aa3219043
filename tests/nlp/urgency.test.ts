import { join } from 'node:path';
import fc from 'fast-check';
import { loadContent } from '../../content';
import { readText } from '../../nlp/fold';
import { urgencyFinder } from '../../nlp/urgency';
import { SEEN, UNSEEN } from './urgency-sentences';

const isUrgent = urgencyFinder(loadContent(join(__dirname, '..', '..', 'content')).danger);
const urgent = (text: string) => isUrgent(readText(text));

it.each(SEEN.danger)('people are in danger: %s', (text) => {
  expect(urgent(text)).toBe(true);
  expect(urgent(text.normalize('NFD'))).toBe(true);
  expect(urgent(text.toUpperCase())).toBe(true);
});

it.each(SEEN.none)('nobody is in danger: %s', (text) => {
  expect(urgent(text)).toBe(false);
  expect(urgent(text.normalize('NFD'))).toBe(false);
});

it('of other sentences nine in ten are told right, both ways', () => {
  const found = UNSEEN.danger.filter(urgent).length / UNSEEN.danger.length;
  const kept = UNSEEN.none.filter((text) => !urgent(text)).length / UNSEEN.none.length;
  expect(found).toBeGreaterThanOrEqual(0.9);
  expect(kept).toBeGreaterThanOrEqual(0.9);
});

it('most dangers are known without accents as well', () => {
  const bare = [...SEEN.danger, ...UNSEEN.danger].map((text) => readText(text).folded);
  expect(bare.filter(urgent).length / bare.length).toBeGreaterThan(0.8);
});

it('whatever is typed has an answer', () => {
  const words = fc.constantFrom(
    'cháy',
    'không',
    'rò rỉ',
    'khí',
    'nổ',
    'có',
    'năm',
    '2020',
    'đã dập',
    ',',
    '.',
    'ngất',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(words).map((all) => all.join(' ')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        expect(typeof urgent(text)).toBe('boolean');
      },
    ),
  );
});
