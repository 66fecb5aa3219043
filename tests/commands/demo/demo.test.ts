import type { Connection } from 'mongoose';
import { demo, type DemoHouse } from '../../../commands/demo';
import { secretOf } from '../../../hotline/ticket/secret';
import { chances } from '../../../nlp/chances';
import { conversationLists } from '../../../storage/conversations';
import { gridFsFiles } from '../../../storage/files';
import { identityStore } from '../../../storage/identities';
import { prepareData } from '../../../storage/migrations';
import { samplePicture } from '../../../storage/samples/pictures';
import { sampleStore } from '../../../storage/samples/store';
import { mongoStaffStore } from '../../../storage/staff';
import { ratingStore } from '../../../storage/ratings';
import { ticketStore } from '../../../storage/tickets';
import { openDatabase, type TestDatabase } from '../../database';
import { secretsKey } from '../../town/tickets';
import { run } from '../run';
import { cast, wednesday } from './town';

jest.setTimeout(120_000);

let database: TestDatabase;
let connection: Connection;
let house: DemoHouse;
let pictures: number;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
});
afterAll(() => database?.close());
beforeEach(async () => {
  await connection.dropDatabase();
  await prepareData(connection);
  const files = gridFsFiles(connection);
  pictures = 0;
  house = {
    samples: sampleStore({
      connection,
      identities: identityStore(connection, Buffer.alloc(32, 3)),
      lists: conversationLists(connection, () => undefined),
    }),
    staff: mongoStaffStore(connection),
    cast: {
      ...cast,
      /** A few real ones; the others only have their names. */
      async picture(conversation, name, by) {
        if (++pictures > 4) return cast.picture(conversation, name, by);
        const bytes = await samplePicture(pictures);
        const { id, type, size } = await files.save({ name, bytes, conversation, ...(by && { by }) });
        return { id, name, type, size };
      },
    },
    chances,
    secretOf: (code) => secretOf(secretsKey, code),
  };
});

const command = () => demo({ withHouse: (work) => work(house), now: () => wednesday });
const count = (name: string): Promise<number> => connection.collection(name).countDocuments();
const FILLED = [
  'tickets',
  'turns',
  'conversations',
  'identities',
  'ratings',
  'staff',
  'files.files',
  'files.chunks',
];

test('fills an empty system: tickets found by their lists, accounts that sign in, pictures that open', async () => {
  const { code, lines, said } = await run(command(), ['--tickets', '45', '--months', '2']);
  expect(code).toBe(0);
  expect([await count('tickets'), await count('conversations'), await count('staff')]).toEqual([45, 45, 8]);

  const tickets = ticketStore(connection);
  const { items, total } = await tickets.list({ lanes: ['pollution', 'land'], page: 1, pageSize: 100 });
  expect(total).toBeGreaterThan(30);
  expect(items.every(({ description }) => description.startsWith('[MẪU] '))).toBe(true);
  expect(
    (await tickets.list({ lanes: ['pollution'], q: 'khói', page: 1, pageSize: 5 })).total,
  ).toBeGreaterThan(0);
  expect(await tickets.nextCode(wednesday)).toBe('XH-2026-000046');

  const [email = '', password = ''] =
    lines
      .find((line) => line.startsWith('operator'))
      ?.split(/ +/)
      .slice(1) ?? [];
  expect(await house.staff.verify(email, password)).toMatchObject({ role: 'operator' });
  expect(new Set(lines.map((line) => line.split(' ')[0]))).toEqual(
    new Set(['admin', 'supervisor', 'operator', 'agency', 'inspector', 'auditor']),
  );
  const photo = items.flatMap(({ attachments }) => attachments).find(({ id }) => /^[0-9a-f]{24}$/.test(id));
  expect((await gridFsFiles(connection).open(photo?.id ?? '', 'original'))?.type).toBe('image/png');
  expect(said.join('\n')).toContain(secretOf(secretsKey, 'XH-2026-000045'));
});

test('the page of ratings has stars, months and words to show, all marked', async () => {
  await run(command(), ['--tickets', '200']);
  const filter = { from: '2026-01', to: '2026-12', misconduct: false };
  const { scores, months, topics } = await ratingStore(connection).figures(filter);
  expect(scores.length).toBeGreaterThan(2);
  expect(months.length).toBeGreaterThan(1);
  expect(topics.length).toBeGreaterThan(3);
  const { items } = await ratingStore(connection).words(filter, { page: 1, pageSize: 50 });
  expect(items.length).toBeGreaterThan(3);
  expect(items.every(({ comment }) => comment.startsWith('[MẪU] '))).toBe(true);
  expect(items.some(({ agency }) => agency !== null)).toBe(true);
});

test('one password for all may come by standard input, and is not printed for a log to keep', async () => {
  const { said } = await run(
    command(),
    ['--tickets', '3', '--password-stdin'],
    'con mèo xanh trên mái nhà 7\n',
  );
  expect(await house.staff.verify('lanhdao@mau.example', 'con mèo xanh trên mái nhà 7')).toBeDefined();
  expect(said.join()).not.toContain('con mèo');
});

test('a second time it says that it is there; --reset takes the samples away and nothing else', async () => {
  await run(command(), ['--tickets', '30']);
  const again = await run(command(), []);
  expect(again).toMatchObject({ code: 1, said: [expect.stringContaining('đã có sẵn')] });
  expect(await count('tickets')).toBe(30);

  const real = { _id: 'XH-2026-000900' as never, code: 'XH-2026-000900', conversation: 'c'.repeat(43) };
  await connection.collection('tickets').insertOne(real);
  await connection.collection('turns').insertOne({ _id: `${'c'.repeat(43)}/000000001` as never });
  await house.staff.add({
    email: 'a@tinh.vn',
    name: 'An',
    role: 'operator',
    agency: null,
    password: 'con mèo trên mái 77',
  });
  expect((await run(command(), ['--reset'])).said).toEqual([expect.stringContaining('30 phản ánh mẫu')]);
  const left = Object.fromEntries(
    await Promise.all(FILLED.map(async (name) => [name, await count(name)] as const)),
  );
  expect(left).toEqual({
    tickets: 1,
    turns: 1,
    conversations: 0,
    identities: 0,
    ratings: 0,
    staff: 1,
    'files.files': 0,
    'files.chunks': 0,
  });
  expect(await run(command(), [])).toMatchObject({ code: 1, said: [expect.stringContaining('thật')] });
});

test('what broke off is told, taken away and told anew', async () => {
  const write = house.samples.write.bind(house.samples);
  let batches = 0;
  house = {
    ...house,
    samples: {
      ...house.samples,
      write: (cases) => (++batches > 1 ? Promise.reject(new Error('power cut')) : write(cases)),
    },
  };
  await expect(run(command(), ['--tickets', '300'])).rejects.toThrow('power cut');
  expect(await run(command(), [])).toMatchObject({ code: 1, said: [expect.stringContaining('--reset')] });
  await run(command(), ['--reset']);
  house = { ...house, samples: { ...house.samples, write } };
  expect((await run(command(), ['--tickets', '5'])).code).toBe(0);
  expect(await count('tickets')).toBe(5);
});

test.each([
  [['--tickets', '0'], '--tickets'],
  [['--tickets', 'nhiều'], '--tickets'],
  [['--months', '999'], '--months'],
  [['--province', '99'], '--province'],
  [['--colour', 'red'], '--colour'],
])('%j is refused by name, before anything is written', async (args, word) => {
  const { code, said } = await run(command(), args);
  expect(code).toBe(1);
  expect(said.join()).toContain(word);
  expect(await count('samples')).toBe(0);
});
