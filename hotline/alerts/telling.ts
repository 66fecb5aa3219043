import { type Alert, type AlertCarrier, type AlertStore, NotTaken, type Telling } from './alert';
import { type AlertNames, messageOf } from './message';
import { isQuiet, type QuietHours } from './quiet-hours';

/** A carrier that has told something rests for so long: what happens meanwhile travels together. */
const REST_MS = 60_000;
/** After a failure, and twice as long after each further one. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** Longer than any carrier takes; another process goes on afterwards. */
const LEASE_MS = 90_000;
const AT_ONCE = 2_000;

export interface TellingParts {
  store: AlertStore;
  names: AlertNames;
  quiet: QuietHours | undefined;
  /** A carrier failed; it is tried again. */
  onError: (error: unknown) => void;
  now?: () => Date;
}

/**
 * Tells staff what is due by one carrier: everything in one message, then the carrier rests. Of several processes one
 * tells at a time. Marked as told only after it was taken: a process that dies in between lets it be told once more.
 */
export function telling(
  carrier: AlertCarrier,
  { store, names, quiet, onError, now = () => new Date() }: TellingParts,
) {
  const { name } = carrier;

  async function round(): Promise<void> {
    if ((await due(1)).length === 0) return;
    const mine = await store.claim(name, now(), LEASE_MS);
    if (!mine) return;
    try {
      await tell();
      await store.rest(mine, later(REST_MS));
    } catch (error) {
      onError(error);
      await store.rest(mine, later(pauseOf(mine, error)), { reason: reasonOf(error), at: now() });
    }
  }

  async function tell(): Promise<void> {
    const alerts = await due(AT_ONCE);
    const standing = await store.standing(alerts);
    if (standing.length > 0) await carrier.send(messageOf(standing, names));
    await store.told(
      name,
      alerts.map(({ key }) => key),
    );
  }

  const due = (limit: number): Promise<Alert[]> =>
    store.due(name, now(), { onlyUrgent: isQuiet(quiet, now()), limit });

  const later = (ms: number): Date => new Date(now().getTime() + ms);

  return { round };
}

function pauseOf({ failures }: Telling, error: unknown): number {
  const asked = error instanceof NotTaken ? error.retryAfterMs : 0;
  return Math.max(asked, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'không rõ nguyên nhân';
