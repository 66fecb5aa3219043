import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureLabels } from '../../bench/nlp/labels';
import { heldOut } from '../../bench/nlp/messages';
import { understand } from '../town/content';
import { monday } from '../town/people';

const ROOT = join(__dirname, '..', '..');
/** What the benchmark reached last, in percent. */
const reached = JSON.parse(readFileSync(join(ROOT, 'bench', 'nlp', 'score.json'), 'utf8')) as Record<
  string,
  number
>;
/** By so many points it may be worse: a message of the smaller sets is more than half of one. */
const LESS = 1;

const messages = heldOut(join(ROOT, 'content'), 'development');
const { clean, 'all noise': noise } = measureLabels(messages, understand, monday);

it('what is held out is as many messages as it was', () => {
  expect(messages.length).toBeGreaterThan(900);
});

it.each([
  ['intent, clean', clean.intent],
  ['intent, all noise', noise.intent],
  ['category', clean.category],
  ['category, all noise', noise.category],
  ['aspect', clean.aspect],
  ['aspect, all noise', noise.aspect],
])('%s is understood as well as the benchmark said', (measure, share) => {
  expect(100 * share).toBeGreaterThanOrEqual((reached[measure] ?? 100) - LESS);
});

it('hardly any report is taken for something that is none of ours', () => {
  expect(clean.reportsLost).toBeLessThanOrEqual(0.02);
});

it('how sure it is can be relied on', () => {
  expect(clean.calibrationError).toBeLessThanOrEqual(0.04);
});
