import { randomInt } from 'node:crypto';
import { Queue } from '../queue';
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
export class Updates extends Queue<Pending> {
  private nextId = randomInt(100_000_000, 900_000_000);
  private allowed: readonly string[] = [];
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
    const once = pending(update, lane);
    this.put([once, ...Array.from({ length: this.repeats }, () => ({ ...once, again: true }))]);
  }

  /** Gives updates once more that were taken before, as after a confirmation that was lost. */
  giveAgain(updates: readonly Update[]): void {
    this.put(updates.map((update) => ({ ...pending(update, `again ${update.update_id}`), again: true })));
  }

  /** Asking for a higher offset confirms all before it. */
  confirmBelow(offset: number): void {
    this.keep((entry) => entry.again || entry.update.update_id >= offset);
  }

  /** A negative offset: the last so many stay, all before are forgotten. */
  keepLast(count: number): void {
    const from = this.pending().length - count;
    this.keep((_, index) => index >= from);
  }

  take(limit: number): Update[] {
    const taken = this.ready()
      // What is given once more comes later, not twice at once.
      .filter(({ update }, n, all) => all.findIndex((other) => other.update === update) === n)
      .slice(0, limit);
    for (const entry of taken.filter(({ again }) => again)) this.done(entry);
    return taken.map(({ update }) => update);
  }
}

function pending(update: Update, lane: string): Pending {
  return { update, lane, failures: 0, readyAt: 0, underWay: false, again: false };
}
