import type { ClientSession, Filter } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Rating, RatingFigures, RatingFilter, RatingStore, RatingSummary } from '../hotline/ratings';
import { wallClock } from '../hotline/vietnam-time';

export const RATINGS = 'ratings';

export type RatingRecord = Omit<Rating, 'id'> & { _id: string; month: string };

/** As it lies in the database, with its month by Vietnam's calendar. */
export const toRecord = ({ id, ...rating }: Rating): RatingRecord => ({
  _id: id,
  ...rating,
  month: wallClock(rating.at).toISOString().slice(0, 7),
});

export interface Ratings extends RatingStore {
  /** Keeps them as part of a transaction; one that is there already gets its last words. */
  keepWithin(ratings: readonly Rating[], session: ClientSession): Promise<void>;
}

/** What citizens think of how they were served, in MongoDB. */
export function ratingStore(connection: Connection): Ratings {
  const kept = connection.collection<RatingRecord>(RATINGS);
  return {
    async keepWithin(ratings, session) {
      for (const rating of ratings) {
        const { _id, ...record } = toRecord(rating);
        await kept.replaceOne({ _id }, record, { upsert: true, session });
      }
    },
    async summary(filter) {
      const by = { month: '$month', of: '$of', agency: '$agency' };
      const sort = { '_id.month': -1, '_id.of': 1, count: -1, '_id.agency.code': 1 } as const;
      return kept.aggregate<RatingSummary>([{ $match: matching(filter) }, ...starsBy(by, sort)]).toArray();
    },
    async figures(filter) {
      const scores = [
        { $group: { _id: '$score', count: { $sum: 1 } } },
        { $project: { _id: 0, score: '$_id', count: 1 } },
        { $sort: { score: -1 } },
      ];
      const months = starsBy({ month: '$month' }, { '_id.month': -1 });
      const topics = starsBy({ of: '$of', lane: '$lane', category: '$category' }, { count: -1, _id: 1 });
      const [found] = await kept
        .aggregate<RatingFigures>([{ $match: matching(filter) }, { $facet: { scores, months, topics } }])
        .toArray();
      return found ?? { scores: [], months: [], topics: [] };
    },
    async words(filter, { page, pageSize }) {
      const query = { ...matching(filter), comment: { $gt: '' } };
      const [found, total] = await Promise.all([
        kept
          .find(query, { projection: { _id: 0, month: 0 } })
          .sort({ at: -1 })
          .skip((page - 1) * pageSize)
          .limit(pageSize)
          .toArray(),
        kept.countDocuments(query),
      ]);
      return { items: found.map((rating) => ({ ...rating, comment: rating.comment ?? '' })), total };
    },
  };
}

const matching = ({ from, to, misconduct, agency }: RatingFilter): Filter<RatingRecord> => ({
  month: { $gte: from, $lte: to },
  lane: misconduct ? 'misconduct' : { $ne: 'misconduct' },
  ...(agency !== undefined && { 'agency.code': agency }),
});

/** How many there are of each, and their average. */
const starsBy = (by: Record<string, string>, sort: Record<string, 1 | -1>) => [
  { $group: { _id: by, count: { $sum: 1 }, average: { $avg: '$score' } } },
  { $sort: sort },
  { $replaceWith: { $mergeObjects: ['$_id', { count: '$count', average: '$average' }] } },
];

export async function ensureRatingIndexes(connection: Connection): Promise<void> {
  await connection
    .collection(RATINGS)
    .createIndexes([{ key: { month: 1, 'agency.code': 1 }, name: 'month and agency' }]);
}
