import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Conversations } from '../../hotline/conversation/conversations';
import type { ConversationId } from '../../hotline/conversation/turn';
import type { Authorizer } from './authorize';
import { badArgument } from './errors';
import { ownOrigin, readJson, reply } from './http';
import type { WebChatOptions } from './options';
import { CHANNEL } from './streams';
import { userOf } from './token-routes';
import { TOKEN_SECONDS, type Session, type Tokens } from './tokens';
import { watermark } from './watermark';

const BODY_LIMIT = 8 * 1024;
const opening = z.object({ user: z.object({ id: z.string().max(128).nullish() }).nullish() });

/** Starting a conversation, and coming back to it. */
export class ConversationRoutes {
  constructor(
    private readonly options: WebChatOptions,
    private readonly tokens: Tokens,
    private readonly authorizer: Authorizer,
    private readonly greet: (conversation: ConversationId) => Promise<void>,
  ) {}

  /** The token's conversation, or with the secret a new one. Clients call it on every load of the page. */
  start = async (req: Request, res: Response): Promise<void> => {
    const known = this.authorizer.hasSecret(req) ? this.tokens.session() : this.authorizer.token(req);
    const asked = opening.safeParse(await readJson(req, BODY_LIMIT));
    if (!asked.success) throw badArgument('user.id is not valid.');
    const session = bind(known, asked.data.user?.id);
    // Clients never try again to connect. A greeting that fails now comes when the stream opens.
    await this.greet(session.conversation).catch((error: unknown) =>
      this.options.log.warn({ err: error }, 'greeting put off'),
    );
    reply(res, 201, this.answer(req, session, 0));
  };

  /** After a dropped socket: a new stream that goes on after the watermark. */
  reconnect = async (req: Request, res: Response): Promise<void> => {
    const session = this.authorizer.conversation(req);
    reply(res, 200, this.answer(req, session, watermark(req.query.watermark)));
  };

  private answer(req: Request, session: Session, after: number) {
    const base = this.options.publicUrl ?? ownOrigin(req);
    const stream = `${base.replace(/^http/, 'ws')}/v3/directline/conversations/${session.id}/stream`;
    return {
      conversationId: session.id,
      token: this.tokens.forChat(session),
      expires_in: TOKEN_SECONDS,
      streamUrl: `${stream}?watermark=${after || ''}&t=${this.tokens.forStream(session, base)}`,
      referenceGrammarId: '',
    };
  }
}

/** A user once bound stays; the prefix `dl_` can only come with the token itself. */
function bind(session: Session, wanted: string | null | undefined): Session {
  const user = session.user ?? userOf(wanted);
  if (user === undefined || (session.user === undefined && user.startsWith('dl_'))) return session;
  return { ...session, user };
}

/** Lets the bot speak first, once, where nothing was said yet. */
export function greeter(conversations: Conversations) {
  return async (conversation: ConversationId): Promise<void> => {
    const [first] = await conversations.read(conversation, 0, 1);
    if (first) return;
    await conversations.receive({
      conversation,
      channel: CHANNEL,
      eventId: 'start',
      cause: { type: 'start' },
    });
  };
}
