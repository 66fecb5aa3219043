import type { RequestHandler } from 'express';
import session from 'express-session';
import type { StaffApiOptions } from '../options';

const IDLE_MS = 30 * 60 * 1000;

/** The session and its cookie: over after 30 idle minutes, sent to our own pages only, unreadable for scripts. */
export function sessionCookies(options: StaffApiOptions): RequestHandler {
  return session({
    name: 'hotline.staff',
    secret: options.sessionSecret,
    store: options.sessions,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    proxy: options.secure || undefined,
    cookie: {
      path: '/api/staff',
      httpOnly: true,
      sameSite: 'strict',
      secure: options.secure,
      maxAge: IDLE_MS,
    },
  });
}

/** A page that refreshes itself while nobody sits before it says so, and does not keep the session alive. */
export const idleCallsDoNotProlong: RequestHandler = (req, _res, next) => {
  if (req.get('x-idle') === '1' || req.path === '/events') {
    const untouched = req.session;
    untouched.touch = () => untouched;
  }
  next();
};
