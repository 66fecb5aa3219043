import type { Storage, StoreItems } from 'botbuilder-core';

/**
 * botbuilder's storage, laid over the state of one turn: it reads what the last turn remembered and
 * collects what the next one will. Nothing is kept anywhere else.
 */
export class TurnMemory implements Storage {
  constructor(private remembered: Record<string, unknown>) {}

  read(keys: string[]): Promise<StoreItems> {
    const items: StoreItems = {};
    for (const key of keys)
      if (this.remembered[key] !== undefined) items[key] = structuredClone(this.remembered[key]);
    return Promise.resolve(items);
  }

  write(changes: StoreItems): Promise<void> {
    this.remembered = { ...this.remembered, ...changes };
    return Promise.resolve();
  }

  delete(keys: string[]): Promise<void> {
    const gone = new Set(keys);
    this.remembered = Object.fromEntries(Object.entries(this.remembered).filter(([key]) => !gone.has(key)));
    return Promise.resolve();
  }

  /** What is remembered now. */
  all(): Record<string, unknown> {
    return this.remembered;
  }
}
