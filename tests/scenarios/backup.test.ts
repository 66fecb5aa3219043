import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Citizen, STORY, ANSWERS } from '../citizen';
import { Officer } from '../officer';
import { PHOTO } from '../photo';
import { Database, endAll, System } from '../system';

jest.setTimeout(150_000);

const root = join(__dirname, '..', '..');
const { bundle } = createRequire(__filename)('../../bin/build.js') as {
  bundle: (source: string, target: string) => void;
};
const folder = join(root, 'dist', 'tests', `backup-${process.pid}`);
const killer = join(folder, 'kill-insert.js');
const IDENTITY_KEY = '5c'.repeat(32);
const WITH_CONTACT = {
  ...ANSWERS,
  anonymity: 'Để lại liên hệ',
  contact: 'Nguyễn Thị Hoa, 0912345678',
};

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  bundle(join(__dirname, 'kill-insert.ts'), killer);
});
afterAll(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** `npx hotline …` */
async function hotline(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  preload: string[] = [],
): Promise<Ran> {
  const child = spawn(process.execPath, [...preload, join(root, 'bin', 'hotline.js'), ...args], {
    cwd: root,
    env: { ...process.env, IDENTITY_KEY, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (ran.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ran.err += chunk.toString()));
  await once(child, 'close');
  return { ...ran, code: child.exitCode };
}

/** Lines `collection  count  sha256`. */
const hashesIn = ({ out }: Ran): string[] =>
  out.split('\n').filter((line) => /^\S+ +[\d.]+ {2}[0-9a-f]{64}$/.test(line));

test('a system in use is saved beside its work and comes back on an empty machine, whatever happens on the way', async () => {
  const one = await System.start();
  const minh = await Officer.first(one);
  const hoa = await Citizen.arrive(one.base);
  await hoa.say({ text: STORY, photo: { name: 'khoi.png', bytes: PHOTO } });
  const filed = await hoa.report('tôi muốn gửi tiếp', WITH_CONTACT);
  const { code = '', secret = '' } = filed.channelData?.ticket ?? {};
  await minh.act(`/tickets/${code}/moves`, { type: 'verify' });
  const before = await minh.must(`GET`, `/tickets/${code}`);
  const file = join(folder, 'hotline.backup');

  const saved = await hotline(['backup', file], { DATA_DIR: one.dataDir });
  expect({ code: saved.code, err: saved.err }).toEqual({ code: 0, err: expect.stringContaining('KHÓA') });
  for (const name of ['tickets', 'turns', 'identities', 'staff', 'files.files', 'files.chunks'])
    expect(hashesIn(saved).join('\n')).toMatch(new RegExp(`^${name} +[1-9]`, 'm'));
  expect(readFileSync(file).includes('Hoa')).toBe(false);
  // The system worked on, and works on.
  await minh.act(`/tickets/${code}/moves`, { type: 'start' });
  expect(await one.stop()).toBe(0);

  const { two, uri } = await emptyMachine();
  const env = { MONGODB_URI: uri, DATA_DIR: two };
  const damaged = join(folder, 'damaged.backup');
  writeFileSync(damaged, readFileSync(file).subarray(0, -20));
  expect(await hotline(['restore', damaged], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('cắt cụt'),
  });
  expect(await hotline(['restore', file], { ...env, IDENTITY_KEY: 'ab'.repeat(32) })).toMatchObject({
    code: 1,
    err: expect.stringContaining('IDENTITY_KEY'),
  });

  const killed = await hotline(['restore', file], { ...env, KILL_INSERT: '4' }, ['-r', killer]);
  expect(killed).toMatchObject({ code: null, out: '' });
  await expect(System.start({ mongodbUri: uri })).rejects.toThrow(/npx hotline restore/);
  const restored = await hotline(['restore', file], env);
  expect({ code: restored.code, hashes: hashesIn(restored) }).toEqual({ code: 0, hashes: hashesIn(saved) });
  expect(restored.out).toContain('đều khớp');
  expect(await hotline(['restore', file], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('đã có dữ liệu'),
  });

  const again = await System.start({ mongodbUri: uri });
  expect(await hotline(['restore', file], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('đang dùng'),
  });
  const officer = await Officer.signIn(again.base);
  const after = await officer.must('GET', `/tickets/${code}`);
  expect(after).toEqual(before);
  expect(after).toMatchObject({
    status: 'verifying',
    reporter: { name: 'Nguyễn Thị Hoa', phone: '+84912345678' },
  });
  const [photo] = (after as { attachments: { url: string }[] }).attachments;
  const bytes = await officer.call('GET', (photo?.url ?? '').replace(/^.*\/api\/staff/, ''));
  expect(bytes.status).toBe(200);
  await followsFromElsewhere(again, code, secret);
  const next = await (await Citizen.arrive(again.base)).report();
  // Numbers that were given out after the backup are not given out again.
  expect(Number(next.channelData?.ticket?.code.slice(-6))).toBeGreaterThan(10_000);
});

async function emptyMachine(): Promise<{ two: string; uri: string }> {
  const database = await Database.start();
  const two = join(folder, 'two');
  mkdirSync(two);
  return { two, uri: database.fresh() };
}

/** On another device, with nothing but the two codes. */
async function followsFromElsewhere(system: System, code: string, secret: string): Promise<void> {
  const elsewhere = await Citizen.arrive(system.base);
  expect((await elsewhere.ask(code)).channelData?.ask).toBe('ticket_secret');
  const id = await elsewhere.say(secret);
  const told = await elsewhere.hears(
    ({ replyToId, channelData }) => replyToId === id && Boolean(channelData?.ticket),
  );
  expect(told.channelData?.ticket).toMatchObject({ code, status: 'verifying' });
}
