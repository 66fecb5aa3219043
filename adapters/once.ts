const REMEMBERED = 10_000;

/**
 * What this process took lately, or is taking, is not looked up in the log when it comes again. That each has one
 * effect does not hang on it.
 */
export class Once<K> {
  private readonly taken = new Map<K, Promise<void>>();

  take(key: K, work: () => Promise<void>): Promise<void> {
    const known = this.taken.get(key);
    if (known) return known;
    const taking = work();
    this.taken.set(key, taking);
    taking.catch(() => this.taken.delete(key));
    if (this.taken.size > REMEMBERED) this.forgetOldest();
    return taking;
  }

  private forgetOldest(): void {
    const { value, done } = this.taken.keys().next();
    if (!done) this.taken.delete(value);
  }
}
