import { createHash } from 'node:crypto';
import { cases } from '../../../commands/demo/cases';
import { dice } from '../../../commands/demo/dice';
import { moments } from '../../../commands/demo/moments';
import { staffOf } from '../../../commands/demo/people';
import { lastMessage } from '../../../hotline/conversation/turn';
import { SAMPLE_MARK, SAMPLE_NAME, type SampleCase } from '../../../hotline/samples';
import type { StaffAccount } from '../../../hotline/staff';
import { MOVES, RUNNING } from '../../../hotline/ticket/states';
import { CATEGORIES, LANES, STATUSES, type Ticket } from '../../../hotline/ticket/ticket';
import { chances } from '../../../nlp/chances';
import { cast, wednesday } from './town';

const now = wednesday;
const department = { code: 'SNNMT-24', name: 'Sở Nông nghiệp và Môi trường Tỉnh Bắc Ninh' };
const staff = staffOf({ department, commune: null }).map((account, index): StaffAccount => ({
  ...account,
  id: `staff-${index}`,
  createdAt: now,
  disabled: false,
  sessionsFrom: now,
}));

async function town(count: number, months: number, seed = 1): Promise<SampleCase[]> {
  const chance = dice(chances(seed));
  const filings = moments(count, months, now, chance).map((at, index) => ({
    at,
    code: `XH-2026-${String(index + 1).padStart(6, '0')}`,
  }));
  const made: SampleCase[] = [];
  for await (const each of cases({ cast, dice: chance, home: '24', filings, staff, now })) made.push(each);
  return made;
}

let made: SampleCase[];
let tickets: Ticket[];
beforeAll(async () => {
  made = await town(600, 6);
  tickets = made.map(({ ticket }) => ticket);
});

const held = (what: (ticket: Ticket) => boolean): number => tickets.filter(what).length;

describe('the default town', () => {
  test('shows every state, lane, category, the urgent and the late', async () => {
    const few = (await town(300, 6)).map(({ ticket }) => ticket);
    const all = <T>(values: readonly T[]) => new Set(values);
    expect(all(few.map(({ status }) => status))).toEqual(all(STATUSES));
    expect(all(few.map(({ lane }) => lane))).toEqual(all(LANES));
    expect(all(few.map(({ category }) => category))).toEqual(all([...CATEGORIES, null]));
    expect(few.filter(({ urgent }) => urgent).length).toBeGreaterThan(5);
    const late = few.filter(({ status, deadline }) => RUNNING.includes(status) && deadline && deadline < now);
    expect(late.length).toBeGreaterThan(5);
    expect(late.every(({ due }) => due?.kind === 'overdue')).toBe(true);
    expect(all(few.map(({ location }) => location.provinceCode)).size).toBeGreaterThan(10);
    expect(all(few.map(({ description }) => description)).size).toBeGreaterThanOrEqual(60);
  });

  test('is the same for the same seed, and another for another', async () => {
    const told = async (seed: number) =>
      createHash('sha256')
        .update(JSON.stringify(await town(40, 3, seed)))
        .digest('hex');
    expect(await told(7)).toBe(await told(7));
    expect(await told(7)).not.toBe(await told(8));
  });

  test('lies in the time that was asked for, never in the future', () => {
    const start = new Date('2026-05-24T00:00:00+07:00');
    for (const { events, createdAt, updatedAt } of tickets) {
      expect(createdAt.getTime()).toBeGreaterThan(start.getTime());
      const times = events.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times, updatedAt.getTime())).toBeLessThanOrEqual(now.getTime());
    }
  });
});

describe('every history', () => {
  test('is one that the table of states allows', () => {
    for (const { code, events, status } of tickets) {
      let state = events[0]?.to;
      let asked: unknown;
      for (const { from, to } of events.slice(1)) {
        if (to === null) continue;
        expect({ code, from }).toEqual({ code, from: state });
        const back = from === 'awaiting_citizen' && to === asked;
        expect({ code, from, to, may: back || MOVES[from ?? 'received'].includes(to) }).toMatchObject({
          may: true,
        });
        if (to === 'awaiting_citizen') asked = from;
        state = to;
      }
      expect(state).toBe(status);
    }
  });

  test('keeps what the trade promises', () => {
    for (const ticket of tickets) {
      const { events, status, paused, attachments, duplicateOf, closedAt } = ticket;
      expect(paused !== undefined).toBe(status === 'awaiting_citizen');
      expect(duplicateOf !== undefined).toBe(status === 'duplicate');
      expect(closedAt !== undefined).toBe(status === 'closed');
      expect(ticket.watchAt).toBeUndefined();
      expect(ticket.revision).toBe(events.length);
      const resolved = events.filter(({ type }) => type === 'resolved');
      const proven = attachments.some(({ evidence }) => evidence);
      for (const { note } of resolved) expect(proven || note?.includes('căn cứ:')).toBe(true);
      for (const { note } of events.filter(({ type }) => type === 'rejected')) expect(note).toBeTruthy();
      expect(ticket.deadline?.getTime()).toBeGreaterThan(ticket.createdAt.getTime());
    }
    expect(new Set(tickets.map(({ code }) => code)).size).toBe(tickets.length);
  });

  test('of misconduct is the inspector’s alone, with the conversation closed', () => {
    const inspector = staff.find(({ role }) => role === 'inspector');
    for (const { ticket, turns } of made.filter(({ ticket: { lane } }) => lane === 'misconduct')) {
      for (const { by } of ticket.events) if (by.kind === 'staff') expect(by.id).toBe(inspector?.id);
      expect(turns.every(({ state }) => state.confidential)).toBe(true);
    }
    expect(held(({ lane }) => lane === 'misconduct')).toBeGreaterThan(20);
  });

  test('names earlier reports of its own kind where it repeats one', () => {
    const byCode = new Map(tickets.map((ticket) => [ticket.code, ticket]));
    const repeats = tickets.filter(({ duplicateOf }) => duplicateOf);
    expect(repeats.length).toBeGreaterThan(3);
    for (const { duplicateOf, createdAt, category } of repeats) {
      const earlier = byCode.get(duplicateOf ?? '');
      expect(earlier?.category).toBe(category);
      expect(earlier?.createdAt.getTime()).toBeLessThanOrEqual(createdAt.getTime());
    }
  });
});

test('stars are given by some of those whose matter is closed, never after danger', () => {
  const rated = made.filter(({ rating }) => rating);
  expect(rated.length).toBeGreaterThan(50);
  expect(new Set(rated.map(({ rating }) => rating?.score)).size).toBe(5);
  for (const { ticket, rating } of rated) {
    expect(ticket).toMatchObject({ status: 'closed', urgent: false, conversation: rating?.id });
    expect(rating).toMatchObject({ of: 'ticket', lane: ticket.lane, agency: ticket.agency });
    const comment = ticket.events.filter(({ type }) => type === 'rated')[1]?.note;
    expect(rating?.comment).toBe(comment === undefined ? undefined : `${SAMPLE_MARK} ${comment ?? ''}`);
  }
  expect(rated.some(({ rating }) => rating?.comment)).toBe(true);
});

describe('every conversation', () => {
  test('is marked, numbered without gaps, and tells what the ticket tells', () => {
    for (const { ticket, turns } of made) {
      expect(ticket.conversation).toMatch(SAMPLE_NAME);
      expect(ticket.description.startsWith(SAMPLE_MARK)).toBe(true);
      expect(turns[0]?.in?.text?.startsWith(SAMPLE_MARK)).toBe(true);
      turns.forEach((turn, index) => {
        const before = turns[index - 1];
        expect(turn.seq).toBe(index + 1);
        expect(turn.firstMessage).toBe(before ? lastMessage(before) + 1 : 1);
        expect(turn.at.getTime()).toBeGreaterThanOrEqual(before?.at.getTime() ?? 0);
        expect(turn.deliverAfter ?? turn.dueAt ?? turn.effectsAt).toBeUndefined();
      });
      const told = turns.flatMap(({ out }) => out).filter(({ secretOf }) => secretOf !== undefined);
      expect(told.map(({ secretOf }) => secretOf)).toEqual([ticket.code]);
      expect(turns.at(-1)?.state.tickets).toEqual([ticket.code]);
    }
  });

  test('does not know who it was: that lies apart, and is nobody', () => {
    const known = made.filter(({ identity }) => identity);
    expect(known.length).toBeGreaterThan(100);
    for (const { ticket, turns, identity } of known) {
      expect(ticket.anonymous).toBe(false);
      expect(identity?.phone).toMatch(/^\+840000\d{6}$/);
      expect(identity?.name).toMatch(/ [A-Z] \(mẫu\)$/);
      const log = JSON.stringify([ticket, turns]);
      expect(log).not.toContain(identity?.name);
      expect(log).not.toContain(identity?.phone);
    }
    expect(made.every(({ ticket, identity }) => ticket.anonymous === (identity === undefined))).toBe(true);
  });

  test('is written in clean Vietnamese', () => {
    for (const { ticket } of made.slice(0, 400)) {
      const words = [
        ticket.description,
        ticket.location.text,
        ...ticket.events.map(({ note }) => note ?? ''),
      ].join('\n');
      expect(words).toBe(words.normalize('NFC'));
      expect(words).not.toMatch(/undefined|null|\{\{|  /);
    }
  });
});
