import { conflict, type Refusal } from './refusal';
import { type Update } from './shapes';
import { type Updates } from './updates';

interface Poll {
  offset: number;
  limit: number;
  timeoutMs: number;
  /** The line to the client broke. */
  signal: AbortSignal;
}

const OTHER_POLL = 'terminated by other getUpdates request; make sure that only one bot instance is running';

/** getUpdates: one at a time; a newer one ends the older with 409, as with two programs on one token. */
export class Polling {
  private end: ((why: Refusal) => void) | undefined;

  constructor(private readonly updates: Updates) {}

  async poll({ offset, limit, timeoutMs, signal }: Poll): Promise<Update[]> {
    this.interrupt(OTHER_POLL);
    if (offset < 0) this.updates.keepLast(-offset);
    else this.updates.confirmBelow(offset);
    if (this.updates.ready().length === 0 && timeoutMs > 0) await this.wait(timeoutMs, signal);
    // Nobody is there to take them: what is given once more must not go into the void.
    return signal.aborted ? [] : this.updates.take(limit);
  }

  interrupt(why: string): void {
    this.end?.(conflict(why));
  }

  private async wait(timeoutMs: number, signal: AbortSignal): Promise<void> {
    let stop = () => {};
    try {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, timeoutMs);
        const deaf = this.updates.onChange(() => this.updates.ready().length > 0 && resolve());
        const mine = (why: Refusal) => reject(why);
        this.end = mine;
        signal.addEventListener('abort', () => resolve(), { once: true });
        stop = () => {
          clearTimeout(timer);
          deaf();
          if (this.end === mine) this.end = undefined;
        };
      });
    } finally {
      stop();
    }
  }
}
