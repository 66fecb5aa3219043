import type { Request, Response } from 'express';
import { parseObject, readBody } from '../body';
import { badArgument, inDirectLineWords, unavailable } from './errors';
import type { Log } from './options';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After',
};

/**
 * Answers with JSON. Written without express's own `json`, which hashes each answer for an ETag; as text, because head
 * and body then leave in one write.
 */
export function reply(
  res: Response,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...CORS,
    ...headers,
  });
  res.end(text);
}

/** The answer to a browser's question whether another site's page may call us. No cookies are allowed with it. */
export function replyPreflight(_req: Request, res: Response): void {
  res.writeHead(204, {
    ...CORS,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
    'access-control-max-age': '86400',
    'content-length': '0',
  });
  res.end();
}

/**
 * The body, parsed; an absent one is `{}`.
 * @throws HotlineError 400 when it is not a JSON object, 413 above `limit` bytes
 */
export async function readJson(req: Request, limit: number): Promise<Record<string, unknown>> {
  const bytes = await readBody(req, limit);
  return bytes.length === 0 ? {} : parseObject(bytes.toString('utf8'));
}

/** Scheme and host by which this caller reaches us. */
export function ownOrigin(req: Request): string {
  const host = req.headers.host ?? '';
  if (!/^[\w.:[\]-]+$/.test(host)) throw badArgument('Host header is not valid.');
  return `${req.protocol}://${host}`;
}

/** Answers with what went wrong; what we cannot name is logged and answered with 503, so that it is tried again. */
export function answerError(res: Response, error: unknown, log: Log): void {
  if (res.headersSent || res.destroyed) return;
  const known = inDirectLineWords(error);
  if (!known) log.error({ err: error }, 'web chat call failed');
  const { status, code, message, headers } = known ?? unavailable();
  reply(res, status, { error: { code, message } }, headers);
}
