import { partsOf } from '../../../adapters/zalo/from-activity';
import { voicesOf } from '../../../bot/words';
import type { Activity, Ask } from '../../../hotline/activity';
import { turnTaking } from '../../../hotline/conversation/turn-taking';
import type { ConversationState } from '../../../hotline/conversation/turn';
import { Drawer, townBot } from '../../bot/talk';
import { MemoryLog } from '../../hotline/conversation/memory-log';
import { content } from '../../town/content';
import { hoa, monday } from '../../town/people';

jest.setTimeout(60_000);

const { vi, en } = voicesOf(content.locales);
const parts = partsOf({ words: vi, english: en });

/** A conversation on a channel without buttons. */
function talk() {
  const log = new MemoryLog();
  const drawer = new Drawer();
  const turns = turnTaking({
    log,
    answer: townBot(drawer).answer,
    pushes: () => true,
    parts: (_channel, message) => parts(message),
    messagesPerMinute: 1_000,
    now: () => monday,
  });
  log.onTurn(() => {
    const along = log.alongs.at(-1);
    drawer.put(...(along?.filed ?? []), ...(along?.changed ?? []));
  });
  let events = 0;
  return async (text: string): Promise<{ said: Activity[]; state: ConversationState }> => {
    const { turn } = await turns.receive({
      conversation: hoa.conversation,
      channel: 'zalo',
      eventId: `e${++events}`,
      activity: { type: 'message', text },
    });
    return { said: turn.out.map(({ activity }) => activity), state: turn.state };
  };
}

/** To questions that no option answers. */
const ANSWERS: Partial<Record<Ask, string>> = {
  description: 'Nhà máy xả khói đen mù mịt, khét lắm',
  location: 'xã Yên Phong, tỉnh Bắc Ninh',
  time: 'tối hôm qua',
  contact: 'Hoa 0912345678',
  ticket_code: 'XH-2026-000001',
};
const OPENINGS = [
  'xin chào',
  'báo cáo',
  'tôi muốn phản ánh',
  'Nhà máy ở Yên Phong xả khói đen mù mịt từ tối qua',
  'cán bộ xã đòi tiền bồi dưỡng',
  'hàng xóm lấn chiếm đất công',
  'làm sổ đỏ cần giấy tờ gì',
  'xin giấy phép môi trường',
  'không khí hôm nay thế nào',
  'xả rác bị phạt bao nhiêu',
  'tra cứu phản ánh',
  'gặp cán bộ',
  'English please',
  'I want to report pollution',
];

/** Numbers that look random and are the same each time. */
function dice(seed: number): (faces: number) => number {
  let state = seed;
  return (faces) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * faces);
  };
}

/** What is said next: an option by its words to one bot and by its number to the other, or an answer to both. */
function next(said: readonly Activity[], state: ConversationState, throwDice: (faces: number) => number) {
  const { offered } = state;
  const index = throwDice(offered?.length ?? 1);
  const choice = offered?.[index];
  if (choice) return [choice.says, String(index + 1)] as const;
  const ask = said.findLast(({ channelData }) => channelData?.ask)?.channelData?.ask;
  const answer = (ask && ANSWERS[ask]) ?? 'tôi muốn phản ánh';
  return [answer, answer] as const;
}

const WALKS = OPENINGS.flatMap((opening) => [1, 2].map((seed) => [opening, seed] as const));

test.each(WALKS)('from "%s" (%i): a number is heard as the words it stands before', async (opening, seed) => {
  const [byWords, byNumber] = [talk(), talk()];
  const throwDice = dice(seed * 7_919);
  let [spoken, number] = [opening, opening] as readonly [string, string];
  let numbers = 0;
  for (let step = 0; step < 6; step++) {
    const [one, other] = [await byWords(spoken), await byNumber(number)];
    expect(other.said).toEqual(one.said);
    one.said.forEach(expectShown);
    expectNumbered(one.said, one.state);
    [spoken, number] = next(one.said, one.state, throwDice);
    if (spoken !== number) numbers += 1;
  }
  expect(numbers).toBeGreaterThan(0);
});

/** Nothing hangs below a message that Zalo could not show, and each of its options can be read. */
function expectShown({ text = '', suggestedActions, channelData, attachments = [] }: Activity): void {
  expect(suggestedActions).toBeUndefined();
  expect(attachments).toEqual([]);
  expect(text).not.toBe('');
  expect(text.length).toBeLessThanOrEqual(2_000);
  expect(text).toBe(text.normalize('NFC'));
  const options = channelData?.options ?? [];
  if (options.length > 1) expect(text).toMatch(/^(?:Trả lời bằng số|Reply with a number):$/m);
  if (options.length === 1) expect(text).toMatch(/(?:Hoặc nhắn|Or write) “/);
}

function expectNumbered(said: readonly Activity[], { offered = [] }: ConversationState): void {
  const text = said.map((each) => each.text).join('\n');
  offered.forEach(({ says, title = says }, index) => {
    if (said.length > 0) expect(text).toContain(`${index + 1}. ${title}`);
  });
}

test('a number that answers an open question is that answer', async () => {
  const says = talk();
  await says('báo cáo');
  await says('1');
  await says('2 xe tải đổ rác ra ruộng');
  const { said } = await says('số 2 Trần Phú, xã Yên Phong, tỉnh Bắc Ninh');
  expect(said.at(-1)?.channelData?.ask).toBe('anonymity');
  await says('2');
  const { said: summary } = await says('Hoa 0912345678');
  expect(summary.at(-1)?.text).toContain('số 2 Trần Phú');
});

test('the card that asks for name and phone comes where the page can be reached', () => {
  const ask: Activity = { type: 'message', text: 'Bạn cho xin tên', channelData: { ask: 'contact' } };
  const [question, card] = partsOf({ words: vi, english: en, publicUrl: 'https://xanh.test' })({
    ...ask,
    locale: 'en',
  });
  expect(question?.text).toBe('Bạn cho xin tên');
  expect(card?.attachments?.[0]?.content).toMatchObject({ title: 'Share your name and phone' });
  expect(parts(ask)).toHaveLength(1);
});

test('with buttons, options stay below the text', () => {
  const withButtons = partsOf({ words: vi, english: en, buttons: true });
  const actions = ['Có', 'Không'].map((each) => ({ type: 'imBack', title: each, value: each }));
  const message: Activity = { type: 'message', text: 'x'.repeat(3_000), suggestedActions: { actions } };
  const pieces = withButtons(message);
  expect(pieces.map(({ suggestedActions }) => suggestedActions !== undefined)).toEqual([false, false, true]);
});
