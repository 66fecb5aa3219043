import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';

const root = join(__dirname, '..', '..');
let built: string | undefined;

/** The test's app as a process of its own; `told` are its messages so far. */
export interface App {
  child: ChildProcess;
  pid: number;
  told: Record<string, unknown>[];
  /** The value of the first message with this field; undefined when the app ended without one. */
  hears(field: string): Promise<unknown>;
  /** Ends it with a signal and waits. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export function launch(what: 'system' | 'command' | 'lock' | 'keys', path: string): App {
  built ??= bundle();
  const child = spawn(process.execPath, [built, what, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: Record<string, unknown>[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => told.push(JSON.parse(line) as Record<string, unknown>));
  const exit = once(child, 'close');
  return {
    child,
    told,
    pid: child.pid ?? 0,
    async hears(field) {
      const found = () => told.find((message) => field in message);
      while (!found() && child.exitCode === null && child.signalCode === null)
        await Promise.race([once(lines, 'line'), exit]);
      return found()?.[field];
    },
    async end(signal) {
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
}

function bundle(): string {
  const outfile = join(root, 'dist', 'tests', 'embedded-app.js');
  const draft = `${outfile}.${process.pid}.js`;
  buildSync({
    entryPoints: [join(__dirname, 'embedded-app.ts')],
    outfile: draft,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  renameSync(draft, outfile);
  return outfile;
}
