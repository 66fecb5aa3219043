import type { WireActivity } from './directline/wire';
import type { OwnMessage } from './outbox/message';

/** One line of the conversation as it is shown. */
export type Entry =
  | {
      kind: 'said';
      key: string;
      at: number;
      activity: WireActivity;
      who: 'me' | 'bot' | 'staff';
      name?: string;
    }
  | { kind: 'own'; key: string; at: number; message: OwnMessage; sent: boolean }
  | { kind: 'line'; key: string; at: number; words: string };

/**
 * What is shown, in order: what the server told, by its number, then what is on its way there.
 * An activity that comes twice is shown once; a message of our own gives way to its echo.
 */
export class Transcript {
  private readonly said = new Map<string, Entry & { kind: 'said' }>();
  private readonly echoed = new Set<string>();
  private readonly own = new Map<string, Entry & { kind: 'own' }>();
  private earlier: Entry[] = [];
  private lines = 0;

  /** Takes what the server told. @returns the entries that are new, in order */
  take(activities: WireActivity[]): Entry[] {
    const fresh = activities.filter(({ type, id }) => type === 'message' && id && !this.said.has(id));
    return fresh.map((activity) => this.takeOne(activity));
  }

  /** What the outbox holds now. What was there and is not any more has reached the server. */
  takeOwn(messages: OwnMessage[]): void {
    const held = new Set(messages.map(({ id }) => id));
    for (const [id, entry] of this.own) {
      if (held.has(id)) continue;
      if (entry.message.refused) this.own.delete(id);
      else this.own.set(id, { ...entry, sent: true });
    }
    for (const message of messages) {
      if (this.echoed.has(message.id)) continue;
      this.own.set(message.id, { kind: 'own', key: message.id, at: message.at, message, sent: false });
    }
  }

  /** A person of the staff is spoken with, or waited for: the last change of hands tells. */
  isWithPerson(): boolean {
    const hands = this.received().flatMap((entry) =>
      entry.kind !== 'said'
        ? []
        : entry.who === 'staff'
          ? ['staff']
          : (entry.activity.channelData?.['handoff'] ?? []),
    );
    return hands.length > 0 && hands.at(-1) !== 'bot';
  }

  /** It was sent, and its echo has not come yet. */
  awaits(id: string): boolean {
    return this.own.has(id);
  }

  /** A line of the page's own; what stands above it belongs to a conversation that is over. */
  closeWith(words: string, at: number): void {
    this.earlier = [...this.earlier, ...this.received()];
    this.earlier.push({ kind: 'line', key: `line-${(this.lines += 1)}`, at, words });
    this.said.clear();
    this.echoed.clear();
  }

  clear(): void {
    this.earlier = [];
    this.said.clear();
    this.echoed.clear();
    this.own.clear();
  }

  entries(): Entry[] {
    const own = [...this.own.values()].sort((a, b) => a.at - b.at);
    return [...this.earlier, ...this.received(), ...own];
  }

  private takeOne(activity: WireActivity): Entry {
    const clientId = activity.channelData?.clientActivityID;
    const mine = activity.from?.role === 'user';
    if (mine && clientId !== undefined) {
      this.echoed.add(clientId);
      this.own.delete(clientId);
    }
    const id = activity.id ?? '';
    const at = Date.parse(activity.timestamp ?? '') || Date.now();
    const who = mine ? 'me' : activity.from?.id === 'staff' ? 'staff' : 'bot';
    const name = activity.from?.name;
    // The key of an own message stays, so that its bubble does not jump when the echo comes.
    const key = mine && clientId !== undefined ? clientId : id;
    const entry = { kind: 'said' as const, key, at, activity, who, ...(name ? { name } : {}) };
    this.said.set(id, entry as Entry & { kind: 'said' });
    return entry as Entry;
  }

  private received(): Entry[] {
    return [...this.said.entries()].sort(([a], [b]) => order(a, b)).map(([, entry]) => entry);
  }
}

/** By the number after the bar, which counts the conversation's messages. */
function order(a: string, b: string): number {
  const [x, y] = [a, b].map((id) => Number(id.slice(id.lastIndexOf('|') + 1)));
  return x === undefined || y === undefined || Number.isNaN(x - y) ? 0 : x - y;
}
