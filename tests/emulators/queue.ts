import { Changing } from './changing';

/** What is still to be handed over; kept until it is done. */
export class Queue<Entry> extends Changing {
  /** So many times more than once everything new is handed over. */
  protected repeats = 0;
  private entries: Entry[] = [];
  private held = false;

  /** From now on everything is handed over so many times more than once. */
  repeatEach(times: number): void {
    this.repeats = times;
  }

  /** Nothing is handed over from now on; what happens gathers until `release`. */
  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    this.changed();
  }

  /** All that is not done. */
  pending(): readonly Entry[] {
    return this.entries;
  }

  /** What may be handed over, now or after its wait. */
  ready(): readonly Entry[] {
    return this.held ? [] : this.entries;
  }

  done(entry: Entry): void {
    this.entries = this.entries.filter((each) => each !== entry);
    this.changed();
  }

  drop(): void {
    this.keep(() => false);
  }

  protected put(entries: readonly Entry[]): void {
    this.entries.push(...entries);
    this.changed();
  }

  protected keep(wanted: (entry: Entry, index: number) => boolean): void {
    const kept = this.entries.filter(wanted);
    if (kept.length === this.entries.length) return;
    this.entries = kept;
    this.changed();
  }
}
