import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A mail that was taken: who it was from and for, its headers and its text, decoded. */
export interface Mail {
  from: string;
  to: string[];
  headers: Map<string, string>;
  text: string;
}

/**
 * A mail server of one's own (RFC 5321, as much of it as a client without extensions needs). It keeps what it takes in
 * memory, and can refuse or fall silent.
 */
export class MailServer {
  readonly mails: Mail[] = [];
  /** What is answered to a mail instead of taking it, once each. */
  readonly refusals: string[] = [];
  /** Takes the mail in and never says so. */
  silent = false;
  /** Mails that were brought here, taken or not. */
  heard = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.serve(socket));
  private readonly waiting = new Set<() => void>();

  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Waits until a condition holds; looked at whenever something happens here. */
  async when(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  private changed(): void {
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const say = (line: string | undefined) => line !== undefined && socket.write(`${line}\r\n`);
    const hear = this.session();
    let buffered = '';
    say('220 mail.test ESMTP');
    socket.on('data', (chunk) => {
      const lines = (buffered + chunk.toString('latin1')).split('\r\n');
      buffered = lines.pop() ?? '';
      for (const line of lines) say(hear(line));
    });
  }

  /** Answers line by line; undefined: nothing is said. */
  private session(): (line: string) => string | undefined {
    let letter = { from: '', to: [] as string[] };
    let data: string[] | undefined;
    return (line) => {
      if (data && line !== '.') {
        data.push(line.replace(/^\./, ''));
        return undefined;
      }
      if (data) {
        const raw = data.join('\r\n');
        data = undefined;
        return this.take({ ...letter, raw });
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'MAIL') letter = { from: inBrackets(line), to: [] };
      if (verb === 'RCPT') letter.to.push(inBrackets(line));
      if (verb !== 'DATA') return verb === 'QUIT' ? '221 bye' : '250 OK';
      data = [];
      return '354 go on';
    };
  }

  private take({ from, to, raw }: { from: string; to: string[]; raw: string }): string | undefined {
    this.heard++;
    const refusal = this.refusals.shift();
    if (!refusal && !this.silent) this.mails.push({ from, to, ...parsed(raw) });
    this.changed();
    return this.silent ? undefined : (refusal ?? '250 taken');
  }
}

const inBrackets = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

function parsed(raw: string): Pick<Mail, 'headers' | 'text'> {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), encodedWords(line.slice(colon + 1).trim())];
    }),
  );
  return { headers, text: decoded(body.join('\r\n\r\n'), headers.get('content-transfer-encoding')).trim() };
}

function decoded(body: string, encoding = ''): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return fromQuoted(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

/** RFC 2047. */
const encodedWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('latin1')
        : latin(word.replace(/_/g, ' ')),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));

const latin = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const fromQuoted = (text: string): string => Buffer.from(latin(text), 'latin1').toString('utf8');
