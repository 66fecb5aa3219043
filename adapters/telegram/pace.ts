/** Telegram takes about so many messages from a bot. */
const PER_SECOND = 30;
/** Who would have to wait longer is told when to come back, instead of holding up a lease. */
const LONGEST_WAIT_MS = 3_000;

/** Keeps messages apart. */
export class Pace {
  private next = 0;
  private readonly gapMs: number;

  constructor(perSecond = PER_SECOND) {
    this.gapMs = 1_000 / perSecond;
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
