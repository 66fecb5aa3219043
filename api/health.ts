import express, { type Router } from 'express';

export interface HealthOptions {
  /** Whether the database answers now. */
  databaseReady: () => Promise<boolean>;
  /** Each channel and how it is: `{webchat: 'on', telegram: 'down'}`; what was known last without the database. */
  channels: () => Promise<Record<string, string>>;
  /** The channels that wait for the consent of their account's owner. */
  needsConsent: () => string[];
}

/** `/healthz`: the process lives. `/readyz`: it can take messages, 503 only without its database. */
export function health({ databaseReady, channels, needsConsent }: HealthOptions): Router {
  const router = express.Router();
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_req, res) => {
    const reached = await databaseReady().catch(() => false);
    res.set('Cache-Control', 'no-store').status(reached ? 200 : 503);
    const status = reached ? 'ready' : 'no database';
    res.json({ status, database: reached, channels: await channels(), needsConsent: needsConsent() });
  });
  return router;
}
