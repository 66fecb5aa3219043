import type { Request, RequestHandler } from 'express';
import { csrfSync } from 'csrf-sync';
import { HotlineError } from '../../hotline/errors';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (req) => req.get('x-csrf-token'),
});

/** The session's token; made when the session has none yet. */
export const csrfTokenOf = (req: Request): string => generateToken(req);

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Every changing call carries the session's token, and comes from a page of our own. */
export const csrfProtection: RequestHandler = (req, _res, next) => {
  if (READING.includes(req.method)) return next();
  const site = req.get('sec-fetch-site');
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign || !isRequestValid(req))
    throw new HotlineError('csrf', 403, 'Phiên làm việc đã đổi. Hãy tải lại trang rồi thử lại.');
  return next();
};
