import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Findings, Recorder } from '../../tests/recorder';

/** What became of one crowd. */
export interface Told {
  counts: Recorder['counts'];
  findings: Findings;
  /** How many citizens could not do what they wanted. */
  troubles: number;
}

/** What was acknowledged, and how much of it is missing or doubled. */
export interface Tally {
  messages: number;
  tickets: number;
  attachments: number;
  missing: number;
  doubled: number;
  wrong: number;
  troubles: number;
}

/** So many faults, a fresh crowd for each `most` of them: conversations do not grow for ever. */
export async function inRounds<T>(
  name: string,
  { times, most }: { times: number; most: number },
  round: (times: number) => Promise<T>,
): Promise<T[]> {
  const rounds: T[] = [];
  for (let left = times; left > 0; left -= most) {
    rounds.push(await round(Math.min(left, most)));
    console.error(`${name}: ${times - Math.max(0, left - most)} of ${times}`);
  }
  return rounds;
}

/** What the crowd was told, against the database; what is wrong is printed. */
export async function compared(
  mongodbUri: string,
  recorder: Recorder,
  troubles: readonly string[],
): Promise<Told> {
  const mongo = await MongoClient.connect(mongodbUri);
  try {
    const findings = await recorder.compare(mongo.db());
    for (const [kind, what] of Object.entries(findings) as [string, string[]][])
      for (const each of what) console.error(`${kind}: ${each}`);
    for (const each of troubles) console.error(`trouble: ${each}`);
    return { counts: recorder.counts, findings, troubles: troubles.length };
  } finally {
    await mongo.close();
  }
}

export function summed(rounds: readonly Told[]): Tally {
  const sum = (of: (round: Told) => number) => rounds.reduce((total, each) => total + of(each), 0);
  return {
    messages: sum(({ counts }) => counts.messages),
    tickets: sum(({ counts }) => counts.tickets),
    attachments: sum(({ counts }) => counts.attachments),
    missing: sum(({ findings }) => findings.missing.length),
    doubled: sum(({ findings }) => findings.doubled.length),
    wrong: sum(({ findings }) => findings.wrong.length),
    troubles: sum(({ troubles }) => troubles),
  };
}

/** Prints and keeps the results; the process fails when a promise was not kept. */
export function conclude<T extends Tally>(
  name: string,
  results: readonly T[],
  called: (result: T) => string,
): void {
  console.table(Object.fromEntries(results.map((result) => [called(result), result])));
  const folder = join(process.cwd(), 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ at, results }, null, 2)}\n`);
  if (results.some(({ missing, doubled, wrong, troubles }) => missing + doubled + wrong + troubles > 0))
    process.exitCode = 1;
}
