import type { Request, Response, Router } from 'express';
import { HotlineError } from '../../hotline/errors';
import type { StaffAccount } from '../../hotline/staff';
import { csrfTokenOf } from '../http/csrf';
import { mount } from '../http/route';
import type { StaffApiOptions } from '../options';
import { presentSession } from './present';
import * as routes from './schema';
import { userOf } from './signed-in';

/** Signing in and out. */
export function sessionRoutes(router: Router, { staff, audit, limit }: StaffApiOptions): void {
  mount(router, routes.readSession, async ({ req, res }) => presentSession(csrfTokenOf(req), userOf(res)));

  mount(router, routes.signIn, async ({ body, req, res }) => {
    const address = req.ip ?? 'unknown';
    const taken = await limit.take(body.email, address);
    if (!taken.allowed) throw tooManyTries(res, taken.retryAfterSeconds);
    const account = await staff.verify(body.email, body.password);
    if (!account) throw wrongPassword();
    await limit.giveBack(body.email, address);
    await openSession(req, account);
    await audit.record({
      by: { id: account.id, name: account.name },
      action: 'session.open',
      object: account.id,
      note: null,
    });
    return presentSession(csrfTokenOf(req), account);
  });

  mount(router, routes.signOut, async ({ req }) => {
    await renewSession(req);
    return presentSession(csrfTokenOf(req), undefined);
  });

  mount(router, routes.addFirstAdmin, async ({ body, req }) => {
    const { token, ...facts } = body;
    const account = await staff.addFirstAdmin(token, facts);
    await audit.record({
      by: { id: account.id, name: account.name },
      action: 'account.first_admin',
      object: account.id,
      note: null,
    });
    await openSession(req, account);
    return presentSession(csrfTokenOf(req), account);
  });
}

/**
 * The session gets a new id, so that one planted before the sign-in is worth nothing. The token is kept: it
 * proves that a call comes from our page, which it still does, and a page in another tab goes on working.
 */
async function openSession(req: Request, account: StaffAccount): Promise<void> {
  const { csrfToken } = req.session;
  await renewSession(req);
  if (csrfToken) req.session.csrfToken = csrfToken;
  req.session.accountId = account.id;
  req.session.signedInAt = Date.now();
}

function renewSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((error: Error | null) => (error ? reject(error) : resolve()));
  });
}

const wrongPassword = () => new HotlineError('wrong_password', 401, 'Email hoặc mật khẩu chưa đúng.');

function tooManyTries(res: Response, seconds: number): HotlineError {
  res.set('Retry-After', String(seconds));
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return new HotlineError(
    'too_many_tries',
    429,
    `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${minutes} phút; ai đang đăng nhập vẫn làm việc bình thường.`,
  );
}
