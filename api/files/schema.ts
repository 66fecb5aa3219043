import { z } from '../http/openapi-zod';
import { route } from '../http/route';

export const readFile = route({
  method: 'get',
  path: '/files/{id}',
  summary:
    'A file of a ticket or conversation one may see: the copy to show, with `size=thumb` a small one, or with `original=1` the original',
  for: ['supervisor', 'operator', 'agency', 'inspector'],
  query: z.object({ original: z.enum(['', '0', '1']).optional(), size: z.enum(['', 'thumb']).optional() }),
  status: 200,
  raw: 'application/octet-stream',
});
