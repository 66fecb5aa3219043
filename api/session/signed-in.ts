import type {} from 'express-session';
import type { RequestHandler, Response } from 'express';
import { HotlineError } from '../../hotline/errors';
import type { StaffAccount, StaffStore } from '../../hotline/staff';

declare module 'express-session' {
  interface SessionData {
    accountId?: string;
    signedInAt?: number;
  }
}

const LONGEST_SESSION_MS = 12 * 60 * 60 * 1000;

/**
 * Finds who is signed in. The account is read at every call, so that a disabled account or a changed role
 * counts at once.
 */
export function findUser(staff: StaffStore): RequestHandler {
  return async (req, res, next) => {
    const { accountId, signedInAt = 0 } = req.session;
    const account = accountId ? await staff.find(accountId) : undefined;
    const tooOld = Date.now() - signedInAt > LONGEST_SESSION_MS;
    if (account && !account.disabled && !tooOld && signedInAt >= account.sessionsFrom.getTime())
      res.locals['user'] = account;
    next();
  };
}

/** @throws HotlineError `sign_in_first` */
export function signedInAs(res: Response): StaffAccount {
  const user = userOf(res);
  if (!user)
    throw new HotlineError('sign_in_first', 401, 'Bạn chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập.');
  return user;
}

export function userOf(res: Response): StaffAccount | undefined {
  return res.locals['user'] as StaffAccount | undefined;
}
