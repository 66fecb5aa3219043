import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Conversations } from '../../hotline/conversation/conversations';
import type { ConversationId, Turn } from '../../hotline/conversation/turn';
import { DirectLineError } from './errors';
import type { FromActivity } from './from-activity';
import type { Log } from './options';
import { Stream } from './stream';
import type { Tokens } from './tokens';
import { watermark } from './watermark';

export const CHANNEL = 'webchat';
const PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream\/?$/;
/** How often both ends show that they are still there; directlinejs does it every 20 s too. */
const KEEP_ALIVE_MS = 20_000;
/** Whoever was not told of a turn, because the change stream was down, finds it by then. */
const READ_ON_MS = 60_000;
/** An answer that takes longer is announced by "is typing". */
const TYPING_AFTER_MS = 400;
/** More than one, as tabs share a conversation; not so many that one citizen fills the house. */
const MOST_PER_CONVERSATION = 12;

interface Parts {
  conversations: Conversations;
  tokens: Tokens;
  from: FromActivity;
  greet: (conversation: ConversationId) => Promise<void>;
  log: Log;
}

/** The open sockets, by conversation, and what wakes them. */
export class Streams {
  private readonly open = new Map<ConversationId, Set<Stream>>();
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: 4096,
    perMessageDeflate: false,
    clientTracking: false,
  });
  private readonly timers: NodeJS.Timeout[];
  private readonly stopListening: () => void;

  constructor(private readonly parts: Parts) {
    this.stopListening = parts.conversations.onTurn((turn) => this.wake(turn));
    this.timers = [
      setInterval(() => this.each((stream) => stream.checkAlive()), KEEP_ALIVE_MS).unref(),
      setInterval(() => this.readOn(), READ_ON_MS).unref(),
    ];
  }

  /** Takes the socket when it asks for a stream of ours; false leaves it to others. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const [path = '', query = ''] = (req.url ?? '').split('?');
    const id = PATH.exec(path)?.[1];
    if (id === undefined) return false;
    const asked = new URLSearchParams(query);
    socket.on('error', () => socket.destroy());
    try {
      const session = this.parts.tokens.stream(asked.get('t') ?? '');
      if (session.id !== id) throw new DirectLineError(403, 'WrongConversation', '');
      const after = watermark(asked.get('watermark'));
      this.server.handleUpgrade(req, socket, head, (ws) => this.add(ws, session, after));
    } catch {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    }
    return true;
  }

  /** Shows "is typing" in the open windows of a conversation, should the work take long. */
  whileTyping<T>(conversation: ConversationId, work: Promise<T>): Promise<T> {
    if (!this.open.has(conversation)) return work;
    const timer = setTimeout(() => this.typing(conversation), TYPING_AFTER_MS);
    return work.finally(() => clearTimeout(timer));
  }

  typing(conversation: ConversationId): void {
    this.open.get(conversation)?.forEach((stream) => stream.typing());
  }

  /** Makes every open window read the log from where it is. */
  readOn(): void {
    this.each((stream) => stream.readOn());
  }

  close(): void {
    this.timers.forEach(clearInterval);
    this.stopListening();
    this.each((stream) => stream.end(1001, 'restarting'));
    this.server.close();
  }

  private wake(turn: Turn): void {
    if (turn.channel !== CHANNEL) return;
    this.open.get(turn.conversation)?.forEach((stream) => stream.wake(turn));
  }

  private add(ws: WebSocket, session: Parameters<typeof viewOf>[0], after: number): void {
    const { conversation } = session;
    const together = this.open.get(conversation) ?? new Set();
    const [oldest] = together;
    if (oldest && together.size >= MOST_PER_CONVERSATION) oldest.end(1008, 'collision');
    const stream = new Stream(ws, conversation, viewOf(session), after, this.parts);
    this.open.set(conversation, together.add(stream));
    ws.on('close', () => {
      together.delete(stream);
      if (together.size === 0 && this.open.get(conversation) === together) this.open.delete(conversation);
    });
    stream.begin();
  }

  private each(what: (stream: Stream) => void): void {
    for (const together of this.open.values()) together.forEach(what);
  }
}

function viewOf({ id, user, base }: ReturnType<Tokens['stream']>) {
  return user === undefined ? { id, base } : { id, user, base };
}
