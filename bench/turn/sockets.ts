import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type Citizen, admitted, saying } from './citizens';
import { Connection } from './connection';
import { type Running, end, launch } from './processes';
import { SECRET, environment, newDataDir } from './system';

const SOCKETS = 32;
const PER_SECOND = 50;

/** Milliseconds from "it is in the journal" to the browser, one for each message. */
export interface Reached {
  sameProcess: number[];
  otherProcess: number[];
}

/** Two processes of the system on one database; the sockets are once on the one that writes, once on the other. */
export async function commitToBrowser(uri: string, seconds: number): Promise<Reached> {
  const dataDir = newDataDir();
  const written = new Map<string, bigint>();
  const heard = (message: unknown) => {
    const [eventId, at] = message as [string, string];
    written.set(eventId, BigInt(at));
  };
  const start = () => launch([__filename, 'probed'], { cwd: dataDir, env: environment(dataDir, uri), heard });
  const one = await start();
  const other = await start();
  try {
    return {
      sameProcess: await between(one, one, written, seconds),
      otherProcess: await between(one, other, written, seconds),
    };
  } finally {
    await Promise.all([end(one), end(other)]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function between(
  writer: Running,
  reader: Running,
  written: Map<string, bigint>,
  seconds: number,
): Promise<number[]> {
  const arrived = new Map<string, bigint>();
  const citizens = await admitted(writer.port, SECRET, SOCKETS);
  const sockets = await Promise.all(citizens.map((citizen) => listen(reader.port, citizen, arrived)));
  await pause(1_000);
  const said = await speak(writer.port, citizens, seconds * PER_SECOND);
  await pause(1_000);
  for (const socket of sockets) socket.terminate();
  return said.map((eventId) => {
    const [from, to] = [written.get(eventId), arrived.get(eventId)];
    if (from === undefined || to === undefined) throw new Error('a message did not arrive');
    return Number(to - from) / 1e6;
  });
}

async function listen(port: number, { token }: Citizen, arrived: Map<string, bigint>): Promise<WebSocket> {
  const connection = await Connection.open(port);
  const headers = { authorization: `Bearer ${token}` };
  const { body } = await connection.call({ path: '/v3/directline/conversations', headers, body: {} });
  connection.close();
  const { streamUrl } = JSON.parse(body) as { streamUrl: string };
  const socket = new WebSocket(streamUrl.replace('localhost/', `127.0.0.1:${port}/`));
  socket.on('message', (data: Buffer) => {
    const now = process.hrtime.bigint();
    for (const id of clientIdsIn(data.toString())) arrived.set(id, now);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
}

function clientIdsIn(frame: string): string[] {
  if (frame === '') return [];
  const { activities } = JSON.parse(frame) as {
    activities: { channelData?: { clientActivityID?: string } }[];
  };
  return activities.flatMap(({ channelData }) => channelData?.clientActivityID ?? []);
}

/** One after the other, evenly; greetings are the cheapest words that get an answer. */
async function speak(port: number, citizens: Citizen[], count: number): Promise<string[]> {
  const connections = await Promise.all(citizens.map(() => Connection.open(port)));
  const ids = Array.from({ length: count }, () => randomUUID() as string);
  const begin = performance.now();
  const answers: Promise<unknown>[] = [];
  for (const [index, id] of ids.entries()) {
    await pause(Math.max(0, begin + (index * 1000) / PER_SECOND - performance.now()));
    const citizen = citizens[index % citizens.length];
    if (citizen)
      answers.push(
        connections[index % citizens.length]?.call(saying(citizen, 'xin chào', id)) ?? Promise.resolve(),
      );
  }
  await Promise.all(answers);
  for (const connection of connections) connection.close();
  return ids;
}
