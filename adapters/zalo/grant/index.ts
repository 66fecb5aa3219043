import type { Router } from 'express';
import type { Consent } from '../../../hotline/grants';
import { CHANNEL } from '../id';
import { type Grant, NoGrant, NotNow } from '../options';
import { consenting } from './consent';
import { tokenServer } from './oauth';
import type { GrantOptions } from './options';
import { consentPages } from './page';
import { proofOf } from './pkce';
import { Renewal } from './renewal';
import { watching } from './watch';
import { words } from './words.vi';

export type { GrantOptions } from './options';

export interface ZaloGrant {
  grant: Grant;
  consent: Consent;
  /** Where consent comes back to. */
  router: Router;
  /** Begins to renew in time and to look at the line. */
  start: () => void;
  stop: () => Promise<void>;
}

/** The right to act for the OA, kept for all processes together. */
export function zaloGrant(given: Omit<GrantOptions, 'now'> & Partial<Pick<GrantOptions, 'now'>>): ZaloGrant {
  const options: GrantOptions = { now: () => new Date(), ...given };
  const name = `${CHANNEL}/${options.appId}`;
  const { byCode, byRefreshToken } = tokenServer(options, options.now);
  const renewal = new Renewal({ ...options, name, byRefreshToken });
  const proof = proofOf(options.appId, options.key);
  const { consent, finish } = consenting({ name, options, renewal, proof, byCode });
  const watch = watching({ name, options, renewal });
  return {
    grant: {
      token: () => renewal.token().catch(asNotNow),
      another: (refused) => renewal.another(refused).catch(asNotNow),
    },
    consent,
    router: consentPages(finish, watch.go, options.log),
    start: watch.start,
    stop: watch.stop,
  };
}

/** Whatever else went wrong, such as the database: nothing was sent to anybody. */
function asNotNow(error: unknown): never {
  if (error instanceof NoGrant || error instanceof NotNow) throw error;
  throw new NotNow(words.trouble.ours, { cause: error });
}
