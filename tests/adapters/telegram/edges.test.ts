import { TelegramError } from 'telegraf';
import { Batch } from '../../../adapters/telegram/batch';
import { parts } from '../../../adapters/telegram/from-activity';
import { chosenOnly, markupOf, pressed } from '../../../adapters/telegram/keyboards';
import { Pace } from '../../../adapters/telegram/pace';
import { lineWords, sentOf } from '../../../adapters/telegram/refusals';
import { Unreadable } from '../../../adapters/telegram/unreadable';
import type { Update } from '../../../adapters/telegram/shape';

const words = (key: string): string => key;
const actions = (...values: string[]) => ({
  actions: values.map((value) => ({ type: 'imBack', title: value, value })),
});
const refused = (error_code: number, description = '', parameters = {}) =>
  new TelegramError({ error_code, description, parameters });

describe('what a failed call tells', () => {
  it.each([
    [
      refused(429, 'Too Many Requests', { retry_after: 7 }),
      { result: 'failed', waits: true, retryAfterMs: 7_000 },
    ],
    [refused(500), { result: 'failed', waits: true }],
    [refused(502), { result: 'failed', waits: true }],
    [refused(504), { result: 'uncertain' }],
    [refused(401), { result: 'failed', waits: true }],
    [refused(403, 'Forbidden: bot was blocked by the user'), { result: 'dead', unreachable: true }],
    [refused(400, 'Bad Request: chat not found'), { result: 'dead', unreachable: true }],
    [
      refused(400, 'Bad Request: message is too long'),
      { result: 'dead', reason: '400 Bad Request: message is too long' },
    ],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), { result: 'failed', waits: true }],
    [Object.assign(new Error('x'), { code: 'ENOTFOUND' }), { result: 'failed', waits: true }],
    [Object.assign(new Error('x'), { code: 'ECONNRESET' }), { result: 'uncertain', reason: 'ECONNRESET' }],
    [
      Object.assign(new Error('x'), { name: 'AbortError', type: 'aborted' }),
      { result: 'uncertain', reason: 'timeout' },
    ],
  ])('%s', (error, sent) => {
    expect(sentOf(error)).toMatchObject(sent);
  });

  it('names the variable to look at', () => {
    expect(lineWords(refused(401))).toContain('TELEGRAM_BOT_TOKEN');
    expect(lineWords(refused(409))).toContain('chương trình khác');
  });
});

describe('buttons', () => {
  it('carry their words; too long ones their place, which the label says', () => {
    const long = 'Cấp giấy chứng nhận quyền sử dụng đất lần đầu cho hộ gia đình';
    const markup = markupOf({ type: 'message', suggestedActions: actions('Có', 'Không', long) }, words);
    const rows = 'inline_keyboard' in markup ? markup.inline_keyboard : [];
    expect(rows.map((row) => row.length)).toEqual([2, 1]);
    const all = rows.flat().map((button) => ('callback_data' in button ? button.callback_data : ''));
    expect(all).toEqual(['=Có', '=Không', '#2']);
    expect(all.every((data) => Buffer.byteLength(data) <= 64)).toBe(true);
    const message = {
      message_id: 1,
      chat: { id: 1, type: 'private' as const },
      reply_markup: markup as never,
    };
    const press = (data: string) => ({ id: '1', from: { id: 1 }, message, data });
    expect([pressed(press('=Có')), pressed(press('#2')), pressed(press('#9')), pressed(press('.'))]).toEqual([
      ...['Có', long, undefined, ''],
    ]);
    expect(chosenOnly(press('=Có'))?.inline_keyboard).toEqual([[{ text: '✓ Có', callback_data: '.' }]]);
    expect(chosenOnly(press('.'))).toBeUndefined();
  });

  it('become keys where a place or the own number is asked for, and go when nothing is asked', () => {
    const asking = {
      type: 'message',
      suggestedActions: actions('Ẩn danh'),
      channelData: { ask: 'contact' as const },
    };
    expect(markupOf(asking, words)).toMatchObject({
      keyboard: [[{ request_contact: true }], ['Ẩn danh']],
      one_time_keyboard: true,
    });
    expect(markupOf({ type: 'message' }, words)).toEqual({ remove_keyboard: true });
  });
});

it('a message goes in as many calls as it takes: words, cards, pictures together, papers one by one', () => {
  const picture = (fileId: string) => ({ contentType: 'image/jpeg', fileId });
  const card = {
    contentType: 'application/vnd.microsoft.card.hero',
    content: { title: 'Tên', text: 'Chữ', buttons: actions('Xem').actions },
  };
  const paper = { contentType: 'application/pdf', fileId: 'p' };
  const attachments = [...Array.from({ length: 11 }, (_, n) => picture(`a${n}`)), paper, card];
  const said = parts({ type: 'message', text: 'đây', attachments });
  expect(said.map(({ text, attachments: files = [] }) => [text, files.length])).toEqual([
    ['đây', 0],
    ['Tên\nChữ', 0],
    [undefined, 10],
    [undefined, 1],
    [undefined, 1],
  ]);
  expect(said[1]?.suggestedActions?.actions).toHaveLength(1);
  expect(parts({ type: 'message', text: 'đây', attachments: [paper] })).toHaveLength(1);
  expect(parts({ type: 'typing' })).toHaveLength(1);
});

it('an update that fails again and again while others are kept is passed over; when nothing is kept, none is', async () => {
  const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  let away = false;
  const keep = ({ update_id }: Update) =>
    away || update_id === 1 ? Promise.reject(new Error('no')) : Promise.resolve();
  const batch = new Batch(keep, new Unreadable(log), log);
  const update = (update_id: number) => ({
    update_id,
    message: { message_id: 1, chat: { id: update_id, type: 'private' }, text: 'x' },
  });
  away = true;
  for (let round = 0; round < 30; round++) await expect(batch.take([update(1), update(2)])).rejects.toThrow();
  away = false;
  for (let round = 0; round < 10; round++) await expect(batch.take([update(1), update(2)])).rejects.toThrow();
  expect(await batch.take([update(1), update(2), { update_id: 3, message: 'no message' }])).toBe(4);
  expect(log.error).toHaveBeenCalledTimes(1);
  expect(log.warn).toHaveBeenCalledTimes(1);
  expect(await batch.take([])).toBeUndefined();
});

it('who would have to wait too long is told when to come back', async () => {
  const pace = new Pace(10);
  const now = Date.now();
  const answers = await Promise.all(Array.from({ length: 3 }, () => pace.turn(now)));
  expect(answers).toEqual([undefined, undefined, undefined]);
  const crowded = new Pace(1);
  const waits = await Promise.all(Array.from({ length: 6 }, () => crowded.turn(now)));
  expect(waits.slice(4)).toEqual([4_000, 4_000]);
});
