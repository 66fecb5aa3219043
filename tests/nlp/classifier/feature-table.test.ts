import fc from 'fast-check';
import { FeatureTable } from '../../../nlp/classifier/feature-table';

const hash = fc.integer({ min: 1, max: 2 ** 32 - 1 });

it('finds the row of every hash, and none of others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hash, { maxLength: 300 }), fc.array(hash), (hashes, others) => {
      const table = FeatureTable.of(hashes);
      expect(hashes.map((each) => table.row(each))).toEqual(hashes.map((_, row) => row));
      for (const other of others) if (!hashes.includes(other)) expect(table.row(other)).toBe(-1);
    }),
  );
});

it('finds those that would stand at one place', () => {
  const hashes = Array.from({ length: 50 }, (_, at) => (at + 1) * 1024);
  const table = FeatureTable.of(hashes);
  expect(hashes.map((each) => table.row(each))).toEqual(hashes.map((_, row) => row));
  expect(table.row(51 * 1024)).toBe(-1);
});

it('an empty one knows none', () => {
  expect(FeatureTable.of([]).row(7)).toBe(-1);
});
