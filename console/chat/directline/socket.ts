import type { ActivitySet } from './wire';

const OPEN_WITHIN_MS = 10_000;
/** The server sends an empty frame every 20 s; a line silent for longer is dead, whatever the phone believes. */
const SILENT_MS = 50_000;
const PING_MS = 20_000;

/** How a socket ended: `never` opened, as where WebSockets are blocked, or was open and then `closed`. */
export type SocketEnd = 'never' | 'closed';

export interface OpenSocket {
  ended: Promise<SocketEnd>;
  close(): void;
}

/** Follows a stream until it ends. */
export function follow(
  url: string,
  heard: (set: ActivitySet) => void,
  opened: () => void,
  connect: (url: string) => WebSocket = (address) => new WebSocket(address),
): OpenSocket {
  let socket: WebSocket;
  try {
    socket = connect(url);
  } catch {
    return { ended: Promise.resolve('never'), close: () => undefined };
  }
  let wasOpen = false;
  let silence = setTimeout(() => socket.close(), OPEN_WITHIN_MS);
  const ping = setInterval(() => wasOpen && socket.readyState === 1 && socket.send(''), PING_MS);
  const alive = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.close(), SILENT_MS);
  };
  const ended = new Promise<SocketEnd>((resolve) => {
    socket.onopen = () => {
      wasOpen = true;
      alive();
      opened();
    };
    socket.onmessage = ({ data }) => {
      alive();
      const set = readFrame(data);
      if (set) heard(set);
    };
    socket.onclose = () => {
      clearTimeout(silence);
      clearInterval(ping);
      resolve(wasOpen ? 'closed' : 'never');
    };
  });
  return { ended, close: () => socket.close() };
}

/** Undefined for keep-alives and for what is no list of activities. */
export function readFrame(data: unknown): ActivitySet | undefined {
  if (typeof data !== 'string' || data === '') return undefined;
  try {
    const set = JSON.parse(data) as Partial<ActivitySet> | null;
    return Array.isArray(set?.activities) ? (set as ActivitySet) : undefined;
  } catch {
    return undefined;
  }
}

/** The stream's address at the place this page came from: what a proxy calls itself inside is of no use here. */
export function ownAddress(streamUrl: string, page: { protocol: string; host: string }): string {
  const url = new URL(streamUrl, `http://${page.host}`);
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}${url.pathname}${url.search}`;
}
