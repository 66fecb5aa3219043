import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeys } from '../../storage/keys';
import { StartRefused } from '../../storage/refused';
import { launch } from './embedded-process';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hotline-keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const files = () => readdirSync(join(dataDir, 'keys')).sort();

test('at the first start they are generated for this user alone, and the next start has the same', () => {
  const first = loadKeys({ dataDir });
  expect(loadKeys({ dataDir })).toEqual(first);
  expect(files()).toEqual(['directline-secret', 'identity-key', 'session-secret']);
  expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o700);
  for (const file of files()) expect(statSync(join(dataDir, 'keys', file)).mode & 0o777).toBe(0o600);
});

test('processes that start at once all get the same, and leave nothing half-made', async () => {
  const starters = Array.from({ length: 5 }, () => launch('keys', dataDir));
  const keys = await Promise.all(starters.map((starter) => starter.hears('keys')));
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[^,]+,[0-9a-f]{64},\S+$/);
  expect(files()).toHaveLength(3);
});

test('every use has a key of its own, none of them the one that is kept', () => {
  const { directLineSecret, ...keys } = loadKeys({ dataDir });
  const derived = Object.values(keys).map((key) =>
    typeof key === 'string' ? key : key.toString('base64url'),
  );
  const kept = files().map((file) => readFileSync(join(dataDir, 'keys', file), 'utf8').trim());
  const keptToo = kept.map((hex) => Buffer.from(hex, 'hex').toString('base64url'));
  expect(new Set([...derived, ...kept, ...keptToo]).size).toBe(derived.length + 6);
  expect(kept).toContain(directLineSecret);
});

test('keys that are given are not written down, and decide', () => {
  const given = {
    sessionSecret: 's'.repeat(32),
    directLineSecret: 'd'.repeat(32),
    identityKey: 'ab'.repeat(32),
  };
  const keys = loadKeys({ dataDir, ...given });
  expect(readdirSync(dataDir)).toEqual([]);
  expect(keys.directLineSecret).toBe(given.directLineSecret);
  const other = loadKeys({ dataDir, ...given, identityKey: 'cd'.repeat(32) });
  expect(other.identitySealing).not.toEqual(keys.identitySealing);
  expect(other.session).toBe(keys.session);
});

test.each(['', 'short', 'with space '.repeat(8)])(
  'a kept key that is damaged (%j) stops the start and is left',
  (damage) => {
    mkdirSync(join(dataDir, 'keys'));
    const file = join(dataDir, 'keys', 'identity-key');
    writeFileSync(file, damage);
    expect(() => loadKeys({ dataDir })).toThrow(StartRefused);
    expect(() => loadKeys({ dataDir })).toThrow(/^[^\n]*identity-key: [^\n]+$/);
    expect(readFileSync(file, 'utf8')).toBe(damage);
  },
);

test('a folder that cannot be made is told of in one line', () => {
  writeFileSync(join(dataDir, 'keys'), 'a file in the way');
  expect(() => loadKeys({ dataDir })).toThrow(/^[^\n]*keys[^\n]*$/);
});
