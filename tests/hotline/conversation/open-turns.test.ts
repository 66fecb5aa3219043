import type { Answerer, Inbound } from '../../../hotline/conversation/conversations';
import { openTurns } from '../../../hotline/conversation/open-turns';
import { hoa, monday } from '../../town/people';
import { MemoryLog } from './memory-log';

const later = (ms: number) => new Date(monday.getTime() + ms);
const photo = (id: string): Inbound => ({
  conversation: hoa.conversation,
  channel: 'webchat',
  eventId: id,
  activity: { type: 'message', attachments: [{ contentType: 'image/jpeg', fileId: id }] },
});
const album: Answerer = ({ activity, cause, state }) =>
  cause?.type === 'due'
    ? Promise.resolve({
        out: [{ activity: { type: 'message', text: `${activity?.attachments?.length} ảnh` } }],
        state,
      })
    : Promise.resolve({ out: [], state, waitMs: 5 });

function open(log: MemoryLog, clock: { now: Date }) {
  const errors: unknown[] = [];
  const turns = openTurns({
    log,
    answer: album,
    pushes: () => false,
    messagesPerMinute: 30,
    onError: (error) => errors.push(error),
    now: () => clock.now,
  });
  return { ...turns, errors };
}
const answers = (log: MemoryLog) => log.turns.flatMap(({ out }) => out.map(({ activity }) => activity.text));
const told = (log: MemoryLog) =>
  new Promise<string[]>((resolve) =>
    log.onTurn(({ out }) => out.length > 0 && setImmediate(() => resolve(answers(log) as string[]))),
  );

it('answers by itself what was held, once, when it falls due', async () => {
  const log = new MemoryLog();
  const turns = open(log, { now: monday });
  const answered = told(log);
  await turns.receive(photo('p1'));
  await turns.receive(photo('p2'));
  expect(await answered).toEqual(['2 ảnh']);
  await turns.stop();
  expect(turns.errors).toEqual([]);
});

it('sweeps what a dead process left, and settles it', async () => {
  const log = new MemoryLog();
  const clock = { now: monday };
  const dead = open(log, clock);
  await dead.receive(photo('p1'));
  await dead.stop();
  expect(answers(log)).toEqual([]);
  const alive = open(log, clock);
  clock.now = later(10_000);
  await Promise.all([alive.sweep(), alive.sweep()]);
  expect(answers(log)).toEqual(['1 ảnh']);
  expect(await log.overdue(later(60_000), 10)).toEqual([]);
  await alive.stop();
});

it('leaves a turn alone that is not late yet: its own process has it', async () => {
  const log = new MemoryLog();
  const clock = { now: monday };
  const owner = open(log, clock);
  await owner.receive(photo('p1'));
  await owner.stop();
  const other = open(log, clock);
  clock.now = later(500);
  await other.sweep();
  expect(answers(log)).toEqual([]);
  await other.stop();
});
