import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Ticket } from '../../hotline/ticket/ticket';
import { Database, endAll, System } from '../system';
import { filedTicket } from '../town/tickets';

jest.setTimeout(120_000);

type Stored = Ticket & { _id: string };
const TICKETS = 150;
let mongo: MongoClient | undefined;

afterAll(async () => {
  await mongo?.close();
  await endAll();
});

it('of two systems one is killed in the middle: every overdue report is noted once, and told', async () => {
  const database = await Database.start();
  const mongodbUri = database.fresh();
  const killed = await System.start({ mongodbUri });
  mongo = await MongoClient.connect(mongodbUri);
  const tickets = mongo.db().collection<Stored>('tickets');
  const past = new Date(Date.now() - 1000);
  await tickets.insertMany(
    Array.from({ length: TICKETS }, (_, index) => {
      const code = `XH-2026-${String(index + 1).padStart(6, '0')}`;
      return { _id: code, ...filedTicket(code, { deadline: past, watchAt: past }) };
    }),
  );
  await until(
    () => tickets.countDocuments({ due: { $exists: true } }),
    (noted) => noted > 0,
  );
  await killed.kill();

  const other = await System.start({ mongodbUri });
  await until(
    () => tickets.countDocuments({ 'due.kind': 'overdue' }),
    (noted) => noted === TICKETS,
  );
  // What the dead one had still to tell is taken up when its time is up: let it be up now.
  await tickets.updateMany(
    { 'due.tellingUntil': { $exists: true } },
    { $set: { 'due.tellingUntil': past, watchAt: past } },
  );
  await until(
    () => tickets.countDocuments({ watchAt: { $exists: true } }),
    (left) => left === 0,
  );

  const all = await tickets.find().toArray();
  const overdue = all.map(({ events }) => events.filter(({ type }) => type === 'overdue').length);
  expect(overdue).toEqual(Array.from({ length: TICKETS }, () => 1));
  expect(all.filter(({ due }) => due?.tellingUntil)).toEqual([]);
  expect(all.every(({ revision, status }) => revision === 2 && status === 'received')).toBe(true);
  expect(await other.stop()).toBe(0);
});

async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<void> {
  while (!isSo(await look())) await pause(20);
}
