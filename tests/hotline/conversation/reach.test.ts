import type { Answerer } from '../../../hotline/conversation/conversations';
import { turnTaking } from '../../../hotline/conversation/turn-taking';
import { hoa, monday } from '../../town/people';
import { MemoryLog } from './memory-log';

const echo: Answerer = ({ activity, state }) =>
  Promise.resolve({ out: [{ activity: { type: 'message', text: activity?.text ?? '' } }], state });

function open(lastHeard?: () => Promise<Date>) {
  const log = new MemoryLog();
  const clock = { now: monday };
  const turns = turnTaking({
    log,
    answer: echo,
    pushes: () => true,
    messagesPerMinute: 100,
    ...(lastHeard && { lastHeard }),
    now: () => clock.now,
  });
  const says = (text: string) =>
    turns.receive({
      conversation: hoa.conversation,
      channel: 'letter',
      eventId: text,
      activity: { type: 'message', text },
    });
  const later = (ms: number) => (clock.now = new Date(clock.now.getTime() + ms));
  return { ...turns, log, says, later, at: () => clock.now };
}

it('nothing is sent to who wants to hear nothing, until they write again', async () => {
  const house = open();
  await house.says('một');
  house.later(1_000);
  await house.noteReach(hoa.conversation, false, house.at());
  await house.noteReach(hoa.conversation, false, house.at());
  expect(house.log.turns.map(({ state }) => Boolean(state.unreachable))).toEqual([false, true]);
  expect(house.log.alongs.at(-1)).toEqual({ listed: true });
  const cause = { type: 'staff', id: 'lan', name: 'Lan' } as const;
  const { turn } = await house.take({ conversation: hoa.conversation, cause }, ({ state }) =>
    Promise.resolve({ out: [{ activity: { type: 'message', text: 'có ai không' } }], state }),
  );
  expect(turn.out[0]?.delivery).toMatchObject({ state: 'dead', unreachable: true });
  expect(turn.deliverAfter).toBeUndefined();
  house.later(1_000);
  const again = await house.says('hai');
  expect(again.turn.state.unreachable).toBeUndefined();
  expect(again.turn.out[0]?.delivery).toMatchObject({ state: 'pending' });
});

it('news that are older than the last message are none, and nobody is noted who never spoke', async () => {
  const house = open();
  await house.noteReach(hoa.conversation, false, house.at());
  expect(house.log.turns).toEqual([]);
  await house.says('một');
  await house.noteReach(hoa.conversation, false, new Date(monday.getTime() - 5_000));
  await house.noteReach(hoa.conversation, true, house.at());
  expect(house.log.turns).toHaveLength(1);
});

it('news that came late undo nothing that came after what they tell, and what is told twice is told once', async () => {
  const house = open(() => Promise.resolve(monday));
  await house.says('một');
  house.later(60_000);
  // The newest turn is no message of theirs.
  const cause = { type: 'clock' } as const;
  await house.take({ conversation: hoa.conversation, cause }, ({ state }) =>
    Promise.resolve({ out: [], state }),
  );
  await house.noteReach(hoa.conversation, false, new Date(monday.getTime() - 5_000));
  expect(house.log.turns).toHaveLength(2);
  const gone = house.at();
  await house.noteReach(hoa.conversation, false, gone, 'unfollow/1');
  await house.noteReach(hoa.conversation, true, new Date(monday.getTime() - 5_000), 'follow/0');
  expect(house.log.turns.at(-1)?.state.unreachable).toEqual(gone);
  house.later(1_000);
  await house.noteReach(hoa.conversation, true, house.at(), 'follow/2');
  await house.noteReach(hoa.conversation, false, gone, 'unfollow/1');
  expect(house.log.turns.map(({ eventId }) => eventId)).toEqual(['một', undefined, 'unfollow/1', 'follow/2']);
});
