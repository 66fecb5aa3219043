import { MINUTE, type Clock } from './clock';

/** So many requests of an app a minute. */
export class Rate {
  private minute = 0;
  private used = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
  ) {}

  /** Counts a request; false when it is one too many. */
  take(): boolean {
    const minute = Math.floor(this.clock.now() / MINUTE);
    if (minute !== this.minute) this.used = 0;
    this.minute = minute;
    this.used++;
    return this.used <= this.limit;
  }

  headers(): Record<string, string> {
    return {
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remain': String(Math.max(0, this.limit - this.used)),
    };
  }
}
