import { Spacing } from '../spacing';

/** Telegram takes about so many messages from a bot. */
const PER_SECOND = 30;

/** Keeps messages apart. */
export class Pace {
  private readonly spacing = new Spacing();
  private readonly gapMs: number;

  constructor(perSecond = PER_SECOND) {
    this.gapMs = 1_000 / perSecond;
  }

  /** Resolves when a message may go; or tells at once after how many milliseconds to try again. */
  turn(now = Date.now()): Promise<number | undefined> {
    return this.spacing.turn(this.gapMs, now);
  }
}
