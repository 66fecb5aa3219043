import type { Calls } from './calls';
import { backOff, Loop, rest } from './loop';
import type { TelegramOptions } from './options';
import { lineWords } from './refusals';
import { KINDS } from './shape';

const CONNECTIONS = 40;
/** How often Telegram is asked whether it reaches us. */
const LOOK_MS = 60_000;
/** An error that is older than that is over. */
const RECENT_MS = 2 * 60_000;

interface Parts {
  calls: Calls;
  url: string;
  secret: string;
  introduce: () => Promise<void>;
  options: Pick<TelegramOptions, 'line'>;
}

/** Tells Telegram where we are, sees that it stays so, and whether it reaches us. Any number of processes may do so. */
export function webhookWatch({ calls, url, secret, introduce, options: { line } }: Parts): Loop {
  const begun = Date.now();
  let isSet = false;
  let failures = 0;

  return new Loop(async (signal) => {
    try {
      await look();
      failures = 0;
      await rest(LOOK_MS, signal);
    } catch (error) {
      failures += 1;
      line?.down(lineWords(error));
      await rest(backOff(failures), signal);
    }
  });

  async function look(): Promise<void> {
    if (!isSet) await set();
    await introduce();
    const info = await calls.call('getWebhookInfo', {});
    if (info.url !== url) return set();
    const failedAt = 1_000 * (info.last_error_date ?? 0);
    if (failedAt < Math.max(begun, Date.now() - RECENT_MS)) return line?.up();
    line?.down(`Telegram không gọi được ${url}: ${(info.last_error_message ?? '').slice(0, 120)}`);
  }

  async function set(): Promise<void> {
    await calls.call('setWebhook', {
      url,
      secret_token: secret,
      allowed_updates: KINDS,
      max_connections: CONNECTIONS,
    });
    isSet = true;
    line?.up();
  }
}
