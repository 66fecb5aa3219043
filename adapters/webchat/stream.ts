import type { WebSocket } from 'ws';
import type { Conversations } from '../../hotline/conversation/conversations';
import { lastMessage, type ConversationId, type Turn } from '../../hotline/conversation/turn';
import type { FromActivity, View } from './from-activity';
import type { Log } from './options';

const PAGE = 100;
/** Bytes a slow client may leave untaken before it is dropped; it catches up when it comes back. */
const MOST_UNTAKEN = 1024 * 1024;
/** Turns that may wait while the log is read; beyond it the log is simply read on. */
const MOST_WAITING = 32;

interface Parts {
  conversations: Pick<Conversations, 'read' | 'forCitizen'>;
  from: FromActivity;
  greet: (conversation: ConversationId) => Promise<void>;
  log: Log;
}

/**
 * One open window of a citizen. `sent` is the number of the last message it was given: a turn that follows on it is
 * pushed as it comes, anything else makes the stream read the log from there. So nothing is missing, doubled or
 * out of order, whoever wakes it how often.
 */
export class Stream {
  private readonly waiting: Turn[] = [];
  private behind = false;
  private busy = false;
  private alive = true;

  constructor(
    private readonly ws: WebSocket,
    private readonly conversation: ConversationId,
    private readonly view: View,
    private sent: number,
    private readonly parts: Parts,
  ) {
    ws.on('message', () => (this.alive = true));
    ws.on('pong', () => (this.alive = true));
    ws.on('error', () => ws.terminate());
  }

  /** Gives what is there already; a conversation where nothing was said yet is greeted. */
  begin(): void {
    this.readOn();
  }

  wake(turn: Turn): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(turn);
    else this.behind = true;
    void this.work();
  }

  readOn(): void {
    this.behind = true;
    void this.work();
  }

  typing(): void {
    this.send([this.parts.from.typing(this.view)]);
  }

  /** Drops a client that has shown no sign of life since the last time, and gives one to the others. */
  checkAlive(): void {
    if (!this.alive) return this.ws.terminate();
    this.alive = false;
    this.ws.ping();
    this.ws.send('');
  }

  end(code: number, reason: string): void {
    this.ws.close(code, reason);
    setTimeout(() => this.ws.terminate(), 500).unref();
  }

  /** One at a time for each stream: what wakes it meanwhile is picked up by the loop. */
  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.isOpen() && (this.behind || this.waiting.length > 0)) await this.step();
    } catch (error) {
      this.parts.log.warn({ err: error }, 'web chat stream could not read on');
      this.end(1011, 'try again');
    } finally {
      this.busy = false;
    }
  }

  private async step(): Promise<void> {
    if (this.behind) return this.catchUp();
    const turn = this.waiting.shift();
    if (turn === undefined || lastMessage(turn) <= this.sent) return;
    if (turn.firstMessage > this.sent + 1) this.behind = true;
    else await this.push([turn]);
  }

  private async catchUp(): Promise<void> {
    this.behind = false;
    if (this.sent === 0) await this.parts.greet(this.conversation);
    let turns: Turn[];
    do {
      turns = await this.parts.conversations.read(this.conversation, this.sent, PAGE);
      if (turns.length > 0) await this.push(turns);
    } while (turns.length >= PAGE && this.isOpen());
  }

  private async push(turns: Turn[]): Promise<void> {
    const shown = await this.parts.conversations.forCitizen(turns);
    const activities = shown.flatMap((turn) => this.parts.from.turn(turn, this.sent, this.view));
    this.sent = shown.reduce((sent, turn) => Math.max(sent, lastMessage(turn)), this.sent);
    this.send(activities);
  }

  private send(activities: object[]): void {
    if (!this.isOpen() || activities.length === 0) return;
    if (this.ws.bufferedAmount > MOST_UNTAKEN) return this.ws.terminate();
    this.ws.send(JSON.stringify({ activities, watermark: String(this.sent) }));
  }

  private isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }
}
