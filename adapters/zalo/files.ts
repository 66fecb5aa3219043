import { addAbortSignal, type Readable } from 'node:stream';
import axios, { type AxiosResponse } from 'axios';
import { z } from 'zod';
import type { RemoteFile } from '../../hotline/channel';
import { HotlineError, notFound, tooLarge } from '../../hotline/errors';
import { fileBytes } from '../file-bytes';
import type { Seal } from '../seal';
import type { ZaloOptions } from './options';

/** Where a file is, as it lies sealed in the log. */
export interface Reference {
  url: string;
  name: string;
}

const reference: z.ZodType<Reference> = z.object({ url: z.string(), name: z.string() });

const PATIENCE_MS = 60_000;
const MOST_REDIRECTS = 3;
/** Not there any more, or the address is not good any more. */
const GONE = new Set([400, 401, 403, 404, 410]);

type Options = Pick<ZaloOptions, 'apiRoot' | 'fileHosts' | 'fileBytes' | 'log'>;

/**
 * Brings what somebody sent from Zalo's file servers, and from nowhere else. Whoever knows an address can read the
 * file, so none is told in an error.
 */
export function fetchFile(options: Options, seal: Seal) {
  return async (remote: string): Promise<RemoteFile> => {
    const { url, name } = opened(remote, seal);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await get(url, options, signal);
    return { name, bytes: await read(addAbortSignal(signal, response.data), response, options.fileBytes) };
  };
}

function opened(remote: string, seal: Seal): Reference {
  const text = seal.open(remote);
  if (text === undefined) throw notFound('tệp này');
  return reference.parse(JSON.parse(text));
}

async function get(
  url: string,
  options: Options,
  signal: AbortSignal,
  redirects = MOST_REDIRECTS,
): Promise<AxiosResponse<Readable>> {
  if (!mayFetch(url, options)) throw elsewhere(url, options);
  const response = await axios
    .get<Readable>(url, { responseType: 'stream', maxRedirects: 0, validateStatus: () => true, signal })
    .catch(() => {
      throw new Error('the file server did not answer');
    });
  if (response.status === 200) return response;
  response.data.destroy();
  const next = redirectOf(response, url);
  if (next !== undefined && redirects > 0) return get(next, options, signal, redirects - 1);
  if (GONE.has(response.status)) throw notFound('tệp này');
  throw new Error(`the file server answered ${response.status}`);
}

function redirectOf({ status, headers }: AxiosResponse, from: string): string | undefined {
  const { location } = headers as Record<string, unknown>;
  if (status < 300 || status >= 400 || typeof location !== 'string') return undefined;
  return URL.canParse(location, from) ? new URL(location, from).href : undefined;
}

/** Over http only from the Zalo of one's own that is tried on this machine. */
function mayFetch(address: string, { apiRoot, fileHosts }: Options): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, origin } = new URL(address);
  if (protocol === 'http:') return origin === new URL(apiRoot).origin;
  const isZalo = fileHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === 'https:' && port === '' && isZalo;
}

/** Tried again for a while: the place may be one of Zalo's that nobody has named yet. */
function elsewhere(address: string, { log }: Options): Error {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  log.warn({ host }, 'a file lies at a host that ZALO_FILE_HOSTS does not name');
  return new Error('the file lies at a host that is not known');
}

async function read(stream: Readable, { headers }: AxiosResponse, most: number): Promise<Buffer> {
  const told = Number((headers as Record<string, unknown>)['content-length'] ?? 0);
  if (told > most) {
    stream.destroy();
    throw tooLarge('Tệp quá lớn.');
  }
  try {
    return await fileBytes(stream as AsyncIterable<Buffer>, most);
  } catch (error) {
    throw error instanceof HotlineError ? error : new Error('the file broke off');
  }
}
