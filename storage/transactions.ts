import type { ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Turn } from '../hotline/conversation/turn';
import type { Along, Identity } from '../hotline/stores';
import { changedMeanwhile } from '../hotline/errors';
import type { ConversationLists } from './conversations';
import type { Identities } from './identities';
import type { Tickets } from './tickets';
import { TURNS, type StoredTurn } from './turn-record';

const DUPLICATE_KEY = 11_000;

export interface TogetherParts {
  connection: Connection;
  tickets: Tickets;
  identities: Identities;
  lists: ConversationLists;
}

/**
 * Writes a turn and what belongs to it (tickets, identity, the staff's lists) in one transaction.
 * @returns `duplicate` when the turn's place or event was taken; then nothing at all was written
 * @throws HotlineError `changed_meanwhile` when a ticket was changed since it was read
 */
export function togetherWriter({ connection, tickets, identities, lists }: TogetherParts) {
  return async (record: StoredTurn, turn: Turn, along: Along): Promise<'written' | 'duplicate'> => {
    const session = connection.getClient().startSession();
    try {
      await session.withTransaction((own) => writeAll(record, turn, along, own), {
        writeConcern: { w: 'majority', j: true },
      });
      return 'written';
    } catch (error) {
      if (isTaken(error)) return 'duplicate';
      throw error;
    } finally {
      await session.endSession();
    }
  };

  async function writeAll(
    record: StoredTurn,
    turn: Turn,
    along: Along,
    session: ClientSession,
  ): Promise<void> {
    await connection.collection<StoredTurn>(TURNS).insertOne({ ...record }, { session });
    if (along.filed?.length) await tickets.insert(along.filed, session);
    for (const ticket of along.changed ?? []) {
      if (!(await tickets.replace(ticket, session))) throw changedMeanwhile();
    }
    for (const { of, identity } of along.identities ?? []) await identities.merge(of, identity, session);
    if (along.reporterOf !== undefined) await keepReporter(turn, along.reporterOf, session);
    if (along.listed) await lists.show(turn, session);
  }

  async function keepReporter(turn: Turn, code: string, session: ClientSession): Promise<void> {
    const known = await identities.of(turn.conversation, session);
    const reporter: Identity = {
      ...(known?.name && { name: known.name }),
      ...(known?.phone && { phone: known.phone }),
    };
    await identities.merge(`ticket:${code}`, reporter, session);
  }
}

function isTaken(error: unknown): boolean {
  const { code, keyPattern } = error as { code?: number; keyPattern?: Record<string, unknown> };
  return code === DUPLICATE_KEY && (keyPattern?._id !== undefined || keyPattern?.eventId !== undefined);
}
