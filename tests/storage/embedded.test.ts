import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../storage/embedded';
import type { Embedded } from '../../storage/embedded';
import { takeLock } from '../../storage/embedded/lock';
import { isAlive, markOf } from '../../storage/embedded/processes';
import type { ProcessMark } from '../../storage/embedded/processes';
import { launch } from './embedded-process';
import type { App } from './embedded-process';

jest.setTimeout(120_000);

let dataDir: string;
let said: string[];
const apps: App[] = [];
const databases: Embedded[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hotline-embedded-'));
  said = [];
});

afterEach(async () => {
  for (const app of apps.splice(0)) await app.end('SIGTERM');
  for (const database of databases.splice(0)) await database.stop();
  const mongod = mongodMark();
  if (mongod) process.kill(mongod.pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

async function start(): Promise<Embedded> {
  const database = await startEmbedded({
    dataDir,
    mongodBinary: process.env.MONGOD_BINARY,
    say: (line) => said.push(line),
  });
  databases.push(database);
  return database;
}

function run(what: 'system' | 'command'): App {
  const app = launch(what, dataDir);
  apps.push(app);
  return app;
}

async function uriOf(app: App): Promise<string> {
  const uri = await app.hears('uri');
  if (typeof uri !== 'string') throw new Error(`the app did not start: ${JSON.stringify(app.told)}`);
  return uri;
}

async function withClient<T>(uri: string, act: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 30_000 });
  try {
    return await act(client);
  } finally {
    await client.close();
  }
}

const write = (uri: string, name: string) =>
  withClient(uri, async (client) => {
    const options = { writeConcern: { w: 'majority', journal: true } } as const;
    await client.db().collection('citizens').insertOne({ name }, options);
  });

const names = (uri: string) =>
  withClient(uri, async (client) => {
    const found = await client.db().collection('citizens').find().sort({ name: 1 }).toArray();
    return found.map(({ name }) => String(name));
  });

/** The mongod that runs on the test's data now. */
function mongodMark(): ProcessMark | undefined {
  try {
    return markOf(Number(readFileSync(join(dataDir, 'db', 'mongod.lock'), 'utf8')));
  } catch {
    return undefined;
  }
}

function theMongod(): ProcessMark {
  const mark = mongodMark();
  if (!mark) throw new Error('no mongod runs on these data');
  return mark;
}

test('it takes transactions, and what was written is there at the next start on the same port', async () => {
  const first = await start();
  await withClient(first.uri, (client) =>
    client.withSession((session) =>
      session.withTransaction(async () => {
        await client.db().collection('citizens').insertOne({ name: 'Hoa' }, { session });
      }),
    ),
  );
  const mongod = theMongod();
  await first.stop();
  expect(isAlive(mongod)).toBe(false);

  const second = await start();
  expect(second.uri).toBe(first.uri);
  expect(await names(second.uri)).toEqual(['Hoa']);
});

test('it listens to this machine only, and keeps its data from other users', async () => {
  const { uri } = await start();
  const options = await withClient(uri, (client) => client.db('admin').command({ getCmdLineOpts: 1 }));
  expect(options.parsed).toMatchObject({ net: { bindIp: '127.0.0.1' } });
  expect(statSync(join(dataDir, 'db')).mode & 0o077).toBe(0);
});

test('a second start on data in use says so with the place and the process, and harms nothing', async () => {
  const app = run('system');
  const uri = await uriOf(app);
  const refused = await start().then(String, (error: Error) => error.message);
  expect(refused).toContain(dataDir);
  expect(refused).toContain(String(app.pid));
  expect(refused.split('\n')).toHaveLength(1);
  await write(uri, 'Hoa');
  expect(await names(uri)).toEqual(['Hoa']);
});

test('after kill -9 of the app, its mongod is cleared away and the next start has the data', async () => {
  const app = run('system');
  await write(await uriOf(app), 'Hoa');
  const orphan = theMongod();
  await app.end('SIGKILL');
  expect(isAlive(orphan)).toBe(true);

  const { uri } = await start();
  expect(isAlive(orphan)).toBe(false);
  expect(await names(uri)).toEqual(['Hoa']);
});

test('an orphaned mongod that is frozen does not stop the next start', async () => {
  const app = run('system');
  await write(await uriOf(app), 'Hoa');
  process.kill(theMongod().pid, 'SIGSTOP');
  await app.end('SIGKILL');
  expect(await names((await start()).uri)).toEqual(['Hoa']);
});

test('after kill -9 of app and mongod the next start has the data', async () => {
  const app = run('system');
  await write(await uriOf(app), 'Hoa');
  const mongod = theMongod();
  app.child.kill('SIGKILL');
  process.kill(mongod.pid, 'SIGKILL');
  await app.end('SIGKILL');
  expect(await names((await start()).uri)).toEqual(['Hoa']);
});

test('a mongod that dies under the running app is there again at the same address', async () => {
  const { uri } = await start();
  await write(uri, 'Hoa');
  for (const name of ['Lan', 'Minh']) {
    process.kill(theMongod().pid, 'SIGKILL');
    await write(uri, name);
  }
  expect(await names(uri)).toEqual(['Hoa', 'Lan', 'Minh']);
  const saidAgain = () => said.filter((line) => line.includes('đã chạy lại')).length;
  // It is said a moment after it answers.
  while (saidAgain() < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(saidAgain()).toBe(2);
});

test('SIGINT to the whole group leaves mongod to the app, which stops it', async () => {
  const app = run('system');
  await uriOf(app);
  const mongod = theMongod();
  const group = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ')[2];
  expect(group(mongod.pid)).not.toBe(group(app.pid));
  expect(await app.end('SIGINT')).toBe(0);
  expect(isAlive(mongod)).toBe(false);
});

test('when its port is taken meanwhile, another is taken and the old data become primary there', async () => {
  const first = await start();
  await write(first.uri, 'Hoa');
  await first.stop();
  const port = Number(new URL(first.uri).port);
  const stranger = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
  try {
    const second = await start();
    expect(second.uri).not.toBe(first.uri);
    await write(second.uri, 'Lan');
    expect(await names(second.uri)).toEqual(['Hoa', 'Lan']);
  } finally {
    stranger.close();
  }
});

test('a lock whose number now belongs to another process is not believed', async () => {
  const own = markOf(process.pid);
  writeFileSync(join(dataDir, 'hotline.lock'), JSON.stringify({ ...own, started: 'long ago', as: 'system' }));
  expect(await names((await start()).uri)).toEqual([]);
});

test.each(['', '{', '{"pid":0}', '[]', 'null'])(
  'a damaged lock file %j does not stop the start',
  async (content) => {
    const lock = join(dataDir, 'hotline.lock');
    writeFileSync(lock, content);
    takeLock(lock, 'system')();
  },
);

test('of many that find the lock of a dead one at once, exactly one gets it', async () => {
  const lock = join(dataDir, 'hotline.lock');
  for (let round = 0; round < 3; round++) {
    writeFileSync(lock, JSON.stringify({ pid: 4_194_303, started: `round ${round}`, as: 'system' }));
    const starters = Array.from({ length: 6 }, () => launch('lock', lock));
    const ends = await Promise.all(
      starters.map((app) => Promise.race([app.hears('held'), app.hears('refused')])),
    );
    const holders = ends.filter((end) => typeof end === 'number');
    await Promise.all(starters.map((app) => app.end('SIGKILL')));
    expect(holders).toHaveLength(1);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: holders[0] });
  }
});

test('a command uses the database of the running system and leaves it running', async () => {
  const { uri } = await start();
  const command = run('command');
  expect(await uriOf(command)).toBe(uri);
  expect(await command.end('SIGTERM')).toBe(0);
  await write(uri, 'Hoa');
});

test('a command starts the database for its own duration when there is none', async () => {
  const command = run('command');
  await write(await uriOf(command), 'Hoa');
  const mongod = theMongod();
  const second = run('command');
  await second.hears('say');
  expect(await command.end('SIGTERM')).toBe(0);
  expect(isAlive(mongod)).toBe(false);
  expect(await names(await uriOf(second))).toEqual(['Hoa']);
});
