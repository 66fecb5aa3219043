import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Older than any upload under way. */
const LEFT_MS = 60 * 60 * 1000;

/**
 * A folder for uploads under way, of this process alone and readable by it alone. What killed processes left is
 * removed: citizens' files must not lie about.
 */
export async function uploadFolder(dataDir: string): Promise<string> {
  const uploads = join(dataDir, 'uploads');
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  for (const name of await readdir(uploads)) await removeIfLeft(join(uploads, name));
  return mkdtemp(join(uploads, 'p-'));
}

async function removeIfLeft(folder: string): Promise<void> {
  const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
  if (Date.now() - mtimeMs > LEFT_MS) await rm(folder, { recursive: true, force: true });
}
