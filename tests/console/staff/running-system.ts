import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

/** The system as `npm start` runs it, on an empty database of its own. */
export interface RunningSystem {
  base: string;
  /** Of the page that makes the first administrator. */
  setupLink: string;
  /** Resolves to the exit code. */
  stop(): Promise<number | null>;
}

export async function startSystem(): Promise<RunningSystem> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hotline-console-'));
  const child = spawn(process.execPath, [join(root, 'bin', 'start.js')], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await untilReady(child);
  const [, base = ''] = /(http:\/\/localhost:\d+)\/staff\s/.exec(said) ?? [];
  const [setupLink = ''] = /http:\S+\/staff#setup=\S+/.exec(said) ?? [];
  return {
    base,
    setupLink,
    async stop() {
      if (child.exitCode === null) {
        const closed = once(child, 'close');
        child.kill('SIGTERM');
        await closed;
      }
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
      return child.exitCode;
    },
  };
}

function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (/#setup=\S+\s/.test(said)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => reject(new Error(`the system ended: ${said}`)));
  });
}
