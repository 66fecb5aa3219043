import type { ZaloEmulator } from '../../emulators/zalo/emulator';
import { macOver } from '../../emulators/zalo/listener';
import type { House } from './house';

type Headers = Record<string, string>;

/** Calls the webhook with these very bytes. */
export function post(house: House, body: string | Buffer, headers: Headers = {}): Promise<Response> {
  return fetch(`${house.url}/webhooks/zalo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body as string,
  });
}

/** Signed by who knows the secret, with a time of the header, whatever the body is. */
export function signed({ settings: { appId, oaSecret } }: ZaloEmulator, body: string | Buffer): Headers {
  const time = '1790000000000';
  return {
    'x-zevent-timestamp': time,
    'x-zevent-signature': macOver(appId, Buffer.from(body), time, oaSecret),
  };
}
