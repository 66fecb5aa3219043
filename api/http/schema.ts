import { z } from './openapi-zod';

/** Query values that are empty count as absent: `?status=&lane=`. */
export const optionalQuery = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const pageQuery = z
  .preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(10_000).optional(),
  )
  .transform((page) => page ?? 1)
  .openapi({ type: 'integer', minimum: 1, default: 1 });

export const dateTime = z.string().openapi({ format: 'date-time', example: '2026-11-23T11:05:00+07:00' });

export const PAGE_SIZE = 20;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    page: z.number().int(),
    pageSize: z.number().int(),
    total: z.number().int(),
  });

export const errorBody = z
  .object({ error: z.object({ id: z.string(), message: z.string() }) })
  .openapi('Error');

export const agencySchema = z.object({ code: z.string(), name: z.string() }).openapi('Agency');
