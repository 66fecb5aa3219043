import { z } from 'zod';
import { understandCommand } from '../../commands/understand';
import { ASPECTS, INTENTS } from '../../hotline/labels';
import { CATEGORIES } from '../../hotline/ticket/ticket';
import type { Understanding } from '../../nlp/types';
import { understand } from '../town/content';
import { run } from './run';

const command = understandCommand({ understanding: () => understand });
const echo = understandCommand({ understanding: () => (text) => ({ text }) });
const asked = (texts: readonly string[]): string => texts.map((text) => JSON.stringify({ text })).join('\n');
const read = async (texts: readonly string[]): Promise<Understanding[]> =>
  (await run(command, [], asked(texts))).lines.map((line) => JSON.parse(line) as Understanding);

const share = z.number().min(0).max(1);
const when = z.iso.datetime({ offset: true }).nullable();
/** What programs may rely on, key by key. */
const promised = z.object({
  text: z.string(),
  intent: z.enum(INTENTS),
  confidence: share,
  category: z.enum(CATEGORIES).nullable(),
  aspect: z.enum(ASPECTS).nullable(),
  procedures: z.array(z.object({ id: z.string().min(1), score: share })).max(10),
  places: z.array(
    z.object({
      text: z.string().min(1),
      provinceCode: z.string().nullable(),
      communeCode: z.string().nullable(),
      candidates: z.array(z.string()),
    }),
  ),
  time: z.object({ text: z.string(), from: when, to: when, recurring: z.boolean() }).nullable(),
  phone: z
    .string()
    .regex(/^\+84\d{9,10}$/)
    .nullable(),
  urgent: z.boolean(),
  why: z.array(z.string()),
});

const MESSAGES: readonly string[] = [
  'Nhà máy xả nước thải đen ngòm ra kênh ở phường Ba Đình, Hà Nội tối qua, gọi tôi 0912 345 678',
  'nha may xa nuoc thai ra kenh',
  'Cháy kho hóa chất, nhiều người bị ngất!!!',
  'làm sổ đỏ cần giấy tờ gì',
  'cán bộ địa chính xã Tân Hiệp đòi phong bì',
  'phản ánh XH-2026-000123 tới đâu rồi',
  'hồ sơ H29.10-251103-0012 đã xong chưa',
  'sáng nào cũng đốt rác từ 5 giờ đến 7 giờ',
  'xin chào',
  'ừ',
  '',
  '   ',
  '0912345678',
  '🤢🤢',
  '{"text": "x"}',
  'a\nb\u2028c\u0000',
  'x'.repeat(10_000),
];

it('has every promised key, of its kind, for each message', async () => {
  const understood = await read(MESSAGES);
  expect(understood).toHaveLength(MESSAGES.length);
  understood.forEach((each, at) => {
    expect(() => promised.parse(each)).not.toThrow();
    expect(each.text).toBe(MESSAGES[at]);
  });
});

it('gives a category to reports of pollution and emergencies, and an aspect to questions, and to no others', async () => {
  for (const { intent, category, aspect } of await read(MESSAGES)) {
    expect(category !== null).toBe(intent === 'report.pollution' || intent === 'report.emergency');
    expect(aspect !== null).toBe(intent === 'procedure.ask');
  }
});

it('ranks procedures, best first', async () => {
  for (const { procedures } of await read(MESSAGES)) {
    const scores = procedures.map(({ score }) => score);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(new Set(procedures.map(({ id }) => id)).size).toBe(procedures.length);
  }
});

it('answers in order, one line each, and writes nothing else', async () => {
  const texts = Array.from({ length: 5_000 }, (_, at) => `tin ${at}`);
  const { code, lines, said } = await run(echo, [], asked(texts));
  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(lines).toEqual(texts.map((text) => JSON.stringify({ text })));
});

it('passes over empty lines, and takes the ends of lines of Windows', async () => {
  const { code, lines } = await run(echo, [], '\r\n{"text":"a"}\r\n\n  \n{"text":"b"}\r\n');
  expect({ code, lines }).toEqual({ code: 0, lines: ['{"text":"a"}', '{"text":"b"}'] });
});

it('nothing asked is nothing answered', async () => {
  expect(await run(echo, [], '')).toEqual({ code: 0, lines: [], said: [] });
});

it('a thousand messages are not read one by one with a pause between', async () => {
  const begin = performance.now();
  await run(command, [], asked(Array.from({ length: 1_000 }, (_, at) => `nước thải ra kênh số ${at}`)));
  expect(performance.now() - begin).toBeLessThan(10_000);
});

it.each(['không phải JSON', '{"text": 5}', '{"texts": "a"}', '"a"', 'null', '[]', '{"text": "a"'])(
  'a line that is none is told with its number: %s',
  async (broken) => {
    const { code, lines, said } = await run(echo, [], `{"text":"a"}\n\n${broken}\n{"text":"b"}`);
    expect(code).toBe(1);
    expect(lines).toEqual(['{"text":"a"}']);
    expect(said).toEqual([expect.stringContaining('Dòng 3')]);
  },
);
