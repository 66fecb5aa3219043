import { Queue } from '../queue';
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
export class Deliveries extends Queue<Delivery> {
  readonly made: ZaloEvent[] = [];
  /** Those that were never taken in all their tries. */
  readonly lost: ZaloEvent[] = [];

  /** Nobody who did not name an address is told. */
  add(event: ZaloEvent, lane: string, isWanted: boolean): void {
    this.made.push(event);
    // A repetition does not wait for the first to be answered.
    const again = Array.from({ length: this.repeats }, (_, n) => delivery(event, `${lane} again ${n + 1}`));
    this.put(isWanted ? [delivery(event, lane), ...again] : []);
  }

  /** Once more, as after an answer that was lost. */
  again(events: readonly ZaloEvent[]): void {
    this.put(events.map((event, n) => delivery(event, `again ${n}`)));
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
}

function delivery(event: ZaloEvent, lane: string): Delivery {
  return { event, lane, retries: 0, readyAt: 0, underWay: false };
}
