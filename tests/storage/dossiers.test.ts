import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { importDossiers } from '../../commands/import-dossiers';
import type { Dossier } from '../../hotline/dossiers';
import { dossierStore, ensureDossierIndexes } from '../../storage/dossiers';
import { run } from '../commands/run';
import { openDatabase, type TestDatabase } from '../database';
import { monday } from '../town/people';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
  await ensureDossierIndexes(database.connection);
});
afterAll(() => database.close());

const dossier = (facts: Partial<Dossier> = {}): Dossier => ({
  code: 'H12.34-261102-0001',
  procedure: 'Đăng ký môi trường',
  receivedOn: '2026-11-02',
  dueOn: '2026-11-20',
  status: 'in_progress',
  returnedOn: null,
  byPost: false,
  note: null,
  ...facts,
});

test('a dossier is found however its code is typed; a newer list takes the place of an older one', async () => {
  const store = dossierStore(database.connection);
  expect(await store.put([dossier()], new Date(0))).toEqual({ added: 1 });
  const returned = dossier({ status: 'returned', returnedOn: '2026-11-19' });
  expect(await store.put([returned], monday)).toEqual({ added: 0 });
  for (const code of ['H12.34-261102-0001', 'h12 34 261102 0001', 'H1234–261102–0001'])
    expect(await store.find([code])).toEqual([{ ...returned, listedAt: monday }]);
  expect(await store.find(['H12.34-261102-0002', '', '…'])).toEqual([]);
  expect(await store.find([])).toEqual([]);
});

test('two codes that differ in their signs alone are two dossiers', async () => {
  const store = dossierStore(database.connection);
  await store.put([dossier({ code: '12/2026' }), dossier({ code: '1/22026' })], monday);
  const codes = (await store.find(['12.2026'])).map(({ code }) => code);
  expect(codes.sort()).toEqual(['1/22026', '12/2026']);
});

test('a list of twenty thousand, twice: the same dossiers, once', async () => {
  const room = mkdtempSync(join(tmpdir(), 'hotline-import-'));
  const file = join(room, 'list.csv');
  const list = createWriteStream(file);
  list.write('Mã hồ sơ;Ngày nhận;Ngày hẹn trả;Trạng thái\n');
  for (let at = 0; at < 20_000; at++)
    if (!list.write(`HS-${at};02/11/2026;20/11/2026;đang xử lý\n`)) await once(list, 'drain');
  await new Promise<void>((resolve) => list.end(resolve));
  const command = importDossiers({
    withDossiers: (work) => work(dossierStore(database.connection)),
    now: () => monday,
  });
  try {
    expect((await run(command, [file])).lines[0]).toMatch(/^Tiếp nhận: 20000 \(mới 20000, cập nhật 0\)$/);
    expect((await run(command, [file])).lines[0]).toBe('Tiếp nhận: 20000 (mới 0, cập nhật 20000)');
    expect(await database.connection.collection('dossiers').countDocuments({ code: /^HS-/ })).toBe(20_000);
  } finally {
    rmSync(room, { recursive: true });
  }
});
