import { MongoError, MongoNetworkError } from 'mongodb';

interface Options {
  signal?: AbortSignal;
}

/** The part of the driver's connection that is used here. */
interface Line {
  error: Error | null;
  once(event: 'close', listener: () => void): unknown;
  writeCommand: (this: Line, command: unknown, options: Options) => Promise<void>;
}

interface DriverModule {
  Connection: { prototype: Line };
}

const lost = new WeakMap<Line, AbortSignal>();
let mended = false;

/**
 * Mends a fault of the driver (mongodb 7.8, `Connection.writeCommand`): a command that is written to a socket which
 * is destroyed already, but has not said so yet, waits for ever for the socket to drain. It is told of the lost line
 * instead, as an error of the network, which the driver tries again where that is safe.
 */
export function endWaitingOnLostLines(): void {
  if (mended) return;
  mended = true;
  // The driver has no other door to it. It is the same module that mongoose uses.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Connection } = require('mongodb/lib/cmap/connection') as DriverModule;
  const { writeCommand } = Connection.prototype;
  Connection.prototype.writeCommand = async function (this: Line, command, options) {
    const signal = options.signal ?? lostSignal(this);
    try {
      await writeCommand.call(this, command, { ...options, signal });
    } catch (error) {
      if (error instanceof MongoError || error === options.signal?.reason) throw error;
      throw new MongoNetworkError('the line to the database broke', { cause: error as Error });
    }
  };
}

/** Given when the connection is closed; one for each connection. */
function lostSignal(line: Line): AbortSignal {
  const known = lost.get(line);
  if (known) return known;
  const end = new AbortController();
  line.once('close', () => end.abort(line.error));
  lost.set(line, end.signal);
  return end.signal;
}
