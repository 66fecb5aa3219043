import type { Log } from './options';

const TELL_MS = 60_000;

/**
 * What comes from Zalo and cannot be read is acknowledged, or it would come again and again. It is counted, and told
 * of once a minute, without a word of what it was.
 */
export class Unreadable {
  private events = 0;
  private toldAt = -Infinity;

  constructor(private readonly log: Log) {}

  count(): void {
    this.events += 1;
    if (Date.now() - this.toldAt < TELL_MS) return;
    this.log.warn({ events: this.events }, 'zalo sent what cannot be read');
    this.toldAt = Date.now();
    this.events = 0;
  }
}
