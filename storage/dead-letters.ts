import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { deadLetterKey } from '../hotline/alerts';
import type { ConversationId, Delivery } from '../hotline/conversation/turn';
import type { DeadLetter, DeadLetterStore, LetterFilter } from '../hotline/dead-letters';
import type { Lease, Outbox } from '../hotline/delivery';
import { ALERTS, type StoredAlert } from './alerts';
import { type LetterTurn, TURNS, rangeOf } from './turn-record';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
const LEASE_MS = 30_000;
/** A message that is on its way right now is waited for a little. */
const LEASE_TRIES = 5;
const LEASE_PAUSE_MS = 200;

/** The dead letters lie in the log; this is what is seen of them, and how they come alive again. */
export function deadLetterStore(
  connection: Connection,
  outbox: Pick<Outbox, 'lease' | 'release'>,
): DeadLetterStore {
  const turns = connection.collection<LetterTurn>(TURNS);
  const alerts = connection.collection<StoredAlert>(ALERTS);

  const list: DeadLetterStore['list'] = async ({ page, pageSize, ...filter }) => {
    const [found] = await turns
      .aggregate<{ items: DeadLetter[]; counted: { total: number }[] }>([
        ...lettersOf(filter),
        { $sort: { deadAt: -1, _id: 1 } },
        {
          $facet: {
            items: [{ $skip: (page - 1) * pageSize }, { $limit: pageSize }, { $project: SHOWN }],
            counted: [{ $count: 'total' }],
          },
        },
      ])
      .toArray();
    return { items: found?.items ?? [], total: found?.counted[0]?.total ?? 0 };
  };

  const replayable: DeadLetterStore['replayable'] = async (filter) => {
    const found = await turns
      .aggregate<{ _id: ConversationId }>([
        ...lettersOf(filter),
        { $match: { 'out.delivery.unreachable': { $ne: true } } },
        { $group: { _id: '$conversation', first: { $min: '$at' } } },
        { $sort: { first: 1 } },
      ])
      .toArray();
    return found.map(({ _id }) => _id);
  };

  const misconduct: DeadLetterStore['misconduct'] = async (conversations) => {
    const found = await turns
      .aggregate<{ _id: ConversationId }>([
        { $match: { conversation: { $in: [...conversations] }, deadAt: { $exists: true } } },
        ...CONFIDENTIAL,
        { $match: { confidential: true } },
        { $group: { _id: '$conversation' } },
      ])
      .toArray();
    return new Set(found.map(({ _id }) => _id));
  };

  const replay: DeadLetterStore['replay'] = async (conversation, which, key) => {
    const lease = await leased(conversation);
    if (!lease) return undefined;
    try {
      const dead = await turns
        .find({ _id: rangeOf(conversation), deadAt: { $exists: true } } as object)
        .sort({ _id: 1 })
        .toArray();
      let count = 0;
      for (const turn of dead) count += await revive(turn, which, key, lease);
      return count;
    } finally {
      await outbox.release(lease);
    }
  };

  /** Whoever delivers there has read the turns already; changed under their hands, a letter would be left behind. */
  async function leased(conversation: ConversationId): Promise<Lease | undefined> {
    for (let tries = 1; ; tries++) {
      const lease = await outbox.lease(conversation, new Date(), LEASE_MS);
      if (lease || tries === LEASE_TRIES) return lease;
      await pause(LEASE_PAUSE_MS);
    }
  }

  async function revive(turn: LetterTurn, which: 'all' | readonly string[], key: string, { fence }: Lease) {
    if (turn.replayed === key) return 0;
    const dead = [...turn.out.keys()].filter((index) => turn.out[index]?.delivery?.state === 'dead');
    const chosen = dead.filter((index) => isChosen(turn, index, which));
    if (chosen.length === 0) return 0;
    // First: whoever dies once more is told of once more.
    const told = chosen.map((index) => deadLetterKey(turn.conversation, turn.seq, index));
    await alerts.deleteMany({ _id: { $in: told } });
    const again: Delivery = { state: 'pending', tries: 0, revived: new Date() };
    const pending = Object.fromEntries(chosen.map((index) => [`out.${index}.delivery`, again]));
    const { modifiedCount } = await turns.updateOne(
      {
        _id: turn._id,
        deadAt: turn.deadAt,
        $or: [{ fence: { $exists: false } }, { fence: { $lte: fence } }],
      } as object,
      {
        $set: { ...pending, deliverAfter: new Date(), fence, replayed: key },
        ...(chosen.length === dead.length && { $unset: { deadAt: '' as const } }),
      },
      DURABLE,
    );
    return modifiedCount === 1 ? chosen.length : 0;
  }

  return { list, replayable, misconduct, replay };
}

function isChosen(turn: LetterTurn, index: number, which: 'all' | readonly string[]): boolean {
  if (which === 'all') return !turn.out[index]?.delivery?.unreachable;
  return which.includes(`${turn._id}/${index}`);
}

/** The lists know first that a conversation is about misconduct; both are asked, and either closes it. */
const CONFIDENTIAL = [
  { $lookup: { from: 'conversations', localField: 'conversation', foreignField: '_id', as: 'listed' } },
  {
    $set: {
      confidential: {
        $or: [{ $in: ['misconduct', '$listed.lane'] }, { $eq: ['$state.confidential', true] }],
      },
    },
  },
];

function lettersOf({ channel, misconduct }: LetterFilter): object[] {
  return [
    { $match: { deadAt: { $exists: true }, ...(channel !== undefined && { channel }) } },
    ...CONFIDENTIAL,
    { $match: { confidential: misconduct === 'only' } },
    { $unwind: { path: '$out', includeArrayIndex: 'place' } },
    { $match: { 'out.delivery.state': 'dead' } },
  ];
}

const SHOWN = {
  _id: 0,
  id: { $concat: ['$_id', '/', { $toString: '$place' }] },
  conversation: 1,
  channel: 1,
  at: 1,
  deadAt: 1,
  reason: { $ifNull: ['$out.delivery.reason', ''] },
  tries: '$out.delivery.tries',
  unreachable: { $eq: ['$out.delivery.unreachable', true] },
  by: { $cond: [{ $gt: ['$out.by', null] }, 'staff', 'bot'] },
};

/** One step of the data's shape: costs nothing on turns of which nothing is dead. */
export async function ensureDeadLetterIndex(connection: Connection): Promise<void> {
  await connection
    .collection(TURNS)
    .createIndex(
      { channel: 1, deadAt: -1 },
      { name: 'dead', partialFilterExpression: { deadAt: { $exists: true } } },
    );
}
