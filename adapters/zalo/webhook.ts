import { Router } from 'express';
import type { Conversations } from '../../hotline/conversation/conversations';
import type { ZaloOptions } from './options';

export const PATH = '/webhooks/zalo';

/** Takes events that Zalo posts: 200 when they are durable, 503 to have them again. */
export function webhook(_conversations: Conversations, _options: ZaloOptions): Router {
  const router = Router({ caseSensitive: true });
  router.post(PATH, (_req, res) => void res.status(503).end());
  return router;
}
