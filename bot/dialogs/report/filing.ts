import { deadlineOf, type Term } from '../../../hotline/ticket/deadline';
import { openTicket, type Report } from '../../../hotline/ticket/open';
import { hashSecret, secretOf } from '../../../hotline/ticket/secret';
import type { Lane, Ticket } from '../../../hotline/ticket/ticket';
import type { Routing } from '../../../hotline/routing';
import type { TicketStore } from '../../../hotline/stores';
import type { Question } from '../../../hotline/conversation/conversations';

export interface FilingParts {
  tickets: Pick<TicketStore, 'nextCode'>;
  routing: Routing;
  terms: { terms: Record<Lane | 'urgent', Term>; holidays: readonly string[] };
  ticketSecrets: Buffer;
}

/** Makes the ticket of a finished report: its number, who is responsible, by when. It is written with the turn. */
export function filing({ tickets, routing, terms, ticketSecrets }: FilingParts) {
  const holidays = new Set(terms.holidays);

  return async (report: Report, { at, channel, conversation }: Question): Promise<Ticket> => {
    const code = await tickets.nextCode(at);
    const { agency, reason } = routing.responsibleFor(report);
    const term = terms.terms[report.urgent ? 'urgent' : report.lane];
    return openTicket(report, {
      code,
      at,
      channel,
      conversation,
      secretHash: hashSecret(ticketSecrets, code, secretOf(ticketSecrets, code)),
      agency,
      reason,
      deadline: deadlineOf(at, term, holidays),
    });
  };
}

export type FileReport = ReturnType<typeof filing>;
