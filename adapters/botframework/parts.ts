import { createHash } from 'node:crypto';
import type { Sent } from '../../hotline/channel';
import type { Outgoing } from './from-activity';

const REMEMBERED = 1_000;

/**
 * Sends a message that had to be split, part by part. When one fails the delivery is tried again as a whole; what
 * was sent before is then left out, as long as it is this process that tries. After its death a part may come twice.
 */
export class Parts {
  private readonly sent = new Map<string, number>();

  async send(address: string, parts: readonly Outgoing[], send: (part: Outgoing) => Promise<Sent>) {
    const key = createHash('sha256').update(address).update(JSON.stringify(parts)).digest('base64');
    let last: Sent = { result: 'sent' };
    for (let index = this.sent.get(key) ?? 0; index < parts.length; index++) {
      const part = parts[index];
      if (part) last = await send(part);
      if (last.result !== 'sent') return last;
      this.remember(key, index + 1);
    }
    this.sent.delete(key);
    return last;
  }

  private remember(key: string, count: number): void {
    this.sent.delete(key);
    this.sent.set(key, count);
    const [oldest] = this.sent.keys();
    if (this.sent.size > REMEMBERED && oldest !== undefined) this.sent.delete(oldest);
  }
}
