import type { IncomingMessage } from 'node:http';
import { HotlineError, invalid, tooLarge } from '../hotline/errors';

/** The caller hung up before the end. What it began to say may well be good, and is to come again. */
export const BROKE_OFF = 'broke_off';

/**
 * The body as it came. Channels read bodies themselves: some are signed over their very bytes, and none is to be read
 * before it is known who calls.
 * @throws HotlineError 413 above `limit` bytes, 400 when the body is compressed or (`BROKE_OFF`) breaks off
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw invalid('Send the body uncompressed.');
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLong(limit);
  const chunks = await readChunks(req, limit);
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
}

/**
 * The same for webhooks: undefined for what will never be readable, however often it comes.
 * @throws HotlineError `BROKE_OFF`
 */
export async function readableBody(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  try {
    return await readBody(req, limit);
  } catch (error) {
    if (error instanceof HotlineError && error.id !== BROKE_OFF) return undefined;
    throw error;
  }
}

/** Undefined for what is no JSON object. */
export function objectIn(body: Buffer): Record<string, unknown> | undefined {
  try {
    return parseObject(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function readChunks(req: IncomingMessage, limit: number): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) return reject(tooLong(limit));
      chunks.push(chunk);
    });
    req.on('end', resolve);
    req.on('error', () => reject(brokeOff()));
    req.on('aborted', () => reject(brokeOff()));
  });
  return chunks;
}

/** @throws HotlineError 400 when it is not a JSON object */
export function parseObject(text: string): Record<string, unknown> {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw invalid('Body must be a JSON object.');
  }
  return parsed as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('Body is not valid JSON.');
  }
}

const tooLong = (limit: number) => tooLarge(`Body is above ${limit} bytes.`);
const brokeOff = () => new HotlineError(BROKE_OFF, 400, 'Body broke off.');
