import fc from 'fast-check';
import type { Activity } from '../../../hotline/activity';
import type { Answerer, Inbound, Question } from '../../../hotline/conversation/conversations';
import { lastMessage } from '../../../hotline/conversation/turn';
import { turnTaking } from '../../../hotline/conversation/turn-taking';
import { changedMeanwhile } from '../../../hotline/errors';
import { hoa, lan, monday, nam } from '../../town/people';
import { MemoryLog } from './memory-log';

const says = (text: string, eventId = text, from = hoa): Inbound => ({
  conversation: from.conversation,
  channel: 'webchat',
  eventId,
  activity: { type: 'message', text },
});
const echo: Answerer = ({ activity, state }) =>
  Promise.resolve({ out: [{ activity: { type: 'message', text: `nghe: ${activity?.text ?? ''}` } }], state });
const textsOf = (log: MemoryLog) => log.turns.map((turn) => turn.in?.text);
const spoken = (log: MemoryLog) =>
  log.turns.flatMap(({ out }) => out.map(({ activity }: { activity: Activity }) => activity.text));

function open(answer: Answerer = echo, log = new MemoryLog(), facts = {}) {
  const clock = { now: monday };
  const parts = { log, answer, pushes: () => false, messagesPerMinute: 30, now: () => clock.now, ...facts };
  return { log, clock, ...turnTaking(parts) };
}

it('private words never wait in the log, however fast they come', async () => {
  const guarded: Answerer = async (question) => {
    const masked = question.activity?.text?.includes('0912') ? { maskedText: '•••' } : {};
    return { ...(await echo(question)), ...masked };
  };
  const { log, receive } = open(guarded, new MemoryLog(), { messagesPerMinute: 1 });
  await receive(says('một'));
  await receive(says('hai'));
  await receive(says('0912 345 678'));
  expect(JSON.stringify(log.turns.map(({ in: said, state }) => [said, state]))).not.toContain('0912');
  expect(log.turns.map(({ out }) => out.length)).toEqual([1, 0, 1]);
});

describe('taking a turn', () => {
  it('writes what came, what was answered and what is remembered', async () => {
    const { log, receive } = open();
    const { turn, duplicate } = await receive(says('chào'));
    expect(duplicate).toBe(false);
    expect(log.turns).toEqual([turn]);
    expect(turn).toMatchObject({ seq: 1, firstMessage: 1, at: monday, eventId: 'chào', channel: 'webchat' });
    expect((await receive(says('nước đen'))).turn).toMatchObject({ seq: 2, firstMessage: 3 });
  });

  it('the same event again has one effect and gets the first one’s answer', async () => {
    const { log, receive } = open();
    const first = await receive(says('chào', 'e1'));
    const again = await receive(says('khác hẳn', 'e1'));
    expect(again).toEqual({ turn: first.turn, duplicate: true });
    expect(log.turns).toHaveLength(1);
  });

  it('where answers go is kept with the first turn, and anew when it changed', async () => {
    const { log, receive } = open();
    const from = (address: string, addressMark: string, text: string) =>
      receive({ ...says(text), address, addressMark });
    await from('chỗ cũ', 'm1', 'một');
    await from('chỗ cũ', 'm1', 'hai');
    await from('chỗ mới', 'm2', 'ba');
    await receive(says('bốn'));
    expect(log.alongs.map((along) => along?.identities?.[0]?.identity.address)).toEqual([
      'chỗ cũ',
      undefined,
      'chỗ mới',
      undefined,
    ]);
    expect(log.known.get(hoa.conversation)).toMatchObject({ channel: 'webchat', address: 'chỗ mới' });
    expect(JSON.stringify(log.turns)).not.toContain('chỗ');
  });

  it('two citizens may choose the same event id', async () => {
    const { log, receive } = open();
    await Promise.all([receive(says('một', 'e1', hoa)), receive(says('hai', 'e1', nam))]);
    expect(log.turns.map(({ seq }) => seq)).toEqual([1, 1]);
  });

  it('messages of one conversation are answered in the order they came', async () => {
    const slow: Answerer = async (question) => {
      if (question.activity?.text === 'm0') for (let i = 0; i < 20; i++) await new Promise(setImmediate);
      return echo(question);
    };
    const { log, receive } = open(slow);
    const texts = Array.from({ length: 8 }, (_, i) => `m${i}`);
    await Promise.all(texts.map((text) => receive(says(text))));
    expect(textsOf(log)).toEqual(texts);
  });

  it('one conversation does not wait for another', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const { log, receive } = open(async (question) => {
      if (question.conversation === hoa.conversation) await held;
      return echo(question);
    });
    const slow = receive(says('chậm', 'a', hoa));
    await receive(says('nhanh', 'b', nam));
    expect(textsOf(log)).toEqual(['nhanh']);
    letGo();
    await slow;
  });

  it('a failure of the bot leaves nothing behind, and the next message is taken', async () => {
    let broken = true;
    const { log, receive } = open((question) =>
      broken ? Promise.reject(new Error('hỏng')) : echo(question),
    );
    await expect(receive(says('một'))).rejects.toThrow('hỏng');
    broken = false;
    await receive(says('một'));
    expect(textsOf(log)).toEqual(['một']);
  });

  it('a write that failed is not remembered as if it had been done', async () => {
    const { log, receive } = open();
    await receive(says('một'));
    log.beforeWrite = () => Promise.reject(new Error('mất kết nối'));
    await expect(receive(says('hai'))).rejects.toThrow('mất kết nối');
    log.beforeWrite = () => undefined;
    expect((await receive(says('hai'))).turn.seq).toBe(2);
  });

  it('channels that push get their messages marked for delivery, those that pull do not', async () => {
    const { receive } = open(echo, new MemoryLog(), { pushes: (channel: string) => channel === 'telegram' });
    const pushed = await receive({ ...says('chào', 'a', nam), channel: 'telegram' });
    expect(pushed.turn.out[0]?.delivery).toEqual({ state: 'pending', tries: 0 });
    expect(pushed.turn.deliverAfter).toEqual(monday);
    const pulled = await receive(says('chào'));
    expect(pulled.turn.out[0]).not.toHaveProperty('delivery');
    expect(pulled.turn).not.toHaveProperty('deliverAfter');
  });
});

describe('a lost place', () => {
  it('runs the step again on the newest state', async () => {
    const seen: number[] = [];
    const { log, receive } = open((question) => {
      seen.push(question.seq);
      return echo(question);
    });
    const other = open(echo, log);
    let meddle = true;
    log.beforeWrite = async (turn) => {
      if (!meddle || turn.in?.text !== 'mine') return;
      meddle = false;
      await other.receive(says('theirs'));
    };
    const { turn } = await receive(says('mine'));
    expect(seen).toEqual([1, 2]);
    expect(turn).toMatchObject({ seq: 2, firstMessage: 3 });
    expect(textsOf(log)).toEqual(['theirs', 'mine']);
  });

  it('a ticket that was changed meanwhile makes the step read again, too', async () => {
    let refusals = 2;
    const { log, receive } = open();
    log.beforeWrite = () => {
      if (refusals-- > 0) throw changedMeanwhile();
    };
    expect((await receive(says('mine'))).turn.seq).toBe(1);
    expect(refusals).toBe(-1);
  });

  it('again and again ends in an error, not in an endless loop', async () => {
    const { log, receive } = open();
    log.beforeWrite = () => {
      throw changedMeanwhile();
    };
    await expect(receive(says('mine'))).rejects.toThrow(/too busy/);
    expect(log.turns).toHaveLength(0);
  });
});

describe('private words', () => {
  const discreet: Answerer = ({ state, activity }) =>
    Promise.resolve({ out: [], state, ...(activity?.text === hoa.phone && { maskedText: '••• ••• 678' }) });

  it('lie in the log masked, and whole with the identity', async () => {
    const { log, receive } = open(discreet);
    await receive(says('chào'));
    await receive(says(hoa.phone, 'e2'));
    expect(JSON.stringify(log.turns)).not.toContain(hoa.phone);
    expect(log.turns[1]).toMatchObject({ in: { text: '••• ••• 678' }, private: true });
    expect(log.known.get(hoa.conversation)?.words).toEqual({ 2: hoa.phone });
  });
});

describe('what the lists must show at once', () => {
  const listed = (log: MemoryLog) => log.alongs.map((along) => along?.listed ?? false);

  it('is a change of hands, and a conversation that became confidential', async () => {
    const { log, receive } = open((question) => {
      const { state, activity, at } = question;
      const waiting = { ...state, holder: { kind: 'waiting', since: at } as const };
      const changed =
        activity?.text === 'gặp cán bộ'
          ? waiting
          : activity?.text === 'kín'
            ? { ...state, confidential: true }
            : state;
      return Promise.resolve({ out: [], state: changed });
    });
    for (const text of ['chào', 'gặp cán bộ', 'còn đó không', 'kín', 'vâng']) await receive(says(text));
    expect(listed(log)).toEqual([false, true, false, true, false]);
    expect(log.alongs[0]).toBeUndefined();
  });
});

describe('too many messages in a minute', () => {
  it('are all taken, and answered once, together, in the next minute', async () => {
    const { log, clock, receive, answerHeld } = open(echo, new MemoryLog(), { messagesPerMinute: 2 });
    for (const text of ['a', 'b', 'c', 'd']) await receive(says(text));
    expect(spoken(log)).toEqual(['nghe: a', 'nghe: b']);
    expect(log.turns[3]?.dueAt).toEqual(new Date(monday.getTime() + 60_000));
    clock.now = new Date(monday.getTime() + 60_000);
    const [, , , last] = log.turns;
    if (last) await answerHeld(last);
    expect(spoken(log)).toEqual(['nghe: a', 'nghe: b', 'nghe: c\nd']);
    expect(log.turns.at(-1)?.state.held).toBeUndefined();
    await receive(says('e'));
    expect(spoken(log).at(-1)).toBe('nghe: e');
  });

  it('what comes in the next minute is answered together with what was held', async () => {
    const { log, clock, receive, answerHeld } = open(echo, new MemoryLog(), { messagesPerMinute: 1 });
    for (const text of ['a', 'b']) await receive(says(text));
    const held = log.turns[1];
    clock.now = new Date(monday.getTime() + 61_000);
    await receive(says('c'));
    expect(spoken(log)).toEqual(['nghe: a', 'nghe: b\nc']);
    expect(held && (await answerHeld(held))).toBeUndefined();
    expect(log.turns).toHaveLength(3);
  });

  it('of one citizen does not slow down another', async () => {
    const { log, receive } = open(echo, new MemoryLog(), { messagesPerMinute: 1 });
    for (const text of ['a', 'b']) await receive(says(text, text, hoa));
    await receive(says('x', 'x', nam));
    expect(spoken(log)).toEqual(['nghe: a', 'nghe: x']);
  });

  it('a flood keeps the state small: at most forty held, all in the log', async () => {
    const { log, receive } = open(echo, new MemoryLog(), { messagesPerMinute: 1 });
    for (let i = 0; i < 60; i++) await receive(says(`m${i}`));
    expect(log.turns).toHaveLength(60);
    expect(log.turns.at(-1)?.state.held?.activities).toHaveLength(40);
  });
});

describe('an album', () => {
  const album: Answerer = (question: Question) =>
    question.activity?.attachments && question.cause?.type !== 'due'
      ? Promise.resolve({ out: [], state: question.state, waitMs: 1_200 })
      : Promise.resolve({
          out: [{ activity: { type: 'message', text: `${question.activity?.attachments?.length} ảnh` } }],
          state: question.state,
        });
  const photo = (id: string): Inbound => ({
    ...says('', id),
    activity: { type: 'message', attachments: [{ contentType: 'image/jpeg', fileId: id }] },
  });

  it('of three photos gets one answer', async () => {
    const { log, receive, answerHeld } = open(album);
    for (const id of ['p1', 'p2', 'p3']) await receive(photo(id));
    for (const turn of [...log.turns]) await answerHeld(turn);
    expect(spoken(log)).toEqual(['3 ảnh']);
  });

  it('that falls due is answered once, even if two processes try', async () => {
    const { log, receive, answerHeld } = open(album);
    const other = open(album, log);
    log.moments = () => 2;
    await receive(photo('p1'));
    const [due] = log.turns;
    if (due) await Promise.all([answerHeld(due), other.answerHeld(due), other.answerHeld(due)]);
    expect(spoken(log)).toEqual(['1 ảnh']);
  });
});

it('whoever speaks, whenever, on two processes: no gap, no loss, no double', async () => {
  const sender = fc.record({
    process: fc.integer({ min: 0, max: 1 }),
    event: fc.integer({ min: 0, max: 9 }),
    staff: fc.boolean(),
    wait: fc.integer({ min: 0, max: 4 }),
  });
  const senders = fc.array(sender, { minLength: 1, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(senders, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), async (all, pauses) => {
      const log = new MemoryLog();
      log.moments = () => Number(pauses.next().value);
      const processes = [open(echo, log), open(echo, log)] as const;
      const said = await Promise.all(
        all.map(async ({ process, event, staff, wait }) => {
          for (let left = wait; left > 0; left--) await new Promise(setImmediate);
          const { receive, take } = processes[process === 0 ? 0 : 1];
          const eventId = `${staff ? 'staff' : 'citizen'}/${event}`;
          if (!staff) return receive(says(eventId));
          const occasion = {
            conversation: hoa.conversation,
            eventId,
            cause: { type: 'staff', ...lan } as const,
          };
          return take(occasion, ({ state }) =>
            Promise.resolve({ out: [{ activity: { type: 'message', text: eventId } }], state }),
          );
        }),
      );
      const events = all.map(({ event, staff }) => `${staff ? 'staff' : 'citizen'}/${event}`);
      expect(log.turns.map(({ seq }) => seq)).toEqual(log.turns.map((_, index) => index + 1));
      expect(log.turns.map(({ eventId }) => eventId).sort()).toEqual([...new Set(events)].sort());
      let last = 0;
      for (const turn of log.turns) {
        expect(turn.firstMessage).toBe(last + 1);
        last = lastMessage(turn);
      }
      for (const { turn } of said) expect(log.turns).toContainEqual(turn);
    }),
    { numRuns: 150 },
  );
});
