import type { Connection } from 'mongoose';
import type { ConversationId, ConversationState, Turn } from '../hotline/conversation/turn';
import { lastMessage } from '../hotline/conversation/turn';
import { HotlineError } from '../hotline/errors';

export const TURNS = 'turns';

/** A conversation that remembers more than this is ill; its turn is refused before it can grow on. */
const MAX_STATE = 256 * 1024;

/**
 * A turn as it lies in the database. `_id` is conversation and place, so that the one index every
 * collection has anyway is also the lock, the order of reading, and begins with the shard key.
 * The bot's memory is one JSON string: nobody queries it, and it costs a tenth to write.
 */
export type StoredTurn = Omit<Turn, 'state'> & {
  _id: string;
  lastMessage: number;
  state: Omit<ConversationState, 'bot'> & { bot: string };
  /** The process that wrote it, which woke its own sockets already. */
  process: string;
  /** Mark of this very write: tells after a broken line whether it was ours that arrived. */
  writing: string;
};

/** A turn as its delivery goes on. */
export type LetterTurn = StoredTurn & {
  /** Of whoever delivered it last; see `Lease`. */
  fence?: number;
  /** When a message of it was given up; gone when none is dead any more. */
  deadAt?: Date;
  /** The call by which its dead letters were set pending last. */
  replayed?: string;
};

export function idOf(turn: Pick<Turn, 'conversation' | 'seq'>): string {
  return `${turn.conversation}/${String(turn.seq).padStart(9, '0')}`;
}

/** All turns of a conversation: `/` sorts right before `0`. */
export function rangeOf(conversation: ConversationId) {
  return { $gt: `${conversation}/`, $lt: `${conversation}0` };
}

export function toRecord(turn: Turn, mark: { process: string; writing: string }): StoredTurn {
  const bot = JSON.stringify(turn.state.bot);
  if (bot.length > MAX_STATE)
    throw new HotlineError('state_too_large', 500, 'the conversation remembers too much');
  return { _id: idOf(turn), ...turn, lastMessage: lastMessage(turn), state: { ...turn.state, bot }, ...mark };
}

export function fromRecord(record: StoredTurn): Turn {
  const { _id, lastMessage: _last, process: _process, writing: _writing, state, ...turn } = record;
  return { ...turn, state: { ...state, bot: JSON.parse(state.bot) as Record<string, unknown> } };
}

/** The indexes that the log's queries need, and no other: each costs on every turn. */
export async function ensureTurnIndexes(connection: Connection): Promise<void> {
  const present = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
  await connection.collection(TURNS).createIndexes([
    { key: { conversation: 1, eventId: 1 }, name: 'inbox', unique: true, ...present('eventId') },
    { key: { dueAt: 1 }, name: 'due', ...present('dueAt') },
    { key: { effectsAt: 1 }, name: 'effects', ...present('effectsAt') },
    { key: { deliverAfter: 1 }, name: 'outbox', ...present('deliverAfter') },
  ]);
}
