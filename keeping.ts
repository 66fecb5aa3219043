import path from 'node:path';
import type { Connection } from 'mongoose';
import { castOf } from './casting';
import type { Command } from './commands';
import { backup } from './commands/backup';
import { demo, type DemoHouse } from './commands/demo';
import { restore } from './commands/restore';
import type { Config } from './config';
import type { FileStore } from './hotline/stores';
import { secretOf } from './hotline/ticket/secret';
import { chances } from './nlp/chances';
import { writeBackup } from './storage/backup/write';
import { connect } from './storage/connect';
import { conversationLists } from './storage/conversations';
import { embeddedUri, startEmbedded } from './storage/embedded';
import { gridFsFiles } from './storage/files';
import { identityStore } from './storage/identities';
import { identityCheck, loadKeys } from './storage/keys';
import { prepareData } from './storage/migrations';
import { checkBackup, restoreBackup } from './storage/restore';
import { samplePicture } from './storage/samples/pictures';
import { sampleStore } from './storage/samples/store';
import { mongoStaffStore } from './storage/staff';

type Say = (line: string) => void;

export interface Database {
  connection: Connection;
  close(): Promise<void>;
}

/** The database of MONGODB_URI, or an embedded one; a command may also use that of the running system. */
export async function openDatabase(
  config: Config,
  say: Say,
  embed: typeof startEmbedded,
  as: 'system' | 'command',
): Promise<Database> {
  const embedded = config.mongodbUri ? undefined : await embed({ ...config, say });
  try {
    const connection = await connect(config.mongodbUri ?? embedded?.uri ?? '', { as });
    return { connection, close: () => connection.close().finally(() => embedded?.stop()) };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Runs a command's work on data in the shape this code needs: the running system's, or opened for it. */
export const withData = <T>(
  config: Config,
  say: Say,
  work: (connection: Connection) => Promise<T>,
): Promise<T> =>
  withDatabase(config, say, embeddedUri, async (connection) => {
    await prepareData(connection, say);
    return work(connection);
  });

async function withDatabase<T>(
  config: Config,
  say: Say,
  embed: typeof startEmbedded,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config, say, embed, 'command');
  try {
    return await work(database.connection);
  } finally {
    await database.close();
  }
}

/** The commands that copy the data, bring them back, and fill them with samples. */
export const keepingCommands = (root: string, config: Config, say: Say): Command[] => [
  backup({ save: (file, how) => saveBackup(config, file, how) }),
  restore({ load: (file, how) => loadBackup(config, file, how) }),
  demo({
    withHouse: (work) => withData(config, say, (connection) => work(demoHouse(root, config, connection))),
  }),
];

/** As the data are, not as this code would have them: a copy before an upgrade must not be the upgrade. */
async function saveBackup(config: Config, file: string, { force, say }: { force: boolean; say: Say }) {
  const keyCheck = identityCheck(config) ?? null;
  const { trailer, bytes } = await withDatabase(config, say, embeddedUri, (connection) =>
    writeBackup(file, { connection, keyCheck, force, say }),
  );
  return { ...trailer, bytes };
}

/** The embedded database must be nobody's but the command's own. */
async function loadBackup(config: Config, file: string, { otherKey, say }: { otherKey: boolean; say: Say }) {
  say(`Đang kiểm tra ${file}…`);
  const contents = await checkBackup(file, { keyCheck: identityCheck(config), otherKey });
  await withDatabase(config, say, startEmbedded, (connection) =>
    restoreBackup(connection, file, contents, say),
  );
  return { collections: contents.trailer.collections, at: contents.header.at };
}

function demoHouse(root: string, config: Config, connection: Connection): DemoHouse {
  const { identitySealing, ticketSecrets } = loadKeys(config);
  const identities = identityStore(connection, identitySealing);
  const lists = conversationLists(connection, (error) => {
    throw error;
  });
  return {
    samples: sampleStore({ connection, identities, lists }),
    staff: mongoStaffStore(connection),
    cast: castOf({
      folder: path.join(root, 'content'),
      ticketSecrets,
      picture: pictures(gridFsFiles(connection)),
    }),
    chances,
    secretOf: (code) => secretOf(ticketSecrets, code),
  };
}

/** One drawing after the other, kept as if somebody had sent it. */
function pictures(files: FileStore): DemoHouse['cast']['picture'] {
  let number = 0;
  return async (conversation, name, by) => {
    const bytes = await samplePicture(number++);
    const { id, type, size } = await files.save({ name, bytes, conversation, ...(by && { by }) });
    return { id, name, type, size };
  };
}
