import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import installClients from '../clients/install';
import { Citizen, numberOf, ANSWERS, STORY } from '../citizen';
import { directLine, ONLINE, type DirectLine, type Received } from '../directline';
import { Officer } from '../officer';
import { PHOTO } from '../photo';
import { Database, endAll, System } from '../system';

jest.setTimeout(90_000);

let database: Database;
let mongo: MongoClient;
const lines: DirectLine[] = [];

beforeAll(async () => {
  installClients();
  database = await Database.start();
}, 300_000);
afterEach(async () => {
  lines.splice(0).forEach((line) => line.end());
  await mongo.close();
});
afterAll(endAll);

/** Two processes of the system on one database. */
async function twoProcesses(): Promise<{ one: System; two: System }> {
  const mongodbUri = database.fresh();
  mongo = new MongoClient(mongodbUri);
  const one = await System.start({ mongodbUri });
  const two = await System.start({ mongodbUri });
  return { one, two };
}

/** A citizen with the published client in hand, unchanged. */
class Hoa {
  readonly received: Received[] = [];
  readonly states: number[] = [];
  private line: DirectLine;

  constructor(
    readonly asReadByPolling: Citizen,
    private readonly webSocket: boolean,
  ) {
    this.line = this.open();
  }

  /** The WebSocket comes back by itself; who polls is left alone by the client at the first broken line. */
  comesBack(): void {
    if (this.webSocket) return;
    this.line.end();
    const { conversationId } = this.asReadByPolling;
    this.line = this.open({ conversationId, watermark: String(this.messages.length) });
  }

  private open(where: { conversationId?: string; watermark?: string } = {}): DirectLine {
    const { base, token } = this.asReadByPolling;
    const domain = `${base}/v3/directline`;
    // After a broken line the client waits for its timeout before it tries again.
    const timing = { pollingInterval: 200, timeout: 2000 };
    const line = directLine({ domain, token, webSocket: this.webSocket, ...timing, ...where });
    const ended = () => undefined;
    line.activity$.subscribe((activity) => this.received.push(activity), ended);
    line.connectionStatus$.subscribe((state) => this.states.push(state), ended);
    lines.push(line);
    return line;
  }

  static async arrive(system: System, webSocket: boolean): Promise<Hoa> {
    return new Hoa(await Citizen.arrive(system.base), webSocket);
  }

  get messages(): Received[] {
    return this.received.filter(({ type }) => type === 'message');
  }

  /** Posts until it is taken, as the page does. */
  async say(text: string): Promise<string> {
    const activity = {
      type: 'message',
      from: { id: 'dl_hoa' },
      text,
      channelData: { clientActivityID: randomUUID() },
    };
    for (;;) {
      const id = await new Promise<string>((resolve) =>
        this.line.postActivity(activity).subscribe(resolve, () => resolve('retry')),
      );
      if (id !== 'retry') return id;
      await pause(100);
    }
  }

  async hears(what: (message: Received) => boolean): Promise<Received> {
    for (const until = Date.now() + 30_000; Date.now() < until; await pause(20)) {
      const found = this.messages.find(what);
      if (found) return found;
    }
    throw new Error(`never heard; the last was: ${JSON.stringify(this.messages.at(-1))}`);
  }

  async asks(text: string): Promise<{ ask?: string; options?: string[]; ticket?: Filed }> {
    const id = await this.say(text);
    const reply = await this.hears((message) => {
      const { ask, ticket } = dataOf(message);
      return message.replyToId === id && (ask !== undefined || ticket?.secret !== undefined);
    });
    return dataOf(reply);
  }

  /** Nothing missing, nothing doubled, in order, and the same as whoever reads the conversation anew. */
  async hasTheWholeTruth(): Promise<void> {
    const truth = await this.asReadByPolling.readAll();
    const said = ({ id, text }: { id: string; text?: string }) => `${id} ${text}`;
    await this.hears(({ id }) => id === truth.at(-1)?.id);
    expect(this.messages.map(said)).toEqual(truth.map(said));
    expect(truth.map(({ id }) => numberOf(id))).toEqual(truth.map((_, index) => index + 1));
  }
}

interface Filed {
  code: string;
  secret?: string;
  status: string;
}
const dataOf = (message: Received) =>
  (message.channelData ?? {}) as { ask?: string; options?: string[]; ticket?: Filed };

describe.each([
  ['over the WebSocket', true],
  ['by polling', false],
])('a report with directlinejs %s, on two processes of one database', (_way, webSocket) => {
  test('is taken step by step, lands in MongoDB, is answered by staff, and the citizen reads it live', async () => {
    const { one, two } = await twoProcesses();
    const hoa = await Hoa.arrive(one, webSocket);
    await hoa.hears(() => true);
    expect(hoa.states).toContain(ONLINE);

    const asked: string[] = [];
    let reply = await hoa.asks('tôi muốn phản ánh');
    while (!reply.ticket) {
      const { ask = '', options } = reply;
      asked.push(ask);
      const answer = ANSWERS[ask] ?? '';
      reply = await hoa.asks(options && !options.includes(answer) ? (options[0] ?? '') : answer);
    }
    expect(asked[0]).toBe('category');
    expect(asked).toEqual(expect.arrayContaining(['description', 'location', 'anonymity']));
    expect(asked.at(-1)).toBe('confirm');
    const { code, secret } = reply.ticket;
    expect(code).toMatch(/^XH-\d{4}-\d{6,}$/);
    expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);

    const stored = await mongo.db().collection('tickets').find().toArray();
    expect(stored).toMatchObject([{ code, status: 'received', anonymous: true, lane: 'pollution' }]);
    expect(JSON.stringify(stored)).not.toContain(secret);

    const minh = await Officer.first(two);
    const list = await minh.must<{ items: { code: string }[] }>('GET', '/tickets?status=received');
    expect(list.items.map((ticket) => ticket.code)).toEqual([code]);
    const ticket = await minh.must('GET', `/tickets/${code}`);
    expect(ticket).toMatchObject({ status: 'received', description: expect.stringContaining('khói đen') });

    const path = `/tickets/${code}`;
    await minh.act(`${path}/moves`, { type: 'verify' });
    await hoa.hears(({ text }) => Boolean(text?.includes('đang được xác minh')));
    expect(await one.stop()).toBe(0);
    await minh.act(`${path}/messages`, { text: 'Chúng tôi đã nhận ảnh của bạn.' });
    await one.start();
    hoa.comesBack();
    await hoa.hears(({ text }) => Boolean(text?.includes('Chúng tôi đã nhận ảnh của bạn.')));
    await minh.act(`${path}/messages`, { text: 'Tổ công tác sẽ đến lúc 14 giờ.' });
    await hoa.hears(({ text }) => Boolean(text?.includes('Tổ công tác sẽ đến lúc 14 giờ.')));
    const { fileId } = await minh.upload(`${path}/evidence`, 'hien-truong.png', PHOTO);
    await minh.act(`${path}/moves`, {
      type: 'resolve',
      text: 'Nhà máy đã dừng lò đốt.',
      evidence: [fileId],
    });
    await hoa.hears(({ text }) => Boolean(text?.includes('Nhà máy đã dừng lò đốt.')));

    const done = await hoa.say('Đã xong');
    await hoa.hears(({ replyToId }) => replyToId === done);
    await hoa.hasTheWholeTruth();
    expect(await minh.must('GET', path)).toMatchObject({
      status: 'closed',
      events: ['received', 'verified', 'answered', 'answered', 'resolved', 'closed'].map((type) => ({
        type,
      })),
      attachments: [{ name: 'hien-truong.png' }],
    });
  });

  test('a whole story leaves little to ask, and the photo sent with it belongs to the ticket', async () => {
    const { one, two } = await twoProcesses();
    const hoa = await Hoa.arrive(one, webSocket);
    const first = await hoa.asks(STORY);
    expect(first.ask).toBe('anonymity');
    await one.kill();
    await one.start();
    hoa.comesBack();
    expect((await hoa.asks('Để lại liên hệ')).ask).toBe('contact');
    expect((await hoa.asks('Nguyễn Thị Hoa, 0912345678')).ask).toBe('confirm');
    await hoa.asReadByPolling.say({ photo: { name: 'khoi.png', bytes: PHOTO } });
    await hoa.hears(({ text, from }) => from.role === 'bot' && Boolean(text?.includes('Tôi đã nhận')));
    const { ticket } = await hoa.asks('Đúng rồi');
    if (!ticket) throw new Error('it was not filed');

    // Each start makes a new link; the newest is the one that counts.
    const minh = (await Officer.first(one)).at(two.base);
    expect(await minh.must('GET', `/tickets/${ticket.code}`)).toMatchObject({
      reporter: { name: 'Nguyễn Thị Hoa', phone: '+84912345678' },
      location: { communeCode: expect.any(String) },
      attachments: [{ name: 'khoi.png', size: PHOTO.length }],
    });
    const log = JSON.stringify(await mongo.db().collection('turns').find().toArray());
    expect(log).not.toContain('0912345678');
    await hoa.hasTheWholeTruth();
  });
});
