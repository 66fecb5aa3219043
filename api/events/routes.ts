import type { Router } from 'express';
import { mount } from '../http/route';
import type { Feed } from './feed';
import * as routes from './schema';

const KEEP_ALIVE_MS = 25_000;
/** Browsers open the stream again by themselves; whoever may not any more is turned away then. */
const LONGEST_STREAM_MS = 5 * 60_000;

/** The stream that keeps open consoles fresh. */
export function eventRoutes(router: Router, feed: Feed): void {
  mount(router, routes.readEvents, async ({ user, res }) => {
    res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    res.flushHeaders();
    res.write('retry: 3000\n\n');
    const unsubscribe = feed.subscribe({
      asker: user,
      tell: (change) => res.write(`data: ${JSON.stringify(change)}\n\n`),
      // With its connection: a browser would open the next stream on the same one, and the server never stop.
      end: () => {
        const { socket } = res;
        res.once('finish', () => socket?.destroySoon());
        res.end();
      },
    });
    const alive = setInterval(() => res.write(': \n\n'), KEEP_ALIVE_MS).unref();
    const over = setTimeout(() => res.end(), LONGEST_STREAM_MS).unref();
    res.on('close', () => {
      unsubscribe();
      clearInterval(alive);
      clearTimeout(over);
    });
  });
}
