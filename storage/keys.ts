import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused, reason } from './refused';

/** One key for each use, so that none can be turned against another. The buffers hold 32 bytes. */
export interface Keys {
  /** Signs the staff's session cookies. */
  session: string;
  /** What a back end presents to generate Direct Line tokens. */
  directLineSecret: string;
  /** Signs Direct Line tokens. */
  directLineTokens: Buffer;
  /** Seals who somebody is. */
  identitySealing: Buffer;
  /** Makes a conversation's id out of channel and address. */
  conversationIds: Buffer;
  /** Hashes the secrets of tickets. */
  ticketSecrets: Buffer;
  /** Signs links to files. */
  fileLinks: Buffer;
  /** For what must be the same whenever the owner of an account elsewhere consents: a verifier, signed links back. */
  consent: Buffer;
}

export interface KeySources {
  /** Keys that are not given are kept here, in `keys/`, and generated at the first start. */
  dataDir: string;
  sessionSecret?: string;
  directLineSecret?: string;
  identityKey?: string;
}

const SECRET = /^\S{32,}$/;
const KEY = /^[0-9a-f]{64}$/i;

/**
 * The keys of this system; throws `StartRefused` when one that was kept cannot be read or is damaged. Of several
 * processes that start at once all get the same.
 */
export function loadKeys({ dataDir, ...given }: KeySources): Keys {
  const folder = join(dataDir, 'keys');
  const session = given.sessionSecret ?? kept(folder, 'session-secret', SECRET);
  const directLineSecret = given.directLineSecret ?? kept(folder, 'directline-secret', SECRET);
  const identity = Buffer.from(given.identityKey ?? kept(folder, 'identity-key', KEY), 'hex');
  return {
    session: derive(session, 'session').toString('base64url'),
    directLineSecret,
    directLineTokens: derive(directLineSecret, 'direct-line-tokens'),
    identitySealing: derive(identity, 'identity-sealing'),
    conversationIds: derive(identity, 'conversation-ids'),
    ticketSecrets: derive(identity, 'ticket-secrets'),
    // Links stand in the log for good, so they hang on the one key that never changes.
    fileLinks: derive(identity, 'file-links'),
    consent: derive(identity, 'consent'),
  };
}

/**
 * Tells the identity key from another one, and nothing about it; undefined where none was given or made yet. Makes
 * none: on a machine where a backup is to be restored the right one may still have to come.
 */
export function identityCheck({ dataDir, identityKey }: KeySources): string | undefined {
  const key = identityKey ?? read(join(dataDir, 'keys', 'identity-key'));
  return key === undefined ? undefined : derive(Buffer.from(key, 'hex'), 'key-check').toString('base64url');
}

function derive(master: string | Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `hotline-xanh/${use}/v1`, 32));
}

function kept(folder: string, name: string, shape: RegExp): string {
  const file = join(folder, name);
  const key = read(file) ?? generate(folder, file);
  if (!shape.test(key))
    throw new StartRefused(
      `${file}: nội dung bị hỏng; hãy khôi phục tệp này từ bản sao lưu (không tự tạo lại)`,
    );
  return key;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartRefused(`${file}: không đọc được (${reason(error)})`);
  }
}

/** Whole at once or not at all, and never over one that another process made in this moment. */
function generate(folder: string, file: string): string {
  const draft = join(folder, `.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    keepFirst(draft, file);
  } catch (error) {
    throw new StartRefused(`${file}: không ghi được (${reason(error)})`);
  }
  return read(file) ?? '';
}

function keepFirst(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}
