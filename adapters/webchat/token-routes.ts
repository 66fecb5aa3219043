import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { bearer, type Authorizer } from './authorize';
import { cleanText } from '../clean-text';
import { badArgument, badToken, DirectLineError } from './errors';
import { ownOrigin, readJson, reply } from './http';
import type { WebChatOptions } from './options';
import { KEEP_SECONDS, TOKEN_SECONDS, type Session, type Tokens } from './tokens';

const BODY_LIMIT = 8 * 1024;
const COOKIE = 'hotline_chat';

const wish = z.object({
  user: z.object({ id: z.string().max(128).nullish() }).nullish(),
  // Taken for the sake of clients that send it; it only matters to sign-in cards, which we have none of.
  trustedOrigins: z.array(z.string().max(300)).max(20).nullish(),
  resume: z.boolean().nullish(),
});

/** `tokens/generate` and `tokens/refresh`. */
export class TokenRoutes {
  private readonly limiter: RateLimiterMemory;
  private readonly publicOrigin: string | undefined;

  constructor(
    options: WebChatOptions,
    private readonly tokens: Tokens,
    private readonly authorizer: Authorizer,
  ) {
    this.limiter = new RateLimiterMemory({ points: options.limits.tokensPerMinute, duration: 60 });
    this.publicOrigin = options.publicUrl && new URL(options.publicUrl).origin;
  }

  /**
   * A token for a new conversation. `{resume: true}` asks for the one this browser had before, if its cookie
   * still proves it; the cookie is invisible to scripts and opens nothing else.
   */
  generate = async (req: Request, res: Response): Promise<void> => {
    const trusted = this.authorizer.hasSecret(req);
    if (!trusted) await this.admitOwnPage(req);
    const asked = wish.safeParse(await readJson(req, BODY_LIMIT));
    if (!asked.success) throw badArgument('user.id or trustedOrigins are not valid.');
    const kept = !trusted && asked.data.resume ? this.kept(req) : undefined;
    const session = kept ?? this.tokens.session(undefined, userOf(asked.data.user?.id));
    const cookie = trusted ? {} : { 'set-cookie': this.cookie(req, session) };
    reply(res, 200, this.grant(session), cookie);
  };

  /** The same conversation and user for another half hour. */
  refresh = async (req: Request, res: Response): Promise<void> => {
    reply(res, 200, this.grant(this.authorizer.token(req)));
  };

  private async admitOwnPage(req: Request): Promise<void> {
    const { origin } = req.headers;
    const ours = origin !== undefined && (origin === this.publicOrigin || origin === ownOrigin(req));
    if (!ours || bearer(req) !== undefined) throw badToken();
    await this.limiter.consume(req.ip ?? '').catch((refused: unknown) => {
      throw tooMany(refused);
    });
  }

  private grant(session: Session) {
    return {
      conversationId: session.id,
      token: this.tokens.forChat(session),
      expires_in: TOKEN_SECONDS,
    };
  }

  private kept(req: Request): Session | undefined {
    const token = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w.-]+)`).exec(req.headers.cookie ?? '')?.[1];
    return token === undefined ? undefined : this.tokens.kept(token);
  }

  private cookie(req: Request, session: Session): string {
    const value = `${COOKIE}=${this.tokens.forKeeping(session)}`;
    const secure = req.secure ? '; Secure' : '';
    return `${value}; Path=/v3/directline/tokens; Max-Age=${KEEP_SECONDS}; HttpOnly; SameSite=Strict${secure}`;
  }
}

/** The id as given when it may be bound; one that is empty binds nothing. */
export function userOf(id: string | null | undefined): string | undefined {
  return cleanText(id ?? '') || undefined;
}

function tooMany(refused: unknown): unknown {
  if (!(refused instanceof RateLimiterRes)) return refused;
  const seconds = String(Math.ceil(refused.msBeforeNext / 1000));
  return new DirectLineError(429, 'TooManyRequests', 'Too many tokens, please wait.', {
    'retry-after': seconds,
  });
}
