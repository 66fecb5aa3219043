import { randomInt } from 'node:crypto';
import { type Update, type UpdateKind } from './shapes';

/** An update that the bot has not confirmed yet. */
export interface Pending {
  update: Update;
  /** Updates of one lane are handed to a webhook one after the other: those of a chat, and the presses of a person. */
  lane: string;
  failures: number;
  readyAt: number;
  underWay: boolean;
  /** Already confirmed, given once more for a test's sake. */
  again: boolean;
}

/** What happened and the bot has yet to take; kept until confirmed. */
export class Updates {
  private nextId = randomInt(100_000_000, 900_000_000);
  private readonly waiting: Pending[] = [];
  private readonly listeners = new Set<() => void>();
  private allowed: readonly string[] = [];
  private repeats = 0;
  private held = false;
  /** Everything that was ever made, for tests. */
  readonly made: Update[] = [];

  /** An empty list means all kinds that are made here. Holds for what happens from now on. */
  allow(kinds: readonly string[]): void {
    this.allowed = kinds;
  }

  allowedKinds(): readonly string[] {
    return this.allowed;
  }

  add<K extends UpdateKind>(kind: K, payload: NonNullable<Update[K]>, lane: string): void {
    if (this.allowed.length > 0 && !this.allowed.includes(kind)) return;
    const update: Update = { update_id: this.nextId++, [kind]: structuredClone(payload) };
    this.made.push(update);
    this.waiting.push(pending(update, lane));
    for (let n = 0; n < this.repeats; n++) this.waiting.push({ ...pending(update, lane), again: true });
    this.changed();
  }

  /** From now on every update is given so many times more than once, with the same number. */
  repeatEach(times: number): void {
    this.repeats = times;
  }

  /** Gives updates once more that were taken before, as after a confirmation that was lost. */
  giveAgain(updates: readonly Update[]): void {
    for (const update of updates)
      this.waiting.push({ ...pending(update, `again ${update.update_id}`), again: true });
    this.changed();
  }

  /** Nothing is given from now on; what happens gathers until `release`. */
  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    this.changed();
  }

  /** All that is not confirmed. */
  pending(): readonly Pending[] {
    return this.waiting;
  }

  /** What may be given now. */
  ready(): readonly Pending[] {
    return this.held ? [] : this.waiting;
  }

  done(entry: Pending): void {
    const at = this.waiting.indexOf(entry);
    if (at >= 0) this.waiting.splice(at, 1);
    this.changed();
  }

  /** Asking for a higher offset confirms all before it. */
  confirmBelow(offset: number): void {
    this.keep((entry) => entry.again || entry.update.update_id >= offset);
  }

  /** A negative offset: the last so many stay, all before are forgotten. */
  keepLast(count: number): void {
    this.keep((_, index) => index >= this.waiting.length - count);
  }

  drop(): void {
    this.keep(() => false);
  }

  take(limit: number): Update[] {
    const taken = this.ready()
      // What is given once more comes later, not twice at once.
      .filter(({ update }, n, all) => all.findIndex((other) => other.update === update) === n)
      .slice(0, limit);
    for (const entry of taken.filter(({ again }) => again)) this.done(entry);
    return taken.map(({ update }) => update);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private keep(wanted: (entry: Pending, index: number) => boolean): void {
    const kept = this.waiting.filter(wanted);
    if (kept.length === this.waiting.length) return;
    this.waiting.splice(0, this.waiting.length, ...kept);
    this.changed();
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function pending(update: Update, lane: string): Pending {
  return { update, lane, failures: 0, readyAt: 0, underWay: false, again: false };
}
