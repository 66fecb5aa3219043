import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { HotlineError } from '../../hotline/errors';
import { reason } from '../refused';
import { type Copying, copyOf } from './copy';
import { packed } from './frames';
import { type Contents, readBackup } from './read';

/** Most of the gain for a third of the work. */
const LEVEL = 4;

/**
 * Copies all data into a file, reads it back, and only then gives it its name: a file of that name is whole, whatever
 * happens meanwhile.
 * @throws HotlineError when a file of that name is there and `force` is not set, or when it cannot be written
 */
export async function writeBackup(
  file: string,
  { force, ...copying }: Copying & { force: boolean },
): Promise<Contents & { bytes: number }> {
  const part = `${file}.part`;
  if (!force) await refuseExisting(file);
  try {
    const gzip = createGzip({ level: LEVEL, chunkSize: 256 * 1024 });
    // Whoever reads it reads everybody's reports.
    await pipeline(
      Readable.from(packed(copyOf(copying))),
      gzip,
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    copying.say('Đang đọc lại để kiểm tra…');
    const contents = await readBackup(part);
    if (!force) await refuseExisting(file);
    await rename(part, file);
    await flushFolder(dirname(resolve(file)));
    return { ...contents, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(part, { force: true });
    throw unwritable(file, error);
  }
}

async function refuseExisting(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found)
    throw new HotlineError(
      'file_exists',
      409,
      `${file} đã có; hãy chọn tên khác, hoặc thêm --force để ghi đè.`,
    );
}

/** The new name itself must outlive a power cut. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function unwritable(file: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!code || !syscall) return error;
  return new HotlineError('file_unwritable', 500, `${file}: không ghi được (${reason(error)})`);
}
