import fc from 'fast-check';
import { ASKS } from '../../hotline/activity';
import * as moves from '../../hotline/ticket/moves';
import { STATUSES, type Ticket } from '../../hotline/ticket/ticket';
import { hoa } from '../town/people';
import { talk } from './talk';

/** What people say at the wrong moment. */
const SAYINGS = [
  'tôi muốn phản ánh',
  'Ô nhiễm môi trường',
  'Vi phạm đất đai',
  'Sai phạm của cán bộ',
  'Tối qua nhà máy ở phường Ba Đình, Hà Nội xả nước thải chưa xử lý ra hồ, nước đen ngòm',
  'xã Tân Hiệp',
  'An Giang',
  'phường Hồng Hà, Hà Nội',
  'từ tuần trước',
  'bỏ qua',
  'quay lại',
  'hủy',
  'bắt đầu lại',
  'Ẩn danh',
  'Để lại liên hệ',
  'Sửa lại',
  'Loại',
  'Nơi xảy ra',
  'Thời gian',
  'Thêm ảnh',
  'Liên hệ',
  'Nội dung',
  'đúng rồi',
  'không',
  'gặp cán bộ',
  'tra cứu phản ánh',
  'XH-2026-000001',
  'XH-2026-000001 0000000000',
  'rút phản ánh',
  'Đã xong',
  'Chưa xong',
  'xin chào',
  'nhiều người ngất xỉu',
  '',
  '🤢',
  'abc xyz',
];
const step = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...SAYINGS).map((text) => ({ type: 'says' as const, text })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => ({ type: 'says' as const, text })) },
  { weight: 1, arbitrary: fc.constant({ type: 'photo' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'due' as const }) },
  { weight: 1, arbitrary: fc.constantFrom(21.0287, 12).map((lat) => ({ type: 'shares' as const, lat })) },
  { weight: 2, arbitrary: fc.constant({ type: 'option' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'staff' as const }) },
);

/** Staff resolve what can be resolved, so that "Đã xong" has something to mean. */
async function resolveSome(citizen: ReturnType<typeof talk>): Promise<void> {
  const ticket = citizen.tickets().find(({ status }) => status === 'received');
  if (!ticket) return;
  await citizen.staff(ticket.code, moves.verify);
  await citizen.staff(ticket.code, (each, act) =>
    moves.resolve(each, act, { text: 'Xong', evidence: [], legalReason: 'Điều 3' }),
  );
}

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
type Answer = Awaited<ReturnType<ReturnType<typeof talk>['says']>>;

/** One step of the citizen, of the clock, or of the staff; undefined when nothing is said to it. */
async function take(
  citizen: ReturnType<typeof talk>,
  each: Step,
  options: readonly string[],
): Promise<Answer | undefined> {
  switch (each.type) {
    case 'says':
      return citizen.says(each.text);
    case 'option':
      return citizen.says(options[0] ?? '');
    case 'photo':
      return citizen.sends(`p${citizen.log.turns.length}`);
    case 'shares':
      return citizen.shares(each.lat, each.lat > 20 ? 105.8523 : 115.5);
    case 'due':
      return citizen.state() && citizen.waits();
    case 'staff':
      await resolveSome(citizen);
      return undefined;
  }
}

function expectReadable({ ask, buttons, options, messages }: Answer): void {
  if (ask !== undefined) expect(ASKS).toContain(ask);
  expect(buttons).toEqual(options);
  for (const { text } of messages) expect(text?.trim()).toBeTruthy();
  // Only the last message may ask.
  expect(messages.slice(0, -1).every(({ channelData }) => !channelData?.ask)).toBe(true);
}

function expectWhole(ticket: Ticket, confidential: boolean): void {
  const misconduct = ticket.lane === 'misconduct';
  expect(STATUSES).toContain(ticket.status);
  expect(ticket.category === null).toBe(ticket.lane !== 'pollution');
  expect(ticket.revision).toBe(ticket.events.length);
  expect(ticket.location.text).toBeTruthy();
  if (misconduct) expect(confidential).toBe(true);
  if (ticket.agency) expect(ticket.agency.code.startsWith('TTT')).toBe(misconduct);
}

it('whatever is said, in whatever order: an answer that programs can read, and tickets that are whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const citizen = talk(hoa);
      let options: readonly string[] = [];
      for (const each of steps) {
        const answer = await take(citizen, each, options);
        if (!answer) continue;
        expectReadable(answer);
        options = answer.options ?? [];
      }
      for (const ticket of citizen.tickets()) expectWhole(ticket, citizen.state()?.confidential ?? false);
    }),
    { numRuns: 80 },
  );
});
