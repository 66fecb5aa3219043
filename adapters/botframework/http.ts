import type { Request, Response } from 'express';
import { badRequest, Refusal, tooBig, unavailable } from './refusal';

/**
 * The body, parsed.
 * @throws Refusal 400 when it is not a JSON object, 413 above `limit` bytes
 */
export async function readObject(req: Request, limit: number): Promise<Record<string, unknown>> {
  const parsed = parse((await readBody(req, limit)).toString('utf8'));
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw badRequest('Body must be a JSON object.');
  return parsed as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('Body is not valid JSON.');
  }
}

async function readBody(req: Request, limit: number): Promise<Buffer> {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw badRequest('Send the body uncompressed.');
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
    req.on('error', () => reject(badRequest('Body broke off.')));
    req.on('aborted', () => reject(badRequest('Body broke off.')));
  });
  return Buffer.concat(chunks);
}

export function reply(res: Response, status: number, body: object = {}): void {
  if (res.headersSent || res.destroyed) return;
  const text = JSON.stringify(body);
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // What is left of a body that was not read to its end must not be taken for the next call.
    ...(status === 413 && { connection: 'close' }),
  });
  res.end(text);
}

/** What we cannot name is ours: answered with 503, so that it comes again. */
export function refusalOf(error: unknown): Refusal {
  return error instanceof Refusal ? error : unavailable(error);
}
