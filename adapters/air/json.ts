import type { z } from 'zod';

/** Longest answer that is read; the longest of a real source has some 60 kB. */
const LONGEST = 4 * 1024 * 1024;

export interface Ask {
  headers?: Record<string, string>;
  /** Sent as JSON by POST; absent: GET. */
  body?: unknown;
  signal: AbortSignal;
}

/**
 * Asks a source and reads its answer.
 * @throws Error that names the host and what was wrong, never the whole address: it may hold a key
 */
export async function askJson<T>(url: URL, shape: z.ZodType<T>, { headers, body, signal }: Ask): Promise<T> {
  const response = await fetch(url, {
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    // Where a key is sent, nobody else is to be followed to.
    redirect: 'error',
    signal,
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`${url.host} answered ${response.status}`);
  }
  const result = shape.safeParse(parsed(await textOf(response, url)));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${url.host} answered something else: ${issue?.path.join('.')} ${issue?.message}`);
}

async function textOf(response: Response, url: URL): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST) throw new Error(`${url.host} answered more than ${LONGEST} bytes`);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An address under a root without a slash at its end, as the configuration has it. */
export function addressOf(root: string, path: string, query: Record<string, string | number> = {}): URL {
  const url = new URL(`${root}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}
