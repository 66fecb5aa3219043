import type { ClientSession } from 'mongodb';
import type { Connection, QueryFilter, Model } from 'mongoose';
import { Schema } from 'mongoose';
import type { DueState } from '../hotline/deadlines/outlook';
import type { TicketFilter, TicketStore } from '../hotline/stores';
import { RUNNING } from '../hotline/ticket/states';
import type { Ticket } from '../hotline/ticket/ticket';
import { CATEGORIES, LANES, STATUSES } from '../hotline/ticket/ticket';
import { wallClock } from '../hotline/vietnam-time';
import { insertWithin } from './plain-insert';

/** Numbers taken at once by a process; those it does not use stay gaps. */
const BLOCK = 20;

export interface Tickets extends TicketStore {
  insert(tickets: Ticket[], session: ClientSession): Promise<void>;
  /** False when the ticket was changed since the revision before this one was read. */
  replace(ticket: Ticket, session: ClientSession): Promise<boolean>;
  ensureIndexes(): Promise<void>;
}

interface Counter {
  _id: string;
  last: number;
}

export function ticketStore(connection: Connection): Tickets {
  const model: Model<TicketRecord> = connection.model<TicketRecord>('Ticket', ticketSchema);
  const counters = connection.collection<Counter>('counters');
  let block = { year: 0, next: 0, end: 0 };
  let taking: Promise<void> = Promise.resolve();

  async function nextCode(now: Date): Promise<string> {
    const year = yearInVietnam(now);
    while (block.year !== year || block.next >= block.end) {
      taking = taking.catch(() => undefined).then(() => takeBlock(year));
      await taking;
    }
    return `XH-${year}-${String(block.next++).padStart(6, '0')}`;
  }

  async function takeBlock(year: number): Promise<void> {
    if (block.year === year && block.next < block.end) return;
    const counter = await counters.findOneAndUpdate(
      { _id: `ticket-${year}` },
      { $inc: { last: BLOCK } },
      { upsert: true, returnDocument: 'after', writeConcern: { w: 'majority', j: true } },
    );
    const end = (counter?.last ?? BLOCK) + 1;
    block = { year, next: end - BLOCK, end };
  }

  async function insert(tickets: Ticket[], session: ClientSession): Promise<void> {
    const records = tickets.map(toRecord);
    for (const record of records) refuseInvalid(record, model.schema);
    await insertWithin(session, connection, model.collection.name, records);
  }

  async function replace(ticket: Ticket, session: ClientSession): Promise<boolean> {
    await model.validate(toRecord(ticket));
    const read = { _id: ticket.code, revision: ticket.revision - 1 };
    const result = await model.replaceOne(read, toRecord(ticket), { session });
    return result.matchedCount === 1;
  }

  const find = async (code: string): Promise<Ticket | undefined> => (await findMany([code]))[0];

  async function findMany(codes: readonly string[]): Promise<Ticket[]> {
    // What is read here is written back changed: it must not be what a change of the primary takes back.
    const found = model.find({ _id: { $in: [...codes] } }).readConcern('majority');
    return (await found.lean()).map(fromRecord);
  }

  async function list(filter: TicketFilter): Promise<{ items: Ticket[]; total: number }> {
    const query = queryOf(filter);
    const [records, total] = await Promise.all([
      model
        .find(query)
        .sort({ createdAt: -1 })
        .skip((filter.page - 1) * filter.pageSize)
        .limit(filter.pageSize)
        .lean(),
      model.countDocuments(query),
    ]);
    return { items: records.map(fromRecord), total };
  }

  const ensureIndexes = async (): Promise<void> => {
    await model.createIndexes();
  };

  return { nextCode, insert, replace, find, findMany, list, ensureIndexes };
}

/** `geo`: the position once more, in the shape that the index of positions takes. */
export type TicketRecord = Ticket & { _id: string; geo?: { type: 'Point'; coordinates: [number, number] } };

export function toRecord(ticket: Ticket): TicketRecord {
  const { lat, lon } = ticket.location;
  const geo =
    lat === null || lon === null
      ? undefined
      : { type: 'Point' as const, coordinates: [lon, lat] as [number, number] };
  return { _id: ticket.code, ...ticket, ...(geo && { geo }) };
}

export function fromRecord(record: TicketRecord): Ticket {
  const { _id, geo: _geo, ...ticket } = record;
  return ticket;
}

/**
 * The schema's rules, without its conversions: a new ticket is made by ourselves, so its types are known, and turning
 * each into mongoose's own objects first cost more than all the rest of the check.
 */
function refuseInvalid(record: TicketRecord, { paths }: Schema<TicketRecord>): void {
  for (const [path, { validators }] of Object.entries(paths))
    for (const { validator } of validators)
      if (!validator?.call(record, record[path as keyof TicketRecord], undefined as never))
        throw new Error(`ticket ${record.code} is not valid: ${path}`);
}

function queryOf({ lanes, lane, status, agency, due, q }: TicketFilter): QueryFilter<TicketRecord> {
  const seen = lane ? lanes.filter((each) => each === lane) : [...lanes];
  return {
    lane: { $in: seen },
    ...(status && { status }),
    ...(agency !== undefined && { 'agency.code': agency, 'events.to': 'forwarded' }),
    ...(due && { $and: [dueNow(due, new Date())] }),
    ...(q && searchOf(q)),
  };
}

/** What comes near was noted by the watch of deadlines; what is past, the clock tells. */
function dueNow(due: DueState, now: Date): QueryFilter<TicketRecord> {
  const running = { status: { $in: [...RUNNING] } };
  if (due === 'overdue') return { ...running, deadline: { $lte: now } };
  return { ...running, 'due.kind': 'due_soon', deadline: { $gt: now } };
}

/** A code is looked up by its beginning; words are searched in what the citizen wrote and where. */
function searchOf(q: string): QueryFilter<TicketRecord> {
  if (/^xh-/i.test(q)) return { _id: { $regex: `^${escaped(q.toUpperCase())}` } };
  return { $text: { $search: q } };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const yearInVietnam = (now: Date): number => wallClock(now).getUTCFullYear();

/** The same for every store of a connection: mongoose takes a model's schema only once. */
const ticketSchema = schemaOfTickets();

function schemaOfTickets(): Schema<TicketRecord> {
  const place = { text: String, provinceCode: String, communeCode: String, lat: Number, lon: Number };
  const schema = new Schema<TicketRecord>(
    {
      _id: { type: String, match: /^XH-\d{4}-\d{6,}$/ },
      code: { type: String, required: true },
      revision: { type: Number, required: true },
      lane: { type: String, enum: LANES, required: true },
      category: { type: String, enum: [...CATEGORIES, null] },
      status: { type: String, enum: STATUSES, required: true },
      urgent: { type: Boolean, required: true },
      anonymous: { type: Boolean, required: true },
      description: { type: String, default: '' },
      location: { type: new Schema(place, { _id: false }), required: true },
      time: { type: Schema.Types.Mixed, default: null },
      source: { type: String, default: null },
      agency: { type: new Schema({ code: String, name: String }, { _id: false }), default: null },
      deadline: { type: Date, default: null },
      term: Schema.Types.Mixed,
      watchAt: Date,
      due: Schema.Types.Mixed,
      accused: { type: [String], default: undefined },
      createdAt: { type: Date, required: true },
      updatedAt: { type: Date, required: true },
      channel: { type: String, required: true },
      conversation: { type: String, required: true },
      secretHash: { type: String, required: true },
      paused: Schema.Types.Mixed,
      duplicateOf: String,
      incident: String,
      geo: Schema.Types.Mixed,
      closedAt: Date,
      notSolved: { type: Number, required: true },
      events: [Schema.Types.Mixed],
      attachments: [Schema.Types.Mixed],
    },
    { collection: 'tickets', versionKey: false, minimize: false, autoIndex: false, autoCreate: false },
  );
  // Lists of one lane and state, newest first; of one agency; what is due; the reports of a conversation; words.
  schema.index({ lane: 1, status: 1, createdAt: -1 });
  schema.index({ 'agency.code': 1, createdAt: -1 });
  schema.index({ status: 1, deadline: 1 });
  schema.index({ conversation: 1 });
  // Of one incident; what may be of the same matter: around a point, or of its kind in a commune.
  schema.index({ incident: 1 }, { sparse: true });
  schema.index({ geo: '2dsphere' }, { sparse: true });
  schema.index({ 'location.communeCode': 1, category: 1, createdAt: -1 });
  schema.index(
    { description: 'text', 'location.text': 'text', source: 'text' },
    { default_language: 'none' },
  );
  return schema;
}
