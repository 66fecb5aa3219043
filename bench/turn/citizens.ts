import { randomUUID } from 'node:crypto';
import { type Call, Connection } from './connection';
import type { Caller } from './load';
import { FILES_IT, REPORTS } from './reports';

const BASE = '/v3/directline';

/** A conversation of one citizen, with the token that opens it. */
export interface Citizen {
  id: string;
  token: string;
}

/**
 * New conversations, opened and greeted as every client does it before its first message; what that costs is
 * measured by nobody here.
 */
export async function admitted(port: number, secret: string, count: number): Promise<Citizen[]> {
  const connections = await Promise.all(Array.from({ length: 16 }, () => Connection.open(port)));
  const citizens: Citizen[] = [];
  const headers = { authorization: `Bearer ${secret}` };
  await Promise.all(
    connections.map(async (connection) => {
      while (citizens.length < count) {
        const { body } = await connection.call({ path: `${BASE}/tokens/generate`, headers, body: {} });
        citizens.push(await opened(connection, (JSON.parse(body) as { token: string }).token));
      }
      connection.close();
    }),
  );
  return citizens;
}

async function opened(connection: Connection, token: string): Promise<Citizen> {
  const headers = { authorization: `Bearer ${token}` };
  const { body } = await connection.call({ path: `${BASE}/conversations`, headers, body: {} });
  const started = JSON.parse(body) as { conversationId: string; token: string };
  return { id: started.conversationId, token: started.token };
}

/** The call by which a citizen says something. */
export function saying({ id, token }: Citizen, text: string, clientActivityID: string = randomUUID()): Call {
  return {
    path: `${BASE}/conversations/${id}/activities`,
    headers: { authorization: `Bearer ${token}` },
    body: {
      type: 'message',
      text,
      textFormat: 'plain',
      locale: 'vi-VN',
      localTimezone: 'Asia/Ho_Chi_Minh',
      from: { id: `citizen-${id}` },
      channelData: { clientActivityID },
    },
  };
}

/** Takes one citizen after the other and lets each give the next of the reports, up to the question "right?". */
export function reporting(citizens: Citizen[], done: Citizen[] = []): Caller {
  let queue: Call[] = [];
  let speaking: Citizen | undefined;
  return () => {
    if (queue.length === 0) {
      if (speaking) done.push(speaking);
      speaking = citizens.pop();
      if (!speaking) return undefined;
      const report = REPORTS[citizens.length % REPORTS.length] ?? [];
      const citizen = speaking;
      queue = report.map((text) => saying(citizen, text));
    }
    return queue.shift();
  };
}

/** Each of these has only one word left to say. */
export function filing(citizens: Citizen[]): Caller {
  return () => {
    const citizen = citizens.pop();
    return citizen && saying(citizen, FILES_IT);
  };
}

/** The benchmark measures what it says it does: each report leads to the question "right?", and a yes to a ticket. */
export async function rehearse(port: number, secret: string): Promise<void> {
  const connection = await Connection.open(port);
  for (const report of REPORTS) {
    const [citizen] = await admitted(port, secret, 1);
    if (!citizen) throw new Error('nobody was let in');
    for (const text of report) await connection.call(saying(citizen, text));
    const asked = await lastOf(connection, citizen);
    if (asked?.channelData?.ask !== 'confirm')
      throw new Error(`"${report[0]}" does not lead to the summary but to: ${asked?.text}`);
    await connection.call(saying(citizen, FILES_IT));
    const filed = await lastOf(connection, citizen);
    if (!filed?.channelData?.ticket) throw new Error(`"${report[0]}" was not filed: ${filed?.text}`);
  }
  connection.close();
}

interface Shown {
  text?: string;
  channelData?: { ask?: string; ticket?: object };
}

async function lastOf(connection: Connection, { id, token }: Citizen): Promise<Shown | undefined> {
  const { body } = await connection.call({
    method: 'GET',
    path: `${BASE}/conversations/${id}/activities`,
    headers: { authorization: `Bearer ${token}` },
  });
  return (JSON.parse(body) as { activities: Shown[] }).activities.at(-1);
}
