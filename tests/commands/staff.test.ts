import { Readable, Writable } from 'node:stream';
import { runCommand } from '../../commands';
import { staffAdd } from '../../commands/staff';
import type { NewAccount, StaffStore } from '../../hotline/staff';

const agencies = [{ code: 'xa-yp', name: 'UBND xã Yên Phong' }];
const added: NewAccount[] = [];
const store = {
  add: async (account: NewAccount) => {
    added.push(account);
    return { ...account, id: 'id-1', createdAt: new Date(), sessionsFrom: new Date(), disabled: false };
  },
} as Partial<StaffStore> as StaffStore;
const command = staffAdd({ withStaff: (work) => work(store), agencies: () => agencies });

async function run(args: string, password = 'con meo xanh tren mai nha\n') {
  const said: string[] = [];
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const io = { input: Readable.from([password]), output, say: (line: string) => void said.push(line) };
  return { code: await runCommand(['staff', 'add', ...args.split(' ')], [command], io), said };
}

beforeEach(() => added.splice(0));

it('adds an account with the password from standard input', async () => {
  const { code, said } = await run('--email a@b.vn --name Hoa --role agency --agency xa-yp --password-stdin');
  expect(code).toBe(0);
  expect(added).toMatchObject([
    {
      email: 'a@b.vn',
      name: 'Hoa',
      role: 'agency',
      agency: agencies[0],
      password: 'con meo xanh tren mai nha',
    },
  ]);
  expect(said.join()).not.toContain('con meo');
});

it.each([
  ['--email a@b.vn --name Hoa --role boss --password-stdin', '--role'],
  ['--email a@b.vn --name Hoa --role agency --agency nowhere --password-stdin', '--agency'],
  ['--email a@b.vn --name Hoa --role operator', '--password-stdin'],
  ['--name Hoa --role operator --password-stdin', '--email'],
  ['--email a@b.vn --colour red', '--colour'],
])('refuses “%s” and says what is wrong', async (args, word) => {
  const { code, said } = await run(args);
  expect(code).toBe(1);
  expect(said.join()).toContain(word);
  expect(added).toEqual([]);
});
