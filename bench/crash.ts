/** Kills the app, and mongod with it, under load; counts what was acknowledged and is missing or doubled. */
import { setTimeout as pause } from 'node:timers/promises';
import { Crowd } from '../tests/crowd';
import { Recorder } from '../tests/recorder';
import { Database, System } from '../tests/system';
import { untilTheEnd } from './run/until-the-end';
import { compared, conclude, inRounds, summed, type Tally, type Told } from './losses/tally';
import { median } from './turn/figures';

/** Citizens who talk at once, and how much they try to say; what they got said is in the result. */
const CROWD = { size: 24, messagesPerSecond: 120 };
/** Kills of one crowd. */
const ROUND = 20;

interface Result extends Tally {
  killed: string;
  kills: number;
  /** Messages acknowledged in a second while the system was up. */
  messagesPerSecond: number;
  /** From the start of the process until it took calls, milliseconds. */
  restartMedian: number;
  restartMax: number;
}

async function main(): Promise<void> {
  const share = Number(process.env.CRASH_SHARE ?? 1);
  const database = await Database.start();
  const results = [
    await measure('app', Math.ceil(200 * share), () => System.start({ mongodbUri: database.fresh() })),
    await measure('app and mongod', Math.ceil(30 * share), () => System.start()),
  ];
  conclude('crash', results, ({ killed }) => killed);
}

async function measure(killed: string, kills: number, start: () => Promise<System>): Promise<Result> {
  const rounds = await inRounds(killed, { times: kills, most: ROUND }, async (times) => {
    const system = await start();
    const told = await round(system, times, killed === 'app' ? 'app' : 'both');
    system.destroy();
    return told;
  });
  return resultOf(killed, kills, rounds);
}

interface Round extends Told {
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
  const told = await compared(system.mongodbUri(), recorder, crowd.troubles);
  if (/unhandled|uncaught/i.test(system.output)) console.error(system.output.slice(-4000));
  await system.kill();
  return { ...told, upMs, restarts };
}

function resultOf(killed: string, kills: number, rounds: readonly Round[]): Result {
  const tally = summed(rounds);
  const restarts = rounds.flatMap((each) => each.restarts);
  const upMs = rounds.reduce((sum, each) => sum + each.upMs, 0);
  return {
    killed,
    kills,
    messagesPerSecond: Math.round(tally.messages / (upMs / 1000)),
    ...tally,
    restartMedian: median(restarts),
    restartMax: Math.max(...restarts),
  };
}

untilTheEnd(main);
