import { backup, type BackupParts } from '../../commands/backup';
import { restore, type RestoreParts } from '../../commands/restore';
import { run } from './run';

const collections = [
  { name: 'tickets', count: 12_345, sha256: 'ab'.repeat(32) },
  { name: 'files.chunks', count: 2, sha256: 'cd'.repeat(32) },
];
const saved: Parameters<BackupParts['save']>[] = [];
const loaded: Parameters<RestoreParts['load']>[] = [];
const saving = backup({
  save(...asked) {
    saved.push(asked);
    return Promise.resolve({ collections, sha256: 'ef'.repeat(32), bytes: 1_000_000 });
  },
});
const loading = restore({
  load(...asked) {
    loaded.push(asked);
    return Promise.resolve({ collections, at: new Date('2026-11-25T18:30:00Z') });
  },
});

beforeEach(() => [saved, loaded].forEach((each) => each.splice(0)));

test('backup tells counts and hashes, and says loudly that the keys are elsewhere', async () => {
  const { code, lines, said } = await run(saving, ['/safe/a.backup']);
  expect(code).toBe(0);
  expect(lines).toEqual([
    `tickets            12.345  ${'ab'.repeat(32)}`,
    `files.chunks            2  ${'cd'.repeat(32)}`,
    `/safe/a.backup: 1.000.000 byte, SHA-256 nội dung ${'ef'.repeat(32)}`,
  ]);
  expect(said.join('\n')).toMatch(/KHÓA KHÔNG NẰM TRONG TỆP NÀY[^]*DATA_DIR\/keys[^]*IDENTITY_KEY/);
  expect(saved[0]).toMatchObject(['/safe/a.backup', { force: false }]);
  await run(saving, ['/safe/a.backup', '--force']);
  expect(saved[1]).toMatchObject(['/safe/a.backup', { force: true }]);
});

test('restore tells what came back, of when, and what to do next', async () => {
  const { code, lines, said } = await run(loading, ['a.backup', '--other-key']);
  expect(code).toBe(0);
  expect(lines.at(-1)).toMatch(/01:30:00 26\/11\/2026.*khớp/);
  expect(said.join()).toContain('đăng nhập lại');
  expect(loaded[0]).toMatchObject(['a.backup', { otherKey: true }]);
});

test.each([
  [saving, []],
  [saving, ['a', 'b']],
  [saving, ['a', '--fore']],
  [loading, []],
  [loading, ['a', 'b']],
  [loading, ['a', '--force']],
])('%s with %j is refused before anything is done', async (command, args) => {
  const { code, said } = await run(command, args);
  expect(code).toBe(1);
  expect(said.join()).toContain(`npx hotline ${command.name}`);
  expect([...saved, ...loaded]).toEqual([]);
});
