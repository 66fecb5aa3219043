import type { Connection } from 'mongoose';
import type { NewAccount } from '../../hotline/staff';
import { mongoAuditLog } from '../../storage/audit';
import { mongoSignInLimit } from '../../storage/sign-in';
import { mongoStaffStore } from '../../storage/staff';
import { openDatabase, type TestDatabase } from '../database';

jest.setTimeout(120_000);

const PASSWORD = 'con meo xanh tren mai nha';
const truc: NewAccount = {
  email: ' Truc@BN.gov.vn ',
  name: 'Trần Văn Trực',
  role: 'operator',
  agency: null,
  password: PASSWORD,
};
const admin = { email: 'quan.tri@bn.gov.vn', name: 'Lê Quản Trị', password: PASSWORD };
const tokenOf = (link: string | undefined) => link?.replace('/staff#setup=', '') ?? '';

let database: TestDatabase;
let connection: Connection;
let staff: ReturnType<typeof mongoStaffStore>;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
  staff = mongoStaffStore(connection);
  await staff.init();
});
afterAll(() => database?.close());
beforeEach(async () => {
  for (const { name } of await connection.listCollections()) await connection.collection(name).deleteMany();
});

const stored = () => connection.collection('staff').find().toArray();

describe('an account', () => {
  it('signs in with its e-mail however it is written, and the right password', async () => {
    const account = await staff.add(truc);
    expect(account).toMatchObject({ email: 'truc@bn.gov.vn', role: 'operator', disabled: false });
    expect(await staff.verify('TRUC@bn.gov.vn', PASSWORD)).toEqual(account);
    expect(await staff.verify('truc@bn.gov.vn', `${PASSWORD} `)).toBeUndefined();
    expect(await staff.verify('ai@bn.gov.vn', PASSWORD)).toBeUndefined();
  });

  it('keeps its password as argon2id only, and shows it nowhere', async () => {
    const account = await staff.add(truc);
    expect(JSON.stringify(await stored())).not.toContain(PASSWORD);
    expect((await stored())[0]?.['passwordHash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(account).not.toHaveProperty('passwordHash');
  });

  it('has an e-mail of its own, even when two are added at once', async () => {
    const both = await Promise.allSettled([staff.add(truc), staff.add({ ...truc, email: 'truc@bn.gov.vn' })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { id: 'email_taken' } });
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ['too short', { password: 'mười một ký' }, 'weak_password'],
    ['too long', { password: 'ab c'.repeat(65) }, 'weak_password'],
    ['very common', { password: 'Password1234' }, 'weak_password'],
    ['one letter again and again', { password: 'abababababababab' }, 'weak_password'],
    ['the e-mail', { password: 'truc@bn.gov.vn' }, 'weak_password'],
    ['the name', { password: 'TRẦN VĂN TRỰC' }, 'weak_password'],
    ['no e-mail', { email: 'truc' }, 'invalid'],
    ['no name', { name: ' ' }, 'invalid'],
    ['an agency’s without agency', { role: 'agency' as const }, 'invalid'],
  ])('is refused: %s', async (_name, wrong, id) => {
    await expect(staff.add({ ...truc, ...wrong })).rejects.toMatchObject({ id });
    expect(await stored()).toEqual([]);
  });

  it('that is disabled or has a new password ends its sessions and its old password', async () => {
    const account = await staff.add(truc);
    const changed = await staff.change(account.id, { password: 'may bay giay mau do' });
    expect(changed.sessionsFrom.getTime()).toBeGreaterThan(account.sessionsFrom.getTime());
    expect(await staff.verify(account.email, PASSWORD)).toBeUndefined();
    await staff.change(account.id, { disabled: true });
    expect(await staff.verify(account.email, 'may bay giay mau do')).toBeUndefined();
  });

  it.each(['nothing', '000000000000000000000000'])('that does not exist (%s) is not found', async (id) => {
    expect(await staff.find(id)).toBeUndefined();
    await expect(staff.change(id, { name: 'Ai đó' })).rejects.toMatchObject({ id: 'not_found' });
  });

  it('of the last administrator stays one, also when two disable each other at once', async () => {
    const first = await staff.add({ ...truc, ...admin, role: 'admin' });
    await expect(staff.change(first.id, { role: 'operator' })).rejects.toMatchObject({ id: 'last_admin' });
    const second = await staff.add({ ...truc, role: 'admin' });
    await Promise.allSettled([
      staff.change(first.id, { disabled: true }),
      staff.change(second.id, { disabled: true }),
    ]);
    const able = (await staff.list()).filter(({ role, disabled }) => role === 'admin' && !disabled);
    expect(able.length).toBeGreaterThanOrEqual(1);
  });
});

describe('the link of the first start', () => {
  it('makes one administrator, once, even when many use it in the same moment', async () => {
    const token = tokenOf(await staff.firstAdminLink());
    const all = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((n) => staff.addFirstAdmin(token, { ...admin, email: `a${n}@bn.gov.vn` })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stored()).toHaveLength(1);
    await expect(staff.addFirstAdmin(token, admin)).rejects.toMatchObject({ id: 'link_used', status: 410 });
    expect(await staff.firstAdminLink()).toBeUndefined();
  });

  it('is new at every start until it was used, and the one before is worth nothing', async () => {
    const before = tokenOf(await staff.firstAdminLink());
    const token = tokenOf(await staff.firstAdminLink());
    await expect(staff.addFirstAdmin(before, admin)).rejects.toMatchObject({ id: 'link_used' });
    expect(await staff.addFirstAdmin(token, admin)).toMatchObject({ role: 'admin', email: admin.email });
  });

  it('stays usable after a password that was too weak', async () => {
    const token = tokenOf(await staff.firstAdminLink());
    await expect(staff.addFirstAdmin(token, { ...admin, password: '123456' })).rejects.toMatchObject({
      id: 'weak_password',
    });
    expect(await staff.addFirstAdmin(token, admin)).toMatchObject({ role: 'admin' });
  });

  it('is over after a week', async () => {
    const token = tokenOf(await staff.firstAdminLink());
    await connection
      .collection('staff_links')
      .updateOne({}, { $set: { expiresAt: new Date(Date.now() - 1) } });
    await expect(staff.addFirstAdmin(token, admin)).rejects.toMatchObject({ id: 'link_used' });
  });

  it('lies in the database as a hash only, and is long enough not to be guessed', async () => {
    const token = tokenOf(await staff.firstAdminLink());
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await connection.collection('staff_links').find().toArray())).not.toContain(token);
    await expect(staff.addFirstAdmin('', admin)).rejects.toMatchObject({ id: 'link_used' });
  });

  it('is not given once there is an administrator, however that came', async () => {
    const token = tokenOf(await staff.firstAdminLink());
    await staff.add({ ...truc, role: 'admin' });
    expect(await staff.firstAdminLink()).toBeUndefined();
    await expect(staff.addFirstAdmin(token, admin)).rejects.toMatchObject({ id: 'link_used' });
  });
});

describe('the limit on failed sign-ins', () => {
  it('counts guesses of one account from anywhere, also those made at once, and no others', async () => {
    const limit = mongoSignInLimit(connection);
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => limit.take('truc@bn.gov.vn', `10.0.0.${n}`)),
    );
    expect(guesses.filter(({ allowed }) => allowed)).toHaveLength(10);
    expect(guesses.find(({ allowed }) => !allowed)).toMatchObject({ retryAfterSeconds: expect.any(Number) });
    expect(await limit.take('kiem@bn.gov.vn', '10.0.0.1')).toEqual({ allowed: true });
  });

  it('gives a try back that was no failure', async () => {
    const limit = mongoSignInLimit(connection);
    for (let time = 1; time <= 15; time += 1) {
      expect(await limit.take('truc@bn.gov.vn', '10.0.0.1')).toEqual({ allowed: true });
      await limit.giveBack('Truc@bn.gov.vn', '10.0.0.1');
    }
  });

  it('keeps neither e-mails nor addresses', async () => {
    await mongoSignInLimit(connection).take('truc@bn.gov.vn', '203.0.113.77');
    const kept = JSON.stringify(await connection.collection('sign_in_failures').find().toArray());
    expect(kept).not.toContain('truc');
    expect(kept).not.toContain('203.0.113.77');
  });
});

it('the audit log lists what was recorded, newest first, by pages', async () => {
  const audit = mongoAuditLog(connection);
  await audit.init();
  for (let n = 1; n <= 3; n += 1) {
    const by = { id: 'x', name: 'Trần Văn Trực' };
    await audit.record({ by, action: 'reporter.read', object: `XH-2026-00000${n}`, note: null });
  }
  const first = await audit.list(1, 2);
  expect(first.items.map(({ object }) => object)).toEqual(['XH-2026-000003', 'XH-2026-000002']);
  expect(first).toMatchObject({ total: 3 });
  expect((await audit.list(2, 2)).items[0]).toEqual({
    at: expect.any(Date),
    by: { id: 'x', name: 'Trần Văn Trực' },
    action: 'reporter.read',
    object: 'XH-2026-000001',
    note: null,
  });
});
