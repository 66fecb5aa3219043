import type { Activity } from '../activity';
import type { Answer, StaffRef } from '../conversation/conversations';
import type { ConversationId, ConversationState } from '../conversation/turn';
import type { Turns } from '../conversation/turn-taking';
import type { Deadlines } from '../deadlines/deadlines';
import type { EffectHandler } from '../effects';
import { HotlineError, moveRefused } from '../errors';
import type { IncidentStore } from '../incidents';
import type { TicketStore, TurnLog } from '../stores';
import { bringingAlong } from './apply';
import type { StaffMove } from './desk';
import { hearOf, type IncidentNews } from './incident-news';
import * as moves from './moves';
import type { Act } from './moves';
import type { Ticket, TicketFile } from './ticket';

/** The effect that carries an act of staff to the other reporters of an incident. */
export const WHOLE_INCIDENT = 'whole-incident';

/** An act with one ticket, for the others of its incident. */
export interface WholeIncident {
  code: string;
  incident: string;
  staff: StaffRef;
  key: string;
  done: { move: StaffMove; evidence: TicketFile[] } | { answer: string };
  /** Tickets with which the same is done; the others only hear that there is news. */
  also: readonly string[];
  news?: IncidentNews;
}

export interface WholeIncidentParts {
  turns: Pick<Turns, 'take'>;
  log: Pick<TurnLog, 'byEvent'>;
  tickets: Pick<TicketStore, 'findMany'>;
  incidents: Pick<IncidentStore, 'ofIncident'>;
  deadlines: Deadlines;
  tell: (ticket: Ticket, state: ConversationState) => Activity | undefined;
}

/** An incident holds as many as staff are shown. */
const MOST = 200;

/**
 * Brings an act of staff to the other tickets of the incident: one turn a conversation, once, however often it runs. Where
 * the same cannot be done, its reporter hears the news; who knows it already hears nothing.
 */
export function wholeIncident(parts: WholeIncidentParts): EffectHandler {
  const { turns, log, tickets, incidents, tell } = parts;
  const apply = bringingAlong(parts.deadlines);

  return async (input, here) => {
    const act = input as WholeIncident;
    const all = await incidents.ofIncident(act.incident, MOST);
    const others = all.filter((ticket) => ticket.code !== act.code && !isToldAlready(act, ticket, here));
    for (const [conversation, theirs] of byConversation(others)) await bring(act, conversation, theirs);
    return null;
  };

  async function bring(act: WholeIncident, conversation: ConversationId, codes: string[]): Promise<void> {
    const { code, key, staff } = act;
    const eventId = `incident/${code}/${key}`;
    if (await log.byEvent(conversation, eventId)) return;
    const occasion = { conversation, eventId, cause: { type: 'staff', ...staff } as const };
    const taken = turns.take(occasion, async ({ state, at }) => {
      const found = await tickets.findMany(codes);
      return answerOf(act, found, { by: { kind: 'staff', ...staff }, at }, state);
    });
    await taken.catch((error: unknown) => {
      if (!isRefused(error)) throw error;
    });
  }

  /** @throws HotlineError `move_refused` when there is nothing to do, so that no turn is written */
  function answerOf(act: WholeIncident, found: Ticket[], by: Act, state: ConversationState): Answer {
    const { done, staff, also, news, code } = act;
    const same = whereItCan(
      found.filter((ticket) => also.includes(ticket.code)),
      (ticket) =>
        'answer' in done
          ? moves.answered(ticket, by, done.answer)
          : apply(ticket, by, done.move, done.evidence),
    );
    const heard = same.length === 0 && news ? whereItCan(found, (ticket) => hearOf(ticket, by, news)) : [];
    const changed = [...same, ...heard];
    if (changed.length === 0) throw moveRefused(`Không có gì để báo về vụ việc của phản ánh ${code}.`);
    const messages = changed.flatMap((ticket) => tell(ticket, state) ?? []);
    // Each of their reports that moved is told of; words and news are the same for all of them.
    const told = 'move' in done && same.length > 0 ? messages : messages.slice(0, 1);
    const out = told.map((activity) => ({ activity, ...(same.length > 0 && { by: staff }) }));
    return { out, state, along: { changed } };
  }
}

/** The conversation of the ticket itself has heard the words and the news; its other tickets may still be moved. */
const isToldAlready = (
  { done, also }: WholeIncident,
  { code, conversation }: Ticket,
  here: string,
): boolean => conversation === here && !('move' in done && also.includes(code));

/** Codes by conversation. */
function byConversation(all: readonly Ticket[]): Map<ConversationId, string[]> {
  const found = new Map<ConversationId, string[]>();
  for (const { code, conversation } of all)
    found.set(conversation, [...(found.get(conversation) ?? []), code]);
  return found;
}

function whereItCan(all: readonly Ticket[], change: (ticket: Ticket) => Ticket): Ticket[] {
  return all.flatMap((ticket) => {
    try {
      return [change(ticket)];
    } catch (error) {
      if (isRefused(error)) return [];
      throw error;
    }
  });
}

const isRefused = (error: unknown): boolean => error instanceof HotlineError && error.id === 'move_refused';
