import { createHash } from 'node:crypto';
import { type Settings } from './settings';
import { type ZaloEvent } from './shapes';

/** The headers of a webhook over the very bytes that are sent. `now` in ms. */
export function signedHeaders(
  body: string,
  event: ZaloEvent,
  settings: Settings,
  now: number,
): Record<string, string> {
  const { signing, appId, oaId, appSecret, oaSecret } = settings;
  const time = signing.timestamp === 'body' ? event.timestamp : String(now);
  const first = signing.first === 'app_id' ? appId : oaId;
  const secret = signing.secret === 'oa' ? oaSecret : appSecret;
  const mac = createHash('sha256').update(`${first}${body}${time}${secret}`).digest('hex');
  return {
    'x-zevent-signature': `mac=${mac}`,
    ...(signing.timestamp === 'header' ? { 'x-zevent-timestamp': time } : {}),
  };
}

/** Other JSON writers than ours escape what need not be. */
export function bodyOf(event: ZaloEvent, escaped: boolean): string {
  const plain = JSON.stringify(event);
  if (!escaped) return plain;
  return plain
    .replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');
}
