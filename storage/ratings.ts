import type { ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Rating, RatingStore, RatingSummary } from '../hotline/ratings';
import { wallClock } from '../hotline/vietnam-time';

const RATINGS = 'ratings';

type StoredRating = Omit<Rating, 'id'> & { _id: string; month: string };

export interface Ratings extends RatingStore {
  /** Keeps them as part of a transaction; one that is there already gets its last words. */
  keepWithin(ratings: readonly Rating[], session: ClientSession): Promise<void>;
}

/** What citizens think of how they were served, in MongoDB. */
export function ratingStore(connection: Connection): Ratings {
  const kept = connection.collection<StoredRating>(RATINGS);
  return {
    async keepWithin(ratings, session) {
      for (const { id, ...rating } of ratings) {
        const month = wallClock(rating.at).toISOString().slice(0, 7);
        await kept.replaceOne({ _id: id }, { ...rating, month }, { upsert: true, session });
      }
    },
    async summary({ from, to, misconduct }) {
      const lane = misconduct ? 'misconduct' : { $ne: 'misconduct' };
      return kept
        .aggregate<RatingSummary>([
          { $match: { month: { $gte: from, $lte: to }, lane } },
          {
            $group: {
              _id: { month: '$month', of: '$of', agency: '$agency' },
              count: { $sum: 1 },
              average: { $avg: '$score' },
            },
          },
          { $sort: { '_id.month': -1, '_id.of': 1, count: -1, '_id.agency.code': 1 } },
          {
            $project: {
              _id: 0,
              month: '$_id.month',
              of: '$_id.of',
              agency: '$_id.agency',
              count: 1,
              average: 1,
            },
          },
        ])
        .toArray();
    },
  };
}

export async function ensureRatingIndexes(connection: Connection): Promise<void> {
  await connection
    .collection(RATINGS)
    .createIndexes([{ key: { month: 1, 'agency.code': 1 }, name: 'month and agency' }]);
}
