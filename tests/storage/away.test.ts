import {
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  type TopologyDescription,
} from 'mongodb';
import { isDatabaseAway } from '../../storage/away';

const nobody = {} as TopologyDescription;

it.each<[string, unknown]>([
  ['a line that breaks', new MongoNetworkError('connection 5 closed')],
  ['no primary', new MongoServerSelectionError('Server selection timed out', nobody)],
  ['a primary that steps down', new MongoServerError({ message: 'not primary', code: 10107 })],
  ['any of them below another error', new Error('sessions', { cause: new MongoNetworkError('closed') })],
  [
    'a call that was kept for too long',
    Object.assign(new Error('Operation `staff.findOne()` buffering timed out after 10000ms'), {
      name: 'MongooseError',
    }),
  ],
])('%s: the database is away', (_name, error) => expect(isDatabaseAway(error)).toBe(true));

it.each<[string, unknown]>([
  ['a mistake of ours', new TypeError('x is undefined')],
  ['a key that is taken', new MongoServerError({ message: 'E11000 duplicate key', code: 11000 })],
  ['a write that lost against another', new MongoServerError({ message: 'WriteConflict', code: 112 })],
  ['something that is no error', 'closed'],
])('%s: it is there', (_name, error) => expect(isDatabaseAway(error)).toBe(false));
