import { randomUUID } from 'node:crypto';
import type { ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';
import { SAMPLE_DOMAIN, SAMPLE_NAME, type SampleCase, type SampleStore } from '../../hotline/samples';
import type { Turn } from '../../hotline/conversation/turn';
import type { ConversationLists } from '../conversations';
import type { Identities } from '../identities';
import { RATINGS, type RatingRecord, toRecord as ratingRecord } from '../ratings';
import { type TicketRecord, toRecord as ticketRecord } from '../tickets';
import { TURNS, toRecord as turnRecord } from '../turn-record';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
const LOOSELY = { ordered: false, ...DURABLE };
const AT_ONCE = 1_000;
const MARK = 'samples';
/** Turns are named after their conversation. */
const SAMPLE_TURN = new RegExp(`${SAMPLE_NAME.source.slice(0, -1)}/`);

interface Mark {
  _id: typeof MARK;
  tickets: number;
  seed: number;
  at: Date;
  done: boolean;
}
type Named = { _id: string };

export interface SampleStoreParts {
  connection: Connection;
  identities: Identities;
  lists: ConversationLists;
}

/** Made-up reports in MongoDB: written like real ones, many at once, and found again by the names of their conversations. */
export function sampleStore({ connection, identities, lists }: SampleStoreParts): SampleStore {
  const marks = connection.collection<Mark>('samples');
  const tickets = connection.collection<TicketRecord>('tickets');
  const turns = connection.collection<Named>(TURNS);
  const others = { $not: SAMPLE_NAME };

  const state: SampleStore['state'] = async () => {
    const [mark, ticket, turn] = await Promise.all([
      marks.findOne({ _id: MARK }),
      tickets.findOne({ conversation: others } as object, { projection: { _id: 1 } }),
      turns.findOne({ _id: { $not: SAMPLE_TURN } }, { projection: { _id: 1 } }),
    ]);
    return { samples: mark ? (mark.done ? 'all' : 'partly') : 'none', real: Boolean(ticket ?? turn) };
  };

  const begin: SampleStore['begin'] = async (facts) => {
    await marks.insertOne({ _id: MARK, ...facts, at: new Date(), done: false }, DURABLE);
  };

  const finish: SampleStore['finish'] = async () => {
    await marks.updateOne({ _id: MARK }, { $set: { done: true } }, DURABLE);
  };

  const takeNumbers: SampleStore['takeNumbers'] = async (year, count) => {
    const counter = await connection
      .collection<Named & { last: number }>('counters')
      .findOneAndUpdate(
        { _id: `ticket-${year}` },
        { $inc: { last: count } },
        { upsert: true, returnDocument: 'after', ...DURABLE },
      );
    return (counter?.last ?? count) - count + 1;
  };

  /** The tickets last: none is ever without its conversation. */
  const write: SampleStore['write'] = async (cases) => {
    if (cases.length === 0) return;
    const mark = { process: 'demo', writing: randomUUID() };
    const records = cases.flatMap((each) => each.turns.map((turn) => turnRecord(turn, mark)));
    const ratings = cases.flatMap(({ rating }) => rating ?? []).map(ratingRecord);
    await Promise.all([
      turns.insertMany(records, LOOSELY),
      ratings.length > 0 && connection.collection<RatingRecord>(RATINGS).insertMany(ratings, LOOSELY),
      inSession((session) => identities.merge(cases.flatMap(whoIn), session)),
      inSession((session) => lists.show(cases.flatMap(lastTurn), session)),
    ]);
    await tickets.insertMany(
      cases.map(({ ticket }) => ticketRecord(ticket)),
      LOOSELY,
    );
  };

  async function inSession(work: (session: ClientSession) => Promise<void>): Promise<void> {
    const session = await connection.startSession();
    await work(session).finally(() => session.endSession());
  }

  /** The mark goes last: what is broken off is begun again. */
  const remove: SampleStore['remove'] = async () => {
    let removed = 0;
    for (let codes = await someCodes(); codes.length > 0; codes = await someCodes()) {
      const identitiesOf = codes.map((code) => `ticket:${code}`);
      await connection.collection<Named>('identities').deleteMany({ _id: { $in: identitiesOf } });
      removed += (await tickets.deleteMany({ _id: { $in: codes } })).deletedCount;
    }
    await turns.deleteMany({ _id: SAMPLE_TURN });
    for (const name of ['conversations', 'identities', RATINGS])
      await connection.collection<Named>(name).deleteMany({ _id: SAMPLE_NAME });
    await removeFiles();
    await connection
      .collection('staff')
      .deleteMany({ email: new RegExp(`@${SAMPLE_DOMAIN.replace('.', '[.]')}$`) });
    await marks.deleteOne({ _id: MARK }, DURABLE);
    return removed;
  };

  async function someCodes(): Promise<string[]> {
    const found = tickets.find({ conversation: SAMPLE_NAME } as object, { projection: { _id: 1 } });
    return (await found.limit(AT_ONCE).toArray()).map(({ _id }) => _id);
  }

  async function removeFiles(): Promise<void> {
    const entries = connection.collection('files.files');
    const found = await entries
      .find({ 'metadata.conversation': SAMPLE_NAME }, { projection: { _id: 1 } })
      .toArray();
    const ids = found.map(({ _id }) => _id);
    await entries.deleteMany({ _id: { $in: ids } });
    await connection.collection('files.chunks').deleteMany({ files_id: { $in: ids } });
  }

  return { state, begin, takeNumbers, write, finish, remove };
}

/** Name and phone go with the ticket too, as they do with real ones. */
function whoIn({ ticket, identity }: SampleCase) {
  if (!identity) return [];
  const { words: _words, ...who } = identity;
  return [
    { of: ticket.conversation, identity },
    { of: `ticket:${ticket.code}`, identity: who },
  ];
}

const lastTurn = ({ turns }: SampleCase): Turn[] => turns.slice(-1);
