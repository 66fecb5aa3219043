import { news } from '../../../bot/replies/ticket';
import { wordsOf } from '../../../bot/words';
import { turnTaking } from '../../../hotline/conversation/turn-taking';
import type { StoredFile } from '../../../hotline/stores';
import type { StaffMove } from '../../../hotline/ticket/desk';
import { staffDesk } from '../../../hotline/ticket/staff-desk';
import { Drawer } from '../../bot/talk';
import { content } from '../../town/content';
import { townDeadlines } from '../../town/deadlines';
import { baDinhOffice, hoa, lan, monday } from '../../town/people';
import { filedTicket } from '../../town/tickets';
import { MemoryLog } from '../conversation/memory-log';

const CODE = 'XH-2026-000001';
const photo: StoredFile = {
  id: 'photo',
  name: 'sau.jpg',
  type: 'image/jpeg',
  size: 9,
  display: true,
  conversation: hoa.conversation,
};

function open() {
  const log = new MemoryLog();
  const tickets = new Drawer();
  tickets.put(filedTicket(CODE), filedTicket('XH-2026-000002'));
  const turns = turnTaking({
    log,
    answer: () => Promise.reject(new Error('the bot is not asked')),
    pushes: () => false,
    messagesPerMinute: 30,
    now: () => monday,
  });
  log.onTurn(() => tickets.put(...(log.alongs.at(-1)?.changed ?? [])));
  const words = wordsOf(content.locales.vi);
  const desk = staffDesk({
    turns,
    log,
    tickets,
    files: { find: (id) => Promise.resolve(id === photo.id ? photo : undefined) },
    deadlines: townDeadlines,
    tell: (ticket) => news(words, ticket),
  });
  const told = () => log.turns.flatMap(({ out }) => out.map(({ activity }) => activity.text));
  return { log, tickets, desk, told };
}

it('an answer is an event of the ticket and a message of that person, in one turn', async () => {
  const { log, desk, told } = open();
  const ticket = await desk.answer(CODE, lan, 'Chúng tôi đã cử người xuống hồ.', 'k1');
  expect(ticket.events.at(-1)).toMatchObject({ type: 'answered', by: { kind: 'staff', ...lan }, at: monday });
  expect(told()).toEqual([`Về phản ánh ${CODE}: Chúng tôi đã cử người xuống hồ.`]);
  expect(log.turns[0]?.out[0]?.by).toEqual(lan);
  expect(log.alongs[0]?.changed).toEqual([ticket]);
});

it('the same act twice is done once', async () => {
  const { desk, told } = open();
  const first = await desk.answer(CODE, lan, 'Chào chị', 'k1');
  expect(await desk.answer(CODE, lan, 'Chào chị', 'k1')).toEqual(first);
  await Promise.all([desk.answer(CODE, lan, 'Mai ạ', 'k2'), desk.answer(CODE, lan, 'Mai ạ', 'k2')]);
  expect(told()).toHaveLength(2);
});

it('one key may be used for two reports of one conversation', async () => {
  const { desk, told } = open();
  await desk.answer(CODE, lan, 'Chào chị', 'k1');
  await desk.answer('XH-2026-000002', lan, 'Chào chị', 'k1');
  expect(told()).toHaveLength(2);
});

it('a report nobody filed is not found, and nothing is written', async () => {
  const { log, desk } = open();
  await expect(desk.answer('XH-2026-999999', lan, 'Chào', 'k1')).rejects.toMatchObject({ id: 'not_found' });
  expect(log.turns).toEqual([]);
});

it('a move that the table refuses writes nothing and tells nobody', async () => {
  const { log, tickets, desk } = open();
  await expect(desk.move(CODE, lan, { type: 'reopen', reason: 'x' }, 'k')).rejects.toMatchObject({
    id: 'move_refused',
  });
  expect([log.turns, await tickets.find(CODE)]).toEqual([[], filedTicket(CODE)]);
});

it('evidence must be a file that was uploaded', async () => {
  const { desk } = open();
  await desk.move(CODE, lan, { type: 'verify' }, 'k1');
  const resolve = (evidence: string[]): StaffMove => ({ type: 'resolve', text: 'Đã nạo vét', evidence });
  await expect(desk.move(CODE, lan, resolve(['nowhere']), 'k2')).rejects.toMatchObject({ id: 'invalid' });
  const resolved = await desk.move(CODE, lan, resolve(['photo']), 'k3');
  expect(resolved.attachments).toEqual([
    { id: 'photo', name: 'sau.jpg', type: 'image/jpeg', size: 9, evidence: true },
  ]);
});

it.each<[string, StaffMove[], string, RegExp | undefined]>([
  ['verify', [{ type: 'verify' }], 'verifying', /đang được xác minh/],
  ['forward', [{ type: 'forward', agency: baDinhOffice }], 'forwarded', /UBND Phường Ba Đình/],
  ['start', [{ type: 'verify' }, { type: 'start' }], 'in_progress', /đang xử lý/],
  ['ask', [{ type: 'ask_citizen', text: 'Cống nào ạ?' }], 'awaiting_citizen', /Cống nào ạ/],
  ['go on', [{ type: 'ask_citizen', text: 'Cống nào?' }, { type: 'verify' }], 'received', /xử lý tiếp/],
  ['reject', [{ type: 'reject', reason: 'Không thuộc thẩm quyền' }], 'rejected', /Không thuộc thẩm quyền/],
  ['duplicate', [{ type: 'duplicate', of: 'XH-2026-000002' }], 'duplicate', /gộp/],
  ['part', [{ type: 'duplicate', of: 'XH-2026-000002' }, { type: 'part' }], 'received', /xử lý riêng/],
  ['close', [{ type: 'reject', reason: 'Trùng' }, { type: 'close' }], 'closed', /đã đóng/],
  [
    'reopen',
    [
      { type: 'reject', reason: 'x' },
      { type: 'reopen', reason: 'y' },
    ],
    'reopened',
    /mở lại/,
  ],
  ['a note', [{ type: 'note', note: 'gọi lại thứ ba' }], 'received', undefined],
  ['a correction', [{ type: 'reclassify', category: 'odor' }], 'received', undefined],
])('%s: the citizen hears of it, or does not', async (_name, asked, status, heard) => {
  const { desk, told } = open();
  for (const [index, move] of asked.entries()) await desk.move(CODE, lan, move, `k${index}`);
  const ticket = await desk.move(CODE, lan, asked.at(-1) as StaffMove, `k${asked.length - 1}`);
  expect(ticket.status).toBe(status);
  if (heard) expect(told().at(-1)).toMatch(heard);
  else expect(told()).toEqual([]);
});
