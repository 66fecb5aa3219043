import type { Agency, Category, Lane, Ticket } from '../../hotline/ticket/ticket';
import type { Score } from '../../hotline/ratings';

/** What is rated. */
export interface Matter {
  of: 'conversation' | 'ticket';
  code?: string;
  lane: Lane | null;
  category?: Category;
  agency: Agency | null;
}

/** The question that was asked, and what was answered so far. */
export interface Pending extends Matter {
  seq: number;
  at: number;
  /** Given already; a word may follow. */
  score?: Score;
  id?: string;
}

/** What the bot remembers from turn to turn. */
type Memory = Record<string, unknown>;

const PENDING = 'rating';
const ASKED = 'ratingAsked';
const TROUBLE = 'noRating';
const HOUR_MS = 60 * 60 * 1000;
/** Only who answers soon, and with the next word, answers this. */
const LASTS_MS = 24 * HOUR_MS;
const LASTS_TURNS = 3;
/** Nobody is asked about two talks of one day, nor after bad words or danger of that day. */
const REST_MS = 12 * HOUR_MS;
const REMEMBERED = 10;

/** There was danger, or bad words: nobody is asked for stars then. */
export function noteTrouble(memory: Memory, at: Date): void {
  memory[TROUBLE] = at.getTime();
}

/** Once for a matter, and never when it would hurt. */
export function mayAsk(memory: Memory, at: Date, { of, code }: Matter): boolean {
  const asked = (memory[ASKED] ?? {}) as Record<string, number>;
  const trouble = memory[TROUBLE];
  if (typeof trouble === 'number' && at.getTime() - trouble < REST_MS) return false;
  const last = asked[code ?? of];
  return last === undefined || (of === 'conversation' && at.getTime() - last > REST_MS);
}

export function keepPending(memory: Memory, pending: Pending): void {
  const asked = Object.entries((memory[ASKED] ?? {}) as Record<string, number>).slice(-REMEMBERED);
  memory[ASKED] = { ...Object.fromEntries(asked), [pending.code ?? pending.of]: pending.at };
  memory[PENDING] = pending;
}

/** The question that is open; it is taken, for whatever is said now ends it. */
export function takePending(memory: Memory, seq: number, at: Date): Pending | undefined {
  const pending = memory[PENDING] as Pending | undefined;
  Reflect.deleteProperty(memory, PENDING);
  const isOpen = pending && seq - pending.seq <= LASTS_TURNS && at.getTime() - pending.at < LASTS_MS;
  return isOpen ? pending : undefined;
}

export const ofTicket = ({ code, lane, category, agency }: Ticket): Matter => ({
  of: 'ticket',
  code,
  lane,
  ...(category && { category }),
  agency,
});

export const ofTalk = (isConfidential: boolean): Matter => ({
  of: 'conversation',
  lane: isConfidential ? 'misconduct' : null,
  agency: null,
});
