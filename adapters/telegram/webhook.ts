import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { acknowledge } from '../acknowledge';
import { objectIn, readableBody } from '../body';
import type { Log } from './options';
import type { Take } from './router';
import { readUpdate } from './shape';
import type { Unreadable } from './unreadable';

export const PATH = '/webhooks/telegram';
/** Updates have some kilobytes. */
const BODY_LIMIT = 1024 * 1024;

interface Parts {
  secret: string;
  take: Take;
  unreadable: Unreadable;
  log: Log;
}

/** Takes updates that Telegram posts: 200 when they are durable, 503 to have them again. */
export function webhook({ secret, take, unreadable, log }: Parts): Router {
  async function post(req: Request, res: Response): Promise<void> {
    // Before anything of the body is read.
    if (!isSame(req.get('x-telegram-bot-api-secret-token') ?? '', secret)) return acknowledge(res, 401);
    const body = await readableBody(req, BODY_LIMIT);
    const update = body && readUpdate(objectIn(body));
    if (!update) unreadable.count();
    else await take(update);
    acknowledge(res, 200);
  }

  const router = Router({ caseSensitive: true });
  router.post(PATH, (req, res) =>
    post(req, res).catch((error: unknown) => {
      log.error({ err: error }, 'a telegram update could not be kept');
      acknowledge(res, 503);
    }),
  );
  return router;
}

/** Takes as long wherever they differ, however long they are. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
