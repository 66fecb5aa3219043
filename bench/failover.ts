/** Takes the primary of a replica set of three away under load, and counts what was acknowledged and is missing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { Citizen } from '../tests/citizen';
import { Crowd } from '../tests/crowd';
import { Recorder, type Findings } from '../tests/recorder';
import { ReplicaSet } from '../tests/replica-set';
import { endAll, System } from '../tests/system';

/** Citizens at each of the two processes. */
const CROWD = { size: 12, messagesPerSecond: 40 };
/** A fresh crowd for so many faults: conversations do not grow for ever. */
const ROUND = 10;
/** As `docs/deploy.md` sets it. */
const ELECTION_TIMEOUT_MS = 4_000;

/** Takes the primary away; returns what puts everything back in order. */
type Fault = (set: ReplicaSet) => Promise<() => Promise<void>>;

const FAULTS: Record<string, { times: number; fault: Fault }> = {
  'kill -9': { times: 50, fault: kill },
  freeze: { times: 20, fault: freeze },
  'step down': { times: 20, fault: stepDown },
};

async function kill(set: ReplicaSet) {
  const primary = await set.primary();
  await primary.kill();
  return () => primary.start();
}

async function freeze(set: ReplicaSet) {
  const primary = await set.primary();
  primary.signal('SIGSTOP');
  return () => Promise.resolve(primary.signal('SIGCONT'));
}

async function stepDown(set: ReplicaSet) {
  await set.stepDown();
  return () => Promise.resolve();
}

interface Result {
  fault: string;
  times: number;
  messages: number;
  tickets: number;
  attachments: number;
  missing: number;
  doubled: number;
  wrong: number;
  troubles: number;
  /** From the fault until both processes took and answered a newcomer's message, milliseconds. */
  againMedian: number;
  againMax: number;
}

async function main(): Promise<void> {
  const share = Number(process.env.FAILOVER_SHARE ?? 1);
  const set = await ReplicaSet.start({ electionTimeoutMs: ELECTION_TIMEOUT_MS });
  const results: Result[] = [];
  for (const [name, { times, fault }] of Object.entries(FAULTS))
    results.push(await measure(set, name, Math.ceil(times * share), fault));
  console.table(Object.fromEntries(results.map(({ fault, ...rest }) => [fault, rest])));
  keep(results);
  if (results.some(({ missing, doubled, wrong, troubles }) => missing + doubled + wrong + troubles > 0))
    process.exitCode = 1;
}

async function measure(set: ReplicaSet, name: string, times: number, fault: Fault): Promise<Result> {
  const rounds: Round[] = [];
  for (let left = times; left > 0; left -= ROUND) {
    rounds.push(await round(set, Math.min(left, ROUND), fault));
    console.error(`${name}: ${times - Math.max(0, left - ROUND)} of ${times}`);
  }
  return summed(name, times, rounds);
}

interface Round {
  counts: Recorder['counts'];
  findings: Findings;
  troubles: number;
  again: number[];
}

async function round(set: ReplicaSet, times: number, fault: Fault): Promise<Round> {
  const mongodbUri = set.fresh();
  const systems = [await System.start({ mongodbUri }), await System.start({ mongodbUri })];
  const recorder = new Recorder();
  const crowds = await Promise.all(systems.map(({ base }) => Crowd.gather(base, recorder, CROWD)));
  for (const crowd of crowds) crowd.talk();
  const again: number[] = [];
  for (let n = 0; n < times; n++) {
    await pause(500 + Math.random() * 1_500);
    again.push(await once(set, systems, fault));
  }
  await Promise.all(crowds.map((crowd) => crowd.silence()));
  const findings = await compared(mongodbUri, recorder);
  const troubles = crowds.flatMap((crowd) => crowd.troubles);
  report(findings, troubles);
  for (const system of systems) await system.stop();
  return { counts: recorder.counts, findings, troubles: troubles.length, again };
}

async function once(set: ReplicaSet, systems: readonly System[], fault: Fault): Promise<number> {
  const begun = Date.now();
  const mend = await fault(set);
  await Promise.all(systems.map(({ base }) => newcomer(base)));
  const again = Date.now() - begun;
  await mend();
  await set.untilWhole();
  return again;
}

async function newcomer(base: string): Promise<void> {
  const citizen = await Citizen.arrive(base);
  const id = await citizen.say('xin chào');
  await citizen.hears(({ replyToId }) => replyToId === id, 120_000);
}

async function compared(mongodbUri: string, recorder: Recorder): Promise<Findings> {
  const mongo = await MongoClient.connect(mongodbUri);
  try {
    const waiting = { dueAt: { $exists: true } };
    while ((await mongo.db().collection('turns').countDocuments(waiting)) > 0) await pause(200);
    return await recorder.compare(mongo.db());
  } finally {
    await mongo.close();
  }
}

function report(findings: Findings, troubles: readonly string[]): void {
  for (const [kind, what] of Object.entries(findings) as [string, string[]][])
    for (const each of what) console.error(`${kind}: ${each}`);
  for (const each of troubles) console.error(`trouble: ${each}`);
}

function summed(fault: string, times: number, rounds: Round[]): Result {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, each) => total + of(each), 0);
  const again = rounds.flatMap((each) => each.again).sort((a, b) => a - b);
  return {
    fault,
    times,
    messages: sum(({ counts }) => counts.messages),
    tickets: sum(({ counts }) => counts.tickets),
    attachments: sum(({ counts }) => counts.attachments),
    missing: sum(({ findings }) => findings.missing.length),
    doubled: sum(({ findings }) => findings.doubled.length),
    wrong: sum(({ findings }) => findings.wrong.length),
    troubles: sum(({ troubles }) => troubles),
    againMedian: again[Math.floor(again.length / 2)] ?? 0,
    againMax: again.at(-1) ?? 0,
  };
}

function keep(results: Result[]): void {
  const folder = join(process.cwd(), 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  writeFileSync(join(folder, 'failover.json'), `${JSON.stringify({ at, results }, null, 2)}\n`);
}

void main().finally(async () => {
  await endAll();
  process.exit();
});
