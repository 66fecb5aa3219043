import { Telegram } from 'telegraf';
import type { Opts, Telegram as Methods } from 'telegraf/types';

type Call = <M extends keyof Methods>(
  method: M,
  payload: Opts<M>,
  patienceMs?: number,
  signal?: AbortSignal,
) => Promise<ReturnType<Methods[M]>>;

type CallOptions = NonNullable<Parameters<Telegram['callApi']>[2]>;

const PATIENCE_MS = 15_000;

/** Calls of the Bot API, typed by telegraf; each has an end. */
export interface Calls {
  call: Call;
  telegram: Telegram;
}

/** `webhookReply`: else the first call would be put into the answer to a webhook, and nobody would hear what became of it. */
export function calls(token: string, apiRoot: string): Calls {
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });
  const call: Call = (method, payload, patienceMs = PATIENCE_MS, signal) => {
    const ends = AbortSignal.timeout(patienceMs);
    // telegraf is typed by the signals of a package; it takes those of Node.
    const until = (signal ? AbortSignal.any([ends, signal]) : ends) as CallOptions['signal'] & object;
    return telegram.callApi(method, payload, { signal: until });
  };
  return { call, telegram };
}
