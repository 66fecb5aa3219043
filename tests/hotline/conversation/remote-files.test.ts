import type { Attachment } from '../../../hotline/activity';
import type { Channel, RemoteFile } from '../../../hotline/channel';
import type { Answerer, Inbound } from '../../../hotline/conversation/conversations';
import { fetching } from '../../../hotline/conversation/fetching';
import { FETCH_FILES } from '../../../hotline/conversation/remote-files';
import { openTurns } from '../../../hotline/conversation/open-turns';
import type { Turn } from '../../../hotline/conversation/turn';
import { filesFull, tooLarge } from '../../../hotline/errors';
import { hoa, monday } from '../../town/people';
import { MemoryLog } from './memory-log';

/** Says what it hears of words and files, and keeps a telephone number out of the log. */
const echo: Answerer = ({ activity, state }) => {
  if (state.holder.kind === 'staff' || !activity) return Promise.resolve({ out: [], state });
  const names = (activity.attachments ?? []).map(({ name }) => name).join('+');
  const said = [activity.text, names].filter(Boolean).join(' ');
  const masked = activity.text?.includes('0912') ? { maskedText: '•••' } : {};
  return Promise.resolve({ out: [{ activity: { type: 'message', text: said } }], state, ...masked });
};

const photo = (id: string, text?: string): Inbound => ({
  conversation: hoa.conversation,
  channel: 'letter',
  eventId: id,
  activity: {
    type: 'message',
    ...(text && { text }),
    attachments: [{ contentType: 'image/jpeg', name: id, remote: `r-${id}` }],
  },
});
const words = (text: string): Inbound => ({ ...photo(text), activity: { type: 'message', text } });

function open() {
  const log = new MemoryLog();
  const clock = { now: monday };
  const turns = openTurns({
    log,
    answer: echo,
    fileWords: {
      coming: () => ({ type: 'message', text: 'đang tải' }),
      refused: (files) => ({
        type: 'message',
        text: files.map(({ name, refused }) => `${name}: ${refused}`).join(),
      }),
    },
    pushes: () => false,
    messagesPerMinute: 100,
    onError: (error) => {
      throw error;
    },
    now: () => clock.now,
  });
  const answers = () => log.turns.flatMap(({ out }) => out.map(({ activity }) => activity.text));
  const later = (ms: number) => (clock.now = new Date(clock.now.getTime() + ms));
  /** A file came, or was refused. */
  const comes = ({ turn }: { turn: Turn }, more: Partial<Attachment> = { fileId: 'f' }) => {
    const [file] = turn.in?.attachments ?? [];
    const result = { files: [{ ...file, ...more }] };
    const cause = { type: 'effect', effect: FETCH_FILES, result } as const;
    return turns.take(
      { conversation: turn.conversation, eventId: `effect/${turn.seq}`, cause },
      turns.answerEffect,
    );
  };
  const due = () => turns.answerHeld(log.turns.at(-1) as Turn);
  return { ...turns, log, answers, later, comes, due };
}

afterEach(() => jest.useRealTimers());
beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));

it('an album is answered when all of it is here and it has been quiet', async () => {
  const house = open();
  const first = await house.receive(photo('a', 'khói'));
  const second = await house.receive(photo('b'));
  expect(first.turn).toMatchObject({ out: [], effects: [{ type: FETCH_FILES }] });
  await house.comes(first);
  expect(house.answers()).toEqual([]);
  house.later(300);
  await house.comes(second);
  expect(house.answers()).toEqual([]);
  house.later(1_200);
  await house.due();
  expect(house.answers()).toEqual(['khói a+b']);
});

it('words that follow wait for the files before them, though not for ever', async () => {
  const house = open();
  const file = await house.receive(photo('a'));
  await house.receive(words('ở Yên Phong'));
  house.later(2_000);
  await house.comes(file);
  expect(house.answers()).toEqual(['ở Yên Phong a']);

  const late = await house.receive(photo('b'));
  house.later(21_000);
  await house.receive(words('xong'));
  expect(house.answers().at(-1)).toBe('xong');
  await house.comes(late);
  expect(house.answers().at(-1)).toBe('b');
});

it('a file alone that is late is told to be coming', async () => {
  const house = open();
  const file = await house.receive(photo('a'));
  house.later(20_000);
  await house.due();
  expect(house.answers()).toEqual(['đang tải']);
  await house.comes(file);
  expect(house.answers()).toEqual(['đang tải', 'a']);
});

it('what was refused is told with what is there', async () => {
  const house = open();
  const [a, b] = [await house.receive(photo('a')), await house.receive(photo('b'))];
  await house.comes(a, { refused: 'too_large' });
  house.later(2_000);
  await house.comes(b);
  expect(house.answers()).toEqual(['a: too_large', 'b']);
});

it('private words never wait in the log beside a file; the file is answered by itself', async () => {
  const house = open();
  const { turn } = await house.receive(photo('a', 'gọi 0912 345 678'));
  expect(turn).toMatchObject({ in: { text: '•••' }, private: true, effects: [{ type: FETCH_FILES }] });
  expect(JSON.stringify([turn.in, turn.state])).not.toContain('0912');
  await house.comes({ turn });
  expect(house.answers()).toEqual(['gọi 0912 345 678', 'a']);
});

it('the bot keeps silent about files while a person speaks with the citizen', async () => {
  const house = open();
  await house.receive(words('chào'));
  const step = ({ state, at }: { state: Turn['state']; at: Date }) =>
    Promise.resolve({
      out: [],
      state: { ...state, holder: { kind: 'staff' as const, id: 'lan', name: 'Lan', since: at } },
    });
  await house.take(
    { conversation: hoa.conversation, cause: { type: 'staff', id: 'lan', name: 'Lan' } },
    step,
  );
  const file = await house.receive(photo('a'));
  await house.comes(file, { refused: 'too_large' });
  expect(house.answers()).toEqual(['chào']);
});

describe('bringing files', () => {
  const turn = (file: Partial<Attachment> = {}): Turn =>
    ({
      ...(photo('a') as object),
      seq: 1,
      at: monday,
      in: { type: 'message', attachments: [{ contentType: 'x', name: 'a.jpg', remote: 'r', ...file }] },
    }) as unknown as Turn;

  function bring(
    fetch: () => Promise<RemoteFile>,
    save = (): unknown => ({ id: 'f1', name: 'a.jpg', type: 'image/jpeg', size: 3 }),
    now = monday,
  ) {
    const placed: Attachment[] = [];
    const run = fetching({
      channels: new Map([['letter', { fetch } as unknown as Channel]]),
      files: { save: async () => save() as never },
      log: { placeFile: async (_turn, _index, file) => void placed.push(file) },
      now: () => now,
    });
    return { placed, run: (of = turn()) => run(null, of.conversation, of) };
  }
  const bytes = { name: 'b.jpg', bytes: Buffer.from('abc') };

  it('saves them and puts them in their places before it tells', async () => {
    const { run, placed } = bring(() => Promise.resolve(bytes));
    const came = { contentType: 'image/jpeg', name: 'a.jpg', remote: 'r', fileId: 'f1', size: 3 };
    expect(await run()).toEqual({ files: [came] });
    expect(placed).toEqual([came]);
  });

  it('does not fetch again what is in its place', async () => {
    const { run, placed } = bring(() => Promise.reject(new Error('not asked')));
    expect(await run(turn({ fileId: 'f0' }))).toMatchObject({ files: [{ fileId: 'f0' }] });
    expect(placed).toEqual([]);
  });

  it('tells why a file cannot be had', async () => {
    expect(await bring(() => Promise.reject(tooLarge('lớn'))).run()).toMatchObject({
      files: [{ refused: 'too_large' }],
    });
    const full = bring(
      () => Promise.resolve(bytes),
      () => {
        throw filesFull('đủ');
      },
    );
    expect(await full.run()).toMatchObject({ files: [{ refused: 'files_full' }] });
  });

  it('is tried again for hours, then given up', async () => {
    const down = () => Promise.reject(new Error('502'));
    await expect(bring(down).run()).rejects.toThrow('502');
    const late = new Date(monday.getTime() + 3 * 3_600_000);
    expect(await bring(down, undefined, late).run()).toMatchObject({ files: [{ refused: 'unavailable' }] });
  });
});
