import { z } from '../http/openapi-zod';
import { agencySchema, dateTime, optionalQuery, pageOf, pageQuery } from '../http/schema';
import { route } from '../http/route';
import { DUES } from '../../hotline/deadlines/outlook';
import type { StaffMove } from '../../hotline/ticket/desk';
import type { Role } from '../../hotline/staff';
import { CATEGORIES, LANES, STATUSES } from '../../hotline/ticket/ticket';

const TICKET_ROLES: readonly Role[] = ['supervisor', 'operator', 'agency', 'inspector'];

const status = z.enum(STATUSES);
const lane = z.enum(LANES);
const category = z.enum(CATEGORIES);

const takenSchema = z
  .object({ at: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable() })
  .openapi({
    description:
      'What a photo itself tells of when (by the camera’s clock, with an offset only when it tells one) and where it ' +
      'was taken. Only when one ticket is read, for those who may have the original; leaves an audit entry',
  });

const ticketSchema = z
  .object({
    code: z.string().openapi({ example: 'XH-2026-000123' }),
    lane,
    category: category.nullable(),
    status,
    urgent: z.boolean(),
    anonymous: z.boolean(),
    description: z.string(),
    location: z.object({
      text: z.string(),
      provinceCode: z.string().nullable(),
      communeCode: z.string().nullable(),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
    }),
    time: z
      .object({
        text: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        recurring: z.boolean(),
      })
      .nullable(),
    source: z.string().nullable(),
    reporter: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable().openapi({
      description: 'Only when one ticket is read, and only for those who may know; always null in lists',
    }),
    agency: agencySchema.nullable(),
    deadline: dateTime.nullable(),
    createdAt: dateTime,
    events: z.array(
      z.object({
        at: dateTime,
        by: z.string(),
        type: z.string(),
        from: status.nullable(),
        to: status.nullable(),
        note: z.string().nullable(),
      }),
    ),
    attachments: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.string(),
        size: z.number().int(),
        url: z.string(),
        taken: takenSchema.optional(),
      }),
    ),
    incident: z
      .object({ id: z.string(), tickets: z.array(z.string()) })
      .optional()
      .openapi({
        description:
          'Only when one ticket is read, and it belongs to an incident: the other tickets of it that the caller may see',
      }),
  })
  .openapi('Ticket');
export type TicketBody = z.infer<typeof ticketSchema>;

const due = z.enum(DUES);

const workspaceSchema = z
  .object({
    moves: z.array(z.string()).openapi({ description: 'Types of the moves that the caller may make now' }),
    conversation: z
      .string()
      .nullable()
      .openapi({ description: 'Where it was filed; null for those who may not read that conversation' }),
    unreachableSince: dateTime.nullable().openapi({
      description: 'Since when its reporter wants to hear nothing from us where it was filed',
    }),
    due: due.nullable().openapi({
      description: 'Near its deadline, or past it; null while there is time, or the clock stands still',
    }),
    duplicateOf: z.string().nullable(),
    forAll: z.array(z.string()).openapi({
      description: 'Types of those moves that may be made with its whole incident; empty when it is of none',
    }),
    evidence: z.array(z.string()).openapi({ description: 'Ids of the attachments that staff added' }),
  })
  .openapi('Workspace');
export type Workspace = z.infer<typeof workspaceSchema>;

const text = z.string().trim().min(1).max(4000);
const note = z.string().trim().max(4000).optional();

/** The same moves as the trade's own; the compiler compares them below. */
export const moveSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('verify'), note }),
    z.object({ type: z.literal('forward'), agency: z.string().min(1).max(100), note }),
    z.object({ type: z.literal('start'), note }),
    z.object({ type: z.literal('ask_citizen'), text }),
    z.object({
      type: z.literal('resolve'),
      text,
      evidence: z.array(z.string().min(1).max(100)).max(20).default([]),
      legalReason: z.string().trim().min(1).max(4000).optional(),
    }),
    z.object({ type: z.literal('reject'), reason: text }),
    z.object({ type: z.literal('duplicate'), of: z.string().trim().min(1).max(40) }),
    z.object({ type: z.literal('part'), note }),
    z.object({ type: z.literal('reopen'), reason: text }),
    z.object({ type: z.literal('close'), note }),
    z.object({
      type: z.literal('reclassify'),
      category: category.optional(),
      urgent: z.boolean().optional(),
      note,
    }),
    z.object({ type: z.literal('note'), note: text }),
  ])
  .openapi('Move');
export type MoveBody = z.output<typeof moveSchema>;

const forAll = z.object({
  wholeIncident: z.boolean().default(false).openapi({
    description:
      'The same for the other tickets of its incident that the caller may see, where it can be done',
  }),
});
const moveBody = moveSchema.and(forAll);
export type MoveInput = z.input<typeof moveBody>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const everyMoveIsThere: Same<MoveBody['type'], StaffMove['type']> = true;
void everyMoveIsThere;

export const listTickets = route({
  method: 'get',
  path: '/tickets',
  summary: 'Tickets one may see, newest first',
  for: TICKET_ROLES,
  query: z.object({
    status: optionalQuery(status),
    lane: optionalQuery(lane),
    due: optionalQuery(due),
    q: optionalQuery(z.string().trim().max(200)),
    page: pageQuery,
  }),
  status: 200,
  answer: pageOf(ticketSchema).extend({
    due: z.record(z.string(), due).openapi({
      description: 'By code, those of this page that are near their deadline or past it',
    }),
  }),
});

export const readTicket = route({
  method: 'get',
  path: '/tickets/{code}',
  summary: 'One ticket; an answer that names the reporter, or where a photo was taken, leaves an audit entry',
  for: TICKET_ROLES,
  status: 200,
  answer: ticketSchema,
});

export const readWorkspace = route({
  method: 'get',
  path: '/tickets/{code}/workspace',
  summary: 'What the caller can do with a ticket now, and where its conversation is',
  for: TICKET_ROLES,
  status: 200,
  answer: workspaceSchema,
});

export const answerCitizen = route({
  method: 'post',
  path: '/tickets/{code}/messages',
  summary: 'Answer the citizen in the conversation the ticket came from',
  for: TICKET_ROLES,
  body: z.object({ text }).extend(forAll.shape),
  once: true,
  status: 201,
  answer: ticketSchema,
});

export const moveTicket = route({
  method: 'post',
  path: '/tickets/{code}/moves',
  summary: 'Verify, forward, start, ask, resolve, reject and the other moves of a ticket',
  for: TICKET_ROLES,
  body: moveBody,
  once: true,
  status: 201,
  answer: ticketSchema,
});

export const addEvidence = route({
  method: 'post',
  path: '/tickets/{code}/evidence',
  summary: 'Upload a file to resolve a ticket with; the move `resolve` then names its id',
  for: TICKET_ROLES,
  upload: true,
  status: 201,
  answer: z.object({ fileId: z.string(), name: z.string(), type: z.string(), size: z.number().int() }),
});
