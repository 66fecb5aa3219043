import type { Connection } from 'mongoose';
import type { DueStore } from '../hotline/deadlines/watch';
import type { Ticket } from '../hotline/ticket/ticket';
import { fromRecord, type TicketRecord, toRecord } from './tickets';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

/** Tickets that wait for the watch of deadlines are found by `watchAt`, which the others do not have. */
export function dueTickets(connection: Connection): DueStore {
  const tickets = connection.collection<TicketRecord>('tickets');

  async function toLookAt(now: Date, limit: number): Promise<Ticket[]> {
    const found = tickets.find({ watchAt: { $lte: now } }).sort({ watchAt: 1 });
    return (await found.limit(limit).toArray()).map((record) => fromRecord(record as TicketRecord));
  }

  async function keep(ticket: Ticket): Promise<boolean> {
    const read = { _id: ticket.code, revision: ticket.revision - 1 };
    return (await tickets.replaceOne(read, toRecord(ticket), DURABLE)).matchedCount === 1;
  }

  async function lookAgain({ code, revision, watchAt }: Ticket, at: Date | null): Promise<void> {
    const change = at ? { $set: { watchAt: at } } : { $unset: { watchAt: '' as const } };
    await tickets.updateOne({ _id: code, revision, ...(watchAt && { watchAt }) }, change);
  }

  async function takeTelling({ code, due }: Ticket, until: Date): Promise<boolean> {
    const left = { _id: code, 'due.tellingUntil': due?.tellingUntil } as object;
    const mine = { $set: { 'due.tellingUntil': until, watchAt: until } } as object;
    return (await tickets.updateOne(left, mine, DURABLE)).matchedCount === 1;
  }

  async function told({ code, due }: Ticket, now: Date): Promise<void> {
    const noted = { _id: code, 'due.kind': due?.kind, 'due.deadline': due?.deadline } as object;
    const done = { $unset: { 'due.tellingUntil': '' }, $set: { watchAt: now } } as object;
    await tickets.updateOne(noted, done, DURABLE);
  }

  return { toLookAt, keep, lookAgain, takeTelling, told };
}

/** States in which a ticket of before there was a watch still has something to wait for. */
const OPEN = ['received', 'verifying', 'forwarded', 'in_progress', 'reopened', 'awaiting_citizen'];

/** The indexes of the watch, and a first look at every open ticket of before. */
export async function beginWatch(connection: Connection): Promise<void> {
  const tickets = connection.collection('tickets');
  await tickets.createIndexes([
    { key: { watchAt: 1 }, name: 'watch', partialFilterExpression: { watchAt: { $exists: true } } },
    {
      key: { 'due.kind': 1, deadline: 1 },
      name: 'due',
      partialFilterExpression: { 'due.kind': { $exists: true } },
    },
  ]);
  await tickets.updateMany(
    { status: { $in: OPEN }, watchAt: { $exists: false }, due: { $exists: false } },
    { $set: { watchAt: new Date() } },
  );
}
