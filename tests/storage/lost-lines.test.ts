import type { Socket } from 'node:net';
import { openDatabase, type TestDatabase } from '../database';

interface DriverModule {
  Connection: {
    prototype: {
      socket: Socket;
      writeCommand: (this: { socket: Socket }, command: Command, options: object) => Promise<void>;
    };
  };
}
interface Command {
  command?: { ping?: unknown; find?: unknown };
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** The next command of that kind is written to a socket that is destroyed and has not said so yet. */
function loseLineUnder(kind: 'ping' | 'find'): void {
  const { Connection } = jest.requireActual<DriverModule>('mongodb/lib/cmap/connection');
  const { writeCommand } = Connection.prototype;
  Connection.prototype.writeCommand = function (command, options) {
    if (command.command?.[kind] !== undefined) {
      Connection.prototype.writeCommand = writeCommand;
      this.socket.destroy();
    }
    return writeCommand.call(this, command, options);
  };
}

test('a command on a line that was just lost ends with an error of the network, and the next one works', async () => {
  const { db } = database.connection;
  loseLineUnder('ping');
  await expect(db?.command({ ping: 1 })).rejects.toMatchObject({ name: 'MongoNetworkError' });
  expect(await db?.command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test('what may be read twice is read again by the driver', async () => {
  const things = database.connection.collection<{ _id: string }>('things');
  await things.insertOne({ _id: 'one' });
  loseLineUnder('find');
  expect(await things.findOne({ _id: 'one' })).toEqual({ _id: 'one' });
});
