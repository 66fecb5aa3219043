import type { Log } from './options';

const TELL_MS = 60_000;

/**
 * What comes from Telegram and cannot be read is acknowledged, or it would come again for ever. It is counted, and
 * told of once a minute.
 */
export class Unreadable {
  private updates = 0;
  private toldAt = -Infinity;

  constructor(private readonly log: Log) {}

  count(): void {
    this.updates += 1;
    if (Date.now() - this.toldAt < TELL_MS) return;
    this.log.warn({ updates: this.updates }, 'telegram sent what cannot be read');
    this.toldAt = Date.now();
    this.updates = 0;
  }
}
