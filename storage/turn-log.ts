import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Attachment } from '../hotline/activity';
import type { ConversationId, Turn } from '../hotline/conversation/turn';
import type { Along, AppendResult, TurnLog } from '../hotline/stores';
import { sharedInserts } from './shared-inserts';
import type { StoredTurn } from './turn-record';
import { TURNS, fromRecord, idOf, rangeOf, toRecord } from './turn-record';
import type { TurnFeed } from './turn-feed';

/** How long a look-up after an unknown outcome is tried before the caller is told that it failed. */
const LOOK_UP_TRIES = 5;
const LOOK_UP_PAUSE_MS = 200;
/** Nobody is shown, and no turn follows on, what a crash or a change of the primary could still take back. */
const DURABLE = { readConcern: 'majority' } as const;
const NEWEST = { ...DURABLE, sort: { _id: -1 } } as const;
/** The primary asks the others whether it still is one, so that what it says is the newest, and stays. */
const CERTAIN = { readConcern: 'linearizable', maxTimeMS: 5_000 } as const;

export interface TurnLogParts {
  connection: Connection;
  feed: Pick<TurnFeed, 'process' | 'publish' | 'onTurn'>;
  /** Writes the turn and what belongs to it in one transaction. */
  writeTogether: (record: StoredTurn, turn: Turn, along: Along) => Promise<'written' | 'duplicate'>;
}

/** The log of all conversations: one document a turn. */
export function turnLog({ connection, feed, writeTogether }: TurnLogParts): TurnLog {
  const turns = connection.collection<StoredTurn>(TURNS);
  const inserts = sharedInserts(connection, TURNS);

  async function append(turn: Turn, along?: Along): Promise<AppendResult> {
    const record = toRecord(turn, { process: feed.process, writing: randomUUID() });
    const written = (await arrived(record, turn, along)) || (await isOurs(record));
    if (!written) return whoWasFirst(turn);
    feed.publish(turn);
    return { outcome: 'written' };
  }

  /** False: the place or the event was taken. After an unknown outcome the log itself is asked. */
  async function arrived(record: StoredTurn, turn: Turn, along: Along | undefined): Promise<boolean> {
    try {
      const outcome = along ? await writeTogether(record, turn, along) : await inserts.insert(record);
      return outcome === 'written';
    } catch (error) {
      if (await isOurs(record)) return true;
      throw error;
    }
  }

  /**
   * Did this very write arrive, though the answer to it was lost? Only its own mark tells. Whatever stands in its way
   * is durable afterwards, so that the caller who reads again reads it.
   */
  async function isOurs(record: StoredTurn): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        const there = await turns.findOne({ _id: record._id }, { ...CERTAIN, projection: { writing: 1 } });
        return there?.writing === record.writing;
      } catch (error) {
        if (attempt === LOOK_UP_TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, LOOK_UP_PAUSE_MS));
      }
    }
  }

  async function whoWasFirst(turn: Turn): Promise<AppendResult> {
    const first = turn.eventId === undefined ? undefined : await byEvent(turn.conversation, turn.eventId);
    return first ? { outcome: 'duplicate', turn: first } : { outcome: 'lost' };
  }

  async function newest(conversation: ConversationId): Promise<Turn | undefined> {
    const record = await turns.findOne({ _id: rangeOf(conversation) }, NEWEST);
    return record ? fromRecord(record) : undefined;
  }

  async function byEvent(conversation: ConversationId, eventId: string): Promise<Turn | undefined> {
    // The caller is told that it is done, so it must be as durable as if it had just been written.
    const record = await turns.findOne({ conversation, eventId }, CERTAIN);
    return record ? fromRecord(record) : undefined;
  }

  /** Backwards from the newest until what is known already: a poll costs what is new, not the whole log. */
  async function read(conversation: ConversationId, afterMessage: number, limit: number): Promise<Turn[]> {
    const newer: Turn[] = [];
    for await (const record of turns
      .find({ _id: rangeOf(conversation) }, DURABLE)
      .sort({ _id: -1 })
      .batchSize(20)) {
      if (record.lastMessage <= afterMessage && record.lastMessage >= record.firstMessage)
        return newer.reverse();
      if (newer.length === limit) return readForward(conversation, afterMessage, limit);
      if (record.lastMessage > afterMessage) newer.push(fromRecord(record));
    }
    return newer.reverse();
  }

  async function readForward(
    conversation: ConversationId,
    afterMessage: number,
    limit: number,
  ): Promise<Turn[]> {
    const records = await turns
      .find({ _id: rangeOf(conversation), lastMessage: { $gt: afterMessage } }, DURABLE)
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
    return records.map(fromRecord);
  }

  async function overdue(now: Date, limit: number): Promise<Turn[]> {
    const records = await turns
      .find({ dueAt: { $lte: now } })
      .sort({ dueAt: 1 })
      .limit(limit)
      .toArray();
    return records.map(fromRecord);
  }

  async function settle(turn: Turn): Promise<void> {
    await turns.updateOne({ _id: idOf(turn) }, { $unset: { dueAt: 1 } });
  }

  async function placeFile(turn: Turn, index: number, file: Attachment): Promise<void> {
    const place = { [`in.attachments.${index}`]: file };
    await turns.updateOne({ _id: idOf(turn) }, { $set: place }, { writeConcern: { w: 'majority', j: true } });
  }

  const onTurn: TurnLog['onTurn'] = (listener) => feed.onTurn(listener);
  return { newest, byEvent, append, read, overdue, settle, placeFile, onTurn };
}
