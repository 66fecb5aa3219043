import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { isAlive, markOf } from './processes';
import type { ProcessMark } from './processes';

export interface Holder extends ProcessMark {
  /** What it does with the data: the whole system, or one command for its own duration. */
  as: 'system' | 'command';
}

/** Somebody alive holds the lock. */
export class LockHeld extends Error {
  constructor(readonly holder: Holder) {
    super(`held by process ${holder.pid}`);
  }
}

/**
 * Takes the lock file at `path` for this process, also from a holder that died, and returns how to give it back.
 * Whoever else tries meanwhile is told `LockHeld`: of any number of starters exactly one wins.
 */
export function takeLock(path: string, as: Holder['as']): () => void {
  const mark = markOf(process.pid) ?? { pid: process.pid, started: null };
  const mine = JSON.stringify({ ...mark, as, nonce: randomUUID() });
  take(path, mine);
  return () => {
    if (read(path) === mine) unlinkSync(path);
  };
}

/** Who holds the lock now, if anybody alive does. */
export function holderOf(path: string): Holder | undefined {
  const holder = parse(read(path));
  return holder && isAlive(holder) ? holder : undefined;
}

/**
 * A dead holder's file may be replaced only by the one who holds the claim to exactly that file, a lock of its own
 * named after the dead content. Without the claim two starters could both find the file dead, and the slower one
 * would throw the quicker one's away.
 */
function take(path: string, mine: string): void {
  for (;;) {
    if (create(path, mine)) return;
    const found = read(path);
    if (found === undefined) continue;
    const holder = parse(found);
    if (holder && isAlive(holder)) throw new LockHeld(holder);
    const claim = `${path}.${createHash('sha256').update(found).digest('hex').slice(0, 12)}`;
    take(claim, mine);
    if (read(path) === found) return renameSync(claim, path);
    unlinkSync(claim);
  }
}

/** With its whole content at once or not at all, so that nobody ever reads half a lock. */
function create(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(content: string | undefined): Holder | undefined {
  try {
    const holder = JSON.parse(content ?? '') as Holder;
    return Number.isSafeInteger(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}
