import type { AnyBulkWriteOperation, ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Alert, AlertStore, Audience, CarrierState } from '../hotline/alerts/alert';
import { isDuplicateKey } from './duplicate-key';

export const ALERTS = 'alerts';
const CARRIERS = 'alert_carriers';
const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
/** What was told, and what nobody took for so long, is dropped. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

export interface StoredAlert extends Omit<Alert, 'key'> {
  _id: string;
  /** Carriers that have not told it yet. */
  waits: string[];
}

interface StoredCarrier {
  _id: string;
  /** Rests, or is held by a process, until then. */
  until: Date;
  fence: number;
  failures?: number;
  failingSince?: Date;
  reason?: string;
}

export interface Alerts extends AlertStore {
  /** The same as `add`, as part of a transaction. */
  addWithin(alerts: readonly Alert[], session: ClientSession): Promise<void>;
}

/** What staff are to be told, in MongoDB. `carriers`: those that are on; without any, nothing is kept. */
export function alertStore(
  connection: Connection,
  carriers: readonly { name: string; reaches: Audience }[],
): Alerts {
  const kept = connection.collection<StoredAlert>(ALERTS);
  const tellers = connection.collection<StoredCarrier>(CARRIERS);

  const add: AlertStore['add'] = (alerts) => write(alerts, DURABLE);
  const addWithin: Alerts['addWithin'] = (alerts, session) => write(alerts, { session });

  async function write(alerts: readonly Alert[], options: object): Promise<void> {
    const operations = alerts.flatMap((alert) => insertOf(alert));
    if (operations.length > 0) await kept.bulkWrite(operations, options);
  }

  function insertOf({ key, ...alert }: Alert): AnyBulkWriteOperation<StoredAlert>[] {
    const waits = carriersOf(alert);
    if (waits.length === 0) return [];
    const $setOnInsert = { ...alert, waits };
    return [{ updateOne: { filter: { _id: key }, update: { $setOnInsert }, upsert: true } }];
  }

  /** What is for inspectors goes to the others only when nobody reaches the inspectors: better that than nobody. */
  function carriersOf({ confidential }: Pick<Alert, 'confidential'>): string[] {
    const reaching = (audience: Audience) =>
      carriers.filter(({ reaches }) => reaches === audience).map(({ name }) => name);
    const inspectors = reaching('inspectors');
    return confidential && inspectors.length > 0 ? inspectors : reaching('hotline');
  }

  const due: AlertStore['due'] = async (carrier, now, { onlyUrgent, limit }) => {
    const found = await kept
      .find({ waits: carrier, at: { $lte: now }, ...(onlyUrgent && { urgent: true }) })
      .sort({ at: 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id, waits: _waits, ...alert }) => ({ key: _id, ...alert }));
  };

  const standing: AlertStore['standing'] = async (alerts) => {
    const waiting = await stillWaiting(connection, alerts);
    return alerts.filter(
      ({ kind, conversation = '', since }) =>
        kind !== 'waiting' || waiting.get(conversation) === since?.getTime(),
    );
  };

  const claim: AlertStore['claim'] = async (carrier, now, leaseMs) => {
    try {
      const mine = await tellers.findOneAndUpdate(
        { _id: carrier, until: { $lte: now } },
        { $set: { until: new Date(now.getTime() + leaseMs) }, $inc: { fence: 1 } },
        { upsert: true, returnDocument: 'after', ...DURABLE },
      );
      return mine ? { carrier, fence: mine.fence, failures: mine.failures ?? 0 } : undefined;
    } catch (error) {
      // It rests or is held: the upsert met the entry that did not match.
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  };

  const told: AlertStore['told'] = async (carrier, keys) => {
    await kept.updateMany({ _id: { $in: [...keys] } }, { $pull: { waits: carrier } }, DURABLE);
  };

  const rest: AlertStore['rest'] = async ({ carrier, fence }, until, failure) => {
    await tellers.updateOne({ _id: carrier, fence }, restOf(until, failure), DURABLE);
  };

  const states: AlertStore['states'] = async () => {
    const found = await tellers.find().toArray();
    return Promise.all(
      carriers.map(({ name }) =>
        stateOf(
          name,
          found.find(({ _id }) => _id === name),
        ),
      ),
    );
  };

  async function stateOf(carrier: string, stored: StoredCarrier | undefined): Promise<CarrierState> {
    const waiting = await kept.countDocuments({ waits: carrier, at: { $lte: new Date() } });
    const { failingSince, reason } = stored ?? {};
    return { carrier, waiting, ...(failingSince && { failingSince }), ...(reason && { reason }) };
  }

  return { add, addWithin, due, standing, claim, told, rest, states };
}

function restOf(until: Date, failure: Parameters<AlertStore['rest']>[2]) {
  const ended = { failures: '', failingSince: '', reason: '' } as const;
  if (!failure) return { $set: { until }, $unset: ended };
  const failures = { $add: [{ $ifNull: ['$failures', 0] }, 1] };
  const failingSince = { $ifNull: ['$failingSince', failure.at] };
  return [{ $set: { until, failures, failingSince, reason: { $literal: failure.reason } } }];
}

/** The conversations of these alerts that still wait for a person, and since when. */
async function stillWaiting(connection: Connection, alerts: readonly Alert[]): Promise<Map<string, number>> {
  const conversations = alerts.flatMap(({ kind, conversation }) =>
    kind === 'waiting' && conversation ? [conversation as string] : [],
  );
  if (conversations.length === 0) return new Map();
  const found = await connection
    .collection<{ _id: string; since: Date }>('conversations')
    .find({ _id: { $in: conversations }, holder: 'waiting' } as object, { projection: { since: 1 } })
    .toArray();
  return new Map(found.map(({ _id, since }) => [_id, since.getTime()]));
}

/** One step of the data's shape: what the alerts need. */
export async function ensureAlertIndexes(connection: Connection): Promise<void> {
  await connection.collection(ALERTS).createIndexes([
    // An empty list has an entry too, but nobody asks for it.
    { key: { waits: 1, at: 1 }, name: 'due' },
    { key: { at: 1 }, name: 'kept', expireAfterSeconds: KEPT_SECONDS },
  ]);
}
