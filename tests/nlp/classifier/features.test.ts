import fc from 'fast-check';
import { conceptFinder, NO_CONCEPTS } from '../../../nlp/classifier/concepts';
import { eachFeature, type Kind } from '../../../nlp/classifier/features';
import { readText } from '../../../nlp/fold';

interface Feature {
  hash: number;
  weight: number;
  kind: Kind;
  from: number;
  to: number;
}

function featuresOf(text: string, conceptsIn = NO_CONCEPTS): Feature[] {
  const features: Feature[] = [];
  eachFeature(readText(text), conceptsIn, (hash, weight, kind, from, to) =>
    features.push({ hash, weight, kind, from, to }),
  );
  return features;
}
const hashesOf = (text: string, kind: Kind): number[] =>
  featuresOf(text)
    .filter((feature) => feature.kind === kind)
    .map(({ hash }) => hash);

it('a text without accents shares the bare features of the one with them, not the typed ones', () => {
  const [full, bare] = ['nước thải chảy ra kênh', 'nuoc thai chay ra kenh'];
  expect(hashesOf(bare, 'bare')).toEqual(hashesOf(full, 'bare'));
  expect(hashesOf(bare, 'bare pair')).toEqual(hashesOf(full, 'bare pair'));
  expect(hashesOf(bare, 'typed')).not.toEqual(hashesOf(full, 'typed'));
});

it('the order of words is told by their pairs', () => {
  expect(hashesOf('thải nước', 'bare').sort()).toEqual(hashesOf('nước thải', 'bare').sort());
  expect(hashesOf('thải nước', 'bare pair')).not.toEqual(hashesOf('nước thải', 'bare pair'));
});

it('digits are all one', () => {
  expect(featuresOf('số 12 ngõ 345')).toEqual(featuresOf('số 98 ngõ 761'));
  expect(hashesOf('số 12', 'typed')).not.toEqual(hashesOf('số 123', 'typed'));
});

it('a question mark and a number are signs', () => {
  const plain = hashesOf('mấy giờ', 'sign');
  for (const told of ['mấy giờ?', '8 giờ', 'mấy giờ!']) {
    const signs = hashesOf(told, 'sign');
    expect(signs).toEqual(expect.arrayContaining(plain));
    expect(signs.length).toBeGreaterThan(plain.length);
  }
});

it('concepts are features, and so are pairs of them', () => {
  const conceptsIn = conceptFinder({ smell: ['mùi hôi'], water: ['nước thải', 'cống'] });
  const kinds = featuresOf('mùi hôi từ nước thải', conceptsIn).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'concept')).toHaveLength(2);
  expect(kinds.filter((kind) => kind === 'concept pair')).toHaveLength(1);
});

it('what a feature is made of lies among the words', () => {
  for (const { kind, from, to } of featuresOf('ô nhiễm ở đây ko ai xử lý'))
    if (kind.startsWith('typed') || kind.startsWith('bare')) expect(to - from).toBeGreaterThan(0);
});

it('whatever is typed: no hash is 0, weights count, and the same text has the same features', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(text, (typed) => {
      const features = featuresOf(typed);
      for (const { hash, weight } of features) {
        expect(hash).toBeGreaterThan(0);
        expect(hash).toBeLessThan(2 ** 32);
        expect(weight).toBeGreaterThan(0);
      }
      expect(featuresOf(typed)).toEqual(features);
    }),
  );
});

it.each(['a ', 'nước thải chảy ra kênh ', 'a', 'k '])(
  '%j to 4,096 characters costs no more than a story',
  (seed) => {
    const long = seed.repeat(4_096).slice(0, 4_096);
    expect(featuresOf(long).length).toBeLessThan(15_000);
  },
);
