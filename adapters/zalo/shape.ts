import { z } from 'zod';

/** What is read of an event, and nothing else: whatever does not look like it cannot be read. */

/** All ids are text, those of people above 2^53; of people who are not signed in nobody says how they look. */
const id = z.string().regex(/^[\w-]{1,64}$/);
const account = z.object({ id });
/** Milliseconds. */
const time = z
  .union([z.string().regex(/^\d{1,15}$/), z.number().int().nonnegative().max(1e15)])
  .transform(Number);
const messageId = z.string().regex(/^[\w.:=/+-]{1,200}$/);
const text = z.string().max(70_000);
const origin = z.object({ event_name: z.string().min(1).max(100), app_id: id, timestamp: time });

const payload = z.looseObject({});
const attachment = z.object({ type: z.string().max(100), payload });
const message = z.object({
  msg_id: messageId,
  text: text.optional(),
  attachments: z.array(attachment).max(50).optional(),
  conversation_id: id.optional(),
});
const said = z.object({ sender: account, message });
const following = z.object({ follower: account });
const shared = z.object({ sender: account, info: z.looseObject({}) });

const address = z.string().min(1).max(4_000);
/** How many, as text or as a number; what is none is left out. */
const size = z
  .union([z.number(), z.string().regex(/^\d{1,15}$/)])
  .transform(Number)
  .pipe(z.number().int().nonnegative())
  .optional()
  .catch(undefined);
const name = z.string().max(1_000).optional().catch(undefined);
const degrees = (most: number) =>
  z
    .union([z.number(), z.string().regex(/^-?\d{1,3}(?:\.\d{1,30})?$/)])
    .transform(Number)
    .pipe(z.number().min(-most).max(most));

const file = z.object({ url: address, name, size, description: name });
const link = z.object({ url: address });
const location = z.object({ coordinates: z.object({ latitude: degrees(90), longitude: degrees(180) }) });
const info = z.object({
  name: z.string().max(200).optional().catch(undefined),
  phone: z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string().regex(/^[+\d][\d .()-]{2,29}$/))
    .optional()
    .catch(undefined),
});

export type Origin = z.infer<typeof origin>;
export type Message = z.infer<typeof message>;
export type Sent = z.infer<typeof attachment>;
export type Info = z.infer<typeof info>;

/** Each reads one part; undefined for what does not look like it. */
export const readOrigin = reader(origin);
export const readSaid = reader(said);
export const readFollowing = reader(following);
export const readShared = reader(shared);
export const readFile = reader(file);
export const readLink = reader(link);
export const readLocation = reader(location);
export const readInfo = reader(info);

function reader<T>(shape: z.ZodType<T>): (given: unknown) => T | undefined {
  return (given) => {
    const read = shape.safeParse(given);
    return read.success ? read.data : undefined;
  };
}
