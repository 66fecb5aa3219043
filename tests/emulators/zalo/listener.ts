import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { HttpSide } from '../http-side';
import { type ZaloEvent } from './shapes';

/** A call as it came, in bytes. */
export interface Got {
  raw: Buffer;
  event: ZaloEvent;
  headers: IncomingMessage['headers'];
}

/** A webhook for the tests of the emulator itself: keeps what comes, answers what it is told to. */
export class Listener {
  readonly got: Got[] = [];
  /** The status; 200 unless a test wants it otherwise. */
  answer: (got: Got) => number | Promise<number> = () => 200;
  private readonly http = new HttpSide((request, response) => {
    void this.take(request).then((status) => response.writeHead(status).end());
  });

  async start(): Promise<this> {
    await this.http.open();
    return this;
  }

  async stop(): Promise<void> {
    await this.http.close();
  }

  get url(): string {
    return `${this.http.root}/webhooks/zalo`;
  }

  get events(): ZaloEvent[] {
    return this.got.map(({ event }) => event);
  }

  get names(): string[] {
    return this.events.map(({ event_name }) => event_name);
  }

  private async take(request: IncomingMessage): Promise<number> {
    const raw = await buffer(request);
    const got = { raw, event: JSON.parse(raw.toString()) as ZaloEvent, headers: request.headers };
    this.got.push(got);
    return this.answer(got);
  }
}

/** What a receiver computes: over the very bytes. */
export function macOver(first: string, raw: Buffer, time: string, secret: string): string {
  const hash = createHash('sha256').update(first).update(raw).update(time).update(secret);
  return `mac=${hash.digest('hex')}`;
}
