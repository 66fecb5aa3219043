import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import {
  type ChannelFigures,
  type ChannelHealthStore,
  type Down,
  NOTHING_KNOWN,
} from '../hotline/channel-health';
import { type StoredTurn, TURNS } from './turn-record';

const CHANNELS = 'channels';
const LINES = 'lines';
const FAILURES = 'failures';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A longer queue is not counted to its end: the figure is asked for often. */
const MOST_COUNTED = 10_000;

interface StoredChannel {
  _id: string;
  lastIn?: Date;
  lastOut?: Date;
  /** Beginning of the outage that staff were told of. */
  told?: Date;
}

/** What one process says of its line to a channel. */
interface StoredLine extends Down {
  _id: string;
  until: Date;
}

/** Failures of one minute. */
interface StoredFailures {
  _id: string;
  channel: string;
  at: Date;
  count: number;
}

/** How the channels are, over all processes. */
export function channelHealthStore(connection: Connection): ChannelHealthStore {
  const known = connection.collection<StoredChannel>(CHANNELS);
  const lines = connection.collection<StoredLine>(LINES);
  const failures = connection.collection<StoredFailures>(FAILURES);
  const process = randomUUID();

  const isDown: ChannelHealthStore['isDown'] = async ({ channel, since, reason }, until) => {
    const said = { channel, since, reason, until };
    await lines.updateOne({ _id: `${channel}/${process}` }, { $set: said }, { upsert: true });
  };

  const isUp: ChannelHealthStore['isUp'] = async (channel) => {
    await lines.deleteOne({ _id: `${channel}/${process}` });
  };

  const downs: ChannelHealthStore['downs'] = async (now) => {
    const said = await lines
      .find({ until: { $gt: now } })
      .sort({ since: 1 })
      .toArray();
    const earliest = new Map<string, Down>();
    for (const { channel, since, reason } of said.reverse())
      earliest.set(channel, { channel, since, reason });
    return [...earliest.values()];
  };

  const keep: ChannelHealthStore['keep'] = async (channel, { lastIn, lastOut, failures: count }, now) => {
    const latest = { ...(lastIn && { lastIn }), ...(lastOut && { lastOut }) };
    if (lastIn ?? lastOut) await known.updateOne({ _id: channel }, { $max: latest }, { upsert: true });
    if (count > 0) await countFailures(channel, count, now);
  };

  async function countFailures(channel: string, count: number, now: Date): Promise<void> {
    const at = new Date(now.getTime() - (now.getTime() % MINUTE_MS));
    await failures.updateOne(
      { _id: `${channel}/${at.toISOString()}` },
      { $inc: { count }, $setOnInsert: { channel, at } },
      { upsert: true },
    );
  }

  const figures: ChannelHealthStore['figures'] = async (now) => {
    const [seen, backlog, dead, failed] = await Promise.all([
      known.find().toArray(),
      backlogOf(connection),
      deadLettersOf(connection),
      failedSince(new Date(now.getTime() - HOUR_MS)),
    ]);
    const all = new Set([...seen, ...backlog, ...dead, ...failed].map(({ _id }) => _id));
    const one = (channel: string): ChannelFigures => {
      const of = <T extends { _id: string }>(list: T[]) => list.find(({ _id }) => _id === channel);
      const waits = of(backlog);
      const { reachable = 0, unreachable = 0 } = of(dead) ?? {};
      return {
        lastIn: of(seen)?.lastIn ?? null,
        lastOut: of(seen)?.lastOut ?? null,
        backlog: waits ? { messages: waits.messages, oldest: waits.oldest } : NOTHING_KNOWN.backlog,
        waiting: waits?.waiting ?? 0,
        failuresLastHour: of(failed)?.count ?? 0,
        deadLetters: { reachable, unreachable },
      };
    };
    return new Map([...all].map((channel) => [channel, one(channel)]));
  };

  const failedSince = (from: Date) =>
    failures
      .aggregate<{ _id: string; count: number }>([
        { $match: { at: { $gte: from } } },
        { $group: { _id: '$channel', count: { $sum: '$count' } } },
      ])
      .toArray();

  const told: ChannelHealthStore['told'] = async () => {
    const found = await known.find({ told: { $exists: true } }).toArray();
    return new Map(found.flatMap(({ _id, told: since }) => (since ? [[_id, since] as const] : [])));
  };

  const setTold: ChannelHealthStore['setTold'] = async (channel, since) => {
    await known.updateOne({ _id: channel }, { $set: { told: since } }, { upsert: true });
  };

  const clearTold: ChannelHealthStore['clearTold'] = async (channel, since) => {
    await known.updateOne({ _id: channel, told: since }, { $unset: { told: '' } });
  };

  return { isDown, isUp, downs, keep, figures, told, setTold, clearTold };
}

/** Messages of a turn whose state is one of these. */
const messagesThat = (condition: object) => ({
  $size: { $filter: { input: '$out', as: 'm', cond: condition } },
});
const isStill = { $in: ['$$m.delivery.state', ['pending', 'failed', 'uncertain']] };
const isWaiting = { $eq: ['$$m.delivery.state', 'waiting'] };
const isDead = { $eq: ['$$m.delivery.state', 'dead'] };
const isUnreachable = { $eq: ['$$m.delivery.unreachable', true] };

const backlogOf = (connection: Connection) =>
  connection
    .collection<StoredTurn>(TURNS)
    .aggregate<{ _id: string; messages: number; waiting: number; oldest: Date | null }>(
      [
        { $match: { deliverAfter: { $exists: true } } },
        { $limit: MOST_COUNTED },
        { $set: { messages: messagesThat(isStill), waiting: messagesThat(isWaiting) } },
        {
          $group: {
            _id: '$channel',
            messages: { $sum: '$messages' },
            waiting: { $sum: '$waiting' },
            oldest: { $min: { $cond: [{ $gt: ['$messages', 0] }, '$at', null] } },
          },
        },
      ],
      { hint: 'outbox' },
    )
    .toArray();

const deadLettersOf = (connection: Connection) =>
  connection
    .collection<StoredTurn>(TURNS)
    .aggregate<{ _id: string; reachable: number; unreachable: number }>(
      [
        { $match: { deadAt: { $exists: true } } },
        { $limit: MOST_COUNTED },
        {
          $group: {
            _id: '$channel',
            reachable: { $sum: messagesThat({ $and: [isDead, { $not: isUnreachable }] }) },
            unreachable: { $sum: messagesThat({ $and: [isDead, isUnreachable] }) },
          },
        },
      ],
      { hint: 'dead' },
    )
    .toArray();

/** One step of the data's shape: what is watched of the channels. */
export async function ensureChannelIndexes(connection: Connection): Promise<void> {
  await connection
    .collection(LINES)
    .createIndexes([{ key: { until: 1 }, name: 'until', expireAfterSeconds: 0 }]);
  await connection
    .collection(FAILURES)
    .createIndexes([{ key: { at: 1 }, name: 'kept', expireAfterSeconds: (2 * HOUR_MS) / 1000 }]);
}
