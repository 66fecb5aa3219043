import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';
import helmet from 'helmet';
import { openApiDocument } from './openapi';

export interface PagesOptions {
  /** Folder of the built pages: `dist/public`. */
  root: string;
  /** The pages are reached over HTTPS. */
  secure: boolean;
}

const SELF = "'self'";
/** Stands in the built console's page where this request's nonce goes. */
const NONCE_MARK = '__STYLE_NONCE__';
const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The citizen's page, the privacy notice, the staff console, their files, and the API's description. */
export function pages({ root, secure }: PagesOptions): Router {
  const router = express.Router();
  const page = (file: string): RequestHandler => {
    return (_req, res) => res.set('Cache-Control', 'no-cache').sendFile(file, { root });
  };

  router.get('/', guarded(secure), page('index.html'));
  router.get('/quyen-rieng-tu', guarded(secure), page('privacy.html'));
  router.get(
    ['/staff', '/staff/{*page}'],
    nonce,
    guarded(secure),
    staffPage(join(root, 'staff', 'index.html')),
  );
  router.get('/api/openapi.json', describeApi());
  router.use('/assets', guarded(secure), unchanging(join(root, 'assets')));
  router.use(guarded(secure), express.static(root, { index: false, redirect: false, maxAge: '1h' }));
  return router;
}

/** antd writes its styles when it runs; the nonce lets these in, and no others. */
const nonce: RequestHandler = (_req, res, next) => {
  res.locals['nonce'] = randomBytes(16).toString('base64');
  next();
};

function staffPage(file: string): RequestHandler {
  return async (_req, res) => {
    const html = await readFile(file, 'utf8');
    res
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(html.replaceAll(NONCE_MARK, String(res.locals['nonce'])));
  };
}

function guarded(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [SELF],
        styleSrc: [SELF, (_req, res) => nonceOf(res as Response)],
        imgSrc: [SELF, 'blob:', 'data:'],
        mediaSrc: [SELF, 'blob:'],
        fontSrc: [SELF],
        connectSrc: [SELF],
        manifestSrc: [SELF],
        formAction: [SELF],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
  });
}

function nonceOf(res: Response): string {
  const value: unknown = res.locals['nonce'];
  return typeof value === 'string' ? `'nonce-${value}'` : SELF;
}

/** Names of built files hold their content's hash. */
function unchanging(folder: string): RequestHandler {
  return express.static(folder, { immutable: true, maxAge: ONE_YEAR_MS, index: false });
}

function describeApi(): RequestHandler {
  let document: object | undefined;
  return (_req, res) => {
    document ??= openApiDocument();
    res.set('Cache-Control', 'no-cache').json(document);
  };
}
