import { type Pending, type Updates } from './updates';

/** How patiently a webhook is called. The real waits are a second, doubling up to a minute or two. */
export interface Patience {
  firstWaitMs: number;
  longestWaitMs: number;
  answerWithinMs: number;
}

export interface Target {
  url: string;
  secretToken: string;
  maxConnections: number;
}

/** Posts updates to the bot's address: at most so many at once, those of one lane in order, each until a 2xx. */
export class Webhook {
  target: Target | undefined;
  lastError: { at: number; message: string } | undefined;
  /** Without lanes: all at once, the newest first, as the documentation allows. For tests. */
  disorderly = false;
  /** What an answer asked for: `{method: …}` in its body is a call. */
  onReply: (body: Record<string, unknown>) => void = () => {};
  private underWay = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly updates: Updates,
    private readonly patience: Patience,
  ) {
    updates.onChange(() => this.pump());
  }

  set(target: Target | undefined): void {
    this.target = target;
    this.lastError = undefined;
    this.pump();
  }

  stop(): void {
    this.target = undefined;
    clearTimeout(this.timer);
  }

  private pump(): void {
    clearTimeout(this.timer);
    const { target } = this;
    if (!target) return;
    let soonest = Infinity;
    for (const entry of this.nextInLine()) {
      if (this.underWay >= target.maxConnections) return;
      if (entry.underWay) continue;
      const wait = entry.readyAt - Date.now();
      if (wait <= 0) void this.post(entry, target);
      else soonest = Math.min(soonest, wait);
    }
    if (soonest < Infinity) this.timer = setTimeout(() => this.pump(), soonest);
  }

  /** The oldest of every lane; an update that fails holds up those behind it. */
  private nextInLine(): Pending[] {
    const all = this.updates.ready();
    if (this.disorderly) return [...all].reverse();
    const oldest = new Map<string, Pending>();
    for (const entry of all) if (!oldest.has(entry.lane)) oldest.set(entry.lane, entry);
    return [...oldest.values()];
  }

  private async post(entry: Pending, target: Target): Promise<void> {
    entry.underWay = true;
    this.underWay++;
    const failure = await this.call(entry, target);
    this.underWay--;
    entry.underWay = false;
    if (failure) this.postpone(entry, failure);
    else this.updates.done(entry);
    this.pump();
  }

  /** Undefined when it was taken. */
  private async call(entry: Pending, target: Target): Promise<Failure | undefined> {
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(target.secretToken ? { 'x-telegram-bot-api-secret-token': target.secretToken } : {}),
        },
        body: JSON.stringify(entry.update),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.patience.answerWithinMs),
      });
      const body = await response.text();
      if (response.ok) return void this.hearReply(body);
      return {
        message: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
        retryAfterMs: 1000 * (Number(response.headers.get('retry-after')) || 0),
      };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { message: late ? 'Read timeout expired' : 'Connection refused', retryAfterMs: 0 };
    }
  }

  private hearReply(body: string): void {
    try {
      const reply: unknown = JSON.parse(body);
      if (typeof reply === 'object' && reply !== null && 'method' in reply) {
        this.onReply(reply);
      }
    } catch {
      // Most answers are no JSON; nothing is asked for then.
    }
  }

  private postpone(entry: Pending, { message, retryAfterMs }: Failure): void {
    this.lastError = { at: Math.floor(Date.now() / 1000), message };
    const doubled = this.patience.firstWaitMs * 2 ** entry.failures;
    entry.failures++;
    entry.readyAt = Date.now() + (retryAfterMs || Math.min(doubled, this.patience.longestWaitMs));
  }
}

interface Failure {
  message: string;
  retryAfterMs: number;
}
