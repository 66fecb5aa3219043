import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Router, type NextFunction, type Request, type Response } from 'express';
import type { Capabilities } from '../../hotline/channel';
import type { ConversationId } from '../../hotline/conversation/turn';
import { ActivityRoutes } from './activities';
import { Attachments } from './attachments';
import { Authorizer } from './authorize';
import { ConversationRoutes, greeter } from './conversations';
import { badArgument, notThere } from './errors';
import { FromActivity } from './from-activity';
import { answerError, reply, replyPreflight } from './http';
import { FileLinks } from './links';
import type { WebChatOptions } from './options';
import { UserIdSeal } from './seal';
import { CHANNEL, Streams } from './streams';
import { TokenRoutes } from './token-routes';
import { Tokens } from './tokens';
import { UploadRoute } from './upload';

export type { WebChatOptions } from './options';

const FILE_BYTES = 10 * 1024 * 1024;

const capabilities: Capabilities = {
  textLimit: 20_000,
  quickReplies: true,
  cards: true,
  images: true,
  files: true,
  typing: true,
  pulls: true,
};

export interface WebChat {
  name: string;
  capabilities: Capabilities;
  /** Answers everything under `/v3/directline`; reads bodies itself, so mount it before any body parser. */
  router: Router;
  /** For the server's `upgrade` event; false when the socket is not ours. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Shows "is typing" in the open windows of a conversation. */
  typing(conversation: ConversationId): void;
  /** Makes the open windows read the log again, after turns of other processes may have gone unheard. */
  readOn(): void;
  /** Tells the open windows to come back elsewhere; calls under way go on. */
  sendAway(): void;
  /** Lets go of everything, once no call is under way any more. */
  close(): Promise<void>;
}

/** Direct Line 3.0, as directlinejs and Web Chat speak it. */
export function webchat(given: WebChatOptions): WebChat {
  const options = { ...given, publicUrl: given.publicUrl?.replace(/\/+$/, '') || undefined };
  const now = options.now ?? Date.now;
  const fileBytes = options.limits.fileBytes ?? FILE_BYTES;
  const { conversations, files, keys, log } = options;

  const tokens = new Tokens(keys, now);
  const authorizer = new Authorizer(tokens, options.directLineSecret);
  const links = new FileLinks(keys.fileLinks, now);
  const seal = new UserIdSeal(keys.conversationIds);
  const from = new FromActivity(links, seal);
  const greet = greeter(conversations);
  const streams = new Streams({ conversations, tokens, from, greet, log });
  const unhear = options.typing?.onSign(({ conversation, by }) => {
    if (by === 'staff') streams.typing(conversation);
  });
  const attachments = new Attachments(files, links, fileBytes);
  const activities = new ActivityRoutes({
    options,
    conversations,
    authorizer,
    attachments,
    from,
    seal,
    streams,
  });
  const upload = new UploadRoute({ options, authorizer, attachments, activities, fileBytes });
  const starting = new ConversationRoutes(options, tokens, authorizer, greet);
  const tokenRoutes = new TokenRoutes(options, tokens, authorizer);

  const answering = (handler: Handler) => (req: Request, res: Response) =>
    handler(req, res).catch((error: unknown) => answerError(res, error, log));
  const base = '/v3/directline';
  const router = Router({ caseSensitive: true });
  // The most frequent first: express looks through them in this order.
  router.post(`${base}/conversations/:id/activities`, answering(activities.post));
  router.get(`${base}/conversations/:id/activities`, answering(activities.read));
  router.post(`${base}/conversations/:id/upload`, answering(upload.post));
  router.get(`${base}/conversations/:id`, answering(starting.reconnect));
  router.post(`${base}/conversations`, answering(starting.start));
  router.post(`${base}/tokens/generate`, answering(tokenRoutes.generate));
  router.post(`${base}/tokens/refresh`, answering(tokenRoutes.refresh));
  router.get(`${base}/attachments/:fileId{/:name}`, answering(attachments.serve));
  router.get(`${base}/session/getsessionid`, (_req, res) => reply(res, 200, { sessionId: randomUUID() }));
  router.options(`${base}/{*path}`, replyPreflight);
  router.use(base, (_req: Request, res: Response) => answerError(res, notThere(), log));
  // Only addresses that express itself cannot read come here.
  router.use(base, (_error: unknown, _req: Request, res: Response, _next: NextFunction) =>
    answerError(res, badArgument('The address is not valid.'), log),
  );

  return {
    name: CHANNEL,
    capabilities,
    router,
    upgrade: (req, socket, head) => streams.upgrade(req, socket, head),
    typing: (conversation) => streams.typing(conversation),
    readOn: () => streams.readOn(),
    sendAway: () => streams.close(),
    close: async () => {
      unhear?.();
      streams.close();
      await upload.close();
    },
  };
}

type Handler = (req: Request, res: Response) => Promise<void>;
