import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, isAlive, markOf } from './processes';
import type { ProcessMark } from './processes';

/** Stops the mongod that an app which died left behind on these data; true if there was one. */
export async function stopOrphan(dbPath: string): Promise<boolean> {
  const orphan = mongodOn(dbPath);
  if (!orphan) return false;
  process.kill(orphan.pid, 'SIGTERM');
  // One that was frozen hears nothing before it is thawed.
  if (process.platform !== 'win32') process.kill(orphan.pid, 'SIGCONT');
  if (!(await ends(orphan, 20_000))) {
    process.kill(orphan.pid, 'SIGKILL');
    await ends(orphan, 10_000);
  }
  return true;
}

/** mongod writes its number beside the data; after a crash the number may be anybody's, so the words decide. */
function mongodOn(dbPath: string): ProcessMark | undefined {
  const mark = markOf(Number(lockFile(dbPath)));
  if (!mark || !commandLine(mark.pid).join(' ').includes(`--dbpath ${dbPath} --port`)) return undefined;
  return mark;
}

function lockFile(dbPath: string): string {
  try {
    return readFileSync(join(dbPath, 'mongod.lock'), 'utf8').trim();
  } catch {
    return '';
  }
}

async function ends(mark: ProcessMark, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(20)) {
    if (!isAlive(mark)) return true;
  }
  return !isAlive(mark);
}
