import { z } from '../http/openapi-zod';
import { dateTime, pageOf, pageQuery } from '../http/schema';
import { route } from '../http/route';
import { AUDIT_ACTIONS } from '../../hotline/staff';

const entrySchema = z
  .object({
    at: dateTime,
    by: z.object({ id: z.string(), name: z.string() }).nullable(),
    action: z.enum(AUDIT_ACTIONS),
    object: z.string(),
    note: z.string().nullable(),
  })
  .openapi('AuditEntry');
export type AuditBody = z.infer<typeof entrySchema>;

export const listAudit = route({
  method: 'get',
  path: '/audit',
  summary: 'The audit log, newest first',
  for: ['auditor'],
  query: z.object({ page: pageQuery }),
  status: 200,
  answer: pageOf(entrySchema),
});
