/** Kills the app, and mongod with it, under load; counts what was acknowledged and is missing or doubled. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { Crowd } from '../tests/crowd';
import { type Findings, Recorder } from '../tests/recorder';
import { Database, endAll, System } from '../tests/system';

/** Citizens who talk at once, and how much they try to say; what they got said is in the result. */
const CROWD = { size: 24, messagesPerSecond: 120 };
/** A fresh crowd for so many kills: conversations do not grow for ever. */
const ROUND = 20;

interface Result {
  killed: string;
  kills: number;
  /** Messages acknowledged in a second while the system was up. */
  messagesPerSecond: number;
  messages: number;
  tickets: number;
  attachments: number;
  missing: number;
  doubled: number;
  wrong: number;
  /** From the start of the process until it took calls, milliseconds. */
  restartMedian: number;
  restartMax: number;
  troubles: number;
}

async function main(): Promise<void> {
  const share = Number(process.env.CRASH_SHARE ?? 1);
  const database = await Database.start();
  const results = [
    await measure('app', Math.ceil(200 * share), () => System.start({ mongodbUri: database.fresh() })),
    await measure('app and mongod', Math.ceil(30 * share), () => System.start()),
  ];
  console.table(Object.fromEntries(results.map(({ killed, ...rest }) => [killed, rest])));
  keep(results);
  if (results.some(({ missing, doubled, wrong, troubles }) => missing + doubled + wrong + troubles > 0))
    process.exitCode = 1;
}

async function measure(killed: string, kills: number, start: () => Promise<System>): Promise<Result> {
  const rounds: Round[] = [];
  for (let left = kills; left > 0; left -= ROUND) {
    const system = await start();
    rounds.push(await round(system, Math.min(left, ROUND), killed === 'app' ? 'app' : 'both'));
    system.destroy();
    console.error(`${killed}: ${kills - Math.max(0, left - ROUND)} of ${kills} kills`);
  }
  return summed(killed, kills, rounds);
}

interface Round {
  recorder: Recorder;
  crowd: Crowd;
  findings: Findings;
  upMs: number;
  restarts: number[];
}

async function round(system: System, kills: number, what: 'app' | 'both'): Promise<Round> {
  const recorder = new Recorder();
  const crowd = await Crowd.gather(system.base, recorder, CROWD);
  const restarts: number[] = [];
  let upMs = 0;
  crowd.talk();
  for (let kill = 0; kill < kills; kill++) {
    const life = 700 + Math.random() * 1600;
    await pause(life);
    upMs += life;
    await (what === 'app' ? system.kill() : system.killWithDatabase());
    const begun = Date.now();
    await system.start();
    restarts.push(Date.now() - begun);
  }
  await crowd.silence();
  const findings = await compared(system, recorder);
  report(system, findings, crowd.troubles);
  await system.kill();
  return { recorder, crowd, findings, upMs, restarts };
}

async function compared(system: System, recorder: Recorder): Promise<Findings> {
  const mongo = await MongoClient.connect(system.mongodbUri());
  try {
    const waiting = { dueAt: { $exists: true } };
    while ((await mongo.db().collection('turns').countDocuments(waiting)) > 0) await pause(200);
    return await recorder.compare(mongo.db());
  } finally {
    await mongo.close();
  }
}

function report(system: System, findings: Findings, troubles: readonly string[]): void {
  for (const [kind, what] of Object.entries(findings) as [string, string[]][])
    for (const each of what) console.error(`${kind}: ${each}`);
  for (const each of troubles) console.error(`trouble: ${each}`);
  if (/unhandled|uncaught/i.test(system.output)) console.error(system.output.slice(-4000));
}

function summed(killed: string, kills: number, rounds: Round[]): Result {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, each) => total + of(each), 0);
  const restarts = rounds.flatMap((each) => each.restarts).sort((a, b) => a - b);
  const messages = sum(({ recorder }) => recorder.counts.messages);
  return {
    killed,
    kills,
    messagesPerSecond: Math.round(messages / (sum(({ upMs }) => upMs) / 1000)),
    messages,
    tickets: sum(({ recorder }) => recorder.counts.tickets),
    attachments: sum(({ recorder }) => recorder.counts.attachments),
    missing: sum(({ findings }) => findings.missing.length),
    doubled: sum(({ findings }) => findings.doubled.length),
    wrong: sum(({ findings }) => findings.wrong.length),
    restartMedian: restarts[Math.floor(restarts.length / 2)] ?? 0,
    restartMax: restarts.at(-1) ?? 0,
    troubles: sum(({ crowd }) => crowd.troubles.length),
  };
}

function keep(results: Result[]): void {
  const folder = join(process.cwd(), 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  writeFileSync(join(folder, 'crash.json'), `${JSON.stringify({ at, results }, null, 2)}\n`);
}

void main().finally(async () => {
  await endAll();
  process.exit();
});
