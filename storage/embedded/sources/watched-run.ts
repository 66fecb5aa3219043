import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface WatchedRun {
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Growth of what lies in here counts as progress, and so does any output. */
  growing: string;
  /** Given up after this many milliseconds without progress, however long it runs with it. */
  stallMs: number;
}

/** Runs a program to its end and returns what it wrote on standard output. */
export function watchedRun(run: WatchedRun): Promise<string> {
  return new Promise((resolve, reject) => {
    const own = process.platform !== 'win32';
    const child = spawn(run.command, run.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: own,
      env: run.env,
    });
    const output = { out: '', err: '' };
    const stall = watch(run, () => {
      kill(child.pid, own);
      reject(new Error(`không nhận thêm được gì trong ${run.stallMs / 1000} giây`));
    });
    const collect = (stream: 'out' | 'err') => (chunk: Buffer) => {
      output[stream] += chunk.toString();
      stall.progress();
    };
    child.stdout.on('data', collect('out'));
    child.stderr.on('data', collect('err'));
    child.once('error', reject);
    child.once('close', (code) => {
      stall.end();
      if (code === 0) resolve(output.out);
      else reject(new Error(lastLine(output.err) ?? lastLine(output.out) ?? `kết thúc với mã ${code}`));
    });
  });
}

function watch({ growing, stallMs }: WatchedRun, stalled: () => void) {
  let size = 0;
  let last = Date.now();
  const timer = setInterval(() => {
    const now = bytesUnder(growing);
    if (now !== size) {
      size = now;
      last = Date.now();
    }
    if (Date.now() - last < stallMs) return;
    clearInterval(timer);
    stalled();
  }, 250);
  return { progress: () => void (last = Date.now()), end: () => clearInterval(timer) };
}

function bytesUnder(directory: string): number {
  let sum = 0;
  try {
    for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true }))
      if (entry.isFile()) sum += statSync(join(entry.parentPath, entry.name)).size;
  } catch {
    // A file may go while it is looked at; the next look counts again.
  }
  return sum;
}

function kill(pid: number | undefined, group: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(group ? -pid : pid, 'SIGKILL');
  } catch {
    // It ended by itself in this very moment.
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1)?.trim().slice(0, 200) || undefined;
