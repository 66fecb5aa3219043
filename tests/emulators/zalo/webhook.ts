import { type Clock } from './clock';
import { type Deliveries, type Delivery } from './deliveries';
import { type Settings } from './settings';
import { bodyOf, signedHeaders } from './signature';
import { type ZaloEvent } from './shapes';

/** One call of the webhook, for tests to look at. */
export interface Attempt {
  event: ZaloEvent;
  retries: number;
  /** HTTP status, or why there was none. */
  outcome: number | 'late' | 'unreachable';
  tookMs: number;
}

/** Posts events to the address that was saved: those of one person in order, each until a 200 or to the end of the ladder. */
export class Webhook {
  url: string | undefined;
  /** Without order: all at once, the newest first. Nothing that is written down promises an order. */
  disorderly = false;
  readonly attempts: Attempt[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** As when the address is saved in the console: it must answer an unsigned `{}` with 200. */
  async save(url: string): Promise<Attempt['outcome']> {
    const outcome = await this.post(url, '{}', {});
    if (outcome === 200) this.url = url;
    return outcome;
  }

  stop(): void {
    this.url = undefined;
    clearTimeout(this.timer);
  }

  /** Looks what may be posted; to be called whenever something changed or the clock was moved. */
  pump(): void {
    clearTimeout(this.timer);
    if (this.url === undefined) return;
    let soonest = Infinity;
    for (const entry of this.nextInLine()) {
      const wait = entry.readyAt - this.clock.now();
      if (wait <= 0) void this.handOver(entry, this.url);
      else soonest = Math.min(soonest, wait);
    }
    if (soonest < Infinity) this.timer = setTimeout(() => this.pump(), Math.min(soonest, LONGEST_TIMER));
  }

  /** One that waits for its next try holds up nobody; one that is under way holds up its person's next. */
  private nextInLine(): Delivery[] {
    const all = this.deliveries.ready();
    if (this.disorderly) return all.filter(({ underWay }) => !underWay).reverse();
    const busy = new Set(all.filter(({ underWay }) => underWay).map(({ lane }) => lane));
    return all.filter((entry) => {
      if (entry.underWay || busy.has(entry.lane)) return false;
      if (entry.readyAt <= this.clock.now()) busy.add(entry.lane);
      return true;
    });
  }

  private async handOver(entry: Delivery, url: string): Promise<void> {
    entry.underWay = true;
    const { event, retries } = entry;
    const body = bodyOf(event, this.settings.escapedBodies);
    const headers = signedHeaders(body, event, this.settings, this.clock.now());
    const started = Date.now();
    const outcome = await this.post(
      url,
      body,
      retries > 0 ? { ...headers, num_retry: String(retries) } : headers,
    );
    this.attempts.push({ event, retries, outcome, tookMs: Date.now() - started });
    entry.underWay = false;
    if (outcome === 200) this.deliveries.done(entry);
    else this.postpone(entry);
  }

  private postpone(entry: Delivery): void {
    const wait = this.settings.patience.waitsMs[entry.retries];
    if (wait === undefined) this.giveUp(entry);
    else this.deliveries.postpone(entry, this.clock.now() + wait);
  }

  private giveUp(entry: Delivery): void {
    this.deliveries.lose(entry);
    if (!this.settings.webhookEndsAfterLoss) return;
    this.stop();
    this.deliveries.drop();
  }

  private async post(
    url: string,
    body: string,
    headers: Record<string, string>,
  ): Promise<Attempt['outcome']> {
    const signal = AbortSignal.timeout(this.settings.patience.answerWithinMs);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        redirect: 'manual',
        signal,
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return signal.aborted ? 'late' : 'unreachable';
    }
  }
}

/** Timers cannot wait for more than 24 days; by then it is looked again. */
const LONGEST_TIMER = 2 ** 31 - 1;
