import { z } from 'zod';

/** `08:30` as hours of the day. */
const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'ghi giờ như 08:30')
  .transform((text) => Number(text.slice(0, 2)) + Number(text.slice(3)) / 60);

const span = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, 'kết thúc phải sau bắt đầu');

const spans = z
  .array(span)
  .refine(
    (all) => all.every(({ from }, at) => from >= (all[at - 1]?.to ?? 0)),
    'các khoảng giờ phải theo thứ tự và không chồng nhau',
  );

export const hours = z.strictObject({
  status: z.enum(['draft', 'confirmed']),
  workingDays: spans,
  daysOff: spans,
  staffSilence: z.strictObject({ hours: z.number().positive().max(168) }),
});
