import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { StartRefused } from '../refused';
import { SET, makePrimary } from './replica-set';

export interface MongodPlace {
  binary: string;
  /** Absolute. */
  dbPath: string;
  logPath: string;
}

/** The port was taken between the look and the start. */
export class PortTaken extends Error {}
/** Another mongod still has the data open. */
export class DataOpen extends Error {}

/** Spawns a mongod on the data and resolves when it takes writes; `abandoned` tells when nobody wants it any more. */
export async function spawnMongod(
  place: MongodPlace,
  port: number,
  abandoned = () => false,
): Promise<ChildProcess> {
  rotate(place.logPath);
  const from = sizeOf(place.logPath);
  // In a session of its own: Ctrl-C in the terminal reaches the app, which drains first and stops mongod then.
  const child = spawn(place.binary, options(place, port), { detached: true, stdio: 'ignore' });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  const stillHopeful = () => {
    if (abandoned()) throw new Error('no longer wanted');
    if (hasEnded(child)) throw whyEnded(child, place.logPath, from);
  };
  try {
    await Promise.race([failed, makePrimary({ port, dbPath: place.dbPath, stillHopeful })]);
  } catch (error) {
    await stopMongod(child);
    throw error;
  }
  child.unref();
  return child;
}

/** Asks it to end, and makes it end when it does not listen; journalled data survive either. */
export async function stopMongod(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  child.ref();
  const ended = once(child, 'exit');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  child.kill('SIGTERM');
  // One that was frozen hears nothing before it is thawed.
  if (process.platform !== 'win32') child.kill('SIGCONT');
  await ended;
  clearTimeout(impatience);
}

export const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Moves a log aside that has grown; the one before is dropped. Returns whether it did. */
export function rotate(logPath: string): boolean {
  if (sizeOf(logPath) < 10_000_000) return false;
  renameSync(logPath, `${logPath}.1`);
  return true;
}

function options({ dbPath, logPath }: MongodPlace, port: number): string[] {
  const settings = [
    // Half a minute of politeness towards other members, of which there are none.
    'shutdownTimeoutMillisForSignaledShutdown=100',
    'diagnosticDataCollectionEnabled=false',
    // Ours take milliseconds. One that a killed process left open blocks its conversation for so long.
    'transactionLifetimeLimitSeconds=3',
  ];
  return [
    ...['--replSet', SET, '--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1'],
    ...['--logpath', logPath, '--logappend', '--logRotate', 'reopen', '--quiet'],
    // Slow operations are logged with what they carry: citizens' words have no business in a log.
    ...['--slowOpSampleRate', '0'],
    ...['--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '512'],
    // Journal files of 100 MB, two in advance, cost a third of a second at every start and 300 MB of disk.
    ...['--wiredTigerEngineConfigString', 'log=(file_max=16MB,prealloc=false)'],
    ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
    ...settings.flatMap((setting) => ['--setParameter', setting]),
  ];
}

const EXIT_PORT_TAKEN = 48;
const EXIT_DATA_OPEN = 100;

function whyEnded(child: ChildProcess, logPath: string, from: number): Error {
  const log = tail(logPath, from);
  if (child.exitCode === EXIT_PORT_TAKEN || log.includes('Address already in use')) return new PortTaken();
  if (child.exitCode === EXIT_DATA_OPEN && log.includes('DBPathInUse')) return new DataOpen();
  const how = child.signalCode ?? `mã ${child.exitCode}`;
  const advice = /featureCompatibilityVersion|UPGRADE PROBLEM/.test(log)
    ? 'dữ liệu do một bản MongoDB khác ghi, hãy đặt MONGOD_BINARY tới đúng bản ấy'
    : `xem ${logPath}`;
  return new StartRefused(`mongod dừng ngay khi khởi động (${how}): ${advice}`);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function tail(path: string, from: number): string {
  const size = Math.min(sizeOf(path) - from, 200_000);
  if (size <= 0) return '';
  const bytes = Buffer.alloc(size);
  const handle = openSync(path, 'r');
  readSync(handle, bytes, 0, size, sizeOf(path) - size);
  closeSync(handle);
  return bytes.toString();
}
