import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { ConversationId } from '../../hotline/conversation/turn';
import { badToken, expiredToken } from './errors';
import { conversationIdOf, isDirectLineId, newDirectLineId, type DirectLineId } from './id';

/** Seconds a token is good for; clients refresh theirs at half of it. */
export const TOKEN_SECONDS = 1800;
/** Seconds within which a stream must be opened; its token stands in an address, where others may read it. */
const STREAM_SECONDS = 120;
/** Seconds a browser may take up its own conversation again. */
export const KEEP_SECONDS = 90 * 24 * 3600;
const LONGEST_TOKEN = 2048;
const REMEMBERED = 10_000;

/** Whose call it is. */
export interface Session {
  id: DirectLineId;
  conversation: ConversationId;
  /** The user the token is bound to; posts cannot claim another. */
  user?: string;
}

interface Claims extends Session {
  /** How the caller reaches us; in stream tokens. */
  base?: string;
  expiresAt: number;
}

/** What a token opens: the calls, one stream, or the way back into a conversation from the same browser. */
type Use = 'chat' | 'stream' | 'keep';

/**
 * Makes and checks the tokens: JWT, HS256, bound to one conversation and at most one user.
 * A token once verified is remembered as it stands, with the conversation's id made from it.
 */
export class Tokens {
  private recent = new Map<string, Claims>();
  private older = new Map<string, Claims>();
  /** As an object: given text or bytes, the library first tries to read a key pair out of them, each time. */
  private readonly signingKey: KeyObject;

  constructor(
    private readonly keys: { directLineTokens: string | Buffer; conversationIds: string | Buffer },
    private readonly now: () => number,
  ) {
    this.signingKey = createSecretKey(Buffer.from(keys.directLineTokens as string));
  }

  session(id: DirectLineId = newDirectLineId(), user?: string): Session {
    const conversation = conversationIdOf(id, this.keys.conversationIds);
    return user === undefined ? { id, conversation } : { id, conversation, user };
  }

  forChat(session: Session): string {
    return this.sign(session, 'chat', TOKEN_SECONDS);
  }

  /** @param base scheme and host that links sent over the stream begin with */
  forStream(session: Session, base: string): string {
    return this.sign(session, 'stream', STREAM_SECONDS, { base });
  }

  forKeeping(session: Session): string {
    return this.sign(session, 'keep', KEEP_SECONDS);
  }

  /** @throws DirectLineError 403 */
  chat(token: string): Session {
    const claims = this.remembered(token) ?? this.remember(token, this.verify(token, 'chat'));
    if (claims.expiresAt <= this.now()) throw expiredToken();
    return claims;
  }

  /** @throws DirectLineError 403 */
  stream(token: string): Session & { base: string } {
    const claims = this.verify(token, 'stream');
    return { ...claims, base: claims.base ?? '' };
  }

  /** Undefined when the token does not prove anything (any more). */
  kept(token: string): Session | undefined {
    try {
      const { id, conversation, user } = this.verify(token, 'keep');
      return user === undefined ? { id, conversation } : { id, conversation, user };
    } catch {
      return undefined;
    }
  }

  private sign(session: Session, use: Use, seconds: number, more: object = {}): string {
    const iat = Math.floor(this.now() / 1000);
    const bound = session.user === undefined ? {} : { user: session.user };
    const claims = { use, conv: session.id, ...bound, ...more, iat, exp: iat + seconds };
    return jwt.sign(claims, this.signingKey, { algorithm: 'HS256' });
  }

  private verify(token: string, use: Use): Claims {
    const claims = this.readClaims(token);
    if (claims.use !== use || !isDirectLineId(claims.conv) || typeof claims.exp !== 'number')
      throw badToken();
    const user = typeof claims.user === 'string' ? claims.user : undefined;
    const base = typeof claims.base === 'string' ? { base: claims.base } : {};
    return { expiresAt: claims.exp * 1000, ...this.session(claims.conv, user), ...base };
  }

  private readClaims(token: string): jwt.JwtPayload {
    if (token.length > LONGEST_TOKEN) throw badToken();
    try {
      const clockTimestamp = Math.floor(this.now() / 1000);
      const claims = jwt.verify(token, this.signingKey, { algorithms: ['HS256'], clockTimestamp });
      if (typeof claims === 'object') return claims;
    } catch (error) {
      if (error instanceof jwt.TokenExpiredError) throw expiredToken();
    }
    throw badToken();
  }

  private remembered(token: string): Claims | undefined {
    const claims = this.recent.get(token);
    if (claims) return claims;
    const aged = this.older.get(token);
    return aged && this.remember(token, aged);
  }

  /** Two generations instead of a list in order of use: as bounded, and nothing to move on a hit. */
  private remember(token: string, claims: Claims): Claims {
    if (this.recent.size >= REMEMBERED) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(token, claims);
    return claims;
  }
}
