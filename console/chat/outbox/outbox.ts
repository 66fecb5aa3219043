import { CallError } from '../directline/calls';
import { backoffMs, Pause } from '../directline/backoff';
import { keptUnder, PREFIX, type KeyValue } from '../kept';
import type { OwnMessage, Refusal } from './message';

export const OUTBOX_PREFIX = `${PREFIX}out.`;

/** Files of waiting messages, by key. */
export interface Shelf {
  put(key: string, file: Blob): Promise<void>;
  get(key: string): Promise<Blob | undefined>;
  remove(keys: string[]): Promise<void>;
  clear(): Promise<void>;
}

interface Parts {
  store: KeyValue;
  shelf: Shelf;
  /** Resolves when the server has it; throws CallError. */
  send: (message: OwnMessage, files: Blob[]) => Promise<void>;
  /** Runs one at a time over all tabs, where the browser can do that. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  changed: () => void;
  isOnline: () => boolean;
}

/**
 * What the citizen said and the server has not confirmed yet. Each message lies under a key of its own, so that
 * tabs cannot overwrite each other's, and is sent in the order it was said. Sending one twice does no harm.
 */
export class Outbox {
  private lastAt = 0;
  private pumping = false;
  private failures = 0;
  private sending: string | undefined;
  private readonly pause = new Pause();

  constructor(private readonly parts: Parts) {}

  all(): OwnMessage[] {
    return keptUnder<OwnMessage>(this.parts.store, OUTBOX_PREFIX);
  }

  /** `trouble`: tried in vain, will be tried again by itself. */
  stateOf(message: OwnMessage): 'refused' | 'sending' | 'waiting' | 'trouble' {
    if (message.refused) return 'refused';
    if (!this.parts.isOnline()) return 'waiting';
    return this.failures > 1 ? 'trouble' : this.sending === message.id ? 'sending' : 'waiting';
  }

  /** Keeps it, files first, then sends it as soon as it can be. */
  async add(message: Omit<OwnMessage, 'at' | 'files'>, files: { blob: Blob; name: string }[]): Promise<void> {
    const held = files.map(({ blob, name }, index) => {
      return { key: `${message.id}.${index}`, name, type: blob.type, size: blob.size };
    });
    for (const [index, { key }] of held.entries()) {
      const blob = files[index]?.blob;
      if (blob) await this.parts.shelf.put(key, blob);
    }
    this.lastAt = Math.max(Date.now(), this.lastAt + 1);
    this.write({ ...message, at: this.lastAt, files: held });
    this.parts.changed();
    void this.pump();
  }

  /** Tries again at once; a message that was refused too. */
  retry(id: string): void {
    const message = this.find(id);
    if (message?.refused) {
      delete message.refused;
      this.write(message);
    }
    this.hurry();
  }

  drop(id: string): void {
    const message = this.find(id);
    if (message) this.remove(message);
    this.parts.changed();
  }

  /** There is reason to hope: back online, connected, another tab left. */
  hurry(): void {
    this.failures = 0;
    this.pause.cut();
    void this.pump();
  }

  private find(id: string): OwnMessage | undefined {
    return this.all().find((message) => message.id === id);
  }

  private async pump(): Promise<void> {
    if (this.pumping || !this.next()) return this.parts.changed();
    this.pumping = true;
    try {
      await this.parts.alone(async () => {
        for (let message = this.next(); message; message = this.next()) await this.step(message);
      });
    } finally {
      this.pumping = false;
      this.parts.changed();
    }
    if (this.next()) void this.pump();
  }

  private next(): OwnMessage | undefined {
    return this.all().find(({ refused }) => refused === undefined);
  }

  private async step(message: OwnMessage): Promise<void> {
    this.sending = message.id;
    this.parts.changed();
    try {
      await this.parts.send(message, await this.filesOf(message));
      this.failures = 0;
      this.remove(message);
    } catch (error) {
      if (error instanceof CallError && error.isRefusal) this.refuse(message, error);
      else await this.rest();
    } finally {
      this.sending = undefined;
    }
    this.parts.changed();
  }

  private async filesOf(message: OwnMessage): Promise<Blob[]> {
    const files = await Promise.all(message.files.map(({ key }) => this.parts.shelf.get(key)));
    // The browser may have thrown the file away; the citizen must hear of it.
    if (files.includes(undefined)) throw new CallError(413, 'FileLost');
    return files.filter((file): file is Blob => file !== undefined);
  }

  private async rest(): Promise<void> {
    this.failures += 1;
    this.sending = undefined;
    this.parts.changed();
    await this.pause.for(backoffMs(this.failures - 1));
  }

  private refuse(message: OwnMessage, { status, code }: CallError): void {
    this.write({ ...message, refused: reasonOf(status, code, message.files.length > 0) });
  }

  private write(message: OwnMessage): void {
    this.parts.store.setItem(keyOf(message), JSON.stringify(message));
  }

  private remove(message: OwnMessage): void {
    this.parts.store.removeItem(keyOf(message));
    void this.parts.shelf.remove(message.files.map(({ key }) => key));
  }
}

function reasonOf(status: number, code: string | undefined, hasFiles: boolean): Refusal {
  if (code === 'FileLost') return 'other';
  if (code === 'TooManyFiles') return 'too_many';
  if (status === 413) return 'too_large';
  return hasFiles && status === 400 ? 'type' : 'other';
}

/** Sorts as it was said. */
function keyOf({ at, id }: OwnMessage): string {
  return `${OUTBOX_PREFIX}${String(at).padStart(15, '0')}.${id}`;
}
