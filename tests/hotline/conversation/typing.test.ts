import type { Activity } from '../../../hotline/activity';
import type { Capabilities } from '../../../hotline/channel';
import { type TypingSign, typingSigns } from '../../../hotline/conversation/typing';
import { turnTaking } from '../../../hotline/conversation/turn-taking';
import { hoa, monday, nam } from '../../town/people';
import { MemoryLog } from './memory-log';

const able = { typing: true } as Capabilities;

function open(capabilities = able) {
  const clock = { now: 0 };
  const called: [string, Activity][] = [];
  const heard: TypingSign[] = [];
  const deliver = async (address: string, message: Activity) => {
    called.push([address, message]);
    return { result: 'sent' as const };
  };
  const signs = typingSigns({
    channels: new Map([['telegram', { capabilities, deliver }]]),
    identities: { of: async () => ({ channel: 'telegram', address: '42' }) },
    now: () => clock.now,
  });
  signs.onSign((sign) => heard.push(sign));
  return { clock, called, heard, ...signs };
}

it('many keys make one sign in a few seconds, for each side and conversation', () => {
  const { note, heard, clock } = open();
  for (let key = 0; key < 20; key++) note(hoa.conversation, 'citizen');
  note(hoa.conversation, 'staff');
  note(nam.conversation, 'citizen');
  expect(heard).toHaveLength(3);
  clock.now = 4_000;
  note(hoa.conversation, 'citizen');
  expect(heard).toHaveLength(4);
});

it('what staff type is shown on channels that are called, as far as they can; what citizens type is not', async () => {
  const one = open();
  one.note(hoa.conversation, 'citizen');
  one.note(hoa.conversation, 'staff');
  await new Promise(setImmediate);
  expect(one.called).toEqual([['42', { type: 'typing' }]]);
  const other = open({ ...able, typing: false });
  other.note(hoa.conversation, 'staff');
  await new Promise(setImmediate);
  expect(other.called).toEqual([]);
});

it('who has left hears nothing more', () => {
  const { note, onSign } = open();
  const heard: TypingSign[] = [];
  onSign((sign) => heard.push(sign))();
  note(hoa.conversation, 'citizen');
  expect(heard).toEqual([]);
});

it('who writes faster than is answered is told so once a minute', async () => {
  const clock = { now: monday };
  const log = new MemoryLog();
  const { receive } = turnTaking({
    log,
    answer: async ({ state }) => ({ out: [], state }),
    slowWords: () => ({ type: 'message', text: 'từ từ nhé' }),
    pushes: () => false,
    messagesPerMinute: 2,
    now: () => clock.now,
  });
  const say = (eventId: string) =>
    receive({
      conversation: hoa.conversation,
      channel: 'webchat',
      eventId,
      activity: { type: 'message', text: eventId },
    });
  for (const text of ['a', 'b', 'c', 'd', 'e']) await say(text);
  expect(log.turns.map(({ out }) => out.length)).toEqual([0, 0, 1, 0, 0]);
  expect(log.turns.at(-1)?.dueAt).toEqual(new Date(monday.getTime() + 60_000));
});
