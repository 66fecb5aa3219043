import { z } from 'zod';
import type { RemoteFile } from '../../hotline/channel';
import { invalid, notFound, tooLarge } from '../../hotline/errors';
import type { Cloud } from './options';
import type { Seal } from './seal';
import type { AppToken } from './token';
import type { Remote } from './to-activity';

const PATIENCE_MS = 60_000;
const MOST_REDIRECTS = 3;
/** Not there any more, or the address is not good any more. */
const GONE = new Set([400, 403, 404, 410]);

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
    const remote = this.open(sealed);
    const response = await this.get(remote);
    if (!response.ok) {
      await response.body?.cancel();
      throw this.refused(response.status);
    }
    return { name: remote.name, bytes: await this.read(response) };
  }

  private open(sealed: string): Remote {
    const text = this.parts.seal.open(sealed);
    if (text === undefined) throw notFound('tệp');
    return reference.parse(JSON.parse(text));
  }

  private async get(remote: Remote): Promise<Response> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    let url = new URL(remote.url);
    for (let redirects = 0; ; redirects++) {
      const trusted = remote.own && url.host === new URL(remote.url).host;
      if (!trusted && !this.mayFetch(url)) throw invalid('Tệp nằm ở nơi không được phép tải.');
      const headers = trusted ? { authorization: `Bearer ${await this.parts.token.get()}` } : {};
      const response = await fetch(url, { headers, redirect: 'manual', signal });
      const next = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || next === null || redirects === MOST_REDIRECTS)
        return response;
      await response.body?.cancel();
      url = new URL(next, url);
    }
  }

  /** Small files may come within the message itself. */
  private mayFetch({ protocol, host, origin }: URL): boolean {
    const { fileHosts } = this.parts.cloud;
    if (protocol === 'data:' || fileHosts.includes(origin)) return true;
    return protocol === 'https:' && fileHosts.some((each) => host === each || host.endsWith(`.${each}`));
  }

  private refused(status: number): Error {
    return GONE.has(status) ? notFound('tệp') : new Error(`the file was not given: ${status}`);
  }

  private async read(response: Response): Promise<Buffer> {
    const { fileBytes } = this.parts;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > fileBytes) throw tooLarge('Tệp quá lớn.');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
}
