import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { Point, Said, Told } from './grant-process';

const POINTS: readonly Point[] = ['marked', 'answered', 'written', 'kept'];
const root = process.cwd();

export interface KillsWish {
  uri: string;
  kills: number;
  processes: number;
  /** Must be longer than a renewal takes on a slow machine. */
  leaseMs: number;
}

/** Where a process was killed, and what became of the pair. */
interface Outcome {
  point: Point;
  rotations: number;
  lost: boolean;
  tokens: Set<string>;
}

/**
 * Several processes are told at once that the token was refused; the one that renews it is killed at a point of the
 * renewal; the others, and the one that is started anew, go on. A grant that is lost is given anew, as by consent.
 */
export async function killsAroundRenewal({ uri, kills, processes, leaseMs }: KillsWish) {
  const folder = mkdtempSync(join(distTests(), 'grant-'));
  const zalo = await new ZaloEmulator().start();
  const script = bundled(folder);
  const env = { URI: uri, ROOT: zalo.root, DATA_DIR: folder, LEASE_MS: String(leaseMs) };
  const { appId, appSecret, refreshToken } = zalo.settings;
  const start = (): Promise<Renewer> =>
    Renewer.start(script, { ...env, APP_ID: appId, APP_SECRET: appSecret }, refreshToken);
  const all = await Promise.all(Array.from({ length: processes }, start));
  const outcomes: Outcome[] = [];
  try {
    let [token = ''] = await Promise.all(all.map((each) => each.asks('')));
    for (let kill = 0; kill < kills; kill++) {
      const point = POINTS[kill % POINTS.length] ?? 'kept';
      const before = rotationsOf(zalo);
      const [dead, born] = await Promise.all([killedAt(point, all, token), start()]);
      const others = all.filter((each) => each !== dead);
      const answers = await Promise.all(others.map((each) => each.answer));
      const lost = answers.every((answer) => answer === 'NoGrant');
      if (lost) born.refreshToken = zalo.grants.issue().refresh_token;
      all.splice(all.indexOf(dead), 1, born);
      const rotations = rotationsOf(zalo) - before;
      token = await born.asks('');
      const tokens = new Set(lost ? answers : [...answers, token]);
      outcomes.push({ point, rotations, lost, tokens });
      for (const each of others) await each.asks(token === answers[0] ? '' : (answers[0] ?? ''));
    }
  } finally {
    for (const each of all) await each.kill();
    await zalo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return figuresOf(outcomes);
}

/** Tells all, and kills the first that comes to the point. */
async function killedAt(point: Point, all: readonly Renewer[], token: string): Promise<Renewer> {
  let chosen: Renewer | undefined;
  const dead = new Promise<Renewer>((resolve) => {
    for (const each of all)
      each.mayGoOn = (at) => {
        if (chosen || at !== point) return true;
        chosen = each;
        void each.kill().then(() => resolve(each));
        return false;
      };
  });
  for (const each of all) void each.asks(token);
  return dead;
}

/** A process that renews. */
class Renewer {
  /** The token, or the name of the error. */
  answer: Promise<string> = Promise.resolve('');
  mayGoOn: (at: Point) => boolean = () => true;
  private heard: (answer: string) => void = () => undefined;

  private constructor(
    private readonly child: ChildProcess,
    public refreshToken: string,
  ) {
    child.on('message', (said: Said) => {
      if ('at' in said) return void (this.mayGoOn(said.at) && this.tell({ goOn: true }));
      if ('token' in said) this.heard(said.token);
      if ('failed' in said) this.heard(said.failed);
    });
  }

  static async start(script: string, env: NodeJS.ProcessEnv, refreshToken: string): Promise<Renewer> {
    const child = fork(script, { env: { ...process.env, ...env } });
    const renewer = new Renewer(child, refreshToken);
    await once(child, 'message');
    return renewer;
  }

  /** `refused`: a token that was; nothing: asks for one that is good. */
  asks(refused: string): Promise<string> {
    this.answer = new Promise((resolve) => (this.heard = resolve));
    this.tell({ refused, refreshToken: this.refreshToken });
    return this.answer;
  }

  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    if (!this.child.kill('SIGKILL')) return;
    await ended;
  }

  private tell(told: Told): void {
    if (this.child.connected) this.child.send(told);
  }
}

const rotationsOf = (zalo: ZaloEmulator): number =>
  zalo.calls('access_token').filter(({ done }) => done).length;

function figuresOf(outcomes: readonly Outcome[]) {
  const at = (point: Point): number => outcomes.filter((each) => each.point === point).length;
  const lost = outcomes.filter((each) => each.lost);
  return {
    kills: outcomes.length,
    'killed in the window': at('answered'),
    'lost in the window': lost.filter(({ point }) => point === 'answered').length,
    'lost elsewhere': lost.filter(({ point }) => point !== 'answered').length,
    'renewed more than once': outcomes.filter(({ rotations }) => rotations !== 1).length,
    'not of one mind': outcomes.filter(({ tokens }) => tokens.size !== 1).length,
  };
}

function distTests(): string {
  const folder = join(root, 'dist', 'tests');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function bundled(folder: string): string {
  const { bundle } = createRequire(join(root, 'package.json'))('./bin/build.js') as {
    bundle: (source: string, target: string) => void;
  };
  const script = join(folder, 'grant-process.js');
  bundle(join(root, 'tests', 'adapters', 'zalo', 'grant-process.ts'), script);
  return script;
}
