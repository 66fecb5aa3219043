import type { ConversationId, Turn } from '../../hotline/conversation/turn';
import { maySeeConversation, maySeeTicket, type Asker } from '../../hotline/permissions';
import type { StaffApiOptions } from '../options';
import type { Change } from './schema';

/** Turns of one conversation that come close together are told once; the lists have caught up by then. */
const SETTLE_MS = 600;

interface Listener {
  asker: Asker;
  tell: (change: Change) => void;
  /** No more will come: the system stops. */
  end: () => void;
}

export interface Feed {
  /** Tells of changes this person may see, until the returned function is called. */
  subscribe(listener: Listener): () => void;
  /** A change that no turn tells of, such as a note to colleagues. */
  changed(conversation: ConversationId): void;
  /** Ends every stream, so that the server can stop. */
  close(): void;
}

/** What changes, for consoles that are open. Costs nothing while nobody listens. */
export function changeFeed(
  options: Pick<StaffApiOptions, 'conversations' | 'typing' | 'conversationStore' | 'tickets' | 'log'>,
): Feed {
  const listeners = new Set<Listener>();
  const settling = new Set<ConversationId>();
  let closed = false;

  const deafen = options.conversations.onTurn((turn: Turn) => changed(turn.conversation));

  const unhear = options.typing.onSign(({ conversation, by }) => {
    if (by === 'citizen' && listeners.size > 0) soon(tellTyping(conversation));
  });

  function changed(conversation: ConversationId): void {
    if (listeners.size === 0 || settling.has(conversation)) return;
    settling.add(conversation);
    setTimeout(() => {
      settling.delete(conversation);
      soon(tellOf(conversation));
    }, SETTLE_MS).unref();
  }

  function soon(telling: Promise<void>): void {
    telling.catch(() => options.log.error({}, 'could not tell consoles of a change'));
  }

  /** Only where a person is spoken with: what is typed to the bot is nobody's business. */
  async function tellTyping(id: ConversationId): Promise<void> {
    const summary = await options.conversationStore.find(id);
    if (!summary || summary.holder === 'bot') return;
    const tickets = await options.tickets.findMany(summary.tickets);
    const seen = { lane: summary.lane, tickets, words: [summary.lastText] };
    for (const { asker, tell } of listeners)
      if (maySeeConversation(asker, seen)) tell({ type: 'typing', id });
  }

  async function tellOf(id: ConversationId): Promise<void> {
    const summary = await options.conversationStore.find(id);
    if (!summary) return;
    const tickets = await options.tickets.findMany(summary.tickets);
    for (const { asker, tell } of listeners) {
      const seen = { lane: summary.lane, tickets, words: [summary.lastText] };
      if (maySeeConversation(asker, seen)) tell({ type: 'conversation', id });
      for (const ticket of tickets)
        if (maySeeTicket(asker, ticket)) tell({ type: 'ticket', id: ticket.code });
    }
  }

  function subscribe(listener: Listener): () => void {
    listeners.add(listener);
    if (closed) listener.end();
    return () => listeners.delete(listener);
  }

  function close(): void {
    closed = true;
    deafen();
    unhear();
    for (const { end } of listeners) end();
  }

  return { subscribe, changed, close };
}
