import { addAbortSignal, type Readable } from 'node:stream';
import axios, { type AxiosResponse } from 'axios';
import { z } from 'zod';
import type { RemoteFile } from '../../hotline/channel';
import { invalid, notFound, tooLarge } from '../../hotline/errors';
import type { Seal } from '../seal';
import type { ZaloOptions } from './options';

/** Where a file is, as it lies sealed in the log. */
export interface Reference {
  url: string;
  name: string;
}

const reference: z.ZodType<Reference> = z.object({ url: z.string(), name: z.string() });

/**
 * Where Zalo keeps what people send, and all below. Seen in the wild, not promised by any page: to be looked at again
 * before going live (docs/channels/zalo.md).
 */
export const FILE_HOSTS: readonly string[] = ['zdn.vn', 'zadn.vn', 'zalo.me', 'zaloapp.com', 'zapps.vn'];
const PATIENCE_MS = 60_000;
const MOST_REDIRECTS = 3;
/** Not there any more, or the address is not good any more. */
const GONE = new Set([400, 401, 403, 404, 410]);

type Options = Pick<ZaloOptions, 'apiRoot' | 'fileBytes'>;

/**
 * Brings what somebody sent from Zalo's file servers, and from nowhere else. Whoever knows an address can read the
 * file, so none is told in an error.
 */
export function fetchFile({ apiRoot, fileBytes }: Options, seal: Seal) {
  return async (remote: string): Promise<RemoteFile> => {
    const { url, name } = opened(remote, seal);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await get(url, apiRoot, signal);
    return { name, bytes: await read(addAbortSignal(signal, response.data), response, fileBytes) };
  };
}

function opened(remote: string, seal: Seal): Reference {
  const text = seal.open(remote);
  if (text === undefined) throw notFound('tệp này');
  return reference.parse(JSON.parse(text));
}

async function get(
  url: string,
  apiRoot: string,
  signal: AbortSignal,
  redirects = MOST_REDIRECTS,
): Promise<AxiosResponse<Readable>> {
  if (!mayFetch(url, apiRoot)) throw invalid('Tệp nằm ở nơi không được phép tải.');
  const response = await axios
    .get<Readable>(url, { responseType: 'stream', maxRedirects: 0, validateStatus: () => true, signal })
    .catch(() => {
      throw new Error('the file server did not answer');
    });
  if (response.status === 200) return response;
  response.data.destroy();
  const next = redirectOf(response, url);
  if (next !== undefined && redirects > 0) return get(next, apiRoot, signal, redirects - 1);
  if (GONE.has(response.status)) throw notFound('tệp này');
  throw new Error(`the file server answered ${response.status}`);
}

function redirectOf({ status, headers }: AxiosResponse, from: string): string | undefined {
  const { location } = headers as Record<string, unknown>;
  if (status < 300 || status >= 400 || typeof location !== 'string') return undefined;
  return URL.canParse(location, from) ? new URL(location, from).href : undefined;
}

/** Over http only from the Zalo of one's own that is tried on this machine. */
function mayFetch(address: string, apiRoot: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, origin } = new URL(address);
  if (protocol === 'http:') return origin === new URL(apiRoot).origin;
  const isZalo = FILE_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === 'https:' && port === '' && isZalo;
}

async function read(stream: Readable, { headers }: AxiosResponse, most: number): Promise<Buffer> {
  const told = Number((headers as Record<string, unknown>)['content-length'] ?? 0);
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      if (Math.max(size, told) > most) break;
      pieces.push(piece);
    }
  } catch {
    throw new Error('the file broke off');
  }
  if (Math.max(size, told) > most) throw tooLarge('Tệp quá lớn.');
  return Buffer.concat(pieces);
}
