import axios, { type AxiosResponse } from 'axios';
import { NOT_REACHED } from '../not-reached';
import type { Grant } from './options';
import { Pace } from './pace';

const PATIENCE_MS = 15_000;
const UPLOAD_MS = 25_000;
/** Answers have some hundred bytes. */
const ANSWER_BYTES = 1024 * 1024;
/** The token is not, or no longer, good. */
const TOKEN_REFUSED = new Set([-216, -220]);
/** Requests of this minute. */
export const TOO_MANY = -32;

/** Zalo refused a call, by HTTP 200 with an error that is not 0. It holds nothing of what was sent, nor to whom. */
export class Refused extends Error {
  override name = 'Refused';

  constructor(readonly code: number) {
    super(`Zalo answered ${code}`);
  }
}

/** No answer that can be read: the system's word for a broken line, or `http 502`. */
export class Unanswered extends Error {
  override name = 'Unanswered';

  constructor(
    readonly code: string,
    /** It may have been done all the same. */
    readonly isDoubtful: boolean,
  ) {
    super(code);
  }
}

interface Request {
  method: 'get' | 'post';
  path: string;
  /** JSON, or a form with a file. */
  data?: object;
  patienceMs?: number;
}

/** Calls of the OpenAPI with the OA's token; what a call gives is its `data`. */
export class Calls {
  readonly pace = new Pace();

  constructor(
    private readonly apiRoot: string,
    private readonly grant: Grant,
  ) {}

  get = (path: string, patienceMs?: number): Promise<unknown> =>
    this.call({ method: 'get', path, ...(patienceMs !== undefined && { patienceMs }) });

  post = (path: string, data: object): Promise<unknown> => this.call({ method: 'post', path, data });

  upload(path: string, bytes: Buffer, name: string): Promise<unknown> {
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(bytes)]), name);
    return this.call({ method: 'post', path, data, patienceMs: UPLOAD_MS });
  }

  /** A token that is refused is renewed, and the call made once more: it did nothing. */
  private async call(request: Request): Promise<unknown> {
    const token = await this.grant.token();
    try {
      return await this.ask(request, token);
    } catch (error) {
      if (!(error instanceof Refused && TOKEN_REFUSED.has(error.code))) throw error;
      return this.ask(request, await this.grant.another(token));
    }
  }

  private async ask(request: Request, token: string): Promise<unknown> {
    const response = await this.send(request, token);
    this.pace.note({
      limit: numberIn(response, 'x-ratelimit-limit'),
      remain: numberIn(response, 'x-ratelimit-remain'),
    });
    const { status } = response;
    // 504: something before Zalo waited for it in vain.
    if (status !== 200) throw new Unanswered(`http ${status}`, status === 504);
    const { error, data } = answerIn(response.data);
    if (error === TOO_MANY) this.pace.refused();
    if (error !== 0) throw new Refused(error);
    return data;
  }

  /** Errors of axios carry the token and what was sent: none of them leaves this place. */
  private async send({ method, path, data, patienceMs = PATIENCE_MS }: Request, token: string) {
    try {
      return await axios.request<unknown>({
        method,
        url: `${this.apiRoot}${path}`,
        headers: { access_token: token },
        signal: AbortSignal.timeout(patienceMs),
        maxRedirects: 0,
        maxContentLength: ANSWER_BYTES,
        validateStatus: () => true,
        ...(data && { data }),
      });
    } catch (error) {
      const code = codeOf(error);
      throw new Unanswered(code, !NOT_REACHED.has(code));
    }
  }
}

const numberIn = ({ headers }: AxiosResponse, name: string): number => Number(headers[name] ?? NaN);

function answerIn(body: unknown): { error: number; data: unknown } {
  const { error, data } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof error !== 'number') throw new Unanswered('unreadable', true);
  return { error, data };
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'ERR_CANCELED' || code === 'ECONNABORTED') return 'timeout';
  return typeof code === 'string' ? code : 'unknown';
}
