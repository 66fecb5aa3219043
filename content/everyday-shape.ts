import { z } from 'zod';
import { intent } from './labels';

const text = z.string().trim().min(1);
const texts = z.array(text).min(1);

/** What people say beside their matter, and short commands in English. */
export const everyday = z.strictObject({
  person: texts,
  leave: texts,
  machine: texts,
  question: texts,
  wellbeing: texts,
  chat: texts,
  sorry: texts,
  laugh: texts,
  praise: texts,
  scores: z.record(z.enum(['1', '2', '3', '4', '5']), texts),
  offices: z.record(z.string(), texts),
  english: z.strictObject({ polite: texts, intents: z.partialRecord(intent, texts) }),
});
