import type { StaffRef } from '../../hotline/conversation/conversations';
import type { Cause } from '../../hotline/conversation/turn';
import { outlookOf } from '../../hotline/deadlines/outlook';
import * as moves from '../../hotline/ticket/moves';
import type { Act } from '../../hotline/ticket/moves';
import type { Actor, Ticket } from '../../hotline/ticket/ticket';
import type { Cast } from './cast';
import type { Dice } from './dice';
import { inOfficeHours } from './moments';
import type { Talk } from './talk';

const HOUR_MS = 60 * 60 * 1000;

/** Least and most hours that pass before it happens. */
export type Delay = readonly [number, number];

/** The days of one ticket, lived up to now: what lies after now does not happen. */
export interface Life {
  /** False when now came first; then nothing more happens either. */
  byStaff(staff: StaffRef, delay: Delay, change: (ticket: Ticket, act: Act) => Ticket): boolean;
  /** The same for the citizen, who says so in the conversation; `answer`: what the bot says to it beside the news. */
  byCitizen(
    words: string,
    delay: Delay,
    change: (ticket: Ticket, act: Act) => Ticket,
    answer?: string,
  ): boolean;
  /** Lives on to now without anybody doing anything, and tells how the ticket stands. */
  end(): Ticket;
  readonly ticket: Ticket;
}

export interface LifeParts {
  cast: Cast;
  dice: Dice;
  talk: Talk;
  now: Date;
  /** Some tickets take longer than they should. */
  slow: number;
}

/** What the citizen says, and what the bot says to it. */
interface Said {
  words?: string;
  answer?: string;
}

/** Changes go through the verbs of the trade, so that no history is told that could not have been. */
export function life(opened: Ticket, { cast, dice, talk, now, slow }: LifeParts): Life {
  let ticket = opened;
  let over = false;

  function happen(
    delay: Delay,
    by: Actor,
    change: (ticket: Ticket, act: Act) => Ticket,
    said: Said = {},
  ): boolean {
    const at = momentAfter(delay, by);
    if (over || at > now) {
      over = true;
      return false;
    }
    const { status } = ticket;
    passTime(at);
    // The clock may have closed it meanwhile.
    if (ticket.status !== status) over = true;
    else take(change(ticket, { by, at }), by, said);
    return !over;
  }

  function momentAfter([least, most]: Delay, by: Actor): Date {
    const before = ticket.events.at(-1)?.at ?? ticket.createdAt;
    const hours = dice.between(least, most) * (by.kind === 'staff' ? slow : 1);
    const at = new Date(before.getTime() + hours * HOUR_MS);
    return by.kind === 'staff' ? inOfficeHours(at, dice) : at;
  }

  function take(changed: Ticket, by: Actor, { words, answer }: Said = {}): void {
    ticket = changed;
    talk.add({
      at: changed.events.at(-1)?.at ?? changed.updatedAt,
      ...(words !== undefined && { words }),
      ...(by.kind !== 'citizen' && { cause: causeOf(by) }),
      out: [cast.voice.news(changed), answer === undefined ? undefined : { type: 'message', text: answer }],
      ...(by.kind === 'staff' && { by }),
    });
  }

  /** What the watch of deadlines would have done by then. */
  function passTime(until: Date): void {
    for (let at = ticket.events.at(-1)?.at ?? ticket.createdAt; at <= until;) {
      const next = outlookOf(ticket, at, cast.deadlines);
      if (!next) return;
      const clock: Act = { by: { kind: 'system' }, at };
      if (next.do === 'wait') at = next.until;
      if (next.do === 'note')
        ticket = moves.noteDue(ticket, at, { kind: next.kind, deadline: next.deadline });
      if (next.do === 'remind') take(moves.remindCitizen(ticket, clock), clock.by);
      if (next.do === 'close') take(moves.close(ticket, clock), clock.by);
    }
  }

  return {
    byStaff: ({ id, name }, delay, change) => happen(delay, { kind: 'staff', id, name }, change),
    byCitizen: (words, delay, change, answer) =>
      happen(delay, { kind: 'citizen' }, change, { words, ...(answer !== undefined && { answer }) }),
    end() {
      passTime(now);
      // Nobody is to be told that a made-up report is late.
      const { watchAt: _watchAt, ...rest } = ticket;
      return rest;
    },
    get ticket() {
      return ticket;
    },
  };
}

const causeOf = (by: Actor): Cause =>
  by.kind === 'staff' ? { type: 'staff', id: by.id, name: by.name } : { type: 'clock' };
