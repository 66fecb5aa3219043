/** Who would have to wait longer is told when to come back, instead of holding up a lease. */
const LONGEST_WAIT_MS = 3_000;

/** Keeps calls apart. */
export class Spacing {
  private next = 0;

  /**
   * Resolves when a call may go; or tells at once after how many milliseconds to try again.
   * @param gapMs until the call after this one
   */
  async turn(gapMs: number, now: number): Promise<number | undefined> {
    const at = Math.max(now, this.next);
    if (at - now > LONGEST_WAIT_MS) return at - now;
    this.next = at + gapMs;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    return undefined;
  }

  /** Nothing goes before then. */
  holdUntil(at: number): void {
    this.next = Math.max(this.next, at);
  }
}
