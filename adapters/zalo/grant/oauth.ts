import axios from 'axios';
import { z } from 'zod';
import type { TokenPair } from '../../../hotline/grants';
import { words } from './words.vi';

const PATIENCE_MS = 10_000;
const ANSWER_LIMIT = 64 * 1024;
/** What is said in answers is not shown but for so many letters of it. */
const NAME_LIMIT = 80;

/** What became of asking for a pair. */
export type Given =
  | { result: 'given'; pair: TokenPair }
  /** The code or the refresh token is used up, too old, or was never good. */
  | { result: 'spent'; reason: string }
  /** Refused for another reason, such as a wrong secret: nothing was used up. */
  | { result: 'refused'; reason: string; mismatch: boolean }
  /** No answer, or none that can be read: nobody knows whether it was done. */
  | { result: 'unknown'; reason: string };

export interface OauthApp {
  appId: string;
  appSecret: string;
  /** Without a slash at the end. */
  oauthRoot: string;
}

/**
 * `expires_in` is a string; 90000 seconds, or 3600 as older pages say. A pair is never dropped for it: there is no
 * second one.
 */
const pairAnswer = z.object({
  access_token: z.string().min(1).max(4_096),
  refresh_token: z.string().min(1).max(4_096),
  expires_in: z.coerce.number().positive().max(10_000_000).catch(3_600),
});

const refusalAnswer = z.object({
  error: z.coerce.number().optional().catch(undefined),
  error_name: z.string().optional().catch(undefined),
});

/** Zalo's token server (OAuth v4): `POST /v4/oa/access_token`, a form, the app's secret in a header of its own. */
export function tokenServer({ appId, appSecret, oauthRoot }: OauthApp, now: () => Date) {
  const byCode = (code: string, verifier: string): Promise<Given> =>
    ask({ grant_type: 'authorization_code', code, code_verifier: verifier });

  const byRefreshToken = (token: string): Promise<Given> =>
    ask({ grant_type: 'refresh_token', refresh_token: token });

  async function ask(form: Record<string, string>): Promise<Given> {
    const askedAt = now();
    try {
      const { status, data } = await post(new URLSearchParams({ app_id: appId, ...form }));
      return readAnswer(status, data, askedAt);
    } catch (error) {
      // The error of axios holds the secret and both tokens.
      return {
        result: 'unknown',
        reason: axios.isAxiosError(error) ? (error.code ?? 'lỗi mạng') : 'lỗi mạng',
      };
    }
  }

  const post = (form: URLSearchParams): Promise<{ status: number; data: unknown }> =>
    axios.post(`${oauthRoot}/v4/oa/access_token`, form, {
      headers: { secret_key: appSecret },
      timeout: PATIENCE_MS,
      signal: AbortSignal.timeout(PATIENCE_MS),
      maxRedirects: 0,
      maxContentLength: ANSWER_LIMIT,
      validateStatus: () => true,
    });

  return { byCode, byRefreshToken };
}

function readAnswer(status: number, data: unknown, askedAt: Date): Given {
  const pair = pairAnswer.safeParse(data);
  if (status === 200 && pair.success) return { result: 'given', pair: pairOf(pair.data, askedAt) };
  const refusal = refusalAnswer.safeParse(data);
  const isRefusal = refusal.success && (refusal.data.error !== undefined || refusal.data.error_name);
  if (!isRefusal || status >= 500 || status === 429) return { result: 'unknown', reason: `HTTP ${status}` };
  return refused(refusal.data);
}

function pairOf(answer: z.output<typeof pairAnswer>, issuedAt: Date): TokenPair {
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = answer;
  return { access, refresh, issuedAt, expiresAt: new Date(issuedAt.getTime() + seconds * 1_000) };
}

/**
 * Only -14003 is known for sure, and some answers have no number: the name decides first. What is not known is taken
 * for one that used nothing up, and is tried again.
 */
function refused({ error = 0, error_name = '' }: z.output<typeof refusalAnswer>): Given {
  const name = error_name.toLowerCase();
  const reason = `${error_name.replace(/[^\w .,:-]/g, '').slice(0, NAME_LIMIT)} ${error || ''}`.trim();
  if (/redirect|callback|verifier|challenge/.test(name) || error === -14003)
    return { result: 'refused', reason, mismatch: true };
  if (/app id|appid|secret|grant type/.test(name) || error === -14002 || error === -14004)
    return { result: 'refused', reason: words.trouble.app(reason), mismatch: false };
  if (/refresh|authorization code|expired|\bcode\b/.test(name) || error === -14014 || error === -14005)
    return { result: 'spent', reason };
  return { result: 'refused', reason, mismatch: false };
}
