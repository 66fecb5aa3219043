import { NOISES, noisy } from '../../../nlp/classifier/noise';
import { toBytes } from '../../../nlp/classifier/bytes';
import { type Example, learn } from '../../../nlp/classifier/learn';
import { readText } from '../../../nlp/fold';
import { EXAMPLES, UNSEEN } from './toys';

const model = learn(EXAMPLES);
const judge = (text: string) => model.judge(readText(text));
const verdicts = (text: string) => judge(text).verdicts('label');

it.each(UNSEEN)('%s: %s', (label, text) => {
  expect(verdicts(text)[0]?.label).toBe(label);
});

it.each(UNSEEN.flatMap(([label, text]) => NOISES.map((noise) => [label, noisy(text, noise)])))(
  '%s, as others type it: %s',
  (label, text) => {
    expect(verdicts(text)[0]?.label).toBe(label);
  },
);

it.each(['', '?', 'xyz', ...EXAMPLES.map(({ text }) => text)])(
  'chances of %j sum to 1, the likeliest first',
  (text) => {
    const chances = verdicts(text).map(({ chance }) => chance);
    expect(chances).toHaveLength(3);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
    for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(0);
  },
);

it('says why in words of the text, strongest first, each once', () => {
  const why = judge('Nước THẢI chảy ra kênh, xyz').why('label', 'water');
  expect(why.length).toBeGreaterThan(0);
  expect(why.length).toBeLessThanOrEqual(4);
  expect(new Set(why).size).toBe(why.length);
  for (const words of why) expect(' nước thải chảy ra kênh xyz ').toContain(` ${words} `);
  expect(why.join(' ')).not.toContain('xyz');
});

it('says why without accents where there are none', () => {
  const why = judge('nuoc thai chay ra kenh').why('label', 'water');
  for (const words of why) expect(' nuoc thai chay ra kenh ').toContain(` ${words} `);
});

it('the same examples give the same model, to the byte', () => {
  expect(Buffer.from(toBytes(learn(EXAMPLES))).equals(Buffer.from(toBytes(model)))).toBe(true);
});

it('a higher temperature makes it less sure, of the same', () => {
  const warm = learn(EXAMPLES, { temperatures: { label: 5 } });
  for (const [label, text] of UNSEEN) {
    const [first] = warm.judge(readText(text)).verdicts('label');
    expect(first?.label).toBe(label);
    expect(first?.chance).toBeLessThan(verdicts(text)[0]?.chance ?? 0);
  }
});

it('several questions are answered at once; who says nothing about one teaches nothing about it', () => {
  const both = EXAMPLES.map(({ text, labels }): Example =>
    labels.label === 'paper' ? { text, labels } : { text, labels: { ...labels, kind: `a ${labels.label}` } },
  );
  const said = learn(both).judge(readText('karaoke ồn ào, loa ầm ĩ'));
  expect(said.verdicts('label')[0]?.label).toBe('noise');
  expect(said.verdicts('kind').map(({ label }) => label)).toEqual(['a noise', 'a water']);
  expect(() => said.verdicts('colour')).toThrow(/no head "colour"/);
});

it('one label is nothing to tell apart', () => {
  expect(() => learn(EXAMPLES.slice(0, 3))).toThrow(/two labels/);
  expect(learn([]).parts.heads).toEqual([]);
});
