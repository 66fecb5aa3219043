import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Address, judged } from '../../bench/nlp/places';
import { placesIn } from '../town/country';

const file = join(__dirname, '..', '..', 'content', 'held-out', 'addresses.yaml');
const { addresses } = parse(readFileSync(file, 'utf8')) as { addresses: Address[] };

it('of five hundred addresses that people might write, no commune is told wrong, and nearly all are told', () => {
  const figures = judged(addresses, placesIn);
  expect(figures.texts).toBeGreaterThanOrEqual(500);
  expect(figures.right / figures.determined).toBeGreaterThan(0.97);
  expect(figures.wronglyDecided).toBe(0);
});
