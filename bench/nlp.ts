/** Understanding Vietnamese, beside its peers: labels, procedures, places, calibration, time and memory. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import path from 'node:path';
import { type Content, loadContent } from '../content';
import { learned, reader } from '../learned';
import { learnUtterances } from '../nlp/classifier/lessons';
import { conceptFinder } from '../nlp/classifier/concepts';
import type { Understand } from '../nlp/understand';
import { measureLabels } from './nlp/labels';
import { heldOut, sib } from './nlp/messages';
import { peers } from './nlp/peers';
import { measurePlaces } from './nlp/places';
import { type Asked, heldOutQuestions, measureProcedures, type RankingFigures } from './nlp/procedures';
import { longMessages, measureSpeed, reading } from './nlp/speed';
import { measureStart, tellStart } from './nlp/start';
import { type Line, met, table } from './nlp/table';

const ROOT = path.resolve(__dirname, '..', '..');
const CONTENT = path.join(ROOT, 'content');
const NOW = new Date('2026-11-25T08:00:00+07:00');

if (process.argv[2] === 'start') tellStart(process.argv[3] ?? ROOT);
else void measure();

async function measure(): Promise<void> {
  const content = loadContent(CONTENT);
  const { understand } = reader({ root: ROOT, content, say: (line) => console.error(line) });
  const lines = [
    ...(await publicSet(content)),
    ...ownLabels(understand),
    ...procedures(content),
    ...places(content),
    ...speed(understand),
    ...cost(content),
  ];
  console.log(table(lines));
  keep(lines);
}

/** SIB-200: every peer learns from the same sentences and is tested on the same. */
async function publicSet(content: Content): Promise<Line[]> {
  const learnt = await Promise.all(
    peers(content).map(async (peer) => ({ name: peer.name, labelOf: await peer.learn(sib('train')) })),
  );
  const lines: Line[] = [];
  for (const [part, spoken] of [
    ['test', 'clean'],
    ['test.nodia', 'no accents'],
    ['test.mix', 'mixed noise'],
  ] as const) {
    const shares = await Promise.all(learnt.map(({ labelOf }) => accuracy(sib(part), labelOf)));
    const [own = 0, ...others] = shares;
    const best = Math.max(...others);
    lines.push({
      measure: `SIB-200, ${spoken}: ours`,
      value: own,
      unit: '%',
      least: best,
      peer: 'best peer here',
    });
    learnt
      .slice(1)
      .forEach(({ name }, at) =>
        lines.push({ measure: `SIB-200, ${spoken}: ${name}`, value: others[at] ?? 0, unit: '%' }),
      );
  }
  return lines;
}

async function accuracy(
  tests: readonly { text: string; label: string }[],
  labelOf: (text: string) => Promise<string> | string,
): Promise<number> {
  let right = 0;
  for (const { text, label } of tests) if ((await labelOf(text)) === label) right++;
  return (100 * right) / tests.length;
}

/** Messages that nothing was learnt from; the development set was looked at while building, the test set was not. */
function ownLabels(understand: Understand): Line[] {
  return (['development', 'test'] as const).flatMap((set) => {
    const figures = measureLabels(heldOut(CONTENT, set), understand, NOW);
    const percent = (measure: string, value: number, goal: Partial<Line> = {}): Line => ({
      measure: `${set}: ${measure}`,
      value: 100 * value,
      unit: '%',
      ...goal,
    });
    const { clean, 'all noise': noise } = figures;
    return [
      percent('intent, clean', clean.intent, { least: 95 }),
      percent('intent, all noise', noise.intent, { least: 93 }),
      ...(['bare', 'partly bare', 'typos', 'mixed'] as const).map((kind) =>
        percent(`intent, ${kind}`, figures[kind].intent),
      ),
      percent('category', clean.category, { least: 93 }),
      percent('category, of what is found to be pollution', clean.categoryOfFound, { least: 93 }),
      percent('category, all noise', noise.category),
      percent('aspect', clean.aspect, { least: 90 }),
      percent('aspect, of what is found to ask for a procedure', clean.aspectOfFound, { least: 90 }),
      percent('aspect, all noise', noise.aspect),
      percent('out of scope found', clean.outFound, { least: 90 }),
      percent('reports lost to out of scope', clean.reportsLost, { most: 2 }),
      { measure: `${set}: calibration error`, value: clean.calibrationError, unit: '', most: 0.03 },
      { measure: `${set}: calibration error, all noise`, value: noise.calibrationError, unit: '' },
    ];
  });
}

function procedures(content: Content): Line[] {
  const sets = {
    'questions of another author': heldOut(CONTENT, 'test')
      .filter(({ intent }) => intent === 'procedure.ask')
      .map(({ text, procedure }): Asked => ({ text, procedure })),
    'questions in people’s words': heldOutQuestions(CONTENT),
  };
  return measureProcedures(content, sets).flatMap((each: RankingFigures): Line[] => {
    const ours = each.ranking === 'ours' && !each.set.includes('without accents');
    const name = `procedures, ${each.set}, ${each.ranking}`;
    return [
      { measure: `${name}: recall@1`, value: 100 * each.recallAt1, unit: '%', ...(ours && { least: 90 }) },
      { measure: `${name}: MRR@10`, value: each.mrrAt10, unit: '', ...(ours && { least: 0.94 }) },
      ...(each.outside > 0
        ? [
            {
              measure: `${name}: abstains outside`,
              value: (100 * each.abstained) / each.outside,
              unit: '%',
              ...(ours && { least: 90 }),
            },
          ]
        : []),
    ];
  });
}

function places({ gazetteer }: Content): Line[] {
  const { all, keptBack } = measurePlaces(CONTENT, gazetteer);
  return [all, keptBack].flatMap((figures, at): Line[] => {
    const name = `places, ${figures.texts} addresses${at === 1 ? ' never looked at' : ''}`;
    return [
      {
        measure: `${name}: commune right where determined`,
        value: (100 * figures.right) / figures.determined,
        unit: '%',
        least: 97,
      },
      {
        measure: `${name}: commune decided where ambiguous`,
        value: figures.wronglyDecided,
        unit: '',
        most: 0,
      },
    ];
  });
}

function speed(understand: Understand): Line[] {
  const texts = [...heldOut(CONTENT, 'development'), ...heldOut(CONTENT, 'test')].map(({ text }) => text);
  const ordinary = measureSpeed(texts, reading(understand));
  const long = measureSpeed(longMessages(texts), reading(understand));
  return [
    { measure: 'a message, p50', value: ordinary.p50, unit: 'µs', most: 150 },
    { measure: 'a message, p99', value: ordinary.p99, unit: 'µs', most: 700 },
    { measure: '4,096 characters, p50', value: long.p50 / 1000, unit: 'ms' },
    { measure: '4,096 characters, slowest', value: long.slowest / 1000, unit: 'ms', most: 20 },
  ];
}

function cost(content: Content): Line[] {
  learned({ root: ROOT, content });
  const { keptMs, memoryMb } = measureStart(ROOT);
  const begin = performance.now();
  learnUtterances(content.utterances(), conceptFinder(content.concepts));
  return [
    { measure: 'start of understanding, with what is kept', value: keptMs, unit: 'ms', most: 200 },
    { measure: 'memory of it', value: memoryMb, unit: 'MB', most: 60 },
    { measure: 'learning the classifier anew', value: (performance.now() - begin) / 1000, unit: 's' },
    { measure: 'messages learnt from', value: content.utterances().length, unit: '', least: 2_500 },
  ];
}

/** The results of a run, and the score below which a test will not let the development set fall. */
function keep(lines: readonly Line[]): void {
  const folder = path.join(ROOT, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const result = {
    at: new Date().toISOString(),
    node: process.version,
    figures: lines.map((line) => ({ ...line, met: met(line) })),
  };
  writeFileSync(path.join(folder, 'nlp.json'), `${JSON.stringify(result, null, 2)}\n`);
  const score = Object.fromEntries(
    lines
      .filter(({ measure }) => measure.startsWith('development: '))
      .map(({ measure, value }) => [measure.replace('development: ', ''), Number(value.toFixed(2))]),
  );
  writeFileSync(path.join(ROOT, 'bench', 'nlp', 'score.json'), `${JSON.stringify(score, null, 2)}\n`);
}
