import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { invalid } from '../hotline/errors';
import type { Command } from './index';

const line = z.object({ text: z.string(), label: z.string().min(1) });
type Labelled = z.infer<typeof line>;

/** Learns from labelled texts; the result tells the label of another one. */
export type Learn = (examples: readonly Labelled[]) => (text: string) => string;

/** Trains the hotline's own classifier on any labelled lines and tests it on others. */
export function evaluate({ learn }: { learn: Learn }): Command {
  return {
    name: 'evaluate',
    usage: '--train A.jsonl --test B.jsonl',
    summary: 'học từ A, thử trên B (mỗi dòng {"text","label"}), in độ chính xác',
    async run(args, { output }) {
      const { train, test } = optionsOf(args);
      const [lessons, tests] = [linesOf(train), linesOf(test)];
      const begin = performance.now();
      const labelOf = learn(lessons);
      const trained = performance.now();
      const found = tests.map(({ text }) => labelOf(text));
      const ended = performance.now();
      const result = {
        accuracy: accuracyOf(tests, found),
        macroF1: macroF1Of(tests, found),
        trainMs: Math.round(trained - begin),
        microsPerMessage: Math.round(((ended - trained) * 1000) / tests.length),
        n: tests.length,
      };
      output.write(`${JSON.stringify(result)}\n`);
      return 0;
    },
  };
}

function optionsOf(args: readonly string[]): { train: string; test: string } {
  const { train, test } = parseArgs({
    args: [...args],
    options: { train: { type: 'string' }, test: { type: 'string' } },
  }).values;
  if (train === undefined || test === undefined)
    throw invalid('Cần cả --train FILE và --test FILE, mỗi dòng {"text": "…", "label": "…"}');
  return { train, test };
}

function linesOf(file: string): Labelled[] {
  const lines = contentOf(file)
    .split('\n')
    .map((typed, at) => [typed, at + 1] as const)
    .filter(([typed]) => typed.trim() !== '')
    .map(([typed, number]) => labelled(typed, `${file}:${number}`));
  if (lines.length === 0) throw invalid(`${file} không có dòng nào`);
  return lines;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw invalid(`Không đọc được ${file}: ${(error as Error).message}`);
  }
}

function labelled(typed: string, place: string): Labelled {
  try {
    return line.parse(JSON.parse(typed));
  } catch {
    throw invalid(`${place}: cần một dòng JSON dạng {"text": "…", "label": "…"}`);
  }
}

function accuracyOf(tests: readonly Labelled[], found: readonly string[]): number {
  return tests.filter(({ label }, at) => found[at] === label).length / tests.length;
}

/** The mean of each label's F1 over all labels that are there or were found. */
function macroF1Of(tests: readonly Labelled[], found: readonly string[]): number {
  const labels = new Set([...tests.map(({ label }) => label), ...found]);
  const scores = [...labels].map((label) => {
    const there = tests.filter((each) => each.label === label).length;
    const said = found.filter((each) => each === label).length;
    const right = tests.filter((each, at) => each.label === label && found[at] === label).length;
    return (2 * right) / (there + said);
  });
  return scores.reduce((sum, each) => sum + each, 0) / scores.length;
}
