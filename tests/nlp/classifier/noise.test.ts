import fc from 'fast-check';
import { type Noise, NOISES, noisy } from '../../../nlp/classifier/noise';
import { fold } from '../../../nlp/fold';

const STORY =
  'Nhà máy xả nước thải chưa xử lý ra kênh, nước đen ngòm, mùi hôi thối, cá chết trắng từ hôm qua, ' +
  'không ai chịu trách nhiệm, người dân chúng tôi rất khổ, mong cơ quan chức năng kiểm tra giúp bà con với';
const words = (text: string): string[] => text.split(' ');
/** How many words the noise changed. */
const changed = (noise: Noise): number => {
  const spoilt = words(noisy(STORY, noise));
  return words(STORY).filter((word, at) => spoilt[at] !== word).length;
};

it.each(NOISES)('%s: the same text always gets the same noise', (noise) => {
  expect(noisy(STORY, noise)).toBe(noisy(STORY, noise));
  expect(noisy(STORY, noise)).not.toBe(STORY);
});

it('bare takes every accent, and nothing else', () => {
  expect(noisy('Đường Nguyễn Trãi, ô nhiễm quá!', 'bare')).toBe('Duong Nguyen Trai, o nhiem qua!');
  expect(noisy(STORY, 'bare').toLowerCase()).toBe(fold(STORY));
});

it('partly bare takes accents of some words, or shortens them', () => {
  const spoilt = words(noisy(STORY, 'partly bare'));
  expect(changed('partly bare')).toBeGreaterThan(3);
  expect(changed('partly bare')).toBeLessThan(words(STORY).length);
  const kept = words(STORY).filter((word, at) => fold(word) === fold(spoilt[at] ?? ''));
  expect(kept.length).toBeGreaterThan(0.8 * words(STORY).length);
});

it('typos change some words by one letter, and leave the accents of the others', () => {
  const spoilt = words(noisy(STORY, 'typos'));
  const wrong = words(STORY).flatMap((word, at) => (word === spoilt[at] ? [] : [[word, spoilt[at] ?? '']]));
  expect(wrong.length).toBeGreaterThan(2);
  expect(wrong.length).toBeLessThan(words(STORY).length / 2);
  for (const [word = '', typo = ''] of wrong)
    expect(Math.abs(word.length - typo.length)).toBeLessThanOrEqual(1);
});

it('mixed has some of all, keystrokes too', () => {
  expect(changed('mixed')).toBeGreaterThan(5);
  const much = Array.from({ length: 60 }, (_, at) => noisy(`${STORY} ${at}`, 'mixed')).join(' ');
  expect(much).toMatch(/ (?:nuwowcs|thair|trawngs|chwucs|nguwowif|nhieemj|mufi|tra[wa]ngs) /);
  expect(much).toMatch(/ (?:ko|hok|hem|hong|kh) /);
});

it('whatever is typed: as many words as before, hardly longer', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(text, fc.constantFrom(...NOISES), (typed, noise) => {
      const spoilt = noisy(typed, noise);
      expect(spoilt).toBe(noisy(typed, noise));
      expect(spoilt.split(/\s+/).length).toBeLessThanOrEqual(typed.split(/\s+/).length + 1);
      expect(spoilt.length).toBeLessThanOrEqual(4 * typed.length + 4);
    }),
  );
});
