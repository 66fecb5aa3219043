import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Schema, Types, type Connection } from 'mongoose';
import { HotlineError, invalid, notFound } from '../hotline/errors';
import {
  ROLES,
  type AccountChange,
  type NewAccount,
  type StaffAccount,
  type StaffStore,
} from '../hotline/staff';
import { refuseWeakPassword } from './password';
import { isDuplicateKey } from './duplicate-key';

interface AccountDocument extends Omit<StaffAccount, 'id'> {
  _id: Types.ObjectId;
  passwordHash: string;
}

/** The one link that may make the first administrator; only the hash of its token is kept. */
interface LinkDocument {
  _id: 'first-admin';
  tokenHash: string;
  expiresAt: Date;
}

const agency = new Schema({ code: String, name: String }, { _id: false });
const accountSchema = new Schema<AccountDocument>(
  {
    email: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    role: { type: String, enum: ROLES, required: true },
    agency: { type: agency, default: null },
    passwordHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
    disabled: { type: Boolean, required: true },
    sessionsFrom: { type: Date, required: true },
  },
  { collection: 'staff', versionKey: false },
);
const linkSchema = new Schema<LinkDocument>(
  { _id: String, tokenHash: String, expiresAt: Date },
  { collection: 'staff_links', versionKey: false },
);

const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LINK_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

const linkUsed = () =>
  new HotlineError(
    'link_used',
    410,
    'Đường dẫn này đã được dùng hoặc đã hết hạn. Hãy khởi động lại hệ thống để lấy đường dẫn mới.',
  );
const emailTaken = () =>
  new HotlineError('email_taken', 409, 'Email này đã có tài khoản. Hãy dùng email khác.');
const lastAdmin = () =>
  new HotlineError(
    'last_admin',
    409,
    'Đây là quản trị viên cuối cùng. Hãy tạo một quản trị viên khác trước.',
  );

/** The accounts of the staff, in MongoDB; passwords as argon2id hashes. Call `init` before the first use. */
export function mongoStaffStore(connection: Connection): StaffStore & { init(): Promise<void> } {
  const accounts = connection.model('StaffAccount', accountSchema);
  const links = connection.model('StaffLink', linkSchema);
  // Compared with when the e-mail is unknown, so that both answers take the same time.
  const nobodysHash = hash(randomBytes(32), ARGON2ID);

  async function add(account: NewAccount): Promise<StaffAccount> {
    const { password, ...facts } = checkAccount(account);
    const now = new Date();
    const passwordHash = await hash(password, ARGON2ID);
    try {
      return toAccount(
        await accounts.create({ ...facts, passwordHash, createdAt: now, disabled: false, sessionsFrom: now }),
      );
    } catch (error) {
      throw isDuplicateKey(error) ? emailTaken() : error;
    }
  }

  async function find(id: string): Promise<StaffAccount | undefined> {
    const found = Types.ObjectId.isValid(id) ? await accounts.findById(id).lean<AccountDocument>() : null;
    return found ? toAccount(found) : undefined;
  }

  async function list(): Promise<StaffAccount[]> {
    return (await accounts.find().sort({ name: 1, _id: 1 }).lean<AccountDocument[]>()).map(toAccount);
  }

  async function change(id: string, wanted: AccountChange): Promise<StaffAccount> {
    const before = await find(id);
    if (!before) throw notFound('tài khoản');
    const { password, ...facts } = wanted;
    const after = { ...before, ...given(facts) };
    checkAgency(after);
    if (password !== undefined) refuseWeakPassword(password, after);
    return onlyIfAnAdminStays(before, after, async () => {
      const passwordHash = password === undefined ? {} : { passwordHash: await hash(password, ARGON2ID) };
      const ends = password !== undefined || after.role !== before.role || after.disabled;
      const set = {
        ...given(facts),
        ...passwordHash,
        ...(ends ? { sessionsFrom: new Date() } : {}),
      };
      const changed = await accounts
        .findByIdAndUpdate(id, { $set: set }, { returnDocument: 'after' })
        .lean<AccountDocument>();
      if (!changed) throw notFound('tài khoản');
      return toAccount(changed);
    });
  }

  /** Looks after the write: two administrators who disable each other at once must not both win. */
  async function onlyIfAnAdminStays(
    before: StaffAccount,
    after: StaffAccount,
    write: () => Promise<StaffAccount>,
  ): Promise<StaffAccount> {
    const leaves = isAdmin(before) && !isAdmin(after);
    const changed = await write();
    if (!leaves || (await hasAdmin())) return changed;
    await accounts.updateOne({ _id: before.id }, { $set: { role: before.role, disabled: before.disabled } });
    throw lastAdmin();
  }

  async function verifyPassword(email: string, password: string): Promise<StaffAccount | undefined> {
    const found = await accounts.findOne({ email: email.trim().toLowerCase() }).lean<AccountDocument>();
    const right = await verify(found?.passwordHash ?? (await nobodysHash), password);
    return found && right && !found.disabled ? toAccount(found) : undefined;
  }

  const hasAdmin = async () => (await accounts.exists({ role: 'admin', disabled: false })) !== null;

  async function firstAdminLink(): Promise<string | undefined> {
    if (await hasAdmin()) return undefined;
    const token = randomBytes(32).toString('base64url');
    const link = { tokenHash: hashOf(token), expiresAt: new Date(Date.now() + LINK_LIFE_MS) };
    await links.updateOne({ _id: 'first-admin' }, { $set: link }, { upsert: true });
    // In the fragment: browsers never send it, so it lies in no server's or proxy's log.
    return `/staff#setup=${token}`;
  }

  async function addFirstAdmin(
    token: string,
    account: Pick<NewAccount, 'email' | 'name' | 'password'>,
  ): Promise<StaffAccount> {
    const link = { _id: 'first-admin', tokenHash: hashOf(token), expiresAt: { $gt: new Date() } } as const;
    if (!(await links.exists(link)) || (await hasAdmin())) throw linkUsed();
    const admin = checkAccount({ ...account, role: 'admin', agency: null });
    if (await accounts.exists({ email: admin.email })) throw emailTaken();
    // The delete decides a race: whoever it answers has the link, everybody else comes too late.
    if (!(await links.findOneAndDelete(link))) throw linkUsed();
    return add(admin);
  }

  const init = async () => {
    await accounts.createIndexes();
    await links.createIndexes();
  };
  return { add, find, list, change, verify: verifyPassword, firstAdminLink, addFirstAdmin, init };
}

function checkAccount(account: NewAccount): NewAccount {
  const checked = { ...account, email: account.email.trim().toLowerCase(), name: account.name.trim() };
  if (!/^[^\s@]+@[^\s@]+$/.test(checked.email) || checked.email.length > 254)
    throw invalid('Email chưa đúng. Hãy nhập dạng ten@coquan.gov.vn.');
  if (!checked.name || checked.name.length > 120) throw invalid('Hãy nhập họ tên, không quá 120 ký tự.');
  checkAgency(checked);
  refuseWeakPassword(checked.password, checked);
  return checked;
}

function checkAgency(account: Pick<NewAccount, 'role' | 'agency'>): void {
  if (account.role === 'agency' && !account.agency)
    throw invalid('Tài khoản của cơ quan xử lý cần có mã cơ quan.');
}

const isAdmin = (account: StaffAccount) => account.role === 'admin' && !account.disabled;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(facts: T): Given<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Given<T>;
}

function toAccount(document: AccountDocument): StaffAccount {
  const { _id, email, name, role, createdAt, disabled, sessionsFrom } = document;
  const unit = document.agency ? { code: document.agency.code, name: document.agency.name } : null;
  return { id: String(_id), email, name, role, agency: unit, createdAt, disabled, sessionsFrom };
}
