const MINUTE_MS = 60_000;
/** While more than this share of a minute's requests is left, nobody is slowed down. */
const PLENTY = 0.2;
/** Who would have to wait longer is told when to come back, instead of holding up a lease. */
const LONGEST_WAIT_MS = 3_000;

/** Keeps to the requests that Zalo leaves the app in this minute, of which all processes together use up. */
export class Pace {
  private next = 0;
  private gapMs = 0;

  /** As the headers of an answer tell it. */
  note({ limit, remain }: { limit: number; remain: number }, now = Date.now()): void {
    if (!(limit > 0) || !(remain >= 0)) return;
    this.gapMs = remain > limit * PLENTY ? 0 : restOfMinute(now) / Math.max(1, remain);
    if (remain === 0) this.refused(now);
  }

  /** There were too many: nothing more goes in this minute. */
  refused(now = Date.now()): void {
    this.next = Math.max(this.next, now + restOfMinute(now));
    this.gapMs = 0;
  }

  /** Resolves when a message may go; or tells at once after how many milliseconds to try again. */
  async turn(now = Date.now()): Promise<number | undefined> {
    const at = Math.max(now, this.next);
    if (at - now > LONGEST_WAIT_MS) return at - now;
    this.next = at + this.gapMs;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    return undefined;
  }
}

const restOfMinute = (now: number): number => MINUTE_MS - (now % MINUTE_MS);
