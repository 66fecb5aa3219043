import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Login } from './login';

/** What the bot has sent. */
export interface Sent {
  id: string;
  conversation: string;
  type: string;
  text?: string;
  textFormat?: string;
  from: { id: string };
  recipient?: { id: string };
  attachments?: { contentType: string; content?: { buttons?: { title: string; value: string }[] } }[];
  suggestedActions?: { actions: { title: string; value: string }[] };
  channelData?: Record<string, unknown>;
}

/** What goes wrong with one call. `arrives`: the message is shown all the same. */
export interface Fault {
  status?: number;
  /** The connector's word for it. */
  code?: string;
  headers?: Record<string, string>;
  /** The line is cut, or stays open without an answer. */
  line?: 'cut' | 'silent';
  arrives?: boolean;
}

/** The side of the service that the bot calls: takes messages, gives files. */
export class Connector {
  readonly sent: Sent[] = [];
  /** Of the next calls, one each. */
  readonly faults: Fault[] = [];
  /** Calls of any outcome. */
  calls = 0;
  /** By which of its names the service was called, call by call. */
  readonly hosts: string[] = [];
  readonly files = new Map<string, { type: string; bytes: Buffer }>();
  /** Files that lie elsewhere by now, and where. */
  readonly moved = new Map<string, string>();
  private readonly changed = new EventEmitter().setMaxListeners(0);
  private last = 0;

  constructor(private readonly login: Login) {}

  activity(req: IncomingMessage, res: ServerResponse, conversation: string, body: string): void {
    this.calls += 1;
    this.hosts.push(req.headers.host ?? '');
    const fault = this.faults.shift();
    const allowed = this.login.holds(req.headers.authorization);
    if (!allowed) return answer(res, 401, { error: { code: 'Unauthorized', message: 'no' } });
    const id = `1:sent-${++this.last}`;
    if (!fault || fault.arrives) this.show({ ...(JSON.parse(body) as Sent), id, conversation });
    if (fault) return fail(res, fault);
    answer(res, 201, { id });
  }

  /** A file that lies with the connector; only the bot may have it. */
  attachment(req: IncomingMessage, res: ServerResponse, id: string): void {
    const file = this.files.get(id);
    if (!this.login.holds(req.headers.authorization)) return answer(res, 401, {});
    const location = this.moved.get(id);
    if (location !== undefined) return answer(res, 302, {}, { location });
    if (!file) return answer(res, 404, {});
    res.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  }

  /** Resolves when something was shown that is like that. */
  async hears(like: (sent: Sent) => boolean, timeoutMs = 30_000): Promise<Sent> {
    const signal = AbortSignal.timeout(timeoutMs);
    for (;;) {
      const found = this.sent.find(like);
      if (found) return found;
      await new Promise<void>((resolve, reject) => {
        const given = () =>
          reject(new Error(`never heard; the last was ${JSON.stringify(this.sent.at(-1))}`));
        signal.addEventListener('abort', given, { once: true });
        this.changed.once('sent', () => {
          signal.removeEventListener('abort', given);
          resolve();
        });
      });
    }
  }

  private show(sent: Sent): void {
    this.sent.push(sent);
    this.changed.emit('sent');
  }
}

function fail(res: ServerResponse, { line, status = 500, code, headers = {} }: Fault): void {
  if (line === 'cut') return void res.destroy();
  if (line === 'silent') return;
  const message = 'Nguyễn Văn A is not in this conversation';
  answer(res, status, code === undefined ? {} : { error: { code, message } }, headers);
}

export function answer(
  res: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
