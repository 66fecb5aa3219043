import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { webchat, type WebChat, type WebChatOptions } from '../../../adapters/webchat';
import type { Answerer } from '../../../hotline/conversation/conversations';
import { MemoryConversations } from './memory-conversations';
import { MemoryFiles } from './memory-files';

export const SECRET = 'a secret between two servers';
export const KEYS = {
  directLineTokens: 'k1'.repeat(16),
  conversationIds: 'k2'.repeat(16),
  fileLinks: 'k3'.repeat(16),
};

export interface ChatServer {
  origin: string;
  base: string;
  port: number;
  conversations: MemoryConversations;
  files: MemoryFiles;
  chat: WebChat;
  /** What the adapter complained of. */
  complaints: string[];
  close(): Promise<void>;
}

interface Wish {
  answer?: Answerer;
  options?: Partial<WebChatOptions>;
  conversations?: MemoryConversations;
  files?: MemoryFiles;
  port?: number;
  /** More addresses, such as a page. */
  mount?: (app: express.Express) => void;
}

const running = new Set<() => Promise<void>>();
// A test that fails must not leave its server behind.
afterAll(() => Promise.all([...running].map((close) => close())));

/** The adapter behind a real server, with the centre in memory. */
export async function startChatServer(wish: Wish = {}): Promise<ChatServer> {
  const conversations = wish.conversations ?? new MemoryConversations(wish.answer);
  const files = wish.files ?? new MemoryFiles();
  const complaints: string[] = [];
  const complain = (_details: object, message: string) => void complaints.push(message);
  const chat = webchat({
    conversations,
    files,
    keys: KEYS,
    directLineSecret: SECRET,
    limits: { tokensPerMinute: 10_000 },
    log: { warn: complain, error: complain },
    ...wish.options,
  });
  const app = express();
  wish.mount?.(app);
  app.use(chat.router);
  const server = createServer(app);
  server.on('upgrade', (req, socket, head) => {
    if (!chat.upgrade(req, socket, head)) socket.destroy();
  });
  await listen(server, wish.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    if (!running.delete(close)) return;
    await chat.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  running.add(close);
  return { origin, base: `${origin}/v3/directline`, port, conversations, files, chat, complaints, close };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

export interface Grant {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
}

/** A token for a page of our own. */
export async function tokenOf(server: ChatServer, user?: string): Promise<Grant> {
  const answer = await fetch(`${server.base}/tokens/generate`, {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify(user === undefined ? {} : { user: { id: user } }),
  });
  if (answer.status !== 200) throw new Error(`token refused: ${answer.status}`);
  return (await answer.json()) as Grant;
}

export interface Answered {
  status: number;
  headers: Headers;
  // What a server answers has no type until a test looks at it.
  body: Record<string, unknown> & {
    activities?: Said[];
    error?: { code: string };
    id?: string;
    watermark?: string;
  };
}

export interface Said {
  id: string;
  type: string;
  text?: string;
  from: { id: string; name?: string; role: string };
  replyToId?: string;
  channelData?: Record<string, unknown>;
  attachments?: {
    contentType: string;
    contentUrl: string;
    thumbnailUrl?: string;
    name: string;
    fileId?: string;
  }[];
  [field: string]: unknown;
}

/** One call with a token. */
export async function call(
  server: ChatServer,
  token: string,
  path: string,
  body?: string | Buffer | FormData | object,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const raw = typeof body === 'string' || Buffer.isBuffer(body) || body instanceof FormData;
  const answer = await fetch(`${server.base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text ? (JSON.parse(text) as Answered['body']) : {},
  };
}

/** Says one thing in the conversation of a token. */
export function say(server: ChatServer, grant: Grant, activity: object): Promise<Answered> {
  const whole = { type: 'message', from: { id: 'someone' }, ...activity };
  return call(server, grant.token, `/conversations/${grant.conversationId}/activities`, whole);
}

/** Everything said so far. */
export async function heard(server: ChatServer, grant: Grant, watermark = ''): Promise<Said[]> {
  const path = `/conversations/${grant.conversationId}/activities?watermark=${watermark}`;
  return (await call(server, grant.token, path)).body.activities ?? [];
}
