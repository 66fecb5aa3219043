import { route } from '../http/route';
import { z } from '../http/openapi-zod';
import { dateTime } from '../http/schema';

const consentSchema = z
  .object({
    channel: z.string(),
    state: z
      .enum(['none', 'good', 'failing', 'lost'])
      .openapi({ description: '`failing`: it still serves, but could not be renewed' }),
    account: z.string().nullable().openapi({ description: 'Whose account it is, as the service calls it' }),
    renewedAt: dateTime.nullable(),
    goodUntil: dateTime.nullable().openapi({ description: 'How long it goes without a renewal' }),
    trouble: z.string().nullable(),
    callbackUrl: z.string().nullable().openapi({ description: 'To be saved at the service' }),
    challenge: z.string().openapi({ description: 'The same for ever; to be saved at the service' }),
  })
  .openapi('Consent');
export type ConsentBody = z.infer<typeof consentSchema>;

export const listConsents = route({
  method: 'get',
  path: '/consents',
  summary: 'How it goes with the consent that channels need from the owners of their accounts',
  for: ['admin'],
  status: 200,
  answer: z.object({ items: z.array(consentSchema) }),
});

export const askConsent = route({
  method: 'post',
  path: '/consents/{channel}',
  summary: 'Begin to ask for consent: where the owner agrees, good for ten minutes, once',
  for: ['admin'],
  status: 201,
  answer: z.object({ url: z.string() }),
});
