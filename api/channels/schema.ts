import { z } from '../http/openapi-zod';
import { dateTime, optionalQuery, pageOf, pageQuery } from '../http/schema';
import { route } from '../http/route';
import type { Role } from '../../hotline/staff';

const READERS: readonly Role[] = ['supervisor', 'operator', 'admin', 'inspector'];

const count = z.number().int();

const channelSchema = z
  .object({
    channel: z.string(),
    state: z.enum(['on', 'off', 'down']),
    since: dateTime.nullable().openapi({ description: 'When it went down' }),
    reason: z.string().nullable(),
    lastIn: dateTime.nullable(),
    lastOut: dateTime.nullable(),
    backlog: z.object({ messages: count, oldest: dateTime.nullable() }),
    waiting: count.openapi({ description: 'Messages that go out when their citizen writes again' }),
    failuresLastHour: count,
    deadLetters: z.object({ reachable: count, unreachable: count }),
  })
  .openapi('Channel');
export type ChannelBody = z.infer<typeof channelSchema>;

const carrierSchema = z
  .object({
    carrier: z.string(),
    waiting: count.openapi({ description: 'Alerts that are still to be told' }),
    failingSince: dateTime.nullable(),
    reason: z.string().nullable(),
  })
  .openapi('AlertCarrier');
export type CarrierBody = z.infer<typeof carrierSchema>;

const letterSchema = z
  .object({
    id: z.string(),
    conversation: z
      .string()
      .nullable()
      .openapi({ description: 'Null for those who may not read conversations' }),
    channel: z.string(),
    at: dateTime,
    deadAt: dateTime,
    reason: z.string(),
    tries: count,
    unreachable: z.boolean().openapi({ description: 'The citizen wants to hear nothing from us there' }),
    by: z.enum(['bot', 'staff']),
  })
  .openapi('DeadLetter');
export type LetterBody = z.infer<typeof letterSchema>;

const channel = z.string().regex(/^[a-z]{1,30}$/);

const replayBody = z.union([
  z.strictObject({ letters: z.array(z.string().max(200)).min(1).max(500) }),
  z.strictObject({ all: z.literal(true), channel: channel.optional() }),
]);
export type ReplayBody = z.infer<typeof replayBody>;

export const listChannels = route({
  method: 'get',
  path: '/channels',
  summary: 'How it goes with each channel, and with the ways by which staff are alerted',
  for: READERS,
  status: 200,
  answer: z.object({ items: z.array(channelSchema), alerts: z.array(carrierSchema) }),
});

export const listDeadLetters = route({
  method: 'get',
  path: '/dead-letters',
  summary: 'Messages that could not be brought to citizens, the newest first; not what they say',
  for: READERS,
  query: z.object({ channel: optionalQuery(channel), page: pageQuery }),
  status: 200,
  answer: pageOf(letterSchema),
});

export const replayDeadLetters = route({
  method: 'post',
  path: '/dead-letters/replay',
  summary:
    'Send them again, in their order: those named, or all whose citizen can be reached. A repeat goes on with what is left',
  for: READERS,
  body: replayBody,
  once: true,
  status: 200,
  answer: z.object({
    replayed: count,
    busy: count.openapi({
      description: 'Conversations left alone, because a message is being delivered there',
    }),
  }),
});
