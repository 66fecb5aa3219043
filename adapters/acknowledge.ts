import type { Response } from 'express';

/** Answers the call of a webhook with a status and nothing else. */
export function acknowledge(res: Response, status: number): void {
  if (res.headersSent || res.destroyed) return;
  // What is left of a body that was not read to its end must not be taken for the next call.
  const close = res.req.complete ? {} : { connection: 'close' };
  res.writeHead(status, { 'content-length': '0', 'cache-control': 'no-store', ...close });
  res.end();
}
