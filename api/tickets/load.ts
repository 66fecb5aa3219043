import { invalid, notFound } from '../../hotline/errors';
import { lanesOf, maySeeConversation, maySeeReporter, maySeeTicket } from '../../hotline/permissions';
import type { StaffAccount } from '../../hotline/staff';
import type { Taken, TicketFilter, TicketStore } from '../../hotline/stores';
import type { StaffMove } from '../../hotline/ticket/desk';
import type { Ticket } from '../../hotline/ticket/ticket';
import { PAGE_SIZE } from '../http/schema';
import type { StaffApiOptions } from '../options';
import { presentReporter } from './present';
import type { TicketBody } from './schema';

/** The ticket, for somebody who may see it. @throws HotlineError `not_found`, which tells the two apart for nobody */
export async function seenTicket(tickets: TicketStore, user: StaffAccount, code = ''): Promise<Ticket> {
  const ticket = /^[A-Z0-9-]{1,40}$/.test(code) ? await tickets.find(code) : undefined;
  if (!ticket || !maySeeTicket(user, ticket)) throw notFound('phản ánh này');
  return ticket;
}

type Wanted = Pick<TicketFilter, 'status' | 'lane' | 'due' | 'q' | 'page'>;

/** One page of the tickets this person may see. */
export async function seenTickets(tickets: TicketStore, user: StaffAccount, wanted: Wanted) {
  const agency = user.role === 'agency' ? user.agency?.code : undefined;
  const filter = { ...wanted, lanes: lanesOf(user), pageSize: PAGE_SIZE, agency };
  if (user.role === 'inspector' && user.agency) return seenOneByOne(tickets, user, filter);
  const { items, total } = await tickets.list(filter);
  return { items: items.filter((ticket) => maySeeTicket(user, ticket)), total };
}

const BATCH = 100;

/**
 * Whether a report names the inspector's own unit is told by its words, which no index knows. All are read and
 * counted here, so that not even the total speaks of a hidden one. The lane is small.
 */
async function seenOneByOne(tickets: TicketStore, user: StaffAccount, filter: TicketFilter) {
  const seen: Ticket[] = [];
  for (let page = 1, more = true; more; page += 1) {
    const { items } = await tickets.list({ ...filter, page, pageSize: BATCH });
    seen.push(...items.filter((ticket) => maySeeTicket(user, ticket)));
    more = items.length === BATCH;
  }
  const start = (filter.page - 1) * filter.pageSize;
  return { items: seen.slice(start, start + filter.pageSize), total: seen.length };
}

/** An incident holds as many as are shown; of more, the oldest. */
const INCIDENT_SHOWN = 200;

/** The incident of a ticket, with the codes of its other tickets that this person may see. */
export async function incidentOf(
  { incidents }: Pick<StaffApiOptions, 'incidents'>,
  user: StaffAccount,
  { code, incident }: Ticket,
): Promise<TicketBody['incident']> {
  if (incident === undefined) return undefined;
  const found = await incidents.ofIncident(incident, INCIDENT_SHOWN);
  const others = found.filter((ticket) => ticket.code !== code && maySeeTicket(user, ticket));
  return { id: incident, tickets: others.map((ticket) => ticket.code) };
}

/**
 * The other tickets of its incident with which this person may do the same; the audit entry is durable before anything
 * is done.
 * @throws HotlineError `invalid` when it is of no incident
 */
export async function alsoOf(
  { incidents, audit }: Pick<StaffApiOptions, 'incidents' | 'audit'>,
  user: StaffAccount,
  ticket: Ticket,
  doing: StaffMove['type'] | 'answer',
): Promise<string[]> {
  const incident = await incidentOf({ incidents }, user, ticket);
  if (!incident) throw invalid('Phản ánh này không thuộc vụ việc nào. Hãy tải lại trang rồi thử lại.');
  const by = { id: user.id, name: user.name };
  const note = `${doing}: ${[ticket.code, ...incident.tickets].join(', ')}`;
  await audit.record({ by, action: 'incident.act', object: incident.id, note });
  return incident.tickets;
}

/** Who filed it, for those who may know; the audit entry is durable before the answer leaves. */
export async function reporterOf(
  { identities, audit }: Pick<StaffApiOptions, 'identities' | 'audit'>,
  user: StaffAccount,
  ticket: Ticket,
): Promise<TicketBody['reporter']> {
  if (!maySeeReporter(user, ticket)) return null;
  const reporter = presentReporter(await identities.of(`ticket:${ticket.code}`));
  if (reporter)
    await audit.record({
      by: { id: user.id, name: user.name },
      action: 'reporter.read',
      object: ticket.code,
      note: null,
    });
  return reporter;
}

/**
 * When and where the photos of a ticket say they were taken, by file, for those who may have the originals; the audit
 * entry is durable before the answer leaves.
 */
export async function takenOf(
  { files, audit }: Pick<StaffApiOptions, 'files' | 'audit'>,
  user: StaffAccount,
  ticket: Ticket,
): Promise<ReadonlyMap<string, Taken>> {
  if (!maySeeReporter(user, ticket)) return new Map();
  const found = await Promise.all(ticket.attachments.map(({ id }) => files.find(id)));
  const taken = new Map(found.flatMap((file) => (file?.taken ? [[file.id, file.taken] as const] : [])));
  if (taken.size > 0) {
    const by = { id: user.id, name: user.name };
    await audit.record({ by, action: 'taken.read', object: ticket.code, note: null });
  }
  return taken;
}

/** Of the conversation that a ticket was filed in: whether this person may read it, and since when it reaches nobody. */
export async function conversationOf(
  { conversationStore, tickets }: Pick<StaffApiOptions, 'conversationStore' | 'tickets'>,
  user: StaffAccount,
  ticket: Ticket,
): Promise<{ mayRead: boolean; unreachable: Date | undefined }> {
  const summary = await conversationStore.find(ticket.conversation);
  const filed = await tickets.findMany(summary?.tickets ?? []);
  const mayRead = maySeeConversation(user, { lane: summary?.lane, tickets: [ticket, ...filed] });
  return { mayRead, unreachable: summary?.unreachable };
}
