import type { Deadlines } from '../deadlines/deadlines';
import { moveRefused } from '../errors';
import { isAccused } from '../routing/accused';
import { MOVES, REOPEN_DAYS } from './states';
import type {
  Actor,
  Agency,
  Category,
  DueNote,
  Patience,
  Status,
  Ticket,
  TicketEvent,
  TicketFile,
} from './ticket';

const DAY = 24 * 60 * 60 * 1000;

/** Who does it, and when. */
export interface Act {
  by: Actor;
  at: Date;
}

export const verify = (ticket: Ticket, act: Act, note?: string): Ticket =>
  move(ticket, act, { type: 'verified', to: 'verifying', note });

/** Hands it to the agency that is responsible; what it says of misconduct is never handed to the one it accuses. */
export function forward(ticket: Ticket, act: Act, agency: Agency, note?: string): Ticket {
  if (ticket.lane === 'misconduct' && isAccused(agency, ticket))
    throw moveRefused(`Phản ánh ${ticket.code} nêu chính ${agency.name}. Hãy chọn cơ quan khác.`);
  const told = [agency.name, note].filter(Boolean).join(': ');
  return { ...move(ticket, act, { type: 'forwarded', to: 'forwarded', note: told }), agency };
}

export const start = (ticket: Ticket, act: Act, note?: string): Ticket =>
  move(ticket, act, { type: 'started', to: 'in_progress', note });

/**
 * Asks the reporter something; the clock stands still until the answer.
 * @param patience how long to wait for it; absent: until somebody goes on
 */
export function askCitizen(ticket: Ticket, act: Act, question: string, patience?: Patience): Ticket {
  const asked = move(ticket, act, { type: 'citizen_asked', to: 'awaiting_citizen', note: question });
  return { ...asked, paused: { from: ticket.status, since: act.at, ...patience } };
}

/** Asks once more. */
export function remindCitizen(ticket: Ticket, act: Act): Ticket {
  if (!ticket.paused) throw notWaiting(ticket);
  const question = ticket.events.findLast(({ type }) => type === 'citizen_asked')?.note;
  const event = eventOf(act, { type: 'citizen_reminded', from: null, to: null, note: question });
  return { ...changed(ticket, event), paused: { ...ticket.paused, reminded: true } };
}

/** The reporter answered, or staff go on without: back to where it was, with as much time left as when the clock stopped. */
export function goOn(
  ticket: Ticket,
  act: Act,
  deadlines: Pick<Deadlines, 'afterPause'>,
  note?: string,
): Ticket {
  if (!ticket.paused) throw notWaiting(ticket);
  const { paused, ...rest } = ticket;
  const deadline = deadlines.afterPause(ticket, paused.since, act.at);
  const event = eventOf(act, { type: 'citizen_answered', from: ticket.status, to: paused.from, note });
  return changed(dueBy({ ...rest, status: paused.from }, deadline), event);
}

const notWaiting = ({ code }: Ticket) => moveRefused(`Phản ánh ${code} không chờ người dân trả lời.`);

export interface Resolution {
  text: string;
  evidence: TicketFile[];
  legalReason?: string;
}

/** Done, with evidence (a photo, a document) or a legal reason. */
export function resolve(ticket: Ticket, act: Act, { text, evidence, legalReason }: Resolution): Ticket {
  if (evidence.length === 0 && !legalReason?.trim()) {
    throw moveRefused('Cần ảnh, tài liệu chứng minh hoặc căn cứ pháp lý để kết thúc phản ánh.');
  }
  const note = legalReason?.trim() ? `${text} (căn cứ: ${legalReason.trim()})` : text;
  const resolved = move(ticket, act, { type: 'resolved', to: 'resolved', note });
  const proof = evidence.map((file) => ({ ...file, evidence: true }));
  return { ...resolved, attachments: [...ticket.attachments, ...proof] };
}

export function reject(ticket: Ticket, act: Act, reason: string): Ticket {
  if (!reason.trim()) throw moveRefused('Cần nêu lý do khi từ chối phản ánh.');
  return move(ticket, act, { type: 'rejected', to: 'rejected', note: reason });
}

export function markDuplicate(ticket: Ticket, act: Act, of: string): Ticket {
  if (of === ticket.code) throw moveRefused('Phản ánh không thể trùng với chính nó.');
  return { ...move(ticket, act, { type: 'marked_duplicate', to: 'duplicate', note: of }), duplicateOf: of };
}

/** Parted again from the ticket it was taken to repeat. */
export function part(ticket: Ticket, act: Act, note?: string): Ticket {
  const { duplicateOf: _of, ...rest } = move(ticket, act, { type: 'parted', to: 'received', note });
  return rest;
}

/** "Not solved": by its reporter, or by staff. A closed one only within 30 days. Its term begins anew. */
export function reopen(
  ticket: Ticket,
  act: Act,
  reason: string,
  deadlines: Pick<Deadlines, 'termOf' | 'from'>,
): Ticket {
  if (ticket.closedAt && act.at.getTime() - ticket.closedAt.getTime() > REOPEN_DAYS * DAY) {
    throw moveRefused(`Phản ánh ${ticket.code} đã đóng quá ${REOPEN_DAYS} ngày, xin gửi phản ánh mới.`);
  }
  const { closedAt: _closed, ...rest } = move(ticket, act, {
    type: 'reopened',
    to: 'reopened',
    note: reason,
  });
  const deadline = deadlines.from(act.at, deadlines.termOf(ticket));
  return {
    ...dueBy(rest, deadline),
    notSolved: ticket.notSolved + (act.by.kind === 'citizen' ? 1 : 0),
  };
}

export const close = (ticket: Ticket, act: Act, note?: string): Ticket => ({
  ...move(ticket, act, { type: 'closed', to: 'closed', note }),
  closedAt: act.at,
});

/** Taken back by its reporter. */
export const withdraw = (ticket: Ticket, act: Act, note?: string): Ticket =>
  move(ticket, act, { type: 'withdrawn', to: 'withdrawn', note });

/** The answer of staff to the reporter, which changes no state. */
export const answered = (ticket: Ticket, act: Act, text: string): Ticket =>
  changed(ticket, eventOf(act, { type: 'answered', from: null, to: null, note: text }));

/** A note for colleagues. */
export const noted = (ticket: Ticket, act: Act, note: string): Ticket =>
  changed(ticket, eventOf(act, { type: 'noted', from: null, to: null, note }));

/** The ticket belongs to an incident from now on: no news of the report, so it stays as old as it was. */
export function tieTo(ticket: Ticket, act: Act, incident: string): Ticket {
  const event = eventOf(act, { type: 'tied', from: null, to: null, note: incident });
  return { ...changed({ ...ticket, incident }, event), updatedAt: ticket.updatedAt };
}

/** An event that changes no state and is no news of the report, so it stays as old as it was. */
export function marked(ticket: Ticket, act: Act, event: { type: string; note: string | null }): Ticket {
  return {
    ...changed(ticket, eventOf(act, { ...event, from: null, to: null })),
    updatedAt: ticket.updatedAt,
  };
}

/** What its reporter thinks of how it was handled: no news of the report, so it stays as old as it was. */
export function rated(ticket: Ticket, act: Act, note: string): Ticket {
  const event = eventOf(act, { type: 'rated', from: null, to: null, note });
  return { ...changed(ticket, event), updatedAt: ticket.updatedAt };
}

/** Words or files that the reporter adds later. */
export function addWords(ticket: Ticket, act: Act, words: string, files: TicketFile[]): Ticket {
  const description = [ticket.description, words].filter(Boolean).join('\n');
  const event = eventOf(act, { type: 'citizen_added', from: null, to: null, note: words || null });
  return changed({ ...ticket, description, attachments: [...ticket.attachments, ...files] }, event);
}

/** The system notes that the deadline comes near or is past: no news of the report, so it stays as old as it was. */
export function noteDue(ticket: Ticket, at: Date, due: DueNote): Ticket {
  const event = eventOf({ by: { kind: 'system' }, at }, { type: due.kind, from: null, to: null });
  return { ...changed(ticket, event), updatedAt: ticket.updatedAt, due };
}

export interface Reclassification {
  category?: Category;
  urgent?: boolean;
  note?: string;
}

/** Staff correct what kind of report it is, or how urgent. */
export function reclassify(ticket: Ticket, act: Act, { category, urgent, note }: Reclassification): Ticket {
  if (category !== undefined && ticket.lane !== 'pollution') {
    throw moveRefused('Chỉ phản ánh ô nhiễm mới có loại.');
  }
  const told = [
    category !== undefined && `loại: ${ticket.category ?? '–'} → ${category}`,
    urgent !== undefined && (urgent ? 'khẩn' : 'không khẩn'),
    note,
  ].filter(Boolean);
  const event = eventOf(act, { type: 'reclassified', from: null, to: null, note: told.join('; ') });
  return changed(
    { ...ticket, ...(category && { category }), ...(urgent !== undefined && { urgent }) },
    event,
  );
}

interface Move {
  type: string;
  to: Status;
  note?: string | undefined;
}

/** What was noted of a deadline goes when the deadline moves. */
function dueBy({ due, ...ticket }: Ticket, deadline: Date | null): Ticket {
  const same = due?.deadline.getTime() === deadline?.getTime();
  return { ...ticket, deadline, ...(due && same && { due }) };
}

/** A change of state and its event are one act. */
function move(ticket: Ticket, act: Act, { type, to, note }: Move): Ticket {
  if (!MOVES[ticket.status].includes(to)) {
    throw moveRefused(
      `Phản ánh ${ticket.code} đang ở trạng thái "${ticket.status}", không chuyển sang "${to}" được.`,
    );
  }
  const { paused: _paused, ...rest } = ticket;
  return changed({ ...rest, status: to }, eventOf(act, { type, from: ticket.status, to, note }));
}

function eventOf(
  act: Act,
  event: { type: string; from: Status | null; to: Status | null; note?: string | null | undefined },
): TicketEvent {
  return {
    at: act.at,
    by: act.by,
    type: event.type,
    from: event.from,
    to: event.to,
    note: event.note ?? null,
  };
}

function changed(ticket: Ticket, event: TicketEvent): Ticket {
  return {
    ...ticket,
    revision: ticket.revision + 1,
    updatedAt: event.at,
    watchAt: event.at,
    events: [...ticket.events, event],
  };
}
