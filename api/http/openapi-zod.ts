import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

// Gives every schema `.openapi(…)`; must run before any schema is made, so the schema files import it first.
extendZodWithOpenApi(z);

export { z };
