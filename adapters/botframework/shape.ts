import { z } from 'zod';
import { MAX_TEXT } from '../../hotline/activity';
import { badRequest, tooBig } from './refusal';

/** What the signature is checked against. */
export interface Origin {
  channelId: string;
  serviceUrl: string;
}

const MOST_FILES = 20;
const MOST_ENTITIES = 50;

/** Nice to have: dropped when it makes no sense. */
const hint = (longest: number, shape = /./) =>
  z.string().max(longest).regex(shape).nullish().catch(undefined);
const account = z.object({ id: z.string().min(1).max(500) });
const some = <T extends z.ZodType>(shape: T, most: number) =>
  z
    .array(z.unknown())
    .nullish()
    .transform((items) => (items ?? []).slice(0, most).flatMap((item) => shape.safeParse(item).data ?? []));

const attachment = z.object({
  contentType: z.string().max(200),
  contentUrl: z.string().max(250_000).nullish(),
  name: z.string().max(1000).nullish().catch(undefined),
  content: z.unknown().optional(),
});

const entity = z.object({
  type: z.string().max(100),
  text: z.string().max(1000).nullish(),
  mentioned: account.nullish(),
  latitude: z.unknown().optional(),
  longitude: z.unknown().optional(),
  geo: z.unknown().optional(),
});

/** Who says it, where. */
const said = z.object({
  conversation: account.extend({
    conversationType: hint(64),
    isGroup: z.boolean().nullish().catch(undefined),
  }),
  from: account,
  recipient: account,
});

const message = said.extend({
  /** What the connector delivers again has the same id again. */
  id: z.string().regex(/^[\x21-\x7e]{1,500}$/),
  text: z.string().nullish(),
  textFormat: hint(20),
  locale: hint(35, /^[A-Za-z0-9-]+$/),
  localTimestamp: hint(40, /^[\d:.TZ+-]+$/),
  localTimezone: hint(64, /^[\w/+-]+$/),
  value: z.unknown().optional(),
  attachments: some(attachment, MOST_FILES),
  entities: some(entity, MOST_ENTITIES),
});

const update = said.extend({
  action: hint(64),
  membersAdded: z.array(z.unknown()).nullish().catch(undefined),
});

const origin = z.object({
  type: z.string().min(1).max(64),
  channelId: z.string().regex(/^[\w-]{1,64}$/),
  serviceUrl: z
    .string()
    .max(500)
    .regex(/^https?:\/\//)
    .refine((url) => URL.canParse(url)),
});

export type Message = z.infer<typeof message> & Origin;
export type Update = z.infer<typeof update> & Origin;
export type Said = z.infer<typeof said> & Origin;
export type ForeignFile = z.infer<typeof attachment>;
export type ForeignEntity = z.infer<typeof entity>;

/** @throws Refusal 400 */
export function readOrigin(body: unknown): Origin & { type: string } {
  return checked(origin, body);
}

/** @throws Refusal 400; 413 when it says more than is taken */
export function readMessage(body: unknown, { channelId, serviceUrl }: Origin): Message {
  const given = checked(message, body);
  if ((given.text?.length ?? 0) > MAX_TEXT) throw tooBig(`Text is above ${MAX_TEXT} characters.`);
  return { ...given, channelId, serviceUrl };
}

/** @throws Refusal 400 */
export function readUpdate(body: unknown, { channelId, serviceUrl }: Origin): Update {
  return { ...checked(update, body), channelId, serviceUrl };
}

function checked<T>(shape: z.ZodType<T>, body: unknown): T {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  throw badRequest(`Activity is not valid: ${result.error.issues[0]?.path.join('.') || 'body'}.`);
}
