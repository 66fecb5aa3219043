import { setTimeout as pause } from 'node:timers/promises';
import { type Call, Connection } from './connection';

/** Calls of one caller, one after the other; ends when it returns undefined. */
export type Caller = () => Call | undefined;

export interface Load {
  port: number;
  /** One connection for each. */
  callers: readonly Caller[];
}

/** Each caller sends its next call when the last is answered, for so many seconds or until there is nothing left. */
export async function asFastAsItGoes({ port, callers }: Load, seconds = 600): Promise<number> {
  const connections = await Promise.all(callers.map(() => Connection.open(port)));
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  await Promise.all(
    callers.map(async (next, index) => {
      const connection = connections[index];
      for (let call = next(); call && connection && performance.now() < until; call = next()) {
        await answeredWell(connection, call);
        answered++;
      }
    }),
  );
  for (const connection of connections) connection.close();
  return answered;
}

/**
 * So many calls a second, evenly spread over the callers, however fast they are answered.
 * @returns the latency of each in milliseconds, counted from when it should have been sent
 */
export async function atPace({ port, callers }: Load, perSecond: number, seconds: number): Promise<number[]> {
  const connections = await Promise.all(callers.map(() => Connection.open(port)));
  const begin = performance.now() + 50;
  const latencies: number[] = [];
  const total = perSecond * seconds;
  await Promise.all(
    callers.map(async (next, index) => {
      const connection = connections[index];
      for (let turn = index; turn < total && connection; turn += callers.length) {
        const due = begin + (turn * 1000) / perSecond;
        if (due > performance.now()) await pause(due - performance.now());
        const call = next();
        if (!call) throw new Error('the callers ran out of calls');
        await answeredWell(connection, call);
        latencies.push(performance.now() - due);
      }
    }),
  );
  for (const connection of connections) connection.close();
  return latencies;
}

async function answeredWell(connection: Connection, call: Call): Promise<void> {
  const { status, body } = await connection.call(call);
  if (status !== 200) throw new Error(`${call.path} was answered with ${status}: ${body}`);
}
