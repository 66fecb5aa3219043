import { Collection } from 'mongodb';

/** Loaded before a command by the tests: ends the process as `kill -9` does before its KILL_INSERT-th insert of many. */
let left = Number(process.env.KILL_INSERT);

const methods = Collection.prototype as unknown as Record<
  'insertMany',
  (...given: unknown[]) => Promise<unknown>
>;
const { insertMany } = methods;
methods.insertMany = function killing(this: unknown, ...given: unknown[]) {
  if (--left === 0) process.kill(process.pid, 'SIGKILL');
  return insertMany.apply(this, given);
};
