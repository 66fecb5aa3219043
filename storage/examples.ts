import { Schema, type Connection } from 'mongoose';
import { CATEGORIES } from '../hotline/ticket/ticket';
import type { Example, ExampleStore } from '../hotline/examples';
import { ASPECTS, INTENTS } from '../hotline/labels';

interface ExampleRecord extends Omit<Example, 'id'> {
  _id: string;
}

const who = new Schema({ id: String, name: String }, { _id: false });
const exampleSchema = new Schema<ExampleRecord>(
  {
    _id: { type: String, required: true },
    text: { type: String, required: true },
    intent: { type: String, enum: INTENTS, required: true },
    category: { type: String, enum: CATEGORIES },
    aspect: { type: String, enum: ASPECTS },
    procedure: String,
    by: { type: who, required: true },
    at: { type: Date, required: true, index: true },
  },
  { collection: 'examples', versionKey: false, writeConcern: { w: 'majority', j: true } },
);

/** Messages that staff labelled. Call `init` before the first use. */
export function exampleStore(connection: Connection): ExampleStore & { init(): Promise<void> } {
  const examples = connection.model('Example', exampleSchema);
  return {
    async list() {
      const records = await examples.find().sort({ at: -1, _id: 1 }).lean<ExampleRecord[]>();
      return records.map(({ _id, ...facts }) => ({ id: _id, ...facts }));
    },
    async put({ id, ...facts }) {
      await examples.replaceOne({ _id: id }, { _id: id, ...facts }, { upsert: true, runValidators: true });
    },
    async remove(id) {
      return (await examples.deleteOne({ _id: id })).deletedCount === 1;
    },
    async state() {
      const newest = examples
        .findOne()
        .sort({ at: -1 })
        .select({ at: 1 })
        .lean<Pick<ExampleRecord, '_id' | 'at'>>();
      const [count, last] = await Promise.all([examples.countDocuments(), newest]);
      return `${count} ${last ? `${last._id} ${last.at.getTime()}` : ''}`;
    },
    async init() {
      await examples.createIndexes();
    },
  };
}
