import type { Connection } from 'mongoose';
import { StartRefused } from '../refused';
import { type Hold, underLease } from './lease';
import type { Migration } from './migration';
import { type StepRecord, migrationRecords } from './records';

export interface MigrateOptions {
  migrations: readonly Migration[];
  /** Hears of what takes time. */
  say?: ((line: string) => void) | undefined;
  /** How long a dead process holds up the others. */
  leaseMs?: number;
}

/**
 * Brings the data to the shape that this code needs. Costs one read when there is nothing to do. Of several processes
 * one works and the others wait; what a killed process left undone is gone on with.
 * @throws StartRefused when newer code was here, or a restore broke off
 */
export async function migrate(
  connection: Connection,
  { migrations, say = () => undefined, leaseMs }: MigrateOptions,
): Promise<void> {
  const records = migrationRecords(connection);
  if (await isDone()) return;
  await underLease(connection, runAll, {
    ...(leaseMs !== undefined && { leaseMs }),
    onWait: () => say('Đang chờ tiến trình khác nâng cấp dữ liệu…'),
    done: isDone,
  });

  async function isDone(): Promise<boolean> {
    const found = await records.all();
    refuseNewer(found, migrations);
    return migrations.every(({ number }) => found.get(number)?.finishedAt);
  }

  async function runAll(hold: Hold): Promise<void> {
    const found = await records.all();
    const left = migrations.filter(({ number }) => !found.get(number)?.finishedAt);
    // The first start on an empty database is nothing to speak of.
    const tell = found.size > 0 ? say : () => undefined;
    for (const migration of left) {
      tell(`Đang nâng cấp dữ liệu, bước ${migration.number}: ${migration.name}…`);
      await runOne(migration, hold);
    }
  }

  async function runOne(migration: Migration, { fence, assure }: Hold): Promise<void> {
    const progress = await records.begin(migration, fence);
    await migration.run({
      connection,
      progress,
      async keep(reached) {
        await assure();
        await records.keep(migration.number, fence, { progress: reached });
      },
    });
    await assure();
    await records.keep(migration.number, fence, { finishedAt: new Date() });
  }
}

/** Older code would not understand what newer code has written, and could spoil it. */
function refuseNewer(found: ReadonlyMap<number, StepRecord>, migrations: readonly Migration[]): void {
  const known = newestOf(migrations);
  const newest = Math.max(0, ...found.keys());
  if (newest <= known) return;
  throw new StartRefused(
    `Dữ liệu này đã được một bản Hotline Xanh mới hơn nâng cấp (đến bước ${newest}, bản này chỉ biết đến bước ${known}); ` +
      'hãy cài bản mới hơn, hoặc khôi phục bản sao lưu làm trước khi nâng cấp vào một cơ sở dữ liệu trống',
  );
}

export const newestOf = (migrations: readonly Migration[]): number =>
  Math.max(0, ...migrations.map(({ number }) => number));
