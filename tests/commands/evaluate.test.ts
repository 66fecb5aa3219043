import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evaluate, type Learn } from '../../commands/evaluate';
import { labeller } from '../../learned';
import { run } from './run';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hotline-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kept(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
const linesOf = (pairs: readonly (readonly [text: string, label: string])[]): string =>
  pairs.map(([text, label]) => JSON.stringify({ text, label })).join('\n');

/** Finds what is written before the colon, whatever was learnt. */
const beforeColon: Learn = () => (text) => text.split(':')[0] ?? '';
const tried = async (learn: Learn, train: string, test: string) => {
  const { code, lines, said } = await run(evaluate({ learn }), ['--train', train, '--test', test]);
  return { code, said, result: lines.map((line) => JSON.parse(line) as Record<string, number>) };
};

const TRAIN = linesOf([
  ['a: 1', 'a'],
  ['b: 1', 'b'],
]);

it('tells accuracy and macro-F1 as they are worked out by hand', async () => {
  const test = linesOf([
    ['a: 1', 'a'],
    ['a: 2', 'a'],
    ['b: 3', 'a'],
    ['b: 4', 'b'],
    ['c: 5', 'b'],
  ]);
  const { code, result } = await tried(beforeColon, kept('train', TRAIN), kept('test', test));
  expect(code).toBe(0);
  // a: 2 right of 3 there and 2 found, F1 4/5; b: 1 of 2 and 2, F1 1/2; c: found once, never there, F1 0.
  expect(result).toHaveLength(1);
  expect(result[0]).toMatchObject({ accuracy: 3 / 5, n: 5 });
  expect(result[0]?.macroF1).toBeCloseTo((4 / 5 + 1 / 2 + 0) / 3, 12);
  expect(Object.keys(result[0] ?? {}).sort()).toEqual([
    'accuracy',
    'macroF1',
    'microsPerMessage',
    'n',
    'trainMs',
  ]);
  for (const figure of Object.values(result[0] ?? {})) expect(figure).toBeGreaterThanOrEqual(0);
});

it('learns from the lines of the one file, and is asked the texts of the other', async () => {
  const learnt: unknown[] = [];
  const heard: string[] = [];
  const learn: Learn = (examples) => {
    learnt.push(...examples);
    return (text) => {
      heard.push(text);
      return 'a';
    };
  };
  await tried(learn, kept('train', `\n${TRAIN}\r\n\n`), kept('test', linesOf([['x', 'a']])));
  expect(learnt).toEqual([
    { text: 'a: 1', label: 'a' },
    { text: 'b: 1', label: 'b' },
  ]);
  expect(heard).toEqual(['x']);
});

it('the hotline’s own classifier tells two simple things apart', async () => {
  const train = linesOf([
    ['nước thải đen ngòm chảy ra kênh', 'water'],
    ['xả nước thải ra sông', 'water'],
    ['nước sông đen sì', 'water'],
    ['karaoke ồn suốt đêm', 'noise'],
    ['loa kẹo kéo ồn ào', 'noise'],
    ['mở karaoke ầm ĩ', 'noise'],
  ]);
  const test = linesOf([
    ['nuoc thai chay ra song', 'water'],
    ['karaoke ồn ào quá', 'noise'],
  ]);
  const learn: Learn = (examples) => labeller(examples, { concepts: {} });
  const { result } = await tried(learn, kept('train', train), kept('test', test));
  expect(result[0]).toMatchObject({ accuracy: 1, macroF1: 1, n: 2 });
});

it.each([[[]], [['--train', 'a.jsonl']], [['--test', 'b.jsonl']]])('%j asks for both files', async (args) => {
  const { code, lines, said } = await run(evaluate({ learn: beforeColon }), args);
  expect({ code, lines }).toEqual({ code: 1, lines: [] });
  expect(said.join()).toMatch(/--train.*--test/);
});

it('an option that there is not is told with the usage', async () => {
  const { code, said } = await run(evaluate({ learn: beforeColon }), ['--trian', 'a.jsonl']);
  expect(code).toBe(1);
  expect(said.join()).toContain('npx hotline evaluate --train A.jsonl --test B.jsonl');
});

it('a file that cannot be read, or holds nothing, is named', async () => {
  const [train, missing, empty] = [
    kept('train', TRAIN),
    path.join(folder, 'nowhere.jsonl'),
    kept('empty', '\n \n'),
  ];
  for (const [first, second, named] of [
    [missing, train, missing],
    [train, missing, missing],
    [train, empty, empty],
    [folder, train, folder],
  ] as const) {
    const { code, said } = await tried(beforeColon, first, second);
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringContaining(named)]);
  }
});

it.each(['no JSON', '{"text":"a"}', '{"text":"a","label":""}', '{"text":1,"label":"a"}', '[]'])(
  'a line that is none is told with file and number: %s',
  async (broken) => {
    const bad = kept('bad', `${TRAIN}\n\n${broken}\n`);
    for (const [train, test] of [
      [bad, kept('train', TRAIN)],
      [kept('train', TRAIN), bad],
    ] as const) {
      const { code, said, result } = await tried(beforeColon, train, test);
      expect({ code, result }).toEqual({ code: 1, result: [] });
      expect(said).toEqual([expect.stringContaining(`${bad}:4`)]);
    }
  },
);
