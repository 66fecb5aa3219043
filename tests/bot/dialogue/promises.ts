import { ASKS } from '../../../hotline/activity';
import { STATUSES, type Ticket } from '../../../hotline/ticket/ticket';
import type { Talk } from '../talk';
import type { Answer } from './happen';

/** What a conversation remembers, as JSON: its own words may be long, but it must not grow from turn to turn. */
const LARGEST_STATE = 24_000;

/** A program can read it, and people too. */
export function expectReadable({ ask, buttons, options, messages }: Answer): void {
  if (ask !== undefined) expect(ASKS).toContain(ask);
  expect(buttons).toEqual(options);
  expect(new Set(options).size).toBe(options?.length ?? 0);
  for (const { text } of messages) {
    expect(text?.trim()).toBeTruthy();
    expect(text).not.toMatch(/\{\{|\bundefined\b|\[object |\bNaN\b|Invalid Date/);
  }
  const others = messages.slice(0, -1);
  expect(others.filter(({ channelData }) => channelData?.ask)).toEqual([]);
  expect(others.filter(({ suggestedActions }) => suggestedActions)).toEqual([]);
}

/** What was filed stays filed, with all its words; at most one more, and only where the summary was found right. */
export function expectKept(
  before: readonly Ticket[],
  after: readonly Ticket[],
  asked: string | undefined,
): void {
  for (const ticket of before) {
    const still = after.find(({ code }) => code === ticket.code);
    expect(still?.description.startsWith(ticket.description)).toBe(true);
    expect(still?.attachments.length).toBeGreaterThanOrEqual(ticket.attachments.length);
  }
  expect(after.length - before.length).toBeLessThanOrEqual(1);
  if (after.length > before.length) expect(['confirm', 'incident']).toContain(asked);
}

export function expectWhole(ticket: Ticket, confidential: boolean): void {
  const misconduct = ticket.lane === 'misconduct';
  expect(STATUSES).toContain(ticket.status);
  expect(ticket.category === null).toBe(ticket.lane !== 'pollution');
  expect(ticket.revision).toBe(ticket.events.length);
  expect(ticket.location.text).toBeTruthy();
  if (misconduct) expect(confidential).toBe(true);
  if (ticket.agency) expect(ticket.agency.code.startsWith('TTT')).toBe(misconduct);
}

export function expectSmall(citizen: Talk): void {
  expect(JSON.stringify(citizen.state() ?? {}).length).toBeLessThan(LARGEST_STATE);
}

const dialogsOf = (citizen: Talk): unknown[] =>
  (citizen.state()?.bot['dialogs'] as { dialogStack: unknown[] } | undefined)?.dialogStack ?? [];

/** A person is two messages away, wherever one is. */
export async function expectPerson(citizen: Talk): Promise<void> {
  const first = await citizen.says('gặp cán bộ');
  if (citizen.state()?.holder.kind === 'staff') return;
  const handoff = first.handoff ?? (await citizen.says('gặp cán bộ')).handoff;
  expect([handoff, citizen.state()?.holder.kind]).toEqual(['waiting', 'waiting']);
}

/** And so is the way out: nothing is under way any more, and nothing was filed by it. */
export async function expectWayOut(citizen: Talk): Promise<void> {
  if (citizen.state()?.holder.kind === 'staff') return;
  const filed = citizen.tickets().length;
  await citizen.says('hủy');
  if (dialogsOf(citizen).length > 0) await citizen.says('hủy');
  expect(dialogsOf(citizen)).toEqual([]);
  expect(citizen.tickets()).toHaveLength(filed);
}
