import express, { type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { accountRoutes } from './accounts/routes';
import { auditRoutes } from './audit/routes';
import { channelRoutes } from './channels/routes';
import { consentRoutes } from './consents/routes';
import { conversationRoutes } from './conversations/routes';
import { changeFeed } from './events/feed';
import { eventRoutes } from './events/routes';
import { exampleRoutes } from './examples/routes';
import { fileRoutes } from './files/routes';
import { answerErrors, nothingHere } from './http/errors';
import { oneFile } from './http/one-file';
import type { StaffApiOptions } from './options';
import { questionRoutes } from './questions/routes';
import { ratingRoutes } from './ratings/routes';
import { idleCallsDoNotProlong, sessionCookies } from './session/cookies';
import { sessionRoutes } from './session/routes';
import { findUser } from './session/signed-in';
import { ticketRoutes } from './tickets/routes';

export type { Log, StaffApiOptions } from './options';

export interface StaffApi {
  /** To be mounted at `/api/staff`. */
  router: Router;
  /** Ends the streams of open consoles, which would keep the server from stopping. */
  close(): void;
}

export function staffApi(options: StaffApiOptions): StaffApi {
  const router = express.Router();
  const feed = changeFeed(options);

  router.use(
    helmet({ contentSecurityPolicy: { directives: NOTHING }, strictTransportSecurity: options.secure }),
  );
  router.use(neverStored);
  router.use(sessionCookies(options), idleCallsDoNotProlong, findUser(options.staff));
  router.use(express.json({ limit: '200kb' }));

  sessionRoutes(router, options);
  ticketRoutes(router, options, oneFile(options.maxUpload), (ticket) => feed.changed(ticket.conversation));
  conversationRoutes(router, options);
  fileRoutes(router, options);
  accountRoutes(router, options);
  auditRoutes(router, options);
  exampleRoutes(router, options);
  questionRoutes(router, options);
  ratingRoutes(router, options);
  channelRoutes(router, options);
  consentRoutes(router, options);
  eventRoutes(router, feed);

  router.use(nothingHere);
  router.use(answerErrors(options));
  return { router, close: () => feed.close() };
}

const NOTHING = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

const neverStored: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
