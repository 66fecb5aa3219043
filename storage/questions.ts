import type { ClientSession, Document } from 'mongodb';
import type { Connection } from 'mongoose';
import type { OpenQuestion, QuestionStore, UnansweredQuestion } from '../hotline/questions';

const QUESTIONS = 'questions';
/** What nobody looked at for so long is dropped. */
const KEPT_SECONDS = 180 * 24 * 60 * 60;

interface StoredQuestion extends Omit<UnansweredQuestion, 'id'> {
  _id: string;
}

export interface Questions extends QuestionStore {
  /** Keeps them as part of a transaction. One document each: two that ask the same never wait for each other. */
  addWithin(questions: readonly UnansweredQuestion[], session: ClientSession): Promise<void>;
}

/** Questions that the bot could not answer, in MongoDB. */
export function questionStore(connection: Connection): Questions {
  const kept = connection.collection<StoredQuestion>(QUESTIONS);
  return {
    async addWithin(questions, session) {
      if (questions.length === 0) return;
      const records = questions.map(({ id, ...facts }) => ({ _id: id, ...facts }));
      await kept.insertMany(records, { session });
    },
    async list({ page, pageSize }) {
      const [found] = await kept.aggregate<Found>(mostAsked((page - 1) * pageSize, pageSize)).toArray();
      const items = (found?.items ?? []).map(({ _id, ...facts }) => ({ key: _id, ...facts }));
      return { items, total: found?.total[0]?.count ?? 0 };
    },
    async settle(key) {
      const { deletedCount } = await kept.deleteMany({ key }, { writeConcern: { w: 'majority', j: true } });
      return deletedCount > 0;
    },
  };
}

interface Found {
  items: (Omit<OpenQuestion, 'key'> & { _id: string })[];
  total: { count: number }[];
}

function mostAsked(skip: number, limit: number): Document[] {
  return [
    { $sort: { key: 1, at: 1 } },
    {
      $group: {
        _id: '$key',
        text: { $last: '$text' },
        guess: { $last: '$guess' },
        count: { $sum: 1 },
        firstAt: { $first: '$at' },
        lastAt: { $last: '$at' },
      },
    },
    {
      $facet: {
        items: [{ $sort: { count: -1, lastAt: -1, _id: 1 } }, { $skip: skip }, { $limit: limit }],
        total: [{ $count: 'count' }],
      },
    },
  ];
}

export async function ensureQuestionIndexes(connection: Connection): Promise<void> {
  await connection.collection(QUESTIONS).createIndexes([
    { key: { key: 1, at: 1 }, name: 'asked' },
    { key: { at: 1 }, name: 'kept', expireAfterSeconds: KEPT_SECONDS },
  ]);
}
