import { route } from '../http/route';
import { z } from '../http/openapi-zod';

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Tháng ghi như 2026-11.');
const average = z.number().min(1).max(5).openapi({ description: 'Stars, 1 to 5, with two decimals' });

const ratingSchema = z
  .object({
    month,
    of: z.enum(['conversation', 'ticket']).openapi({ description: 'A talk with staff, or a report' }),
    agency: z
      .object({ code: z.string(), name: z.string() })
      .nullable()
      .openapi({ description: 'Null: the hotline itself' }),
    count: z.number().int(),
    average,
  })
  .openapi('RatingOfMonth');

export const readRatings = route({
  method: 'get',
  path: '/ratings',
  summary:
    'What citizens think of how they were served, by month and agency; inspectors see the misconduct lane',
  for: ['supervisor', 'inspector'],
  query: z.object({ from: month.optional(), to: month.optional() }),
  status: 200,
  answer: z.object({
    items: z.array(ratingSchema),
    total: z.object({ count: z.number().int(), average: average.nullable() }),
  }),
});
export type RatingBody = z.infer<typeof ratingSchema>;
