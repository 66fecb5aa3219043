import { z } from 'zod';
import type { RemoteFile } from '../../hotline/channel';
import { invalid, notFound } from '../../hotline/errors';
import { fileBytes } from '../file-bytes';
import type { Seal } from '../seal';
import type { Cloud } from './options';
import type { AppToken } from './token';
import type { Remote } from './to-activity';

const PATIENCE_MS = 60_000;
const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Not there any more, or the address is not good any more. */
const GONE = new Set([400, 401, 403, 404, 410]);

const reference = z.object({ url: z.string(), name: z.string(), own: z.boolean() });

interface Parts {
  token: AppToken;
  cloud: Cloud;
  seal: Seal;
  fileBytes: number;
}

/** Brings what citizens attached. The token goes only to the connector's own host. */
export class Files {
  constructor(private readonly parts: Parts) {}

  /** @throws HotlineError `too_large`, `invalid` or `not_found` for good; else something to be tried again */
  async fetch(sealed: string): Promise<RemoteFile> {
    const { url, name, own } = this.open(sealed);
    const token = own ? await this.parts.token.get() : undefined;
    const response = await this.get(new URL(url), AbortSignal.timeout(PATIENCE_MS), token);
    if (response.ok) return { name, bytes: await fileBytes(bodyOf(response), this.parts.fileBytes) };
    await response.body?.cancel();
    throw this.refused(response.status, token);
  }

  private open(sealed: string): Remote {
    const text = this.parts.seal.open(sealed);
    if (text === undefined) throw notFound('tệp');
    return reference.parse(JSON.parse(text));
  }

  private async get(
    url: URL,
    signal: AbortSignal,
    token?: string,
    redirects = MOST_REDIRECTS,
  ): Promise<Response> {
    if (token === undefined && !this.mayFetch(url)) throw invalid('Tệp nằm ở nơi không được phép tải.');
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    const next = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
    if (next === null || redirects === 0) return response;
    await response.body?.cancel();
    return this.get(new URL(next, url), signal, undefined, redirects - 1);
  }

  /** Small files may come within the message itself. */
  private mayFetch({ protocol, host, origin }: URL): boolean {
    const { fileHosts } = this.parts.cloud;
    if (protocol === 'data:' || fileHosts.includes(origin)) return true;
    return protocol === 'https:' && fileHosts.some((each) => host === each || host.endsWith(`.${each}`));
  }

  private refused(status: number, token: string | undefined): Error {
    if (status === 401 && token !== undefined) this.parts.token.drop(token);
    else if (GONE.has(status)) return notFound('tệp');
    return new Error(`the file was not given: ${status}`);
  }
}

const bodyOf = ({ body }: Response): AsyncIterable<Uint8Array> => (body ?? []) as AsyncIterable<Uint8Array>;
