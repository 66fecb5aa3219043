import type { Channel } from '../channel';
import type { IdentityStore } from '../stores';
import type { ConversationId } from './turn';

export type Typist = 'citizen' | 'staff';

/** Somebody is writing just now. */
export interface TypingSign {
  conversation: ConversationId;
  by: Typist;
}

/**
 * Who is writing at this moment. Told and forgotten: nothing of it is kept, and it reaches windows and consoles that are
 * open in this process only; channels that are called show it wherever it comes from.
 */
export interface TypingSigns {
  /** May be called with every key; passed on once in a few seconds. */
  note: (conversation: ConversationId, by: Typist) => void;
  onSign: (listener: (sign: TypingSign) => void) => () => void;
}

export interface TypingParts {
  /** Channels that must be called, by name. */
  channels: ReadonlyMap<string, Pick<Channel, 'capabilities' | 'ready' | 'deliver'>>;
  identities: Pick<IdentityStore, 'of'>;
  now?: () => number;
}

/** What shows "is typing" shows it for about so long. */
const LASTS_MS = 4_000;
/** Conversations whose last sign is remembered. */
const REMEMBERED = 1_000;

export function typingSigns({ channels, identities, now = Date.now }: TypingParts): TypingSigns {
  const listeners = new Set<(sign: TypingSign) => void>();
  const last = new Map<string, number>();

  function note(conversation: ConversationId, by: Typist): void {
    if (!isNew(`${by}/${conversation}`)) return;
    for (const listener of listeners) listener({ conversation, by });
    // A sign that does not arrive is no loss.
    if (by === 'staff' && channels.size > 0) void call(conversation).catch(() => undefined);
  }

  function isNew(key: string): boolean {
    const at = last.get(key);
    if (at !== undefined && now() - at < LASTS_MS) return false;
    if (last.size >= REMEMBERED) last.clear();
    last.set(key, now());
    return true;
  }

  async function call(conversation: ConversationId): Promise<void> {
    const { channel: name = '', address } = (await identities.of(conversation)) ?? {};
    const channel = channels.get(name);
    if (!channel?.capabilities.typing || address === undefined) return;
    if (!(await channel.ready?.())) await channel.deliver(address, { type: 'typing' });
  }

  return {
    note,
    onSign(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
