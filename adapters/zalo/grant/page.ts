import { type Response, Router } from 'express';
import type { Log } from '../options';
import { CALLBACK } from './consent';
import { type Outcome, words } from './words.vi';

const { page } = words;
const isOutcome = (name: string): name is Outcome => Object.hasOwn(page.outcomes, name);

/**
 * Where consent comes back to. The code is redeemed and the browser sent on to a page whose address tells nothing but
 * how it went: no code stays in its history, and to load that page again does nothing.
 */
export function consentPages(
  finish: (code: unknown, state: unknown) => Promise<Outcome>,
  consented: () => void,
  log: Log,
): Router {
  const router = Router({ caseSensitive: true });

  router.get(CALLBACK, async (req, res) => {
    const outcome = await finish(req.query['code'], req.query['state']).catch((error: unknown): Outcome => {
      log.error({ err: error }, 'zalo: consent could not be kept');
      return 'failed';
    });
    if (outcome === 'done') consented();
    harmless(res).redirect(303, `${CALLBACK}/${outcome}`);
  });

  router.get(`${CALLBACK}/:outcome`, (req, res, next) => {
    const { outcome = '' } = req.params;
    if (isOutcome(outcome)) harmless(res).type('html').send(pageOf(outcome));
    else next();
  });

  return router;
}

const STYLE = `body{max-width:560px;margin:12vh auto;padding:0 20px;font:17px/1.55 system-ui,sans-serif;color:#1c2b24;background:#fff}
h1{font-size:24px;line-height:1.3}a{display:inline-block;padding:10px 0;color:#0b6b3a}`;

/** Nothing is kept, nothing is loaded, nobody hears from where one came. */
function harmless(res: Response): Response {
  return res.set({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
}

function pageOf(outcome: Outcome): string {
  const { title, text } = page.outcomes[outcome];
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
<p>${text}</p>
<a href="/staff/channels">${page.back}</a>
</main>
</html>
`;
}
