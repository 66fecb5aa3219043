import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures, Judged } from './figures';
import type { Goal } from './goal';

const FOLDER = join(process.cwd(), 'bench', 'results');

/** Writes the figures, and each conversation that went wrong; returns where. */
export function keep(asked: object, figures: Figures, judged: readonly Judged[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const at = new Date().toISOString();
  writeFileSync(join(FOLDER, 'citizens.json'), `${JSON.stringify({ at, asked, figures }, null, 2)}\n`);
  const failed = judged.filter(({ faults }) => faults.length > 0).map(told);
  writeFileSync(join(FOLDER, 'citizens-failures.txt'), `${failed.join('\n\n')}\n`);
  return join('bench', 'results', 'citizens-failures.txt');
}

function told({ outcome: { goal, transcript }, faults }: Judged): string {
  const wrong = faults.map((each) => `!! ${each}`);
  return [`=== ${goal.id}`, ...wrong, `   wanted: ${wanted(goal)}`, ...transcript].join('\n');
}

const wanted = ({ place, time, manner: { temper: _temper, ...manner } }: Goal): string =>
  `${place.says} (${place.fullName}) · ${time ?? 'no time'} · ${JSON.stringify(manner)}`;
