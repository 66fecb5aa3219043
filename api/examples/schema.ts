import { z } from '../http/openapi-zod';
import { dateTime } from '../http/schema';
import { route } from '../http/route';
import { ASPECTS, INTENTS } from '../../hotline/labels';
import type { Role } from '../../hotline/staff';
import { CATEGORIES } from '../../hotline/ticket/ticket';

const TEACHERS: readonly Role[] = ['admin', 'supervisor'];

const labels = {
  text: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .openapi({ description: 'The message; its digits are blotted out' }),
  intent: z.enum(INTENTS),
  category: z
    .enum(CATEGORIES)
    .optional()
    .openapi({ description: 'With report.pollution and report.emergency' }),
  aspect: z.enum(ASPECTS).optional().openapi({ description: 'With procedure.ask' }),
  procedure: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: 'Id of the procedure that answers; absent when none of the catalogue does' }),
};

const newExample = z.object(labels);

const exampleSchema = z
  .object({ id: z.string(), ...labels, by: z.object({ id: z.string(), name: z.string() }), at: dateTime })
  .openapi('Example');
export type ExampleBody = z.infer<typeof exampleSchema>;

export const listExamples = route({
  method: 'get',
  path: '/examples',
  summary: 'Messages by which staff taught the bot, newest first',
  for: TEACHERS,
  status: 200,
  answer: z.object({ items: z.array(exampleSchema) }),
});

export const listProcedures = route({
  method: 'get',
  path: '/procedures',
  summary:
    'The procedures of the catalogue, by their everyday names: one of them may be taught as the answer',
  for: TEACHERS,
  status: 200,
  answer: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
});

export const addExample = route({
  method: 'post',
  path: '/examples',
  summary:
    'Teach the bot a message; it is understood some seconds later. The same text again changes its label',
  for: TEACHERS,
  body: newExample,
  status: 201,
  answer: exampleSchema,
});

export const removeExample = route({
  method: 'delete',
  path: '/examples/{id}',
  summary: 'Take back what was taught',
  for: TEACHERS,
  status: 200,
  answer: z.object({ id: z.string() }),
});
