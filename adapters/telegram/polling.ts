import { TelegramError } from 'telegraf';
import type { Duty } from '../../hotline/duty';
import type { Batch } from './batch';
import type { Calls } from './calls';
import { backOff, Loop, rest } from './loop';
import type { TelegramOptions } from './options';
import { lineWords, retryAfterMs } from './refusals';
import { KINDS } from './shape';

/** Telegram waits so long for something to come. */
const WAIT_SECONDS = 25;
const PATIENCE_MS = 40_000;
/** What a process that died held is free after this time; renewed three times as often. */
const DUTY_MS = 6_000;

interface Parts {
  calls: Calls;
  batch: Batch;
  introduce: () => Promise<void>;
  options: Pick<TelegramOptions, 'duties' | 'line' | 'log'>;
}

/**
 * Asks Telegram for updates, in one process at a time. The offset moves when what was given is durable, so an update
 * that could not be kept is given again; one that is given twice has one effect.
 */
export function polling({ calls, batch, introduce, options: { duties, line, log } }: Parts): Loop {
  let failures = 0;
  let prepared = false;
  /** Undefined: from the oldest that is not confirmed. Numbers may begin anew, lower, after a week without any. */
  let offset: number | undefined;

  return new Loop(async (signal) => {
    const duty = await duties.take('telegram', DUTY_MS).catch(() => undefined);
    if (duty) await serve(duty, signal).finally(() => duty.release().catch(() => undefined));
    else await rest(DUTY_MS / 3, signal);
  });

  async function serve(duty: Duty, signal: AbortSignal): Promise<void> {
    const lost = new AbortController();
    const keep = () =>
      duty.keep().then(
        (kept) => kept || lost.abort(),
        () => undefined,
      );
    const beat = setInterval(() => void keep(), DUTY_MS / 3);
    const until = AbortSignal.any([signal, lost.signal]);
    try {
      while (!until.aborted) await round(until);
    } finally {
      clearInterval(beat);
      // Whoever has the duty now tells how the line is.
      line?.up();
    }
  }

  async function round(signal: AbortSignal): Promise<void> {
    try {
      await prepare();
      const updates = await ask(signal);
      line?.up();
      offset = await batch.take(updates);
      failures = 0;
    } catch (error) {
      if (!signal.aborted) await failed(error, signal);
    }
  }

  /** While a webhook is set, Telegram gives nothing. */
  async function prepare(): Promise<void> {
    if (prepared) return;
    await calls.call('deleteWebhook', {});
    await introduce();
    prepared = true;
  }

  function ask(signal: AbortSignal): Promise<unknown[]> {
    const asked = {
      timeout: WAIT_SECONDS,
      limit: 100,
      allowed_updates: KINDS,
      ...(offset !== undefined && { offset }),
    };
    return calls.call('getUpdates', asked, PATIENCE_MS, signal);
  }

  async function failed(error: unknown, signal: AbortSignal): Promise<void> {
    failures += 1;
    prepared &&= !(error instanceof TelegramError && error.code === 409);
    if (batch.isUnkept(error)) log.error({ err: error.cause }, 'telegram updates could not be kept');
    else line?.down(lineWords(error));
    const asked = error instanceof TelegramError && error.code === 429 ? retryAfterMs(error) : 0;
    await rest(Math.max(asked, backOff(failures)), signal);
  }
}
