import type { ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Turn } from '../hotline/conversation/turn';
import type { Along } from '../hotline/stores';
import { alertsOf } from '../hotline/alerts/from-turn';
import { changedMeanwhile } from '../hotline/errors';
import type { Alerts } from './alerts';
import type { ConversationLists } from './conversations';
import { isDuplicateKey } from './duplicate-key';
import type { Identities } from './identities';
import { insertWithin } from './plain-insert';
import type { Questions } from './questions';
import type { Ratings } from './ratings';
import type { Tickets } from './tickets';
import { TURNS, type StoredTurn } from './turn-record';

/** The driver would go on for two minutes against what a killed process left open, and the others would wait. */
const PATIENCE_MS = 2_000;

export interface TogetherParts {
  connection: Connection;
  tickets: Tickets;
  identities: Identities;
  lists: ConversationLists;
  alerts: Pick<Alerts, 'addWithin'>;
  questions: Pick<Questions, 'addWithin'>;
  ratings: Pick<Ratings, 'keepWithin'>;
}

/** So many turns share a transaction at most. */
const MOST_TOGETHER = 50;

type Outcome = 'written' | 'duplicate';

interface Waiting {
  record: StoredTurn;
  turn: Turn;
  along: Along;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Writes a turn and what belongs to it (tickets, identity, the staff's lists and alerts) in one transaction. Turns that come
 * while another transaction is under way share the next one; when that fails, each is tried again by itself, so that
 * none suffers for another.
 * @returns `duplicate` when the turn's place or event was taken; then nothing at all was written
 * @throws HotlineError `changed_meanwhile` when a ticket was changed since it was read
 */
export function togetherWriter(parts: TogetherParts) {
  const { connection, tickets, identities, lists, alerts, questions, ratings } = parts;
  let waiting: Waiting[] = [];
  let underWay = false;

  return (record: StoredTurn, turn: Turn, along: Along): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      waiting.push({ record, turn, along, resolve, reject });
      if (waiting.length === 1) setImmediate(() => void send());
    });

  async function send(): Promise<void> {
    if (underWay) return;
    underWay = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      await write(batch);
    }
    underWay = false;
  }

  async function write(batch: Waiting[]): Promise<void> {
    try {
      await inTransaction((session) => writeAll(batch, session), 0);
      for (const { resolve } of batch) resolve('written');
    } catch {
      // Not waited for: who is held up by somebody's lock holds up only himself.
      for (const each of batch) void writeAlone(each);
    }
  }

  async function writeAlone(one: Waiting): Promise<void> {
    try {
      await inTransaction((session) => writeAll([one], session), PATIENCE_MS);
      one.resolve('written');
    } catch (error) {
      if (isTaken(error)) one.resolve('duplicate');
      else one.reject(error);
    }
  }

  async function inTransaction(
    work: (session: ClientSession) => Promise<void>,
    patienceMs: number,
  ): Promise<void> {
    const session = connection.getClient().startSession();
    const until = Date.now() + patienceMs;
    let tries = 0;
    const inTime = (own: ClientSession) => {
      if (tries++ > 0 && Date.now() > until)
        throw new Error('what the transaction writes is held by another one');
      return work(own);
    };
    try {
      await session.withTransaction(inTime, { writeConcern: { w: 'majority', j: true } });
    } finally {
      await session.endSession();
    }
  }

  async function writeAll(batch: Waiting[], session: ClientSession): Promise<void> {
    const filed = batch.flatMap(({ along }) => along.filed ?? []);
    if (filed.length > 0) await tickets.insert(filed, session);
    for (const ticket of batch.flatMap(({ along }) => along.changed ?? [])) {
      if (!(await tickets.replace(ticket, session))) throw changedMeanwhile();
    }
    await identities.merge(
      batch.flatMap(({ along }) => along.identities ?? []),
      session,
    );
    await identities.keepReporters(batch.flatMap(reporterOf), session);
    const listed = batch.filter(({ along }) => along.listed).map(({ turn }) => turn);
    if (listed.length > 0) await lists.show(listed, session);
    await alerts.addWithin(
      batch.flatMap(({ turn, along }) => alertsOf(turn, along)),
      session,
    );
    await questions.addWithin(
      batch.flatMap(({ along }) => along.questions ?? []),
      session,
    );
    await ratings.keepWithin(
      batch.flatMap(({ along }) => along.ratings ?? []),
      session,
    );
    // Last: should the process die before it commits, nobody can write at these places until the database notices.
    const records = batch.map(({ record }) => record);
    await insertWithin(session, connection, TURNS, records);
  }
}

function reporterOf({ turn, along }: Waiting): { conversation: string; code: string }[] {
  return along.reporterOf === undefined ? [] : [{ conversation: turn.conversation, code: along.reporterOf }];
}

/** The place in the log, the event, or the ticket's number. */
function isTaken(error: unknown): boolean {
  const { message } = error as { message?: string };
  return isDuplicateKey(error) && /index: (?:_id_|inbox) /.test(message ?? '');
}
