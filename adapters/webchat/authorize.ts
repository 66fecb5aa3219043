import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { badToken, notThere, otherConversation } from './errors';
import { isDirectLineId } from './id';
import type { Session, Tokens } from './tokens';

/** Finds out whose call it is, from the bearer token or, for other sites' servers, the secret. */
export class Authorizer {
  constructor(
    private readonly tokens: Tokens,
    private readonly secret: string | undefined,
  ) {}

  /**
   * The session of a call on the conversation named in the path.
   * @throws DirectLineError 403, or 404 for what cannot be a conversation's id
   */
  conversation(req: Request): Session {
    const { id } = req.params;
    if (this.hasSecret(req)) {
      if (!isDirectLineId(id)) throw notThere();
      return this.tokens.session(id);
    }
    const session = this.token(req);
    if (session.id !== id) throw otherConversation();
    return session;
  }

  /** @throws DirectLineError 403 */
  token(req: Request): Session {
    return this.tokens.chat(bearer(req) ?? refuse());
  }

  hasSecret(req: Request): boolean {
    const given = this.secret === undefined ? undefined : bearer(req);
    return given !== undefined && this.secret !== undefined && same(given, this.secret);
  }
}

export function bearer(req: Request): string | undefined {
  const header = req.headers.authorization;
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : undefined;
}

function refuse(): never {
  throw badToken();
}

/** Takes as long wherever two texts differ; that they differ in length may be known. */
function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
