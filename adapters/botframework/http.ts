import type { Request, Response } from 'express';
import { HotlineError } from '../../hotline/errors';
import { parseObject, readBody } from '../body';
import { badRequest, Refusal, tooBig, unavailable } from './refusal';

/**
 * The body, parsed.
 * @throws Refusal 400 when it is not a JSON object, 413 above `limit` bytes
 */
export async function readObject(req: Request, limit: number): Promise<Record<string, unknown>> {
  try {
    return parseObject((await readBody(req, limit)).toString('utf8'));
  } catch (error) {
    throw inWordsOfTheService(error);
  }
}

function inWordsOfTheService(error: unknown): unknown {
  if (!(error instanceof HotlineError)) return error;
  return error.status === 413 ? tooBig(error.message) : badRequest(error.message);
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
