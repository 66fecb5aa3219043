import type { StaffAccount } from '../../hotline/staff';
import type { Session, User } from './schema';

export function presentSession(csrfToken: string, account: StaffAccount | undefined): Session {
  return { csrfToken, user: account ? presentUser(account) : null };
}

function presentUser({ id, email, name, role, agency }: StaffAccount): User {
  return { id, email, name, role, agency };
}
