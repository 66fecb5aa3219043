import type { Held, Sent } from '../hotline/channel';

interface Line {
  /** Keeps calls apart; tells after how many milliseconds to try again when that is too long to wait. */
  pace: { turn(): Promise<number | undefined> };
  /** Whether the other side answers at all. */
  isUp: () => Promise<boolean>;
}

/** Makes calls that send, not too fast and not into a dark line. */
export class Careful {
  /** A call ended in the dark: the line is looked at before the next message is risked. */
  private doubtful = false;

  constructor(private readonly line: Line) {}

  /** Resolves when a call may be made, or tells why none can be now. */
  async ready(): Promise<Held | undefined> {
    const { pace, isUp } = this.line;
    if (this.doubtful && !(await isUp())) return { result: 'failed', reason: 'no line', waits: true };
    this.doubtful = false;
    const retryAfterMs = await pace.turn();
    if (retryAfterMs === undefined) return undefined;
    return { result: 'failed', reason: 'too fast', waits: true, retryAfterMs };
  }

  /** To be made when `ready`. */
  async call(send: () => Promise<Sent>): Promise<Sent> {
    const sent = await send();
    if (sent.result === 'uncertain') this.doubtful = true;
    return sent;
  }
}
