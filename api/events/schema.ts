import { z } from '../http/openapi-zod';
import { route } from '../http/route';

/** All that the stream says: something changed. What it is, is read through the guarded routes. */
export const changeSchema = z
  .object({ type: z.enum(['ticket', 'conversation']), id: z.string() })
  .openapi('Change');
export type Change = z.infer<typeof changeSchema>;

export const readEvents = route({
  method: 'get',
  path: '/events',
  summary: 'Server-Sent Events: which ticket or conversation one may see has changed',
  for: ['supervisor', 'operator', 'agency', 'inspector'],
  status: 200,
  raw: 'text/event-stream',
});
