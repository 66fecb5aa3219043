import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../../storage/connect';
import { findMongod } from '../../storage/embedded/binary';
import { freePort, isOpen } from '../../storage/embedded/port';
import { StartRefused } from '../../storage/refused';

jest.setTimeout(60_000);

let dbPath: string;
let port: number;
let mongod: ChildProcess;

beforeAll(async () => {
  dbPath = mkdtempSync(join(tmpdir(), 'hotline-connect-'));
  port = await freePort();
  const binary = await findMongod({ mongodBinary: process.env.MONGOD_BINARY, say: () => undefined });
  const where = ['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  mongod = spawn(binary, where, { stdio: 'ignore' });
  while (!(await isOpen(port))) await pause(50);
});

afterAll(async () => {
  mongod.kill('SIGKILL');
  await once(mongod, 'exit');
  rmSync(dbPath, { recursive: true, force: true });
});

test('a server that is no replica set is refused in one line that says what to do', async () => {
  const refused = connect(`mongodb://127.0.0.1:${port}/hotline`);
  await expect(refused).rejects.toThrow(StartRefused);
  await expect(refused).rejects.toThrow(/^MONGODB_URI: [^\n]*rs\.initiate\(\)[^\n]*$/);
});

test('an address where nobody answers is refused without its password', async () => {
  const nobody = await freePort();
  const refused = connect(`mongodb://me:hunter2@127.0.0.1:${nobody}/hotline`, { patienceMs: 500 });
  await expect(refused).rejects.toThrow(/^MONGODB_URI: [^\n]+$/);
  await expect(refused).rejects.not.toThrow(/hunter2/);
});

test('an address that is none is refused in one line', async () => {
  await expect(connect('mongodb://')).rejects.toThrow(/^MONGODB_URI: [^\n]+$/);
});
