/** The time in this Zalo: the machine's own, plus what was skipped. Windows, tokens and waits go by it. */
export class Clock {
  private ahead = 0;

  constructor(private readonly moved: () => void) {}

  now(): number {
    return Date.now() + this.ahead;
  }

  forward(ms: number): void {
    this.ahead += ms;
    this.moved();
  }
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
