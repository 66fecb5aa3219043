import type { ConversationId } from './conversation/turn';
import { type Asker, conversationsOf } from './permissions';

/** A message that could not be brought to its citizen. Tells what happened to it, not what it says. */
export interface DeadLetter {
  /** Turn and place in it. */
  id: string;
  conversation: ConversationId;
  channel: string;
  /** When it was said. */
  at: Date;
  /** When it was given up. */
  deadAt: Date;
  reason: string;
  tries: number;
  /** The citizen wants to hear nothing from us there; sent again, it would die again. */
  unreachable: boolean;
  by: 'bot' | 'staff';
}

/** Whose letters: of conversations about misconduct, or of all others. */
export interface LetterFilter {
  misconduct: 'only' | 'without';
  channel?: string | undefined;
}

export interface DeadLetterStore {
  /** The newest first. */
  list(
    filter: LetterFilter & { page: number; pageSize: number },
  ): Promise<{ items: DeadLetter[]; total: number }>;
  /** Conversations with letters that can be sent again. */
  replayable(filter: LetterFilter): Promise<ConversationId[]>;
  /** Which of these conversations are about misconduct. */
  misconduct(conversations: readonly ConversationId[]): Promise<ReadonlySet<ConversationId>>;
  /**
   * Sets letters of one conversation pending again, in their order, once for each key.
   * @param which their ids; `all`: those whose citizen can be reached
   * @returns how many; undefined while a message is being delivered there
   */
  replay(
    conversation: ConversationId,
    which: 'all' | readonly string[],
    key: string,
  ): Promise<number | undefined>;
}

/** Which letters this person may see and send again; undefined: none. They say nothing of what was said, so an admin may. */
export const deadLettersOf = (asker: Asker): LetterFilter['misconduct'] | undefined =>
  conversationsOf(asker) ?? (asker.role === 'admin' ? 'without' : undefined);
