import { z } from 'zod';
import { aspect, category } from './labels';
import type { catalogue } from './shapes';

const text = z.string().trim().min(1);
const texts = z.array(text).min(1);

/** Everyday names by id: each of a procedure that there is. */
export const procedureNames = (entries: z.infer<typeof catalogue>) => {
  const ids = new Set(entries.map(({ id }) => id));
  return z.record(z.string(), text).superRefine((names, context) => {
    for (const id of Object.keys(names))
      if (!ids.has(id))
        context.addIssue({ code: 'custom', path: [id], message: 'is no procedure of procedures.yaml' });
  });
};

export const procedureTalk = z.strictObject({
  aspects: z.record(aspect, texts),
  too: z.partialRecord(aspect, texts),
  other: texts,
  nth: z.array(texts),
  none: texts,
  around: texts,
  asks: texts,
});

const confidence = z.enum(['verified', 'knowledge', 'unknown']);
const amount = z.int().positive();

const entry = z
  .strictObject({
    id: text,
    name: text,
    fines: z.array(z.strictObject({ act: text.optional(), from: amount.optional(), to: amount })).default([]),
    decree: text.optional(),
    article: text.optional(),
    confidence,
    handler: text.optional(),
    note: text.optional(),
    category: category.optional(),
    lane: z.literal('land').optional(),
    says: texts,
    without: texts.optional(),
  })
  .refine(
    ({ fines, decree }) => fines.length === 0 || decree !== undefined,
    'has amounts but names no decree',
  )
  .refine(
    ({ fines }) => fines.every(({ from = 0, to }) => from < to),
    'has an amount that ends before it begins',
  );

export const regulations = z.strictObject({
  general: z.strictObject({
    decree: text,
    organisations: z.number(),
    most: amount,
    confidence,
    says: texts,
  }),
  entries: z.array(entry),
  limits: texts,
  hotline: z.record(z.enum(['formal', 'anonymous', 'secret', 'duration', 'cost', 'phone', 'what']), texts),
  terms: z.array(z.strictObject({ what: text, confidence })),
});
