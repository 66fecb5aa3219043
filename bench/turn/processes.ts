import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Microseconds of a tick of /proc/PID/stat; 100 Hz on every Linux that Node runs on. */
const TICK_US = 10_000;

/** Processor time that a process has taken so far, user and system, in microseconds. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * TICK_US;
}

/** Memory that a process holds, in MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

export interface Running {
  child: ChildProcess;
  pid: number;
  port: number;
  /** Milliseconds from its start to its line. */
  tookMs: number;
}

/** Starts a Node program and resolves when it prints an address or a port. */
export async function launch(
  args: string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; heard?: (message: unknown) => void } = {},
): Promise<Running> {
  const begin = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (options.heard) child.on('message', options.heard);
  const port = await portOf(child);
  return { child, pid: child.pid ?? 0, port, tookMs: performance.now() - begin };
}

function portOf(child: ChildProcess): Promise<number> {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const port = /localhost:(\d+)\/?\s/.exec(printed)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error(`it ended before it was ready: ${printed}`)));
  });
}

export async function end({ child }: Running): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await Promise.race([once(child, 'exit'), pause(20_000).then(() => child.kill('SIGKILL'))]);
}

/** Highest memory of a process while something runs, in MB. */
export async function peakMemory<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; peak: number }> {
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), 50);
  try {
    const result = await work();
    return { result, peak };
  } finally {
    clearInterval(look);
  }
}
