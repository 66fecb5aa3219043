import type { Activity } from '../../../hotline/activity';
import type {
  Answerer,
  Conversations,
  Inbound,
  Receipt,
  StaffRef,
} from '../../../hotline/conversation/conversations';
import {
  lastMessage,
  NEW_CONVERSATION,
  type Cause,
  type ConversationId,
  type OutMessage,
  type Turn,
} from '../../../hotline/conversation/turn';

/** The centre's promises in memory, and switches for what may go wrong in the real one. */
export class MemoryConversations implements Conversations {
  readonly log = new Map<ConversationId, Turn[]>();
  private readonly listeners = new Set<(turn: Turn) => void>();
  /** The database cannot be reached. */
  away = false;
  /** Turns are told to nobody, as when a change stream has lost its place. */
  deaf = false;

  constructor(private readonly answer: Answerer = echo) {}

  async receive(inbound: Inbound): Promise<Receipt> {
    this.reach();
    const before = this.turns(inbound.conversation).find(({ eventId }) => eventId === inbound.eventId);
    if (before) return { turn: before, duplicate: true };
    const { conversation, channel, activity, cause } = inbound;
    const seq = this.turns(conversation).length + 1;
    const question = { conversation, channel, seq, at: new Date(), state: NEW_CONVERSATION };
    const said = { ...(activity && { activity }), ...(cause && { cause }) };
    const { out } = await this.answer({ ...question, ...said });
    // Taken meanwhile: as in the log, only one can win.
    const meanwhile = this.turns(conversation).find(({ eventId }) => eventId === inbound.eventId);
    if (meanwhile) return { turn: meanwhile, duplicate: true };
    const turn = this.append(inbound, out);
    return { turn, duplicate: false };
  }

  async say(conversation: ConversationId, staff: StaffRef, message: Activity, key: string): Promise<Receipt> {
    const cause: Cause = { type: 'staff', ...staff };
    const out = [{ activity: message, by: staff }];
    return {
      turn: this.append({ conversation, channel: 'webchat', eventId: key, cause }, out),
      duplicate: false,
    };
  }

  languageOf(): Promise<'vi'> {
    return Promise.resolve('vi');
  }

  takeOver(): Promise<Turn> {
    throw new Error('not needed here');
  }

  handBack(): Promise<Turn> {
    throw new Error('not needed here');
  }

  async read(conversation: ConversationId, afterMessage: number, limit = 100): Promise<Turn[]> {
    this.reach();
    return this.turns(conversation)
      .filter((turn) => lastMessage(turn) > afterMessage)
      .slice(0, limit);
  }

  async forCitizen(turns: Turn[]): Promise<Turn[]> {
    return turns;
  }

  noteReach(): Promise<void> {
    return Promise.reject(new Error('the web chat is always within reach'));
  }

  onTurn(listener: (turn: Turn) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(turn: Turn): void {
    this.listeners.forEach((listener) => listener(turn));
  }

  /** The turn that was stored last. */
  newestTurn(): Turn {
    const turn = this.all().at(-1);
    if (!turn) throw new Error('nothing was said');
    return turn;
  }

  /** Everything that was ever stored, for what must not be in it. */
  all(): Turn[] {
    return [...this.log.values()].flat();
  }

  private append(inbound: Inbound, out: OutMessage[]): Turn {
    const turns = this.turns(inbound.conversation);
    const before = turns.at(-1);
    const { conversation, channel, eventId, activity, cause } = inbound;
    const turn: Turn = {
      conversation,
      channel,
      eventId,
      seq: turns.length + 1,
      firstMessage: before ? lastMessage(before) + 1 : 1,
      at: new Date(),
      // What the database would keep: no classes, no undefined, no shared parts.
      ...(activity && { in: JSON.parse(JSON.stringify(activity)) }),
      ...(cause && { cause }),
      out,
      state: NEW_CONVERSATION,
    };
    this.log.set(conversation, [...turns, turn]);
    if (!this.deaf) this.tell(turn);
    return turn;
  }

  private turns(conversation: ConversationId): Turn[] {
    return this.log.get(conversation) ?? [];
  }

  private reach(): void {
    if (this.away) throw new Error('database away');
  }
}

/** Greets, then says back what it heard. */
export const echo: Answerer = async ({ activity, cause, state }) => {
  if (cause?.type === 'start') return { out: [bot('Xin chào!')], state };
  const files = activity?.attachments?.length ?? 0;
  return { out: [bot(`Bạn nói: ${activity?.text ?? (files ? `${files} tệp` : '…')}`)], state };
};

export function bot(text: string, more: Partial<Activity> = {}): OutMessage {
  return { activity: { type: 'message', text, ...more } };
}
