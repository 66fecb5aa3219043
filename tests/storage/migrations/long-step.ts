import { createConnection } from 'mongoose';
import { migrate } from '../../../storage/migrations/migrate';
import type { Migration } from '../../../storage/migrations/migration';

/**
 * A process of its own that moves all things to a new shape, ten at a time, and ends as `kill -9` does once the
 * database has answered KILL_AFTER of its commands. Prints what it went on from.
 */
const BATCH = 10;

const renameAll: Migration = {
  number: 1,
  name: 'đổi tên trường',
  async run({ connection, progress, keep }) {
    process.stdout.write(`from ${(progress as number | undefined) ?? 'the start'}\n`);
    const things = connection.collection<{ _id: number }>('things');
    for (let after = (progress as number | undefined) ?? 0; ; after += BATCH) {
      const found = await things
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray();
      if (found.length === 0) return;
      const old = { _id: { $in: found.map(({ _id }) => _id) }, old: { $exists: true } };
      await things.updateMany(old, { $rename: { old: 'fresh' }, $inc: { renamed: 1 } });
      await keep(after + BATCH);
    }
  },
};

async function main(): Promise<void> {
  let left = Number(process.env.KILL_AFTER);
  const connection = createConnection(process.env.URI ?? '', { monitorCommands: true });
  (await connection.asPromise()).getClient().on('commandSucceeded', () => {
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
  });
  await migrate(connection, { migrations: [renameAll], leaseMs: 300 });
  await connection.close();
}

void main();
