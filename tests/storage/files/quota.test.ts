import type { Connection } from 'mongoose';
import { gridFsFiles } from '../../../storage/files';
import { openDatabase, type TestDatabase } from '../../database';

const DAY_MS = 24 * 60 * 60 * 1000;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(91)]);
const quotas = {
  citizen: { day: { files: 3, bytes: 1000 }, all: { files: 5, bytes: 2000 } },
  staff: { day: { files: 2, bytes: 1000 }, all: { files: 4, bytes: 2000 } },
};

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
  await openFiles().prepare();
});
afterAll(() => database?.close());
beforeEach(async () => {
  for (const name of ['files.files', 'files.chunks']) await connection.collection(name).deleteMany();
});

/** The store as one process has it. */
const openFiles = (of = connection) => gridFsFiles(of, { quotas });
const count = (name: string) => connection.collection(name).countDocuments();
const paper = (conversation: string, bytes = PDF) => ({ name: 'đơn.pdf', bytes, conversation });

/** As if all that is kept had come the day before. */
async function aDayGoesBy(): Promise<void> {
  const earlier = { $set: { uploadDate: { $subtract: ['$uploadDate', DAY_MS] } } };
  await connection.collection('files.files').updateMany({}, [earlier]);
}

async function fill(conversation: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await openFiles().save(paper(conversation));
}

test('a conversation has room for so many files a day; one more is refused kindly and changes nothing', async () => {
  await fill('hoa', 3);
  const kept = await count('files.chunks');
  await expect(openFiles().save(paper('hoa'))).rejects.toMatchObject({
    id: 'files_full',
    status: 413,
    message: expect.stringContaining('Ngày mai'),
  });
  expect(await count('files.chunks')).toBe(kept);
  await openFiles().save(paper('binh'));
  await aDayGoesBy();
  await openFiles().save(paper('hoa'));
});

test('and for so many in all', async () => {
  await fill('hoa', 3);
  await aDayGoesBy();
  await fill('hoa', 2);
  await aDayGoesBy();
  await expect(openFiles().save(paper('hoa'))).rejects.toMatchObject({
    id: 'files_full',
    message: expect.stringContaining('bằng lời'),
  });
});

test('bytes are counted like files', async () => {
  const large = Buffer.concat([PDF, Buffer.alloc(600)]);
  await openFiles().save(paper('hoa', large));
  await expect(openFiles().save(paper('hoa', large))).rejects.toMatchObject({ id: 'files_full' });
  await openFiles().save(paper('hoa'));
});

test('staff have an allowance of their own', async () => {
  await fill('hoa', 3);
  const byStaff = { ...paper('hoa'), by: 'staff' as const };
  await openFiles().save(byStaff);
  await openFiles().save(byStaff);
  await expect(openFiles().save(byStaff)).rejects.toMatchObject({ id: 'files_full' });
  await aDayGoesBy();
  await fill('hoa', 1);
});

test('what was swept or taken back makes room again', async () => {
  await fill('hoa', 2);
  const { id } = await openFiles().save(paper('hoa'));
  await openFiles().discard([id]);
  await fill('hoa', 1);
  await openFiles().sweepOrphans(new Date(Date.now() + 60_000), async () => false);
  await fill('hoa', 3);
});

test('many uploads at the same moment do not pass over the limit, and in two processes by one at most', async () => {
  const settled = async (work: Promise<unknown>[]) =>
    (await Promise.allSettled(work)).filter(({ status }) => status === 'fulfilled').length;
  const [one, two] = [openFiles(), openFiles(await database.another())];
  expect(await settled(Array.from({ length: 10 }, () => one.save(paper('hoa'))))).toBe(3);
  const both = Array.from({ length: 20 }, (_, n) => (n % 2 ? one : two).save(paper('binh')));
  const taken = await settled(both);
  expect([3, 4]).toContain(taken);
  expect(await connection.collection('files.files').countDocuments({ 'metadata.conversation': 'binh' })).toBe(
    taken,
  );
});

test('what is held is read from the index alone', async () => {
  await fill('hoa', 3);
  const db = connection.db;
  await db?.command({ profile: 2 });
  await expect(openFiles().save(paper('hoa'))).rejects.toMatchObject({ id: 'files_full' });
  await db?.command({ profile: 0 });
  const counted = { ns: /files\.files$/, 'command.aggregate': 'files.files', keysExamined: 3 };
  expect(await connection.collection('system.profile').findOne(counted)).toMatchObject({ docsExamined: 0 });
});
