import { z } from '../http/openapi-zod';
import { route } from '../http/route';

/**
 * All that the stream says: something changed, or the citizen of a conversation is writing just now. What it is, is read
 * through the guarded routes.
 */
export const changeSchema = z
  .object({ type: z.enum(['ticket', 'conversation', 'typing']), id: z.string() })
  .openapi('Change');
export type Change = z.infer<typeof changeSchema>;

export const readEvents = route({
  method: 'get',
  path: '/events',
  summary:
    'Server-Sent Events: which ticket or conversation one may see has changed, and where a citizen is typing',
  for: ['supervisor', 'operator', 'agency', 'inspector'],
  status: 200,
  raw: 'text/event-stream',
});
