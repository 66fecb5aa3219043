import { type Filter, MongoServerError } from 'mongodb';
import type { Connection } from 'mongoose';
import type { IncidentStore, SimilarReport, SimilarSearch } from '../hotline/incidents';
import type { Status } from '../hotline/ticket/ticket';
import { fromRecord, type TicketRecord, ticketStore } from './tickets';

const EARTH_METRES = 6_378_100;
/** What a `SimilarReport` has. */
const COMPARED = { _id: 0, code: 1, conversation: 1, source: 1, 'location.text': 1 } as const;
/** Taken back, refused, or standing for another one: these count for nothing. */
const COUNTS_NOT: readonly Status[] = ['withdrawn', 'rejected', 'duplicate'];

/** Finds reports of the same matter, and those of one incident. */
export function incidentStore(connection: Connection): IncidentStore {
  const tickets = connection.collection<TicketRecord>('tickets');

  const similar: IncidentStore['similar'] = async (search) => {
    const found = tickets.find<SimilarReport>(queryOf(search), { projection: COMPARED });
    return found.sort({ createdAt: -1 }).limit(search.limit).toArray();
  };

  const ofIncident: IncidentStore['ofIncident'] = async (incident, limit) => {
    const found = tickets.find({ incident }).sort({ createdAt: 1 }).limit(limit);
    return (await found.toArray()).map((record) => fromRecord(record as TicketRecord));
  };

  return { similar, ofIncident };
}

function queryOf({ lane, category, since, near, communeCode }: SimilarSearch): Filter<TicketRecord> {
  return {
    lane,
    category,
    status: { $nin: [...COUNTS_NOT] },
    createdAt: { $gte: since },
    ...(communeCode !== undefined && { 'location.communeCode': communeCode }),
    ...(near && {
      geo: { $geoWithin: { $centerSphere: [[near.lon, near.lat], near.metres / EARTH_METRES] } },
    }),
  };
}

/** The indexes by which they are found. */
export const ensureIncidentIndexes = (connection: Connection): Promise<void> =>
  ticketStore(connection).ensureIndexes();

const OF_ALL_KINDS = 'location.communeCode_1_createdAt_-1';
const NO_SUCH_INDEX = 27;

/** By their kind as well: on a bad day a commune has thousands of reports, and each new one read them all. */
export async function indexByKind(connection: Connection): Promise<void> {
  await ensureIncidentIndexes(connection);
  await connection
    .collection('tickets')
    .dropIndex(OF_ALL_KINDS)
    .catch((error: unknown) => {
      if (!(error instanceof MongoServerError && error.code === NO_SUCH_INDEX)) throw error;
    });
}
