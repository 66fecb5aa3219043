import type { Agency } from './ticket/ticket';

export const ROLES = ['admin', 'supervisor', 'operator', 'agency', 'inspector', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** A person of the staff, as everybody but the sign-in needs to know them. */
export interface StaffAccount {
  id: string;
  /** Lower case, unique. */
  email: string;
  name: string;
  role: Role;
  /** The unit they work for: always for `agency`, often for `inspector`, null for the others. */
  agency: Agency | null;
  createdAt: Date;
  disabled: boolean;
  /** Sessions begun before this moment are over: role, password or access have changed since. */
  sessionsFrom: Date;
}

export interface NewAccount {
  email: string;
  name: string;
  role: Role;
  agency: Agency | null;
  password: string;
}

/** What an administrator may change; what is absent stays. */
export interface AccountChange {
  name?: string | undefined;
  role?: Role | undefined;
  agency?: Agency | null | undefined;
  disabled?: boolean | undefined;
  password?: string | undefined;
}

/** The accounts of the staff. Passwords go in and never come out. */
export interface StaffStore {
  /** @throws HotlineError `weak_password`, `email_taken`, `invalid` */
  add(account: NewAccount): Promise<StaffAccount>;
  find(id: string): Promise<StaffAccount | undefined>;
  list(): Promise<StaffAccount[]>;
  /** @throws HotlineError `not_found`, `weak_password`, `last_admin` */
  change(id: string, change: AccountChange): Promise<StaffAccount>;
  /** The account, when the password is right and it may sign in. Takes as long for an unknown e-mail. */
  verify(email: string, password: string): Promise<StaffAccount | undefined>;
  /**
   * Path of the one-time page that makes the first administrator; undefined once there is one.
   * Each call makes a new link and ends the one before.
   */
  firstAdminLink(): Promise<string | undefined>;
  /** Uses the link up. @throws HotlineError `link_used`, and those of `add`, which leave the link usable */
  addFirstAdmin(
    token: string,
    account: Pick<NewAccount, 'email' | 'name' | 'password'>,
  ): Promise<StaffAccount>;
}

/** What was done that somebody may have to answer for. */
export const AUDIT_ACTIONS = [
  'reporter.read',
  'original.read',
  'taken.read',
  'session.open',
  'account.add',
  'account.change',
  'account.first_admin',
  'example.put',
  'example.remove',
  'letters.replay',
  'consent.ask',
  'question.settle',
  'incident.act',
  'callback.read',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  at: Date;
  /** Account id and name at that time; null when nobody was signed in. */
  by: { id: string; name: string } | null;
  action: AuditAction;
  /** What it was done to: a ticket's code, a file's or an account's id. Never words or names of citizens. */
  object: string;
  /**
   * Which fields changed, for `account.change`; the intent, for `example.put`; the outcome, for `question.settle`;
   * what was done and the codes of the tickets, for `incident.act`.
   */
  note: string | null;
}

/** Append-only: nothing here is ever changed or deleted through this door. */
export interface AuditLog {
  /** Durable when it resolves; what is logged is shown only afterwards. */
  record(entry: Omit<AuditEntry, 'at'>): Promise<void>;
  list(page: number, pageSize: number): Promise<{ items: AuditEntry[]; total: number }>;
}

/** Counts failed sign-ins, by account and by address. */
export interface SignInLimit {
  /** Takes one try before the password is looked at, so that parallel guesses count too. */
  take(
    email: string,
    address: string,
  ): Promise<{ allowed: true } | { allowed: false; retryAfterSeconds: number }>;
  /** The try was no failure: gives it back. */
  giveBack(email: string, address: string): Promise<void>;
}
