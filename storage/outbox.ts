import type { Connection } from 'mongoose';
import type { ConversationId, Delivery, Turn } from '../hotline/conversation/turn';
import type { Lease, Outbox } from '../hotline/delivery';
import { leases } from './leases';
import { type LetterTurn, TURNS, fromRecord, idOf, rangeOf } from './turn-record';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

/** The outbox is the log itself, seen by what is not delivered; leases lie beside it. */
export function turnOutbox(connection: Connection): Outbox {
  const turns = connection.collection<LetterTurn>(TURNS);
  const held = leases(connection);

  async function due(now: Date, limit: number): Promise<ConversationId[]> {
    const found = await turns
      .find({ deliverAfter: { $lte: now } }, { projection: { conversation: 1 } })
      .sort({ deliverAfter: 1 })
      .limit(limit)
      .toArray();
    return [...new Set(found.map(({ conversation }) => conversation))];
  }

  async function lease(conversation: ConversationId, now: Date, ms: number): Promise<Lease | undefined> {
    const taken = await held.take(conversation, after(now, ms), now);
    return taken && { conversation, fence: taken.fence };
  }

  async function keep({ conversation, fence }: Lease, now: Date, ms: number): Promise<void> {
    await held.keep({ id: conversation, fence }, after(now, ms));
  }

  const release = ({ conversation, fence }: Lease): Promise<void> =>
    held.release({ id: conversation, fence });

  async function undelivered(conversation: ConversationId): Promise<Turn[]> {
    const found = await turns
      .find({ _id: rangeOf(conversation), deliverAfter: { $exists: true } })
      .sort({ _id: 1 })
      .toArray();
    return found.map(fromRecord);
  }

  async function lastHeard(conversation: ConversationId): Promise<Date | undefined> {
    const spoke = [{ in: { $exists: true } }, { 'cause.type': 'start' as const }];
    const found = await turns
      .find({ _id: rangeOf(conversation), $or: spoke }, { projection: { at: 1 } })
      .sort({ _id: -1 })
      .limit(1)
      .next();
    return found?.at;
  }

  async function record(turn: Turn, index: number, delivery: Delivery, next: Date | null, { fence }: Lease) {
    const mine = { _id: idOf(turn), $or: [{ fence: { $exists: false } }, { fence: { $lte: fence } }] };
    const dead = delivery.state === 'dead' && { deadAt: new Date() };
    const set = { [`out.${index}.delivery`]: delivery, fence, ...dead };
    const change = next
      ? { $set: { ...set, deliverAfter: next } }
      : { $set: set, $unset: { deliverAfter: '' as const } };
    const { matchedCount } = await turns.updateOne(mine, change, DURABLE);
    return matchedCount === 1;
  }

  return { due, lease, keep, release, undelivered, lastHeard, record };
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
