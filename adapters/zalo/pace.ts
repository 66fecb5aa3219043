import { Spacing } from '../spacing';

const MINUTE_MS = 60_000;
/** While more than this share of a minute's requests is left, nobody is slowed down. */
const PLENTY = 0.2;

/** Keeps to the requests that Zalo leaves the app in this minute, of which all processes together use up. */
export class Pace {
  private readonly spacing = new Spacing();
  private gapMs = 0;

  /** As the headers of an answer tell it. */
  note({ limit, remain }: { limit: number; remain: number }, now = Date.now()): void {
    if (!(limit > 0) || !(remain >= 0)) return;
    this.gapMs = remain > limit * PLENTY ? 0 : restOfMinute(now) / Math.max(1, remain);
    if (remain === 0) this.refused(now);
  }

  /** There were too many: nothing more goes in this minute. */
  refused(now = Date.now()): void {
    this.spacing.holdUntil(now + restOfMinute(now));
    this.gapMs = 0;
  }

  /** Resolves when a message may go; or tells at once after how many milliseconds to try again. */
  turn(now = Date.now()): Promise<number | undefined> {
    return this.spacing.turn(this.gapMs, now);
  }
}

/** Milliseconds until Zalo counts anew. */
export const restOfMinute = (now: number): number => MINUTE_MS - (now % MINUTE_MS);
