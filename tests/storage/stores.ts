import type { Connection } from 'mongoose';
import type { ConversationId, Turn } from '../../hotline/conversation/turn';
import { NEW_CONVERSATION } from '../../hotline/conversation/turn';
import type { Audience } from '../../hotline/alerts/alert';
import { alertStore, ensureAlertIndexes } from '../../storage/alerts';
import { conversationLists } from '../../storage/conversations';
import { identityStore } from '../../storage/identities';
import { questionStore } from '../../storage/questions';
import { ratingStore } from '../../storage/ratings';
import { ticketStore } from '../../storage/tickets';
import { togetherWriter } from '../../storage/transactions';
import { turnFeed } from '../../storage/turn-feed';
import { turnLog } from '../../storage/turn-log';
import { ensureTurnIndexes } from '../../storage/turn-record';
import { hoa, monday } from '../town/people';

/** Not any real key. */
export const sealingKey = Buffer.alloc(32, 3);

/** The stores of one process, put together as `main.ts` does. */
export async function openStores(
  connection: Connection,
  carriers: readonly { name: string; reaches: Audience }[] = [],
) {
  const errors: unknown[] = [];
  const tickets = ticketStore(connection);
  const identities = identityStore(connection, sealingKey);
  const lists = conversationLists(connection, (error) => errors.push(error));
  const alerts = alertStore(connection, carriers);
  const feed = turnFeed(connection, ['webchat'], (error) => errors.push(error));
  const writeTogether = togetherWriter({
    connection,
    tickets,
    identities,
    lists,
    alerts,
    questions: questionStore(connection),
    ratings: ratingStore(connection),
  });
  const log = turnLog({ connection, feed, writeTogether });
  await Promise.all([
    ensureTurnIndexes(connection),
    tickets.ensureIndexes(),
    lists.ensureIndexes(),
    ensureAlertIndexes(connection),
  ]);
  return { tickets, identities, lists, alerts, feed, log, errors };
}

/** A turn of chị Hoa: one message in, one out. */
export function turnOf(seq: number, facts: Partial<Turn> = {}): Turn {
  return {
    conversation: hoa.conversation,
    seq,
    firstMessage: 2 * seq - 1,
    at: monday,
    channel: 'webchat',
    eventId: `e${seq}`,
    in: { type: 'message', text: `tin ${seq}` },
    out: [{ activity: { type: 'message', text: `đáp ${seq}` } }],
    state: { ...NEW_CONVERSATION, bot: { draft: { 'a.b': 1, $c: [null, true] } } },
    ...facts,
  };
}

export const conversation = (id: string) => id as ConversationId;
