import { news } from '../../../bot/replies/ticket';
import { voicesOf } from '../../../bot/words';
import type { ConversationId } from '../../../hotline/conversation/turn';
import { turnTaking } from '../../../hotline/conversation/turn-taking';
import type { StaffMove } from '../../../hotline/ticket/desk';
import { staffDesk } from '../../../hotline/ticket/staff-desk';
import type { Ticket } from '../../../hotline/ticket/ticket';
import { WHOLE_INCIDENT, wholeIncident } from '../../../hotline/ticket/whole-incident';
import { Drawer } from '../../bot/talk';
import { content } from '../../town/content';
import { townDeadlines } from '../../town/deadlines';
import { baDinhOffice, hoa, lan, monday, nam, tam } from '../../town/people';
import { filedTicket } from '../../town/tickets';
import { MemoryLog } from '../conversation/memory-log';

const INCIDENT = 'VV-3F9A0C41D2';
const [OF_HOA, OF_NAM, OF_TAM] = ['XH-2026-000001', 'XH-2026-000002', 'XH-2026-000003'] as const;
const voices = voicesOf(content.locales);

/** Three people told of the same lake; bác Tâm's words are English. */
function open(facts: Partial<Ticket> = {}) {
  const log = new MemoryLog();
  const tickets = new Drawer();
  const tied = (code: string, conversation: ConversationId, more: Partial<Ticket> = {}) =>
    tickets.put(filedTicket(code, { conversation, incident: INCIDENT, ...more }));
  tied(OF_HOA, hoa.conversation);
  tied(OF_NAM, nam.conversation, facts);
  tied(OF_TAM, tam.conversation);
  const turns = turnTaking({
    log,
    answer: async ({ state }) => ({ out: [], state }),
    pushes: () => false,
    messagesPerMinute: 30,
    now: () => monday,
  });
  log.onTurn(() => tickets.put(...(log.alongs.at(-1)?.changed ?? [])));
  const tell = (ticket: Ticket) =>
    news(ticket.conversation === tam.conversation ? voices.en : voices.vi, ticket);
  const parts = { turns, log, tickets, deadlines: townDeadlines, tell };
  const desk = staffDesk({ ...parts, files: { find: async () => undefined } });
  const handler = wholeIncident({
    ...parts,
    incidents: { ofIncident: async () => [...tickets.tickets.values()] },
  });

  /** What the acts asked for is done, each time once more than it need be. */
  async function settled(): Promise<void> {
    for (const turn of [...log.turns])
      for (const { type, input } of turn.effects ?? []) {
        expect(type).toBe(WHOLE_INCIDENT);
        await handler(input, turn.conversation, turn);
        await handler(input, turn.conversation, turn);
      }
  }
  let keys = 0;
  return {
    log,
    tied,
    ticket: (code: string) => tickets.tickets.get(code) as Ticket,
    moves: async (code: string, move: StaffMove, ...also: string[]) => {
      await desk.move(code, lan, move, `k${++keys}`, also);
      await settled();
    },
    answers: async (text: string, ...also: string[]) => {
      await desk.answer(OF_HOA, lan, text, `k${++keys}`, also);
      await settled();
    },
    heard: (conversation: ConversationId) =>
      log.turns
        .filter((turn) => turn.conversation === conversation)
        .flatMap(({ out }) => out.map(({ activity }) => activity.text ?? '')),
  };
}

it('a step of one report is news to the others, once, in their language, by their own code', async () => {
  const { moves, heard, ticket } = open();
  await moves(OF_HOA, { type: 'verify', note: 'chị Hoa, số 12' });
  expect(heard(nam.conversation)).toEqual([`Vụ việc bạn phản ánh (${OF_NAM}) đang được xác minh.`]);
  expect(heard(tam.conversation)).toEqual([`The matter you reported (${OF_TAM}) is being verified.`]);
  expect(heard(hoa.conversation)).toHaveLength(1);
  expect(ticket(OF_NAM)).toMatchObject({ status: 'received', updatedAt: monday });
  expect(ticket(OF_NAM).events.at(-1)).toMatchObject({ type: 'incident_verified', note: null });
});

it('what was written to one reporter is not told to the others', async () => {
  const { moves, heard, answers } = open();
  await moves(OF_HOA, { type: 'verify' });
  await moves(OF_HOA, {
    type: 'resolve',
    text: 'Chào chị Hoa, nhà số 12',
    evidence: [],
    legalReason: 'NĐ 45',
  });
  await answers('Chị Hoa gọi lại giúp');
  expect(heard(nam.conversation)).toEqual([
    expect.stringContaining('đang được xác minh'),
    expect.stringContaining('vừa được giải quyết'),
  ]);
  expect(JSON.stringify([heard(nam.conversation), heard(tam.conversation)])).not.toMatch(/Hoa|12|000001/);
});

it('nobody hears what they know: the same step of another report, or one they are past', async () => {
  const { moves, heard } = open();
  await moves(OF_HOA, { type: 'verify' });
  await moves(OF_NAM, { type: 'verify' });
  expect(heard(tam.conversation)).toHaveLength(1);
  await moves(OF_NAM, { type: 'forward', agency: baDinhOffice });
  await moves(OF_TAM, { type: 'verify' });
  expect(heard(hoa.conversation).map((text) => text.slice(0, 60))).toEqual([
    expect.stringContaining('đang được xác minh'),
    expect.stringContaining('đã được chuyển đến'),
  ]);
  expect(heard(nam.conversation)).toHaveLength(3);
});

it('an answer for the whole matter is an answer to each, with their own code', async () => {
  const { answers, heard, log, ticket } = open();
  await answers('Chúng tôi đã cử người xuống hồ.', OF_NAM, OF_TAM);
  expect(heard(nam.conversation)).toEqual([`Về phản ánh ${OF_NAM}: Chúng tôi đã cử người xuống hồ.`]);
  expect(heard(tam.conversation)[0]).toContain(OF_TAM);
  expect(log.turns.filter(({ out }) => out[0]?.by?.id === lan.id)).toHaveLength(3);
  expect(ticket(OF_TAM).events.at(-1)).toMatchObject({ type: 'answered', by: { kind: 'staff', ...lan } });
});

it('who filed two of the reports hears an answer once', async () => {
  const { answers, heard, tied } = open();
  tied('XH-2026-000004', hoa.conversation);
  tied('XH-2026-000005', nam.conversation);
  await answers('Đã xuống hồ.', OF_NAM, 'XH-2026-000004', 'XH-2026-000005');
  expect([heard(hoa.conversation), heard(nam.conversation)].map((all) => all.length)).toEqual([1, 1]);
});

it('all are closed with evidence for one, whatever way they have come; the rest hear of it', async () => {
  const { moves, heard, ticket } = open();
  await moves(OF_HOA, { type: 'verify' });
  await moves(OF_NAM, { type: 'ask_citizen', text: 'Cống nào ạ?' });
  const resolve: StaffMove = { type: 'resolve', text: 'Đã nạo vét', evidence: [], legalReason: 'NĐ 45' };
  await moves(OF_HOA, resolve, OF_NAM);
  expect(ticket(OF_NAM)).toMatchObject({ status: 'resolved' });
  expect(ticket(OF_NAM).paused).toBeUndefined();
  expect(heard(nam.conversation).at(-1)).toContain(`Phản ánh ${OF_NAM} đã được giải quyết: Đã nạo vét`);
  expect(ticket(OF_TAM).status).toBe('received');
  expect(heard(tam.conversation).at(-1)).toContain('has just been resolved');
});

it('one that cannot be moved stays as it is, and hears nothing once it is over', async () => {
  const { moves, heard, ticket } = open({ status: 'withdrawn' });
  await moves(OF_HOA, { type: 'verify' }, OF_NAM, OF_TAM);
  expect(ticket(OF_NAM).status).toBe('withdrawn');
  expect(heard(nam.conversation)).toEqual([]);
  expect(ticket(OF_TAM).status).toBe('verifying');
});

it('an opening again is news after a solution', async () => {
  const { moves, heard } = open();
  await moves(OF_HOA, { type: 'verify' });
  await moves(OF_HOA, { type: 'resolve', text: 'Xong', evidence: [], legalReason: 'x' });
  await moves(OF_HOA, { type: 'reopen', reason: 'chưa sạch' });
  await moves(OF_HOA, { type: 'verify' });
  expect(heard(nam.conversation)).toEqual([
    expect.stringContaining('đang được xác minh'),
    expect.stringContaining('vừa được giải quyết'),
    expect.stringContaining('đang được xem xét lại'),
    expect.stringContaining('đang được xác minh'),
  ]);
});

it.each<StaffMove>([
  { type: 'note', note: 'gọi lại thứ ba' },
  { type: 'reclassify', category: 'odor' },
  { type: 'reject', reason: 'không đủ thông tin' },
  { type: 'ask_citizen', text: 'Cống nào?' },
])('$type concerns one report alone', async (move) => {
  const { moves, heard, log } = open();
  await moves(OF_HOA, move);
  expect(heard(nam.conversation)).toEqual([]);
  expect(log.turns.flatMap(({ effects }) => effects ?? [])).toEqual([]);
});

it('a report of no incident asks for nothing', async () => {
  const { moves, log, tied } = open();
  tied('XH-2026-000009', hoa.conversation, { incident: undefined } as unknown as Partial<Ticket>);
  await moves('XH-2026-000009', { type: 'verify' });
  expect(log.turns[0]?.effects).toBeUndefined();
});
