import type { Content } from '../content';
import type { Activity } from '../hotline/activity';
import type { Answerer } from '../hotline/conversation/conversations';
import type { HandoverWords } from '../hotline/conversation/service';
import type { Routing } from '../hotline/routing';
import type { TicketStore } from '../hotline/stores';
import type { Ticket } from '../hotline/ticket/ticket';

export interface BotParts {
  content: Content;
  tickets: TicketStore;
  routing: Routing;
  ticketSecrets: Buffer;
}

export interface Bot {
  answer: Answerer;
  handover: HandoverWords;
  tell: (ticket: Ticket) => Activity | undefined;
}

export function createBot(_parts: BotParts): Bot {
  const say = (text: string): Activity => ({ type: 'message', text });
  return {
    answer: ({ state, activity }) =>
      Promise.resolve({ out: [{ activity: say(activity?.text ?? 'Xin chào!') }], state }),
    handover: { tookOver: ({ name }) => say(name), handedBack: () => say('…') },
    tell: (ticket) => say(ticket.code),
  };
}
