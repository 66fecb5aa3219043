import type { Request, Response } from 'express';
import { badArgument, inDirectLineWords, tooBig, unavailable } from './errors';
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
    ...CORS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
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
 * @throws DirectLineError 400 when it is not a JSON object, 413 above `limit` bytes
 */
export async function readJson(req: Request, limit: number): Promise<Record<string, unknown>> {
  const bytes = await readBody(req, limit);
  return bytes.length === 0 ? {} : parseObject(bytes.toString('utf8'));
}

/** @throws DirectLineError 413 above `limit` bytes, 400 when the body is compressed or breaks off */
export async function readBody(req: Request, limit: number): Promise<Buffer> {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw badArgument('Send the body uncompressed.');
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooBig(`Body is above ${limit} bytes.`);
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) return reject(tooBig(`Body is above ${limit} bytes.`));
      chunks.push(chunk);
    });
    req.on('end', resolve);
    req.on('error', () => reject(badArgument('Body broke off.')));
    req.on('aborted', () => reject(badArgument('Body broke off.')));
  });
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
}

/** @throws DirectLineError 400 */
export function parseObject(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw badArgument('Body is not valid JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badArgument('Body must be a JSON object.');
  }
  return parsed as Record<string, unknown>;
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
