import type { Request, RequestHandler, Response, Router } from 'express';
import { z, type ZodObject, type ZodType } from 'zod';
import { forbidden, invalid } from '../../hotline/errors';
import type { Role, StaffAccount } from '../../hotline/staff';
import { signedInAs } from '../session/signed-in';
import { csrfProtection } from './csrf';

/**
 * What a call is called with and answers: the same object checks the request, guards it, and describes it in
 * the API document, so that the three can never differ.
 */
export interface RouteSpec<Q extends ZodObject = ZodObject, B extends ZodType = ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in OpenAPI, below `/api/staff`: `/tickets/{code}`. */
  path: string;
  summary: string;
  /** `anyone`: before signing in as well. */
  for: readonly Role[] | 'anyone';
  query?: Q;
  body?: B;
  /** The call takes one file, in the field `file` of a multipart form. */
  upload?: true;
  /** The call must carry an `Idempotency-Key`, which makes a repeat harmless. */
  once?: true;
  status: 200 | 201 | 204;
  answer?: ZodType;
  /** The answer is no JSON but this type, written by the handler itself. */
  raw?: string;
}

/** A checked request of a person who may make it. `user` is there unless the route is for anyone. */
export interface Call<Q extends ZodObject = ZodObject, B extends ZodType = ZodType> {
  user: StaffAccount;
  params: Record<string, string>;
  query: z.output<Q>;
  body: z.output<B>;
  /** The idempotency key, made the caller's own. */
  key: string;
  req: Request;
  res: Response;
}

type Answering<S extends RouteSpec> =
  S extends RouteSpec<infer Q, infer B> ? (call: Call<Q, B>) => Promise<unknown> : never;

/** Keeps the literal types of a spec. */
export function route<Q extends ZodObject, B extends ZodType>(spec: RouteSpec<Q, B>): RouteSpec<Q, B> {
  return spec;
}

/** Mounts a route: signed in → allowed → CSRF → checked → `answer`, whose result becomes the JSON body. */
export function mount<Q extends ZodObject, B extends ZodType>(
  router: Router,
  spec: RouteSpec<Q, B>,
  answer: Answering<RouteSpec<Q, B>>,
  ...before: RequestHandler[]
): void {
  const path = spec.path.replace(/\{(\w+)\}/g, ':$1');
  router[spec.method](path, guard(spec), csrfProtection, ...before, async (req, res) => {
    const result = await answer(checked(spec, req, res));
    if (!spec.raw) res.status(spec.status).json(result);
  });
}

function guard(spec: RouteSpec): RequestHandler {
  return (_req, res, next) => {
    if (spec.for === 'anyone') return next();
    const user = signedInAs(res);
    if (!spec.for.includes(user.role)) throw forbidden('Tài khoản của bạn không có quyền làm việc này.');
    return next();
  };
}

function checked<Q extends ZodObject, B extends ZodType>(
  spec: RouteSpec<Q, B>,
  req: Request,
  res: Response,
): Call<Q, B> {
  const user = res.locals['user'] as StaffAccount;
  return {
    user,
    params: req.params as Record<string, string>,
    query: parse(spec.query ?? z.object({}), req.query) as z.output<Q>,
    body: (spec.body ? parse(spec.body, req.body) : undefined) as z.output<B>,
    key: spec.once ? `${user.id}:${idempotencyKey(req)}` : '',
    req,
    res,
  };
}

function parse<T extends ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw invalid(`Nội dung gửi lên chưa đúng${where ? ` ở “${where}”` : ''}: ${issue?.message ?? ''}`);
}

function idempotencyKey(req: Request): string {
  const key = req.get('idempotency-key');
  if (!key || !/^[\x21-\x7e]{1,128}$/.test(key))
    throw invalid('Thiếu tiêu đề Idempotency-Key (1 đến 128 ký tự, không có khoảng trắng).');
  return key;
}
