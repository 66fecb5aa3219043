import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { ResponseConfig } from '@asteasolutions/zod-to-openapi';
import * as accounts from './accounts/schema';
import * as audit from './audit/schema';
import * as channels from './channels/schema';
import * as consents from './consents/schema';
import * as conversations from './conversations/schema';
import * as events from './events/schema';
import * as examples from './examples/schema';
import * as files from './files/schema';
import { z } from './http/openapi-zod';
import type { RouteSpec } from './http/route';
import { errorBody } from './http/schema';
import * as questions from './questions/schema';
import * as ratings from './ratings/schema';
import * as session from './session/schema';
import * as tickets from './tickets/schema';

/** Every route of the staff API. */
export const STAFF_ROUTES: readonly RouteSpec[] = [
  session,
  tickets,
  conversations,
  files,
  accounts,
  audit,
  events,
  examples,
  questions,
  ratings,
  channels,
  consents,
].flatMap((room) => Object.values(room).filter(isRoute));

function isRoute(value: unknown): value is RouteSpec {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'for' in value
  );
}

/** The description of the API, made from the schemas that check its requests. */
export function openApiDocument(): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'hotline.staff',
  });
  STAFF_ROUTES.forEach((route) => register(registry, route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Hotline Xanh: staff API',
      version: '1',
      description:
        'Every changing call carries the header `x-csrf-token` with the token of `GET /api/staff/session`. ' +
        'What one may not see answers 404.',
    },
    servers: [{ url: '/' }],
  });
}

function register(registry: OpenAPIRegistry, route: RouteSpec): void {
  const headers = headersOf(route);
  const params = paramsOf(route.path);
  registry.registerPath({
    method: route.method,
    path: `/api/staff${route.path}`,
    summary: route.summary,
    ...(route.for === 'anyone'
      ? {}
      : { security: [{ session: [] }], description: `For: ${route.for.join(', ')}.` }),
    request: {
      ...(params && { params }),
      ...(route.query && { query: route.query }),
      ...(headers && { headers }),
      ...bodyOf(route),
    },
    responses: { ...answerOf(route), ...errorsOf(route) },
  });
}

function headersOf(route: RouteSpec) {
  if (route.method === 'get') return undefined;
  const token = z.object({ 'x-csrf-token': z.string() });
  return route.once ? token.extend({ 'Idempotency-Key': z.string().min(1).max(128) }) : token;
}

function paramsOf(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name ? [name] : []));
  if (names.length === 0) return undefined;
  return z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
}

function bodyOf(route: RouteSpec) {
  if (route.body)
    return { body: { required: true, content: { 'application/json': { schema: route.body } } } };
  if (!route.upload) return {};
  const file = z.object({ file: z.string().openapi({ format: 'binary' }) });
  return { body: { required: true, content: { 'multipart/form-data': { schema: file } } } };
}

function answerOf(route: RouteSpec): Record<number, ResponseConfig> {
  if (route.raw)
    return { [route.status]: { description: 'Done', content: { [route.raw]: { schema: z.string() } } } };
  const schema = route.answer ?? z.object({});
  return { [route.status]: { description: 'Done', content: { 'application/json': { schema } } } };
}

function errorsOf(route: RouteSpec): Record<string, ResponseConfig> {
  const error = (description: string) => ({
    description,
    content: { 'application/json': { schema: errorBody } },
  });
  return {
    ...(route.body || route.query || route.once || route.upload
      ? { 400: error('The request is not right') }
      : {}),
    ...(route.for !== 'anyone' || route.body ? { 401: error('Not signed in') } : {}),
    ...(route.for !== 'anyone' || route.method !== 'get'
      ? { 403: error('Not allowed, or no valid token') }
      : {}),
    ...(route.path.includes('{') ? { 404: error('Not there, or not yours to see') } : {}),
    ...(route.once ? { 409: error('Not possible in this state') } : {}),
    ...(route.body || route.upload ? { 413: error('Too large') } : {}),
    default: error('Error'),
  };
}
