import { z } from '../http/openapi-zod';
import { dateTime, pageOf, pageQuery } from '../http/schema';
import { route } from '../http/route';
import type { Role } from '../../hotline/staff';
import { LANES } from '../../hotline/ticket/ticket';

const HOTLINE_ROLES: readonly Role[] = ['supervisor', 'operator', 'inspector'];

const summarySchema = z
  .object({
    id: z.string(),
    channel: z.string(),
    holder: z.enum(['bot', 'waiting', 'staff']),
    holderName: z.string().nullable(),
    lane: z.enum(LANES).nullable(),
    since: dateTime,
    unreachableSince: dateTime.nullable().openapi({
      description:
        'Since when the citizen wants to hear nothing from us there; nothing is sent until they write again',
    }),
    lastAt: dateTime,
    lastText: z.string(),
    messages: z.number().int(),
    tickets: z.array(z.string()),
  })
  .openapi('Conversation');
export type ConversationBody = z.infer<typeof summarySchema>;

const messageSchema = z
  .object({
    number: z.number().int(),
    at: dateTime,
    from: z.enum(['citizen', 'bot', 'staff']),
    name: z.string().nullable().openapi({ description: 'Of the person of the staff who said it' }),
    text: z.string(),
    /** The words are kept apart from the log; `text` is a masked copy. */
    masked: z.boolean(),
    delivery: z.enum(['pending', 'waiting', 'sent', 'uncertain', 'failed', 'dead']).nullable(),
    waitsFor: z.string().nullable().openapi({ description: 'Why it waits for the citizen to write again' }),
    attachments: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), url: z.string() })),
    location: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  })
  .openapi('Message');
export type MessageBody = z.infer<typeof messageSchema>;

const transcriptSchema = summarySchema
  .extend({
    transcript: z.array(messageSchema),
    callBack: z.boolean().openapi({ description: 'A number to be called back at was left in it' }),
  })
  .openapi('Transcript');
export type Transcript = z.infer<typeof transcriptSchema>;

export const listConversations = route({
  method: 'get',
  path: '/conversations',
  summary: 'Conversations by who holds them; those that wait for a person by default',
  for: HOTLINE_ROLES,
  query: z.object({
    holder: z.preprocess(
      (value) => (value === '' ? undefined : value),
      z.enum(['waiting', 'staff', 'bot', 'all']).default('waiting'),
    ),
    page: pageQuery,
  }),
  status: 200,
  answer: pageOf(summarySchema),
});

export const readConversation = route({
  method: 'get',
  path: '/conversations/{id}',
  summary: 'One conversation with all that was said; secrets and private words stay masked',
  for: HOTLINE_ROLES,
  status: 200,
  answer: transcriptSchema,
});

export const readCallBack = route({
  method: 'get',
  path: '/conversations/{id}/call-back',
  summary: 'The number that the citizen left to be called back at; each such answer leaves an audit entry',
  for: HOTLINE_ROLES,
  status: 200,
  answer: z.object({ phone: z.string().nullable() }),
});

export const sayInConversation = route({
  method: 'post',
  path: '/conversations/{id}/messages',
  summary: 'Write to the citizen; the conversation is then held by the caller',
  for: HOTLINE_ROLES,
  body: z.object({ text: z.string().trim().min(1).max(4000) }),
  once: true,
  status: 201,
  answer: z.object({ number: z.number().int() }),
});

export const takeOver = route({
  method: 'put',
  path: '/conversations/{id}/holder',
  summary: 'Take the conversation over from the bot',
  for: HOTLINE_ROLES,
  status: 200,
  answer: z.object({ holder: z.literal('staff') }),
});

export const showTyping = route({
  method: 'put',
  path: '/conversations/{id}/typing',
  summary:
    'Show the citizen that somebody is writing, where a person is spoken with; again every few seconds',
  for: HOTLINE_ROLES,
  status: 200,
  answer: z.object({ shown: z.boolean() }),
});

export const handBack = route({
  method: 'delete',
  path: '/conversations/{id}/holder',
  summary: 'Hand the conversation back to the bot',
  for: HOTLINE_ROLES,
  status: 200,
  answer: z.object({ holder: z.literal('bot') }),
});
