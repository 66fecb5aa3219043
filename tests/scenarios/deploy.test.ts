import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { findMongod } from '../../storage/embedded/binary';
import { freePort, isOpen } from '../../storage/embedded/port';
import { Citizen } from '../citizen';
import { endAll, System } from '../system';

jest.setTimeout(240_000);

const docs = join(__dirname, '..', '..', 'docs');
const guide = readFileSync(join(docs, 'deploy.md'), 'utf8');
const inDocs = (name: string): string => readFileSync(join(docs, 'deploy', name), 'utf8');

let folder: string;
let mongod: ChildProcess;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-deploy-'));
});
afterAll(async () => {
  await endAll();
  mongod.kill('SIGKILL');
  await once(mongod, 'exit');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** The member of the guide, on this machine. */
async function startMember(port: number): Promise<void> {
  mkdirSync(join(folder, 'db'));
  writeFileSync(join(folder, 'keyfile'), randomBytes(756).toString('base64'));
  chmodSync(join(folder, 'keyfile'), 0o400);
  const config = inDocs('mongod.conf')
    .replace('/var/lib/mongodb', join(folder, 'db'))
    .replace('/var/log/mongodb/mongod.log', join(folder, 'mongod.log'))
    .replace('/etc/mongodb/keyfile', join(folder, 'keyfile'))
    .replace('27017', String(port));
  writeFileSync(join(folder, 'mongod.conf'), config);
  const binary = await findMongod({ say: () => undefined });
  mongod = spawn(binary, ['--config', join(folder, 'mongod.conf'), '--nounixsocket'], { stdio: 'ignore' });
  while (!(await isOpen(port))) await pause(50);
}

/** What the guide types into mongosh, through the driver. */
async function initiate(port: number): Promise<void> {
  const at = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  const first = await MongoClient.connect(at);
  const admin = first.db('admin');
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  await admin.command({ replSetInitiate: { _id: 'rs0', members, settings: settingsOfGuide() } });
  while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause(50);
  await admin.command({ createUser: 'root', pwd: 'root-password', roles: ['root'] });
  await first.close();
  const root = await MongoClient.connect(at, { auth: { username: 'root', password: 'root-password' } });
  await root.db('admin').command({ createUser: 'hotline', pwd: 'hotline-password', roles: rolesOfGuide() });
  await root.close();
}

async function dropAsRoot(port: number): Promise<void> {
  const root = await MongoClient.connect(`mongodb://root:root-password@127.0.0.1:${port}/?replicaSet=rs0`);
  await root.db('hotline').dropDatabase();
  await root.close();
}

/** `settings: { … }` and `roles: [ … ]` as they stand in the guide. */
function settingsOfGuide(): object {
  const words = /settings: (\{[^}]*\})/.exec(guide)?.[1] ?? '';
  return JSON.parse(words.replace(/(\w+):/g, '"$1":')) as object;
}

function rolesOfGuide(): object[] {
  const words = /pwd: passwordPrompt\(\),\s+roles: (\[[^\]]*\]),?\s+\}\)\n```/.exec(guide)?.[1] ?? '';
  const json = words
    .replace(/(\w+):/g, '"$1":')
    .replace(/'/g, '"')
    .replace(/,(\s*\])/g, '$1');
  return JSON.parse(json) as object[];
}

test('with the database and the user of the guide the system starts, files a report, is saved and restored', async () => {
  const port = await freePort();
  await startMember(port);
  await initiate(port);
  const mongodbUri = `mongodb://hotline:hotline-password@127.0.0.1:${port}/hotline?replicaSet=rs0&authSource=admin`;
  const system = await System.start({ mongodbUri });
  const told = await (await Citizen.arrive(system.base)).report();
  expect(told.channelData?.ticket?.code).toMatch(/^XH-/);
  const file = join(folder, 'hotline.backup');
  const env = { ...process.env, MONGODB_URI: mongodbUri, DATA_DIR: system.dataDir };
  const saved = spawnSync(process.execPath, ['bin/hotline.js', 'backup', file], { env });
  expect(saved.status).toBe(0);
  expect(await system.stop()).toBe(0);
  await dropAsRoot(port);
  const back = spawnSync(process.execPath, ['bin/hotline.js', 'restore', file], { env });
  expect(`${back.status} ${back.stderr.toString()}`).toMatch(/^0 /);
});

test('systemd understands the units, and waits longer for a stop than the system takes', () => {
  const waits = Number(/^TimeoutStopSec=(\d+)$/m.exec(inDocs('hotline-xanh.service'))?.[1]);
  expect(waits).toBeGreaterThan(45);
  expect(inDocs('hotline-xanh.service')).toMatch(/^KillMode=mixed$/m);
  const units = ['hotline-xanh.service', 'hotline-xanh-backup.service', 'hotline-xanh-backup.timer'];
  const verified = spawnSync('systemd-analyze', [
    'verify',
    ...units.map((unit) => join(docs, 'deploy', unit)),
  ]);
  // Not every machine has it.
  if (!verified.error) expect(verified.stderr.toString()).not.toMatch(/deploy\/hotline-xanh.*:\d+: /);
});
