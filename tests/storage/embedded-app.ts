import { embeddedUri, startEmbedded } from '../../storage/embedded';
import { loadKeys } from '../../storage/keys';
import { takeLock } from '../../storage/embedded/lock';

/**
 * A process that keeps an embedded database until it is told to stop, for tests that kill it.
 * Each line on standard output is one JSON message: what it said, its uri, or how it was refused.
 */
const [what, dataDir = ''] = process.argv.slice(2);
const tell = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);
const say = (line: string) => tell({ say: line });

async function keepDatabase() {
  const start = what === 'command' ? embeddedUri : startEmbedded;
  const database = await start({ dataDir, mongodBinary: process.env.MONGOD_BINARY, say });
  const end = () => void database.stop().then(() => process.exit(0));
  process.once('SIGTERM', end).once('SIGINT', end);
  tell({ uri: database.uri });
  setInterval(() => undefined, 60_000);
}

function showKeys() {
  const { session, identitySealing, directLineSecret } = loadKeys({ dataDir });
  tell({ keys: [session, identitySealing.toString('hex'), directLineSecret].join() });
}

function keepLock() {
  takeLock(dataDir, 'system');
  tell({ held: process.pid });
  setInterval(() => undefined, 60_000);
}

const work = { lock: keepLock, keys: showKeys }[what ?? ''] ?? keepDatabase;

Promise.resolve()
  .then(work)
  .catch((error: Error) => {
    tell({ refused: error.message });
    process.exitCode = 1;
  });
