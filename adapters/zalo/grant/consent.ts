import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { HotlineError } from '../../../hotline/errors';
import type { Consent, GrantHold, GrantState, KeptGrant } from '../../../hotline/grants';
import type { Given } from './oauth';
import type { GrantOptions } from './options';
import type { Proof } from './pkce';
import type { Renewal } from './renewal';
import { type Outcome, words } from './words.vi';

export const CALLBACK = '/oauth/zalo';
/** As long as Zalo's codes are good. */
const ASKED_MS = 10 * 60_000;

interface Parts {
  name: string;
  options: Pick<GrantOptions, 'appId' | 'oauthRoot' | 'publicUrl' | 'key' | 'store' | 'now' | 'log'>;
  renewal: Renewal;
  proof: Proof;
  byCode: (code: string, verifier: string) => Promise<Given>;
}

/**
 * The OA's owner agrees on Zalo's page, and comes back with a code. What he brings back is signed, good for ten minutes
 * and once, and only an administrator of the hotline was given it.
 */
export function consenting({ name, options, renewal, proof, byCode }: Parts) {
  const { appId, oauthRoot, publicUrl, key, store, now, log } = options;
  const callbackUrl = publicUrl === undefined ? null : publicUrl + CALLBACK;

  async function state(): Promise<GrantState> {
    const grant = await renewal.read();
    const { pair, account = null, trouble = null } = grant;
    const isRenewed = pair !== undefined && pair.access !== '';
    return {
      state: stateOf(grant),
      account,
      renewedAt: isRenewed ? pair.issuedAt : null,
      goodUntil: isRenewed ? pair.expiresAt : null,
      trouble,
      callbackUrl,
      challenge: proof.challenge,
    };
  }

  async function begin(): Promise<string> {
    if (callbackUrl === null) throw new HotlineError('no_public_url', 409, words.noPublicUrl);
    const until = new Date(now().getTime() + ASKED_MS);
    const mark = randomBytes(16).toString('base64url');
    await store.ask(name, mark, until);
    const link = new URL(`${oauthRoot}/v4/oa/permission`);
    const asked = {
      app_id: appId,
      redirect_uri: callbackUrl,
      code_challenge: proof.challenge,
      state: signed(mark),
    };
    for (const [field, value] of Object.entries(asked)) link.searchParams.set(field, value);
    return link.href;
  }

  /** With what came back from Zalo's page. */
  async function finish(code: unknown, answered: unknown): Promise<Outcome> {
    const mark = typeof answered === 'string' ? opened(answered) : undefined;
    if (mark === undefined) return 'stale';
    if (typeof code !== 'string' || !/^[\x21-\x7e]{1,2048}$/.test(code)) return 'denied';
    return renewal.holding(async (hold) => {
      if (!(await store.takeAnswer(name, mark, now()))) return 'stale';
      return redeem(hold, code);
    });
  }

  async function redeem({ grant }: GrantHold, code: string): Promise<Outcome> {
    const given = await byCode(code, proof.verifier);
    if (given.result === 'given') {
      await renewal.keep({ number: grant.number + 1, pair: given.pair });
      log.info({}, 'zalo: the account consented');
      return 'done';
    }
    log.warn({ reason: given.reason }, 'zalo: a code of consent was not redeemed');
    return given.result === 'refused' && given.mismatch ? 'mismatch' : given.result;
  }

  const signed = (mark: string): string => `${mark}.${signatureOf(mark)}`;

  /** Undefined when it is none of ours. */
  function opened(text: string): string | undefined {
    const [mark = '', signature = ''] = text.split('.', 2);
    const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(mark))];
    return given.length === right.length && timingSafeEqual(given, right) ? mark : undefined;
  }

  const signatureOf = (mark: string): string =>
    createHmac('sha256', key).update(`zalo consent ${appId} ${mark}`).digest('base64url');

  const isNeeded = (): boolean => renewal.grant !== undefined && isMissing(renewal.grant);

  const consent: Consent = { state, begin, isNeeded };
  return { consent, finish };
}

export const isMissing = ({ pair, lost }: KeptGrant): boolean => !pair || lost !== undefined;

function stateOf({ pair, lost, failures = 0 }: KeptGrant): GrantState['state'] {
  if (!pair) return 'none';
  if (lost) return 'lost';
  return failures > 0 ? 'failing' : 'good';
}
