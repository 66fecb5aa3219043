import { Router } from 'express';

/**
 * Shows Zalo that the domain is ours: its check of an app's domain fetches a page whose name and meta tag both hold the
 * letters it gave the operator.
 * @param proof letters, digits, `_` and `-` only
 */
export function domainProof(proof: string): Router {
  const name = 'zalo-platform-site-verification';
  // The page that Zalo hands out says `property`, the tag that it hands out for a home page says `name`.
  const tag = `<meta name="${name}" property="${name}" content="${proof}" />`;
  const page = `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8" />${tag}<title>Zalo</title></head><body></body></html>`;
  const router = Router({ caseSensitive: true });
  router.get(`/zalo_verifier${proof}.html`, (_req, res) => {
    res.set({ 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' }).type('html').send(page);
  });
  return router;
}
