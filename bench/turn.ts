/** A durable turn beside its baselines: speed, processor time, latency, start and memory. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../storage/embedded';
import { serveBaselines } from './turn/baselines';
import { type Citizen, admitted, filing, rehearse, reporting } from './turn/citizens';
import { type Figure, isMet, median, quantile, table } from './turn/figures';
import { type Caller, asFastAsItGoes, atPace } from './turn/load';
import { startProbed } from './turn/probe';
import { type Running, cpuOf, end, launch, memoryOf, peakMemory } from './turn/processes';
import { commitToBrowser } from './turn/sockets';
import { SECRET, type System, newDataDir, pidOf, startSystem, stopSystem } from './turn/system';

const CONNECTIONS = 32;
const RESULT = resolve(__dirname, '..', '..', 'bench', 'results', 'turn.json');
const BASELINES = ['a', 'b-w1', 'b-journalled', 'c', 'd'] as const;
/** Waited for before and after each measurement: what is done "soon" belongs to the turns that caused it. */
const SETTLE_MS = 800;

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const ROUNDS = Number(given.rounds);
const SECONDS = Number(given.seconds);
const [role, uri = ''] = positionals;

if (role === 'baselines') void serveBaselines(uri);
else if (role === 'probed') startProbed();
else void measure();

/** What was measured of one kind of request in one round. */
interface Sample {
  perSecond: number;
  /** Microseconds of processor time a request, of the server and of mongod. */
  cpu: number;
  node: number;
}

async function measure(): Promise<void> {
  const dataDir = newDataDir();
  const mongod = await startEmbedded({ dataDir, mongodBinary: process.env.MONGOD_BINARY, say: () => {} });
  try {
    const figures: Figure[] = [];
    if (!given.only || given.only === 'turns') figures.push(...(await turns(mongod.uri)));
    if (!given.only || given.only === 'sockets') figures.push(...(await sockets(mongod.uri)));
    if (!given.only || given.only === 'start') figures.push(...(await startAndRest()));
    console.log(`\n${table(figures)}`);
    if (!given.only) keep(figures);
  } finally {
    await mongod.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function keep(figures: Figure[]): void {
  mkdirSync(resolve(RESULT, '..'), { recursive: true });
  const result = {
    at: new Date().toISOString(),
    node: process.version,
    connections: CONNECTIONS,
    rounds: ROUNDS,
    seconds: SECONDS,
    figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })),
  };
  writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`);
}

/** Baselines and ours in turn, round after round, so that what disturbs the machine disturbs them all. */
async function turns(uri: string): Promise<Figure[]> {
  const baselines = await launch([__filename, 'baselines', uri]);
  const baselinesMongod = await pidOf(uri);
  const system = await startSystem(newDataDir());
  const samples = new Map<string, Sample[]>();
  const peaks: number[] = [];
  try {
    await rehearse(system.port, SECRET);
    await warmUp(baselines, system);
    for (let round = 1; round <= ROUNDS; round++) {
      for (const path of BASELINES)
        add(samples, path, await timed([baselines.pid, baselinesMongod], () => baseline(baselines, path)));
      const { result, peak } = await peakMemory(system.pid, () => oursOnce(system));
      add(samples, 'dialog', result.dialog);
      add(samples, 'filing', result.filing);
      peaks.push(peak);
      console.log(`round ${round}: ${summary(samples)}`);
    }
    const latencies = await smooth(system);
    return [...figuresOf(samples), ...smoothFigures(latencies), underLoad(Math.max(...peaks))];
  } finally {
    await end(baselines);
    await stopSystem(system);
  }
}

/** Compilers and caches need a few thousand calls before they show what they can. */
async function warmUp(baselines: Running, system: System): Promise<void> {
  for (const path of BASELINES) await baseline(baselines, path, 1.5);
  await dialog(system, 2);
  await filed(system, 300);
}

async function oursOnce(system: System): Promise<{ dialog: Sample; filing: Sample }> {
  return { dialog: await dialog(system), filing: await filed(system) };
}

const pidsOf = (system: System): [number, number] => [system.pid, system.mongod];

async function dialog(system: System, seconds = SECONDS): Promise<Sample> {
  const citizens = await admitted(system.port, SECRET, 600 * seconds);
  const callers = together(() => reporting(citizens));
  return timed(pidsOf(system), () => asFastAsItGoes({ port: system.port, callers }, seconds));
}

/** Only the last word of each report is measured. */
async function filed(system: System, count = 500 * SECONDS): Promise<Sample> {
  const citizens = await readyToFile(system, count);
  const callers = together(() => filing(citizens));
  return timed(pidsOf(system), () => asFastAsItGoes({ port: system.port, callers }));
}

async function readyToFile(system: System, count: number): Promise<Citizen[]> {
  const done: Citizen[] = [];
  const citizens = await admitted(system.port, SECRET, count);
  await asFastAsItGoes({ port: system.port, callers: together(() => reporting(citizens, done)) });
  return done;
}

function baseline({ port }: Running, path: string, seconds = SECONDS): Promise<number> {
  const callers = Array.from({ length: CONNECTIONS }, (_, index): Caller => {
    const body = { conversation: `c${index}`, text: 'Nhà máy giấy gần trường xả khói đen khét lẹt suốt đêm' };
    return () => ({ path: `/${path}`, body });
  });
  return asFastAsItGoes({ port, callers }, seconds);
}

const together = (caller: () => Caller): Caller[] => Array.from({ length: CONNECTIONS }, caller);

async function timed(pids: [number, number], work: () => Promise<number>): Promise<Sample> {
  await pause(SETTLE_MS);
  const [node, mongod] = pids.map(cpuOf) as [number, number];
  const begin = performance.now();
  const answered = await work();
  const perSecond = (answered * 1000) / (performance.now() - begin);
  await pause(SETTLE_MS);
  const [nodeAfter, mongodAfter] = pids.map(cpuOf) as [number, number];
  return {
    perSecond,
    node: (nodeAfter - node) / answered,
    cpu: (nodeAfter - node + mongodAfter - mongod) / answered,
  };
}

async function smooth(system: System): Promise<number[]> {
  const citizens = await admitted(system.port, SECRET, 1_500);
  const callers = Array.from({ length: 64 }, () => reporting(citizens));
  return atPace({ port: system.port, callers }, 200, 15);
}

async function sockets(uri: string): Promise<Figure[]> {
  const { sameProcess, otherProcess } = await commitToBrowser(uri, 10);
  return [reached('same process', sameProcess), reached('other process', otherProcess)].flat();
}

function reached(where: string, all: number[]): Figure[] {
  const line = (name: string, share: number, most: number): Figure => ({
    measure: `commit → browser, ${where}, ${name}`,
    value: quantile(all, share),
    unit: 'ms',
    goal: { most },
  });
  return [line('p50', 0.5, 5), line('p99', 0.99, 40)];
}

/** Started again on its own data; then left alone for a minute after it has worked. */
async function startAndRest(): Promise<Figure[]> {
  const dataDir = newDataDir();
  const started: number[] = [];
  let system = await startSystem(dataDir);
  for (let time = 0; time < 3; time++) {
    await end(system);
    system = await startSystem(dataDir);
    started.push(system.tookMs / 1000);
  }
  try {
    await pause(5_000);
    const fresh = memoryOf(system.pid);
    await dialog(system, 2);
    await pause(60_000);
    return [
      { measure: 'start to ready', value: median(started), unit: 's', goal: { most: 3 } },
      { measure: 'memory at rest, just started', value: fresh, unit: 'MB', goal: { most: 200, aim: 150 } },
      {
        measure: 'memory at rest, after work',
        value: memoryOf(system.pid),
        unit: 'MB',
        goal: { most: 200, aim: 150 },
      },
    ];
  } finally {
    await stopSystem(system);
  }
}

function add(samples: Map<string, Sample[]>, name: string, sample: Sample): void {
  samples.set(name, [...(samples.get(name) ?? []), sample]);
}

const NAMES: Record<string, string> = {
  a: 'A express echo',
  'b-w1': 'B express + driver, w: 1',
  'b-journalled': 'B express + driver, majority, journalled',
  c: 'C botbuilder waterfall, memory',
  d: 'D botbuilder waterfall, MongoDB',
  dialog: 'ours: dialog turn',
  filing: 'ours: turn that files a ticket',
};

function figuresOf(samples: Map<string, Sample[]>): Figure[] {
  const cpuOfAll = (name: string) => median((samples.get(name) ?? []).map(({ cpu }) => cpu));
  const b = cpuOfAll('b-journalled');
  const goals: Record<string, NonNullable<Figure['goal']>> = {
    dialog: { most: 0.8, aim: 0.6, of: 'B' },
    filing: { most: 1, of: 'B' },
  };
  return [...samples].flatMap(([name, all]): Figure[] => [
    {
      measure: NAMES[name] ?? name,
      value: median(all.map(({ perSecond }) => perSecond)),
      unit: '/s',
      ...(name === 'dialog' && { goal: { least: 1_000, aim: 1_400 } }),
    },
    {
      measure: `${NAMES[name] ?? name}: processor time`,
      value: cpuOfAll(name),
      unit: 'µs',
      ofB: cpuOfAll(name) / b,
      ...(goals[name] && { goal: goals[name] }),
    },
  ]);
}

function smoothFigures(latencies: number[]): Figure[] {
  return [
    { measure: 'ours at 200 turns/s, p50', value: quantile(latencies, 0.5), unit: 'ms' },
    { measure: 'ours at 200 turns/s, p99', value: quantile(latencies, 0.99), unit: 'ms', goal: { most: 50 } },
  ];
}

const underLoad = (value: number): Figure => ({
  measure: 'memory under load',
  value,
  unit: 'MB',
  goal: { most: 320 },
});

function summary(samples: Map<string, Sample[]>): string {
  return [...samples]
    .map(([name, all]) => {
      const { perSecond = 0, cpu = 0, node = 0 } = all.at(-1) ?? {};
      return `${name} ${Math.round(perSecond)}/s ${Math.round(cpu)} µs (node ${Math.round(node)})`;
    })
    .join(', ');
}
