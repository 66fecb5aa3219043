import { SCORES } from '../../hotline/ratings';
import type { Role } from '../../hotline/staff';
import { CATEGORIES, LANES } from '../../hotline/ticket/ticket';
import { route } from '../http/route';
import { agencySchema, pageOf, pageQuery } from '../http/schema';
import { z } from '../http/openapi-zod';

const READERS: readonly Role[] = ['supervisor', 'operator', 'agency', 'inspector'];
const WHOSE =
  'inspectors see the misconduct lane, agencies the reports that they handled, the hotline everything else';

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Tháng ghi như 2026-11.');
const months = z.object({ from: month.optional(), to: month.optional() });
const stars = z.object({
  count: z.number().int(),
  average: z.number().min(1).max(5).openapi({ description: 'Stars, 1 to 5, with two decimals' }),
});
const score = z.number().int().min(1).max(SCORES.length);
const topic = z.object({
  of: z.enum(['conversation', 'ticket']).openapi({ description: 'A talk with staff, or a report' }),
  lane: z.enum(LANES).nullable().openapi({ description: 'Null: of no report' }),
  category: z.enum(CATEGORIES).nullable(),
});
const agency = agencySchema.nullable().openapi({ description: 'Null: the hotline itself' });

const ratingsSchema = z
  .object({
    items: z
      .array(z.object({ month, of: topic.shape.of, agency }).extend(stars.shape).openapi('RatingOfMonth'))
      .openapi({ description: 'By month, kind and agency' }),
    total: z.object({ count: stars.shape.count, average: stars.shape.average.nullable() }),
    scores: z.array(z.object({ score, count: z.number().int() })),
    months: z.array(stars.extend({ month })),
    topics: z.array(stars.extend(topic.shape)),
  })
  .openapi('Ratings');
export type RatingsBody = z.infer<typeof ratingsSchema>;

export const readRatings = route({
  method: 'get',
  path: '/ratings',
  summary: `What citizens think of how they were served, in figures; ${WHOSE}`,
  for: READERS,
  query: months,
  status: 200,
  answer: ratingsSchema,
});

const wordsSchema = topic
  .extend({
    day: z
      .string()
      .openapi({ description: 'Not the time: it would lead to the conversation', format: 'date' }),
    score,
    comment: z.string().openapi({ description: 'With names and numbers blotted out' }),
    agency,
  })
  .openapi('RatingWords');
export type RatingWordsBody = z.infer<typeof wordsSchema>;

export const readRatingWords = route({
  method: 'get',
  path: '/ratings/words',
  summary: `What citizens said with their stars, the newest first, never who; ${WHOSE}`,
  for: READERS,
  query: months.extend({ page: pageQuery }),
  status: 200,
  answer: pageOf(wordsSchema),
});
