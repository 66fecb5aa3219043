import { createConnection } from 'mongoose';
import type { Connection, ConnectOptions } from 'mongoose';
import { endWaitingOnLostLines } from './lost-lines';
import { StartRefused, reason } from './refused';

const OPTIONS = {
  // What was acknowledged must outlive the machine: a write is done when a majority has it in the journal.
  writeConcern: { w: 'majority', journal: true },
  maxPoolSize: 50,
  // A server that freezes closes no line: calls to it wait until its pulse is missed, which is after both together.
  heartbeatFrequencyMS: 2_000,
  connectTimeoutMS: 5_000,
  // Indexes are made by the migrations, at one place and one time.
  autoIndex: false,
  autoCreate: false,
} as const satisfies ConnectOptions;

const READY_PATIENCE_MS = 2_000;

/** By this name a system shows among the server's connections, with the database it uses. */
export const systemName = (database: string): string => `hotline-xanh ${database}`.slice(0, 120);

/**
 * Connects to the replica set at `uri`, which also later may be gone for `patienceMs`; throws `StartRefused` with one line that says what to do when there is none,
 * or when what answers is no replica set (transactions and change streams need one).
 */
export async function connect(
  uri: string,
  { patienceMs = 10_000, as = 'system' }: { patienceMs?: number; as?: 'system' | 'command' } = {},
): Promise<Connection> {
  const appName = as === 'system' ? systemName(databaseIn(uri)) : 'hotline-xanh-command';
  const connection = await open(uri, patienceMs, appName);
  try {
    await refuseStandalone(connection);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The driver's own default where the address names none. */
const databaseIn = (uri: string): string => /^[a-z+]+:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1] ?? 'test';

/** Whether the database answers now, without much patience: who asks must be told of a frozen one, too. */
export async function answersNow(connection: Connection): Promise<boolean> {
  const patience = { signal: AbortSignal.timeout(READY_PATIENCE_MS) };
  return Boolean(await connection.db?.command({ ping: 1 }, patience).catch(() => false));
}

async function open(uri: string, patienceMs: number, appName: string): Promise<Connection> {
  endWaitingOnLostLines();
  try {
    const options = { ...OPTIONS, appName, serverSelectionTimeoutMS: patienceMs };
    return await createConnection(uri, options).asPromise();
  } catch (error) {
    throw new StartRefused(
      `MONGODB_URI: không kết nối được tới MongoDB (${withoutPassword(reason(error))}); ` +
        'hãy kiểm tra địa chỉ, tên replica set, và rằng rs.initiate() đã được gọi',
    );
  }
}

async function refuseStandalone(connection: Connection): Promise<void> {
  const hello = await connection.db?.admin().command({ hello: 1 });
  if (hello?.setName || hello?.msg === 'isdbgrid') return;
  throw new StartRefused(
    'MONGODB_URI: máy chủ MongoDB này không chạy replica set; hãy chạy mongod với --replSet rs0, ' +
      'gọi rs.initiate() một lần trong mongosh, rồi thêm ?replicaSet=rs0 vào MONGODB_URI',
  );
}

const withoutPassword = (text: string) => text.replace(/\/\/[^@/\s]*@/g, '//***@');
