import { type ZaloEvent } from './shapes';

/** An event on its way to the webhook. */
export interface Delivery {
  event: ZaloEvent;
  /** Events of one person are handed over one after the other. */
  lane: string;
  retries: number;
  /** By the clock that can be moved. */
  readyAt: number;
  underWay: boolean;
}

/** Every event, and what is still to be handed over. */
export class Deliveries {
  readonly made: ZaloEvent[] = [];
  /** Those that were never taken in all their tries. */
  readonly lost: ZaloEvent[] = [];
  private readonly waiting: Delivery[] = [];
  private held = false;
  private repeats = 0;

  constructor(private readonly changed: () => void) {}

  /** Nobody who did not name an address is told. */
  add(event: ZaloEvent, lane: string, isWanted: boolean): void {
    this.made.push(event);
    if (isWanted) this.waiting.push(delivery(event, lane));
    // A repetition does not wait for the first to be answered.
    for (let n = 1; isWanted && n <= this.repeats; n++)
      this.waiting.push(delivery(event, `${lane} again ${n}`));
    this.changed();
  }

  /** From now on every event is handed over so many times more than once. */
  repeatEach(times: number): void {
    this.repeats = times;
  }

  /** Once more, as after an answer that was lost. */
  again(events: readonly ZaloEvent[]): void {
    for (const [n, event] of events.entries()) this.waiting.push(delivery(event, `again ${n}`));
    this.changed();
  }

  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    this.changed();
  }

  pending(): readonly Delivery[] {
    return this.waiting;
  }

  /** What may be handed over, now or after its wait. */
  open(): readonly Delivery[] {
    return this.held ? [] : this.waiting;
  }

  done(entry: Delivery): void {
    const at = this.waiting.indexOf(entry);
    if (at >= 0) this.waiting.splice(at, 1);
    this.changed();
  }

  /** Tried again at that time of the clock. */
  postpone(entry: Delivery, readyAt: number): void {
    entry.retries++;
    entry.readyAt = readyAt;
    this.changed();
  }

  lose(entry: Delivery): void {
    this.lost.push(entry.event);
    this.done(entry);
  }

  dropAll(): void {
    this.waiting.splice(0);
    this.changed();
  }
}

function delivery(event: ZaloEvent, lane: string): Delivery {
  return { event, lane, retries: 0, readyAt: 0, underWay: false };
}
