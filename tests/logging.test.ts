import { MongoBulkWriteError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { inFull, withoutWords } from '../logging';

const NAME = 'Nguyễn Thị Canary';

/** All that could be told, as it would be written. */
const written = (error: unknown): string => JSON.stringify(withoutWords(error)) + inFull(error);

test('an error of the database keeps its kind, its code and its places, and nothing of the data', () => {
  const error = new MongoServerError({
    message: `E11000 duplicate key error dup key: { name: "${NAME}" }`,
    code: 11_000,
    keyValue: { name: NAME },
  });
  expect(withoutWords(error)).toMatchObject({ type: 'MongoServerError', code: 11_000 });
  expect(withoutWords(error).stack).toMatch(/^at .*logging\.test\.ts/);
  expect(written(error)).not.toContain(NAME);
});

test('what a bulk write hangs on its error is not told', () => {
  const op = { name: NAME };
  const given = { message: NAME, writeErrors: [{ index: 0, code: 121, errmsg: NAME, op }] };
  const error = new MongoBulkWriteError(given as never, {} as never);
  expect(written(Object.assign(error, { command: { insert: 'turns', documents: [op] } }))).not.toContain(
    'Canary',
  );
});

test('what was refused stands neither in the causes nor between the frames', () => {
  const refused = new SyntaxError(`Unexpected token\n    at ${NAME} (a.ts:1:1)`);
  const error = new Error(NAME, { cause: refused });
  expect(withoutWords(error)).toMatchObject({ type: 'Error', cause: { type: 'SyntaxError' } });
  expect(JSON.stringify(withoutWords(error))).not.toContain('Canary');
});

test('names and codes that are no names and codes are left out', () => {
  const error = Object.assign(new Error('x'), { name: `Lỗi của ${NAME}`, code: `mã ${NAME}` });
  expect(withoutWords(error)).toMatchObject({ type: 'Error' });
  expect(JSON.stringify(withoutWords(error))).not.toContain('Canary');
  expect(withoutWords(NAME)).toEqual({ type: 'string' });
});

test('a circle of causes ends', () => {
  const error: Error = new Error('round');
  error.cause = error;
  expect(JSON.stringify(withoutWords(error)).length).toBeLessThan(20_000);
});

test('that the database cannot be reached is told with its host', () => {
  const error = new MongoServerSelectionError('connect ECONNREFUSED 10.0.0.5:27017', {} as never);
  expect(withoutWords(error).message).toBe('connect ECONNREFUSED 10.0.0.5:27017');
});

test('a fault of ours at the start is told in full', () => {
  expect(inFull(new Error('content/locales/vi.yaml:3'))).toContain('content/locales/vi.yaml:3');
});
