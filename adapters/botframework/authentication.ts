import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { BotFrameworkOptions, Cloud } from './options';
import { unauthorized, unavailable } from './refusal';
import type { Origin } from './shape';

const TOKEN = /^Bearer [\w-]{1,4000}\.([\w-]{1,8000})\.[\w-]{1,4000}$/;
/** What jsonwebtoken calls a token that does not hold. */
const REFUSED = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'];
/** The library waits without end for the keys. */
const PATIENCE_MS = 10_000;

type Incoming = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];

/** Whether a call comes from the Bot Connector and is for this bot: the signature is checked by the SDK. */
export class Authentication {
  private readonly sdk: ConfigurationBotFrameworkAuthentication;

  constructor(
    app: BotFrameworkOptions['app'],
    private readonly cloud: Cloud,
  ) {
    this.sdk = new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: app.appId,
      MicrosoftAppPassword: app.password,
      MicrosoftAppType: app.tenantId === undefined ? 'MultiTenant' : 'SingleTenant',
      ...(app.tenantId !== undefined && { MicrosoftAppTenantId: app.tenantId }),
      ToBotFromChannelTokenIssuer: cloud.issuer,
      ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata,
      ToChannelFromBotOAuthScope: cloud.scope,
      ToChannelFromBotLoginUrl: cloud.loginUrl,
    });
  }

  /**
   * The SDK would also take tokens of its emulator, of other bots and of App Service, which prove no `serviceUrl`;
   * and it leaves the claim alone when the activity names none. Answers go where `serviceUrl` points, with our token
   * in hand, so only the connector's own signature counts, and only with that claim.
   * @throws Refusal 401, or 503 when the keys cannot be had
   */
  async check(header: string, origin: Origin): Promise<void> {
    if (claimsIn(header)?.iss !== this.cloud.issuer) throw unauthorized();
    const { claimsIdentity } = await this.verified(header, origin);
    if (claimsIdentity.getClaimValue('serviceurl') !== origin.serviceUrl) throw unauthorized();
  }

  private async verified(header: string, origin: Origin) {
    const impatience = patience(PATIENCE_MS);
    try {
      return await Promise.race([
        this.sdk.authenticateRequest(origin as Incoming, header),
        impatience.elapsed,
      ]);
    } catch (error) {
      throw isRefused(error) ? unauthorized() : unavailable(error);
    } finally {
      impatience.end();
    }
  }
}

/** Who the token says has signed it, and for whom; not checked yet. Of what is no text the SDK makes an error of its own. */
function claimsIn(header: string): z.infer<typeof claims> | undefined {
  const payload = TOKEN.exec(header)?.[1];
  if (payload === undefined) return undefined;
  try {
    return claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
const claims = z.object({ iss: z.string(), aud: z.string() });

function isRefused(error: unknown): boolean {
  const { name = '', statusCode } = error as { name?: string; statusCode?: number };
  return REFUSED.includes(name) || statusCode === 401;
}

function patience(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the signing keys did not come in time')), ms);
  });
  return { elapsed, end: () => clearTimeout(timer) };
}
