import type { Deadlines } from '../../../hotline/deadlines/deadlines';
import { openTicket, type Report } from '../../../hotline/ticket/open';
import { hashSecret, secretOf } from '../../../hotline/ticket/secret';
import type { Ticket } from '../../../hotline/ticket/ticket';
import type { Routing } from '../../../hotline/routing';
import type { TicketStore } from '../../../hotline/stores';
import type { Question } from '../../../hotline/conversation/conversations';

export interface FilingParts {
  tickets: Pick<TicketStore, 'nextCode'>;
  routing: Routing;
  deadlines: Deadlines;
  ticketSecrets: Buffer;
}

/** Makes the ticket of a finished report: its number, who is responsible, by when. It is written with the turn. */
export function filing({ tickets, routing, deadlines, ticketSecrets }: FilingParts) {
  return async (
    report: Report,
    { at, channel, conversation }: Question,
    incident?: string,
  ): Promise<Ticket> => {
    const code = await tickets.nextCode(at);
    const { agency, reason, term: ruled, accused } = routing.responsibleFor(report);
    const term = ruled ?? deadlines.termOf(report);
    const deadline = deadlines.from(at, term);
    return openTicket(report, {
      code,
      at,
      channel,
      conversation,
      secretHash: hashSecret(ticketSecrets, code, secretOf(ticketSecrets, code)),
      agency,
      reason,
      deadline,
      term,
      watchAt: deadlines.dueSoonAt({ term, deadline, ...report }),
      ...(accused && { accused }),
      ...(incident !== undefined && { incident }),
    });
  };
}

export type FileReport = ReturnType<typeof filing>;
