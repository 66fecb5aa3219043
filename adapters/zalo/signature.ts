import { createHash, type Hash, timingSafeEqual } from 'node:crypto';
import type { ZaloOptions } from './options';

/** How a call was signed. Sources differ, and any of the closed set may be how Zalo really does it. */
export interface Variant {
  first: 'app_id' | 'oa_id';
  /** Of the body, or of the header X-ZEvent-Timestamp. */
  time: 'body' | 'header';
  secret: 'oa' | 'app';
}

/** What is signed. `time`: what the header X-ZEvent-Timestamp says. */
export interface Signed {
  raw: Buffer;
  mac: Buffer;
  time: string | undefined;
}

type Keys = Pick<ZaloOptions, 'appId' | 'appSecret' | 'oaSecret'>;
type Named<K extends keyof Variant> = readonly (readonly [name: Variant[K], value: string])[];

/** The MAC of the header X-ZEvent-Signature; undefined for what cannot be one. */
export function macIn(header: string | undefined): Buffer | undefined {
  const [, hex] = /^mac=([0-9a-f]{64})$/i.exec(header ?? '') ?? [];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex');
}

/**
 * How the call was signed, or undefined: then it is not Zalo's. `mac = sha256(first + raw body + time + secret)` over
 * the very bytes, with one secret or the other, one time or the other, the app's id or the OA's first.
 *
 * The secret comes last, so nobody can go on from a MAC they saw. Nor can its parts be cut otherwise: a first term has
 * digits only and a body begins with `{`.
 */
export function variantOf({ raw, mac, time }: Signed, { appId, appSecret, oaSecret }: Keys) {
  const text = raw.toString('latin1');
  const firsts: Named<'first'> = [['app_id', appId], ...idsIn(text).map((id) => ['oa_id', id] as const)];
  const times: Named<'time'> = [
    ...(/^\d{1,20}$/.test(time ?? '') ? [['header', time ?? ''] as const] : []),
    ...timesIn(text).map((each) => ['body', each] as const),
  ];
  const secrets: Named<'secret'> = [
    ['oa', oaSecret],
    ['app', appSecret],
  ];
  for (const [first, id] of firsts) {
    const begun = createHash('sha256').update(id).update(raw);
    const rest = found(begun, mac, times, secrets);
    if (rest) return { first, ...rest };
  }
  return undefined;
}

/** The long body is hashed once for all endings. */
function found(begun: Hash, mac: Buffer, times: Named<'time'>, secrets: Named<'secret'>) {
  for (const [time, at] of times)
    for (const [secret, key] of secrets)
      if (timingSafeEqual(begun.copy().update(at).update(key).digest(), mac)) return { time, secret };
  return undefined;
}

/**
 * Found without reading the body, which nobody has vouched for yet. A quotation mark within a text is escaped, so none
 * of these can stand in what a citizen wrote.
 */
const TIME = /"timestamp"\s*:\s*"?(\d{1,20})/g;
const ID = /"(?:oa_id|id)"\s*:\s*"(\d{1,20})"/g;
/** An event names the OA, a person, and at most a sticker. */
const MOST_IDS = 4;

function timesIn(text: string): string[] {
  const all = [...text.matchAll(TIME)].map(([, digits = '']) => digits);
  return [...new Set([...all.slice(0, 1), ...all.slice(-1)])];
}

function idsIn(text: string): string[] {
  const all = [...text.matchAll(ID)].map(([, digits = '']) => digits);
  return [...new Set(all)].slice(0, MOST_IDS);
}
