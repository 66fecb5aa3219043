import { z } from 'zod';
import { CATEGORIES } from '../hotline/ticket/ticket';
import { readFile } from './read-file';

const text = z.string().trim().min(1);
const texts = z.array(text).min(1);
const stories = z
  .array(
    z.strictObject({
      says: text,
      when: text,
      where: text,
      who: text.optional(),
      solved: text,
      urgent: z.boolean().optional(),
    }),
  )
  .min(1);

const shape = z.strictObject({
  pollution: z.record(z.enum(CATEGORIES), stories),
  land: z.strictObject({ all: stories }),
  misconduct: z.strictObject({ all: stories }),
  said: z.strictObject({
    questions: texts,
    replies: texts,
    answers: texts,
    notes: texts,
    rejections: texts,
    legalReasons: texts,
    backAgain: texts,
    wantsPerson: texts,
    praise: texts,
    blame: texts,
    sentBack: text,
    withdrawn: text,
  }),
});

export type Samples = z.infer<typeof shape>;

/**
 * Made-up reports for `npx hotline demo`.
 * @throws Error that names the file, the line, and what to do
 */
export const readSamples = (folder: string): Samples => readFile(folder, 'samples/stories.yaml', shape);
