/** Takes the primary of a replica set of three away under load, and counts what was acknowledged and is missing. */
import { setTimeout as pause } from 'node:timers/promises';
import { Citizen } from '../tests/citizen';
import { Crowd } from '../tests/crowd';
import { Recorder } from '../tests/recorder';
import { ReplicaSet } from '../tests/replica-set';
import { System } from '../tests/system';
import { untilTheEnd } from './run/until-the-end';
import { compared, conclude, inRounds, summed, type Tally, type Told } from './losses/tally';
import { median } from './turn/figures';

/** Citizens at each of the two processes. */
const CROWD = { size: 12, messagesPerSecond: 40 };
/** Faults of one crowd. */
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

interface Result extends Tally {
  fault: string;
  times: number;
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
  conclude('failover', results, ({ fault }) => fault);
}

async function measure(set: ReplicaSet, name: string, times: number, fault: Fault): Promise<Result> {
  const rounds = await inRounds(name, { times, most: ROUND }, (faults) => round(set, faults, fault));
  const again = rounds.flatMap((each) => each.again);
  return {
    fault: name,
    times,
    ...summed(rounds),
    againMedian: median(again),
    againMax: Math.max(...again),
  };
}

interface Round extends Told {
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
  const troubles = crowds.flatMap((crowd) => crowd.troubles);
  const told = await compared(mongodbUri, recorder, troubles);
  for (const system of systems) await system.stop();
  return { ...told, again };
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

untilTheEnd(main);
