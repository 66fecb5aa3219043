import { dueOf, type DueState } from '../../hotline/deadlines/outlook';
import type { Asker } from '../../hotline/permissions';
import type { Identity, Taken } from '../../hotline/stores';
import { FOR_ALL } from '../../hotline/ticket/desk';
import type { Actor, Ticket, TicketEvent, TicketFile } from '../../hotline/ticket/ticket';
import { isoVietnam } from '../http/dates';
import { nextMoves } from './next-moves';
import type { TicketBody, Workspace } from './schema';

/**
 * @param reporter who filed it, for those who may know; else null
 * @param taken when and where its photos were taken, by file, for those who may know
 */
export function presentTicket(
  ticket: Ticket,
  reporter: TicketBody['reporter'],
  taken: ReadonlyMap<string, Taken> = new Map(),
): TicketBody {
  const { code, lane, category, status, urgent, anonymous, description, location, time, source } = ticket;
  return {
    ...{ code, lane, category, status, urgent, anonymous, description },
    location: {
      text: location.text,
      provinceCode: location.provinceCode,
      communeCode: location.communeCode,
      lat: location.lat,
      lon: location.lon,
    },
    time: time && { text: time.text, from: time.from, to: time.to, recurring: time.recurring },
    source,
    reporter,
    agency: ticket.agency && { code: ticket.agency.code, name: ticket.agency.name },
    deadline: ticket.deadline && isoVietnam(ticket.deadline),
    createdAt: isoVietnam(ticket.createdAt),
    events: ticket.events.map(presentEvent),
    attachments: ticket.attachments.map((file) => presentFile(file, taken.get(file.id))),
  };
}

/** By code, those that are near their deadline or past it. */
export function presentDue(tickets: readonly Ticket[]): Record<string, DueState> {
  const now = new Date();
  return Object.fromEntries(
    tickets.flatMap((ticket) => {
      const due = dueOf(ticket, now);
      return due ? [[ticket.code, due]] : [];
    }),
  );
}

/** Null when nothing is known of the reporter: an anonymous report. */
export function presentReporter(identity: Identity | undefined): TicketBody['reporter'] {
  if (!identity?.name && !identity?.phone) return null;
  return { name: identity.name ?? null, phone: identity.phone ?? null };
}

export function presentWorkspace(
  asker: Asker,
  ticket: Ticket,
  { mayRead, unreachable }: { mayRead: boolean; unreachable: Date | undefined },
): Workspace {
  const moves = nextMoves(asker, ticket);
  return {
    moves,
    forAll: ticket.incident === undefined ? [] : moves.filter((type) => FOR_ALL.includes(type)),
    conversation: mayRead ? ticket.conversation : null,
    unreachableSince: unreachable ? isoVietnam(unreachable) : null,
    due: dueOf(ticket, new Date()),
    duplicateOf: ticket.duplicateOf ?? null,
    evidence: ticket.attachments.filter((file) => file.evidence).map((file) => file.id),
  };
}

const presentEvent = ({ at, by, type, from, to, note }: TicketEvent) => ({
  ...{ at: isoVietnam(at), by: actorName(by) },
  ...{ type, from, to, note },
});

/** Programs tell the citizen and the system apart by these words; anything else is a person's name. */
const actorName = (actor: Actor) => (actor.kind === 'staff' ? actor.name : actor.kind);

const presentFile = ({ id, name, type, size }: TicketFile, taken: Taken | undefined) => ({
  ...{ id, name, type, size },
  url: fileUrl(id),
  ...(taken && { taken: { at: taken.at ?? null, lat: taken.lat ?? null, lon: taken.lon ?? null } }),
});

export const fileUrl = (id: string) => `/api/staff/files/${encodeURIComponent(id)}`;
