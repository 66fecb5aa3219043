import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { GridFSBucket, type Db, type Document } from 'mongodb';
import { isOwn, numberOf, type Citizen, type Photo, type Read } from './citizen';

/** What was acknowledged to one citizen, as noted by somebody who trusts nobody. */
interface Noted {
  citizen: Citizen;
  /** By the client's own id of the message: the id it was acknowledged with, and what was said. */
  said: Map<string, { id: string; text?: string; photo?: Photo }>;
  /** Tickets the citizen was told of, by the words that mark the story. */
  tickets: Map<string, string>;
}

/** What is wrong. An empty list is the promise kept. */
export interface Findings {
  missing: string[];
  doubled: string[];
  /** Messages that nobody answered, gaps in the log, words that changed. */
  wrong: string[];
}

/**
 * Stands outside the system and keeps all that was acknowledged with 2xx or seen by a citizen; afterwards compares it
 * with what the system says and with what lies in the database.
 */
export class Recorder {
  private readonly people = new Map<Citizen, Noted>();
  private readonly staffWrites: { code: string; text: string }[] = [];

  /** Says it through the citizen, and notes it once it is acknowledged. */
  async say(citizen: Citizen, words: { text?: string; key: string; photo?: Photo }): Promise<string> {
    const id = await citizen.say(words);
    const { key, ...said } = words;
    this.of(citizen).said.set(key, { id, ...said });
    return id;
  }

  /** A citizen was told of a ticket for the story that holds `mark`. */
  ticketSeen(citizen: Citizen, mark: string, code: string): void {
    this.of(citizen).tickets.set(mark, code);
  }

  /** Staff were told that their answer is written. */
  staffWrote(code: string, text: string): void {
    this.staffWrites.push({ code, text });
  }

  get counts() {
    const all = [...this.people.values()];
    const said = all.flatMap(({ said }) => [...said.values()]);
    return {
      conversations: all.length,
      messages: said.length,
      attachments: said.filter(({ photo }) => photo).length,
      tickets: all.reduce((sum, { tickets }) => sum + tickets.size, 0),
      staffWrites: this.staffWrites.length,
    };
  }

  /** Compares, once all that was held is answered. The citizens must read from a process that runs. */
  async compare(db: Db): Promise<Findings> {
    await allAnswered(db);
    const findings: Findings = { missing: [], doubled: [], wrong: [] };
    for (const noted of this.people.values()) await this.compareOne(noted, db, findings);
    await compareLog(db, findings);
    await this.compareStaff(db, findings);
    return findings;
  }

  private of(citizen: Citizen): Noted {
    const noted = this.people.get(citizen) ?? { citizen, said: new Map(), tickets: new Map() };
    this.people.set(citizen, noted);
    return noted;
  }

  private async compareOne({ citizen, said, tickets }: Noted, db: Db, findings: Findings): Promise<void> {
    const truth = await citizen.readAll();
    numbered(truth, findings);
    seen(citizen.read, truth, findings);
    for (const [key, { id, text, photo }] of said) {
      const found = truth.filter((each) => isOwn(each) && each.channelData?.clientActivityID === key);
      if (found.length > 1) findings.doubled.push(`message ${key}`);
      const [one] = found;
      if (!one || one.id !== id || one.text !== text) findings.missing.push(`message ${key}`);
      else if (photo) await attachmentOf(one, photo, db, findings);
    }
    for (const [mark, code] of tickets) await ticketOf(mark, code, db, findings);
  }

  private async compareStaff(db: Db, findings: Findings): Promise<void> {
    for (const { code, text } of this.staffWrites) {
      const ticket = await db.collection('tickets').findOne({ code });
      const events = ((ticket?.events ?? []) as Document[]).filter(({ note }) => note === text);
      const told = await db.collection('turns').countDocuments({ 'out.activity.text': { $regex: text } });
      if (events.length === 0 || told === 0) findings.missing.push(`answer of staff ${text}`);
      if (events.length > 1 || told > 1) findings.doubled.push(`answer of staff ${text}`);
    }
  }
}

/** What waits for its time to be answered is answered. */
async function allAnswered(db: Db): Promise<void> {
  const waiting = { dueAt: { $exists: true } };
  while ((await db.collection('turns').countDocuments(waiting)) > 0) await pause(100);
}

function numbered(truth: Read[], { wrong }: Findings): void {
  truth.forEach(({ id }, index) => {
    if (numberOf(id) !== index + 1) wrong.push(`message ${id} stands at place ${index + 1}`);
  });
}

/** What a citizen has once seen never changes and never goes. */
function seen(read: readonly Read[], truth: readonly Read[], findings: Findings): void {
  const now = new Map(truth.map((each) => [each.id, each]));
  const before = new Set<string>();
  for (const { id, text } of read) {
    if (before.has(id)) findings.doubled.push(`message ${id} was read twice`);
    before.add(id);
    if (!now.has(id)) findings.missing.push(`message ${id} was read and is gone`);
    else if (now.get(id)?.text !== text) findings.wrong.push(`message ${id} was read with other words`);
  }
}

async function attachmentOf(message: Read, photo: Photo, db: Db, findings: Findings): Promise<void> {
  const fileId = /attachments\/([0-9a-f]{24})/.exec(message.attachments?.[0]?.contentUrl ?? '')?.[1];
  const entries = await db.collection('files.files').find({ filename: photo.name }).toArray();
  const entry = entries.find(({ _id }) => String(_id) === fileId);
  if (!entry || digest(await bytesOf(db, entry)) !== digest(photo.bytes))
    findings.missing.push(`attachment ${photo.name}`);
}

async function bytesOf(db: Db, entry: Document): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const bucket = new GridFSBucket(db, { bucketName: 'files' });
  for await (const chunk of bucket.openDownloadStream(entry._id)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** One confirmation, one ticket, and it is the one that the citizen was told of. */
async function ticketOf(mark: string, code: string, db: Db, findings: Findings): Promise<void> {
  const tickets = await db
    .collection('tickets')
    .find({ description: { $regex: mark } })
    .toArray();
  if (!tickets.some((ticket) => ticket.code === code)) findings.missing.push(`ticket ${code} of ${mark}`);
  if (tickets.length > 1) findings.doubled.push(`${tickets.length} tickets for ${mark}`);
}

/** The log by itself, whoever acknowledged what: no event twice, no gap, each message answered, by one turn. */
async function compareLog(db: Db, findings: Findings): Promise<void> {
  const turns = await db.collection('turns').find().sort({ conversation: 1, seq: 1 }).toArray();
  const byConversation = new Map<string, Document[]>();
  for (const turn of turns)
    byConversation.set(turn.conversation, [...(byConversation.get(turn.conversation) ?? []), turn]);
  for (const log of byConversation.values()) checkConversation(log, findings);
  await checkTickets(turns, db, findings);
}

function checkConversation(log: Document[], { doubled, wrong }: Findings): void {
  const events = new Set<string>();
  let next = 1;
  log.forEach((turn, index) => {
    const where = `${turn.conversation}/${turn.seq}`;
    if (turn.seq !== index + 1) wrong.push(`turn ${where} stands at place ${index + 1}`);
    if (turn.firstMessage !== next) wrong.push(`turn ${where} begins at ${turn.firstMessage}, not ${next}`);
    next = turn.firstMessage + (turn.in ? 1 : 0) + turn.out.length;
    if (turn.eventId !== undefined && events.has(turn.eventId)) doubled.push(`event ${turn.eventId}`);
    events.add(turn.eventId);
    if (turn.in && turn.out.length === 0 && !turn.state.held) wrong.push(`turn ${where} answers nothing`);
  });
  if (log.at(-1)?.state.held) wrong.push(`${log.at(-1)?.conversation} is left without an answer`);
}

/** Each ticket was filed by exactly one turn, each turn that tells of a new ticket has filed it. */
async function checkTickets(turns: Document[], db: Db, findings: Findings): Promise<void> {
  const told = turns.flatMap(({ out }) =>
    (out as Document[]).flatMap(({ secretOf }) => (secretOf ? [String(secretOf)] : [])),
  );
  const filed = (await db.collection('tickets').find().toArray()).map(({ code }) => String(code));
  for (const code of told) if (!filed.includes(code)) findings.missing.push(`ticket ${code}`);
  for (const code of filed) {
    const times = told.filter((each) => each === code).length;
    if (times === 0) findings.wrong.push(`ticket ${code} was filed by no turn`);
    if (times > 1) findings.doubled.push(`ticket ${code} was told of ${times} times`);
  }
}
