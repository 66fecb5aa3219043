import type { Attachment } from '../../../hotline/activity';
import type { ConversationId, Turn } from '../../../hotline/conversation/turn';
import { lastMessage } from '../../../hotline/conversation/turn';
import type { Along, AppendResult, Identity, IdentityStore, TurnLog } from '../../../hotline/stores';

/** The promises of the log in memory, for several turn-takings at once: each answer comes a moment later. */
export class MemoryLog implements TurnLog {
  readonly turns: Turn[] = [];
  readonly alongs: (Along | undefined)[] = [];
  readonly known = new Map<string, Identity>();
  private readonly listeners = new Set<(turn: Turn, own: boolean) => void>();
  /** Runs before a write is decided; a test lets somebody else be faster here, or the database fail. */
  beforeWrite: (turn: Turn) => Promise<void> | void = () => undefined;
  /** How long one call takes, in turns of the event loop. */
  moments: () => number = () => 0;

  async newest(conversation: ConversationId): Promise<Turn | undefined> {
    await this.pass();
    return this.of(conversation).at(-1);
  }

  async byEvent(conversation: ConversationId, eventId: string): Promise<Turn | undefined> {
    await this.pass();
    return this.of(conversation).find((turn) => turn.eventId === eventId);
  }

  async append(turn: Turn, along?: Along): Promise<AppendResult> {
    await this.pass();
    await this.beforeWrite(turn);
    const there = this.of(turn.conversation);
    const same = there.find(({ eventId }) => eventId !== undefined && eventId === turn.eventId);
    if (same) return { outcome: 'duplicate', turn: same };
    if (there.some(({ seq }) => seq === turn.seq)) return { outcome: 'lost' };
    this.turns.push(structuredClone(turn));
    this.alongs.push(along);
    for (const { of, identity } of along?.identities ?? []) this.merge(of, identity);
    for (const listener of this.listeners) listener(turn, true);
    await this.pass();
    return { outcome: 'written' };
  }

  async read(conversation: ConversationId, afterMessage: number, limit: number): Promise<Turn[]> {
    return this.of(conversation)
      .filter((turn) => lastMessage(turn) > afterMessage)
      .slice(0, limit);
  }

  async overdue(now: Date, limit: number): Promise<Turn[]> {
    return this.turns.filter(({ dueAt }) => dueAt && dueAt <= now).slice(0, limit);
  }

  async settle({ conversation, seq }: Turn): Promise<void> {
    const turn = this.of(conversation).find((each) => each.seq === seq);
    delete turn?.dueAt;
  }

  async placeFile({ conversation, seq }: Turn, index: number, file: Attachment): Promise<void> {
    const there = this.of(conversation).find((each) => each.seq === seq)?.in?.attachments;
    there?.splice(index, 1, file);
  }

  onTurn(listener: (turn: Turn, own: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly identities: IdentityStore = {
    of: (key) => Promise.resolve(this.known.get(key)),
    forget: async (key) => void this.known.delete(key),
  };

  of(conversation: ConversationId): Turn[] {
    return this.turns.filter((turn) => turn.conversation === conversation);
  }

  private merge(key: string, identity: Identity): void {
    const before = this.known.get(key);
    this.known.set(key, { ...before, ...identity, words: { ...before?.words, ...identity.words } });
  }

  private async pass(): Promise<void> {
    for (let left = this.moments(); left > 0; left--) await new Promise(setImmediate);
  }
}
