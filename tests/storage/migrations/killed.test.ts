import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openDatabase, type TestDatabase } from '../../database';

jest.setTimeout(120_000);

const root = join(__dirname, '..', '..', '..');
const { bundle } = createRequire(__filename)('../../../bin/build.js') as {
  bundle: (source: string, target: string) => void;
};
const folder = join(root, 'dist', 'tests', `migrations-${process.pid}`);
const longStep = join(folder, 'long-step.js');
const THINGS = 60;

let database: TestDatabase;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  bundle(join(__dirname, 'long-step.ts'), longStep);
  database = await openDatabase();
});
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a long step that is killed after any command is gone on with, and changes everything once', async () => {
  const things = database.connection.collection<{ _id: number; old: string }>('things');
  await things.insertMany(Array.from({ length: THINGS }, (_, index) => ({ _id: index + 1, old: 'x' })));
  const from: string[] = [];
  // Each process lives for one command more than the one before.
  for (let killAfter = 2, status: number | null = null; status !== 0; killAfter++) {
    const env = { ...process.env, URI: database.uri, KILL_AFTER: String(killAfter) };
    const run = spawnSync(process.execPath, [longStep], { env, encoding: 'utf8' });
    if (run.stderr) throw new Error(run.stderr);
    ({ status } = run);
    from.push(...run.stdout.trim().split('\n').filter(Boolean));
  }
  expect(await things.countDocuments({ fresh: 'x', renamed: 1, old: { $exists: false } })).toBe(THINGS);
  const places = [...new Set(from)];
  expect(places[0]).toBe('from the start');
  expect(places.length).toBeGreaterThan(3);
  const record = await database.connection.collection<{ _id: number }>('migrations').findOne({ _id: 1 });
  expect(record).toMatchObject({ progress: THINGS, finishedAt: expect.any(Date) });
});
