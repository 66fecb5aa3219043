import { createRequire } from 'node:module';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/** The parts of directlinejs's client that the tests use. */
export interface DirectLine {
  activity$: Observable<Received>;
  connectionStatus$: Observable<number>;
  postActivity(activity: object): Observable<string>;
  reconnect(conversation: object): void;
  end(): void;
  token: string;
  conversationId: string;
}
export interface Received {
  id: string;
  type: string;
  text?: string;
  from: { id: string; role?: string };
  [field: string]: unknown;
}
interface Observable<T> {
  subscribe(next: (value: T) => void, failed?: (error: unknown) => void): { unsubscribe(): void };
}
interface Options {
  token?: string;
  secret?: string;
  domain: string;
  webSocket: boolean;
  pollingInterval?: number;
  timeout?: number;
  conversationId?: string;
  watermark?: string;
}

export const ONLINE = 2;
export const EXPIRED = 3;

const sockets = new Set<WebSocket>();

/** The client as published, unchanged, in Node: it is only given what a browser would have. */
export function directLine(options: Options): DirectLine {
  // Not jest's own `require`, which is told not to look in here.
  const load = createRequire(join(__dirname, 'clients', 'package.json'));
  const { XMLHttpRequest } = load('xmlhttprequest-ssl') as { XMLHttpRequest: new () => Call };
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.add(this);
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: likeABrowser(XMLHttpRequest), WebSocket: Socket });
  const client = load('botframework-directlinejs') as { DirectLine: new (options: object) => DirectLine };
  // In place of three to fifteen seconds by chance before it comes back, the shortest.
  return new client.DirectLine({ ...options, random: () => -0.24 });
}

interface Call {
  status: number;
}

/** In a browser a call that never got through has no response; here it has an empty one, and would be taken for a success. */
function likeABrowser(XMLHttpRequest: new () => Call): new () => Call {
  return function open(): Call {
    const call = new XMLHttpRequest();
    const response = Object.getOwnPropertyDescriptor(call, 'response');
    Object.defineProperty(call, 'response', {
      get: () => (call.status > 0 ? (response?.get?.call(call) as unknown) : ''),
    });
    return call;
  } as unknown as new () => Call;
}

/** Cuts the line of every client, as a phone that loses its network does. */
export function cutLines(): void {
  sockets.forEach((socket) => socket.terminate());
  sockets.clear();
}
