import type { Log } from './log';

const TELL_MS = 60_000;

/** What may come often and is always the same to operators: it is counted, and told once a minute, without what it was. */
export class ToldSeldom {
  private untold = 0;
  private toldAt = -Infinity;

  /** @param what is counted, as the log names it */
  constructor(
    private readonly log: Pick<Log, 'warn'>,
    private readonly what: string,
    private readonly message: string,
  ) {}

  count(): void {
    this.untold += 1;
    if (Date.now() - this.toldAt < TELL_MS) return;
    this.log.warn({ [this.what]: this.untold }, this.message);
    this.toldAt = Date.now();
    this.untold = 0;
  }
}
