import { z } from 'zod';
import type { BotFrameworkOptions, Cloud } from './options';

const PATIENCE_MS = 10_000;
/** A token is renewed so long before it ends. */
const SPARE_SECONDS = 300;

const answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** No token was given. `ours`: because of our registration, which only the operator can mend. */
export class NoToken extends Error {
  constructor(
    message: string,
    readonly ours: boolean,
  ) {
    super(message);
    this.name = 'NoToken';
  }
}

/**
 * The bot's own token for the connector: OAuth 2.0 client credentials (RFC 6749, 4.4) against Microsoft Entra ID.
 * Fetched when first needed, kept until shortly before it ends, asked for once however many wait for it.
 */
export class AppToken {
  private current: { token: string; until: number } | undefined;
  private asking: Promise<string> | undefined;

  constructor(
    private readonly app: BotFrameworkOptions['app'],
    private readonly cloud: Cloud,
  ) {}

  /** @throws NoToken */
  async get(): Promise<string> {
    if (this.current && this.current.until > Date.now()) return this.current.token;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** It was refused: the next one is a new one. */
  drop(token: string): void {
    if (this.current?.token === token) this.current = undefined;
  }

  private async ask(): Promise<string> {
    const response = await this.post().catch((error: unknown) => {
      throw new NoToken((error as Error).name, false);
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new NoToken(`${response.status} ${codeOf(body)}`, isOurs(response.status));
    const given = answer.safeParse(body);
    if (!given.success) throw new NoToken('the answer holds no token', false);
    const { access_token: token, expires_in: seconds } = given.data;
    this.current = { token, until: Date.now() + Math.max(seconds / 2, seconds - SPARE_SECONDS) * 1000 };
    return token;
  }

  private post(): Promise<Response> {
    const { appId, password, tenantId = this.cloud.commonTenant } = this.app;
    return fetch(`${this.cloud.loginUrl}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: password,
        scope: this.cloud.scope,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }
}

const isOurs = (status: number): boolean => status === 400 || status === 401 || status === 403;

/** The service's own word for what is wrong, such as `invalid_client`. */
function codeOf(body: unknown): string {
  const code = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : '';
}
