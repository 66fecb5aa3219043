import type { ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';

interface InsertReply {
  writeErrors?: { code: number; errmsg: string }[];
}

/**
 * Inserts new documents as part of a transaction. The driver's `insertMany` measures and wraps each document anew,
 * which costs more than to send them.
 * @throws the first refusal, with the database's `code`; the transaction is then over
 */
export async function insertWithin(
  session: ClientSession,
  connection: Connection,
  collection: string,
  documents: readonly object[],
): Promise<void> {
  if (documents.length === 0) return;
  const db = connection.getClient().db(connection.name);
  const reply = (await db.command({ insert: collection, documents }, { session })) as InsertReply;
  const [refused] = reply.writeErrors ?? [];
  if (refused) throw Object.assign(new Error(refused.errmsg), { code: refused.code });
}
