import { z } from '../http/openapi-zod';
import { dateTime, pageOf, pageQuery } from '../http/schema';
import { route } from '../http/route';
import { ASPECTS, INTENTS } from '../../hotline/labels';
import { OUTCOMES } from '../../hotline/questions';
import type { Role } from '../../hotline/staff';

const READERS: readonly Role[] = ['admin', 'supervisor', 'operator'];

const questionSchema = z
  .object({
    id: z.string(),
    text: z.string().openapi({ description: 'As it was said last; names and numbers are blotted out' }),
    intent: z.enum(INTENTS).openapi({ description: 'What it was taken for' }),
    confidence: z.number().openapi({ description: '0 to 1' }),
    aspect: z.enum(ASPECTS).optional(),
    count: z.number().int(),
    firstAt: dateTime,
    lastAt: dateTime,
  })
  .openapi('Question');
export type QuestionBody = z.infer<typeof questionSchema>;

export const listQuestions = route({
  method: 'get',
  path: '/questions',
  summary: 'Questions that the bot could not answer, what is asked most first; nothing tells who asked',
  for: READERS,
  query: z.object({ page: pageQuery }),
  status: 200,
  answer: pageOf(questionSchema),
});

const outcome = z.object({ outcome: z.enum(OUTCOMES) });
export type OutcomeBody = z.infer<typeof outcome>;

export const settleQuestion = route({
  method: 'put',
  path: '/questions/{id}/outcome',
  summary:
    'The question is answered or taught (done), or of no use (dismissed): it leaves the list until it is asked again',
  for: READERS,
  body: outcome,
  status: 200,
  answer: z.object({ id: z.string() }),
});
