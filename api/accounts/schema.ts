import { z } from '../http/openapi-zod';
import { agencySchema, dateTime } from '../http/schema';
import { route } from '../http/route';
import { ROLES, type Role } from '../../hotline/staff';

const ADMINS: readonly Role[] = ['admin'];

const accountSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    agency: agencySchema.nullable(),
    createdAt: dateTime,
    disabled: z.boolean(),
  })
  .openapi('Account');
export type AccountBody = z.infer<typeof accountSchema>;

const name = z.string().trim().min(1).max(120);
const password = z.string().max(1024);
const agency = z
  .string()
  .min(1)
  .max(100)
  .nullable()
  .openapi({ description: 'Code of the unit they work for' });

const newAccount = z.object({
  email: z.string().max(254),
  name,
  role: z.enum(ROLES),
  agency: agency.optional(),
  password,
});
export type NewAccountBody = z.infer<typeof newAccount>;

const accountChange = z
  .object({ name, role: z.enum(ROLES), agency, disabled: z.boolean(), password })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'chưa có gì để đổi');
export type AccountChangeBody = z.infer<typeof accountChange>;

export const listAccounts = route({
  method: 'get',
  path: '/accounts',
  summary: 'Accounts of the staff',
  for: ADMINS,
  status: 200,
  answer: z.object({ items: z.array(accountSchema) }),
});

export const addAccount = route({
  method: 'post',
  path: '/accounts',
  summary: 'Create an account',
  for: ADMINS,
  body: newAccount,
  status: 201,
  answer: accountSchema,
});

export const changeAccount = route({
  method: 'patch',
  path: '/accounts/{id}',
  summary:
    'Change name, role, unit or password, disable or enable; a new password or role ends open sessions',
  for: ADMINS,
  body: accountChange,
  status: 200,
  answer: accountSchema,
});

export const listAgencies = route({
  method: 'get',
  path: '/agencies',
  summary: 'Agencies a report can be forwarded to',
  for: ['admin', 'supervisor', 'operator', 'inspector'],
  query: z.object({ q: z.string().trim().max(200).optional() }),
  status: 200,
  answer: z.object({ items: z.array(agencySchema) }),
});
