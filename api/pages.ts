import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { openApiDocument } from './openapi';

export interface PagesOptions {
  /** Folder of the built pages: `dist/public`. */
  root: string;
  /** The pages are reached over HTTPS. */
  secure: boolean;
}

const SELF = "'self'";
/** antd writes its styles while it runs, not all of them with a nonce. Scripts stay strict. */
const ANTD_STYLES = ["'unsafe-inline'"];
const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The citizen's page, the privacy notice, the staff console, their files, and the API's description. */
export function pages({ root, secure }: PagesOptions): Router {
  const router = express.Router();
  const page = (file: string): RequestHandler => {
    return (_req, res) => res.set('Cache-Control', 'no-cache').sendFile(file, { root });
  };

  router.get('/', guarded(secure), page('index.html'));
  router.get('/quyen-rieng-tu', guarded(secure), page('privacy.html'));
  router.get(['/staff', '/staff/{*page}'], guarded(secure, ANTD_STYLES), page('staff/index.html'));
  router.get('/api/openapi.json', describeApi());
  router.use('/assets', guarded(secure), unchanging(join(root, 'assets')));
  router.use(guarded(secure), express.static(root, { index: false, redirect: false, maxAge: '1h' }));
  return router;
}

function guarded(secure: boolean, styles: string[] = []): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [SELF],
        styleSrc: [SELF, ...styles],
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
