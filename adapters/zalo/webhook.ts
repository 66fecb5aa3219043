import { type Request, type Response, Router } from 'express';
import { acknowledge } from '../acknowledge';
import { objectIn, readableBody } from '../body';
import { ToldSeldom } from '../told-seldom';
import type { Hands } from './hands';
import type { ZaloOptions } from './options';
import { readOrigin } from './shape';
import { macIn, type Variant, variantOf } from './signature';

export const PATH = '/webhooks/zalo';
/** Events have some kilobytes. */
const BODY_LIMIT = 256 * 1024;
/** Zalo tries an address with an unsigned `{}`, and nothing else may come unsigned. */
const PROBE = Buffer.from('{}');

interface Parts {
  hands: Hands;
  options: Pick<ZaloOptions, 'appId' | 'appSecret' | 'oaSecret' | 'log'>;
}

/**
 * Takes events that Zalo posts: 200 when they are durable, 503 to have them again, 401 for whoever is not Zalo. Zalo
 * waits for two seconds and then tells it again, up to about two hours later: no clock says what is too old, but what
 * came once has no second effect.
 */
export function webhook({ hands, options }: Parts): Router {
  const { log } = options;
  const told = new Set<string>();
  const forged = new ToldSeldom(
    log,
    'calls',
    'calls of zalo are signed otherwise: does ZALO_OA_SECRET stand as there?',
  );
  // It is acknowledged, or it would come again and again.
  const unreadable = new ToldSeldom(log, 'calls', 'zalo sent what cannot be read');

  async function post(req: Request, res: Response): Promise<void> {
    const mac = macIn(req.get('x-zevent-signature'));
    const raw = await readableBody(req, mac ? BODY_LIMIT : PROBE.length);
    if (raw?.equals(PROBE)) return acknowledge(res, 200);
    const variant = mac && raw && variantOf({ raw, mac, time: req.get('x-zevent-timestamp') }, options);
    if (variant) {
      tell(variant);
      return acknowledge(res, await take(raw));
    }
    if (mac) forged.count();
    acknowledge(res, 401);
  }

  async function take(raw: Buffer): Promise<number> {
    const given = objectIn(raw);
    const origin = readOrigin(given);
    // Of another app that somebody gave the same secret.
    if (origin && origin.app_id !== options.appId) return 401;
    if (!origin || !(await hands.take({ origin, given }))) unreadable.count();
    return 200;
  }

  /** For whoever sets it up: how Zalo signs is written nowhere for sure. */
  function tell(variant: Variant): void {
    const key = JSON.stringify(variant);
    if (told.has(key)) return;
    told.add(key);
    log.info({ variant }, 'zalo signs its calls like this');
  }

  const router = Router({ caseSensitive: true });
  router.post(PATH, (req, res) =>
    post(req, res).catch((error: unknown) => {
      log.error({ err: error }, 'a zalo event could not be kept');
      acknowledge(res, 503);
    }),
  );
  return router;
}
