import { z } from '../http/openapi-zod';
import { agencySchema } from '../http/schema';
import { route } from '../http/route';
import { ROLES } from '../../hotline/staff';

const userSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    agency: agencySchema.nullable(),
  })
  .openapi('User');
const sessionSchema = z.object({ csrfToken: z.string(), user: userSchema.nullable() }).openapi('Session');

export type User = z.infer<typeof userSchema>;
export type Session = z.infer<typeof sessionSchema>;

const email = z.string().max(254);
const password = z.string().max(1024);

export const readSession = route({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in, and the token that every changing call carries',
  for: 'anyone',
  status: 200,
  answer: sessionSchema,
});

export const signIn = route({
  method: 'post',
  path: '/session',
  summary: 'Sign in',
  for: 'anyone',
  body: z.object({ email, password }),
  status: 200,
  answer: sessionSchema,
});

export const signOut = route({
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  for: 'anyone',
  status: 200,
  answer: sessionSchema,
});

export const addFirstAdmin = route({
  method: 'post',
  path: '/session/first-admin',
  summary: 'Create the first administrator with the one-time link of the first start, and sign in',
  for: 'anyone',
  body: z.object({ token: z.string().max(200), email, name: z.string().max(200), password }),
  status: 201,
  answer: sessionSchema,
});
