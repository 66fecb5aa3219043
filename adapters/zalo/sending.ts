import type { Channel } from '../../hotline/channel';
import type { ZaloOptions } from './options';

/** Carries messages to accounts. */
export function sending(options: ZaloOptions): Channel['deliver'] {
  return async () => {
    await options.grant.token();
    return { result: 'failed', reason: 'not built yet', waits: true };
  };
}
