import type { Log } from './options';

const TELL_MS = 60_000;

/** What may come often and is always the same to operators: it is counted, and told once a minute, without what it was. */
export class ToldSeldom {
  private calls = 0;
  private toldAt = -Infinity;

  constructor(
    private readonly log: Log,
    private readonly message: string,
  ) {}

  count(): void {
    this.calls += 1;
    if (Date.now() - this.toldAt < TELL_MS) return;
    this.log.warn({ calls: this.calls }, this.message);
    this.toldAt = Date.now();
    this.calls = 0;
  }
}
