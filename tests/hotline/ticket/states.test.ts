import { HotlineError } from '../../../hotline/errors';
import * as moves from '../../../hotline/ticket/moves';
import type { Act } from '../../../hotline/ticket/moves';
import { STATUSES, type Status, type Ticket } from '../../../hotline/ticket/ticket';
import { townDeadlines } from '../../town/deadlines';
import { baDinhOffice, lan, monday } from '../../town/people';
import { filedTicket } from '../../town/tickets';

/** The contract's table, word for word. */
const TABLE: Record<Status, string> = {
  received: 'verifying forwarded awaiting_citizen rejected duplicate withdrawn',
  verifying: 'forwarded in_progress resolved awaiting_citizen rejected duplicate withdrawn',
  forwarded: 'in_progress verifying resolved awaiting_citizen rejected duplicate withdrawn',
  in_progress: 'resolved forwarded awaiting_citizen rejected duplicate withdrawn',
  awaiting_citizen: 'verifying closed withdrawn',
  resolved: 'closed reopened',
  rejected: 'closed reopened',
  reopened: 'verifying forwarded in_progress resolved awaiting_citizen rejected duplicate withdrawn',
  duplicate: 'received',
  closed: 'reopened',
  withdrawn: '',
};

const later = new Date(monday.getTime() + 60 * 60 * 1000);
const act: Act = { by: { kind: 'staff', ...lan }, at: later };
const photo = { id: 'photo', name: 'sau.jpg', type: 'image/jpeg', size: 9 };

/** The verb that leads to each state, with all it needs. */
const VERBS: Record<Status, (ticket: Ticket) => Ticket> = {
  received: (ticket) => moves.part(ticket, act, 'lời nhắn'),
  verifying: (ticket) =>
    ticket.paused
      ? moves.goOn(ticket, act, townDeadlines, 'lời nhắn')
      : moves.verify(ticket, act, 'lời nhắn'),
  forwarded: (ticket) => moves.forward(ticket, act, baDinhOffice, 'lời nhắn'),
  in_progress: (ticket) => moves.start(ticket, act, 'lời nhắn'),
  awaiting_citizen: (ticket) => moves.askCitizen(ticket, act, 'lời nhắn'),
  resolved: (ticket) => moves.resolve(ticket, act, { text: 'lời nhắn', evidence: [photo] }),
  rejected: (ticket) => moves.reject(ticket, act, 'lời nhắn'),
  reopened: (ticket) => moves.reopen(ticket, act, 'lời nhắn', townDeadlines),
  duplicate: (ticket) => moves.markDuplicate(ticket, act, 'XH-2026-000099'),
  closed: (ticket) => moves.close(ticket, act, 'lời nhắn'),
  withdrawn: (ticket) => moves.withdraw(ticket, act, 'lời nhắn'),
};

/** A ticket in a state, as it gets there: the one that waits for the citizen came from `verifying`. */
function standing(status: Status): Ticket {
  return filedTicket('XH-2026-000001', {
    status,
    ...(status === 'awaiting_citizen' && { paused: { from: 'verifying', since: monday } }),
    ...(status === 'closed' && { closedAt: monday }),
    ...(status === 'duplicate' && { duplicateOf: 'XH-2026-000099' }),
  });
}

const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));
const allowed = pairs.filter(([from, to]) => TABLE[from].split(' ').includes(to));
const refused = pairs.filter((pair) => !allowed.includes(pair));

it('knows all 121 pairs of states, 43 of them allowed', () => {
  expect([pairs.length, allowed.length]).toEqual([121, 43]);
});

it.each(allowed)('%s → %s is one change with one event', (from, to) => {
  const before = standing(from);
  const after = VERBS[to](before);
  expect(after.status).toBe(to);
  expect(after.revision).toBe(before.revision + 1);
  expect(after.updatedAt).toEqual(later);
  expect(after.events.slice(0, -1)).toEqual(before.events);
  expect(after.events.at(-1)).toMatchObject({ at: later, by: act.by, from, to });
  expect(after.events.at(-1)?.note).toMatch(/lời nhắn|XH-2026-000099/);
});

it.each(refused)('%s → %s is refused and leaves the ticket as it was', (from, to) => {
  const before = standing(from);
  const copy = structuredClone(before);
  expect(() => VERBS[to](before)).toThrow(HotlineError);
  expect(before).toEqual(copy);
});

it.each(STATUSES.filter((from) => TABLE[from].includes('awaiting_citizen')))(
  'from awaiting_citizen it goes back to %s, where it came from, and nowhere else',
  (from) => {
    const waiting = moves.askCitizen(standing(from), act, 'Nhà máy nào ạ?');
    const back = moves.goOn(waiting, act, townDeadlines);
    expect(back.status).toBe(from);
    expect(back.paused).toBeUndefined();
    for (const to of STATUSES.filter((each) => !['closed', 'withdrawn'].includes(each)))
      if (to !== 'verifying') expect(() => VERBS[to](waiting)).toThrow(HotlineError);
  },
);
