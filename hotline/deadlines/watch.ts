import type { Activity } from '../activity';
import type { ConversationState } from '../conversation/turn';
import type { Turns } from '../conversation/turn-taking';
import { HotlineError } from '../errors';
import * as moves from '../ticket/moves';
import type { DueKind, Ticket } from '../ticket/ticket';
import type { Deadlines } from './deadlines';
import { outlookOf } from './outlook';

/** How long the process that noted something has to tell staff of it before another one does. */
const TELLING_MS = 60_000;
/** A ticket that made trouble is left alone for so long, so that the others come on. */
const AGAIN_MS = 60_000;
const AT_ONCE = 50;

/** Tickets that the watch must look at. */
export interface DueStore {
  /** Those whose time has come, the longest waiting first. */
  toLookAt(now: Date, limit: number): Promise<Ticket[]>;
  /** Keeps a change that no turn carries, durably; false when the ticket was changed since it was read. */
  keep(ticket: Ticket): Promise<boolean>;
  /** When to look again; null: never. Nothing happens when the ticket was changed since it was read. */
  lookAgain(ticket: Ticket, at: Date | null): Promise<void>;
  /** The right to tell of what was noted, for this process until then; false when another one has it. */
  takeTelling(ticket: Ticket, until: Date): Promise<boolean>;
  /** Staff were told; the ticket is looked at again. */
  told(ticket: Ticket, now: Date): Promise<void>;
}

/** What staff are told of a deadline. A ticket of the misconduct lane is for inspectors only. */
export interface Due {
  kind: DueKind;
  ticket: Ticket;
  /** Ticket, kind and deadline: the same when it has to be told again, so that nobody hears it twice. */
  key: string;
}

export interface WatchParts {
  store: DueStore;
  tickets: { find(code: string): Promise<Ticket | undefined> };
  turns: Pick<Turns, 'take'>;
  deadlines: Deadlines;
  /** What the citizen is told of the newest event of a ticket. */
  tell: (ticket: Ticket, state: ConversationState) => Activity | undefined;
  /** Tells staff. May be called again with the same key when the process dies, or when it fails. */
  onDue: (due: Due) => Promise<unknown>;
  onError: (error: unknown) => void;
  now?: () => Date;
}

/**
 * Watches the clock for all tickets: notes once that a deadline comes near or is past and tells staff, asks a silent
 * reporter once more and closes the report in the end. Any number of processes may sweep at once: what is noted is a
 * change of the ticket, which one of them wins; what the citizen is told is a turn, which is there once.
 */
export function deadlineWatch(parts: WatchParts) {
  const { store, tickets, turns, deadlines, tell, onDue, onError, now = () => new Date() } = parts;

  async function sweep(): Promise<void> {
    const found = await store.toLookAt(now(), AT_ONCE);
    for (const ticket of found) await lookSafely(ticket);
    if (found.length === AT_ONCE) await sweep();
  }

  async function lookSafely(ticket: Ticket): Promise<void> {
    try {
      await look(ticket);
    } catch (error) {
      onError(error);
      await store.lookAgain(ticket, later(AGAIN_MS));
    }
  }

  async function look(ticket: Ticket): Promise<void> {
    if (ticket.due?.tellingUntil) return tellAfterAll(ticket, ticket.due.tellingUntil);
    const outlook = outlookOf(ticket, now(), deadlines);
    switch (outlook?.do) {
      case 'note':
        return note(ticket, outlook);
      case 'remind':
        return inTurn(ticket, 'reminded', moves.remindCitizen);
      case 'close':
        return inTurn(ticket, 'unanswered', moves.close);
      case 'wait':
      case undefined:
        return store.lookAgain(ticket, outlook?.until ?? null);
    }
  }

  /** First it is kept that it was noted and is still to be told, then it is told, then that it was: nothing gets lost. */
  async function note(
    ticket: Ticket,
    { kind, deadline }: Pick<Due, 'kind'> & { deadline: Date },
  ): Promise<void> {
    const noted = moves.noteDue(ticket, now(), { kind, deadline, tellingUntil: later(TELLING_MS) });
    if (await store.keep(noted)) await tellStaff(noted);
  }

  /** Noted by a process that died, or whose telling failed; or told right now by one that lives. */
  async function tellAfterAll(ticket: Ticket, until: Date): Promise<void> {
    if (until > now()) return store.lookAgain(ticket, until);
    if (await store.takeTelling(ticket, later(TELLING_MS))) await tellStaff(ticket);
  }

  async function tellStaff(ticket: Ticket): Promise<void> {
    if (!ticket.due) return;
    const { kind, deadline } = ticket.due;
    await onDue({ kind, ticket, key: `${ticket.code}/${kind}/${deadline.toISOString()}` });
    await store.told(ticket, now());
  }

  /** Ticket, event and the word to the citizen in one turn; answered meanwhile, nothing happens. */
  async function inTurn(
    { code, conversation, paused }: Ticket,
    what: string,
    change: (ticket: Ticket, act: moves.Act) => Ticket,
  ): Promise<void> {
    const eventId = `clock/${code}/${what}/${paused?.since.toISOString()}`;
    const occasion = { conversation, eventId, cause: { type: 'clock' } as const };
    const taken = turns.take(occasion, async ({ state, at }) => {
      const ticket = await tickets.find(code);
      if (ticket?.paused?.since.getTime() !== paused?.since.getTime() || !ticket) throw moved(code);
      const changed = change(ticket, { by: { kind: 'system' }, at });
      const activity = tell(changed, state);
      return { out: activity ? [{ activity }] : [], state, along: { changed: [changed] } };
    });
    await taken.catch((error: unknown) => {
      if (!(error instanceof HotlineError && error.id === 'moved_on')) throw error;
    });
  }

  const later = (ms: number): Date => new Date(now().getTime() + ms);

  return { sweep };
}

/** The citizen answered, or staff went on: there is nothing to remind of. */
const moved = (code: string) => new HotlineError('moved_on', 409, `${code} goes on by itself`);
