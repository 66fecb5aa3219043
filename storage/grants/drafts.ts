import { mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { GrantDrafts, NumberedPair } from '../../hotline/grants';
import { pairSeal } from './seal';

/**
 * New pairs on this machine, sealed, each in a file of its own below `DATA_DIR/grants`: no process can remove what
 * another one has just written.
 */
export function grantDrafts(dataDir: string, identitySealing: Buffer): GrantDrafts {
  const folder = join(dataDir, 'grants');
  const seal = pairSeal(identitySealing);
  const fileOf = (name: string, number: number): string => join(folder, `${prefixOf(name)}${number}`);

  const write: GrantDrafts['write'] = async (name, numbered) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeThrough(fileOf(name, numbered.number), seal.close(name, numbered));
    await flush(folder);
  };

  const newest: GrantDrafts['newest'] = async (name) => {
    const [number] = (await numbersOf(name)).sort((a, b) => b - a);
    return number === undefined ? undefined : read(name, number);
  };

  const remove: GrantDrafts['remove'] = async (name, number) => {
    const done = (await numbersOf(name)).filter((each) => each <= number);
    await Promise.all(done.map((each) => unlink(fileOf(name, each)).catch(unlessGone)));
  };

  /**
   * Undefined when another process has just removed it: then the database has it. Half a file does not open, nor one of
   * a system with another key.
   */
  async function read(name: string, number: number): Promise<NumberedPair | undefined> {
    const bytes = await readFile(fileOf(name, number)).catch(unlessGone);
    try {
      return bytes && seal.open(name, number, bytes);
    } catch {
      return undefined;
    }
  }

  async function numbersOf(name: string): Promise<number[]> {
    const files = (await readdir(folder).catch(unlessGone)) ?? [];
    return files.flatMap((file) => {
      const number = file.startsWith(prefixOf(name)) ? file.slice(prefixOf(name).length) : '';
      return /^\d{1,15}$/.test(number) ? [Number(number)] : [];
    });
  }

  return { write, newest, remove };
}

const prefixOf = (name: string): string => `${name.replace(/[^\w-]/g, '-')}.`;

async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const opened = await open(file, 'w', 0o600);
  try {
    await opened.writeFile(bytes);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** A new name is on the disk only with its folder. */
async function flush(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
