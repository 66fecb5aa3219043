import { z } from 'zod';

/** What is read of an update, and nothing else: whatever does not look like it is not from Telegram. */

const id = z.number().int().refine(Number.isSafeInteger);
const fileId = z.string().min(1).max(400);
const text = z.string().max(70_000);
const name = z.string().max(1_000).optional().catch(undefined);
const size = z.number().nonnegative().optional().catch(undefined);

const file = z.object({ file_id: fileId, file_size: size, file_name: name, mime_type: name });
const photo = file.extend({ width: z.number().nonnegative(), height: z.number().nonnegative() });
const place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
const contact = z.object({ phone_number: z.string().min(3).max(40), user_id: id.optional() });
const chat = z.object({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']) });

/** Kinds that people send and that hold nothing a report could use. */
export const UNUSABLE = ['sticker', 'dice', 'poll', 'story', 'game', 'paid_media', 'checklist'] as const;
const there = z.looseObject({}).optional();

const message = z.object({
  message_id: id,
  chat,
  from: z.object({ id }).optional(),
  media_group_id: z.string().max(100).optional(),
  text: text.optional(),
  caption: text.optional(),
  photo: z.array(photo).min(1).max(50).optional(),
  document: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  voice: file.optional(),
  audio: file.optional(),
  location: place.optional(),
  venue: z.object({ location: place, title: text, address: text }).optional(),
  contact: contact.optional(),
  ...(Object.fromEntries(UNUSABLE.map((kind) => [kind, there])) as Record<Unusable, typeof there>),
});

const button = z.object({ text: z.string(), callback_data: z.string().optional() });
const pressedMessage = z.object({
  message_id: id,
  chat,
  text: text.optional(),
  reply_markup: z
    .object({ inline_keyboard: z.array(z.array(button)) })
    .optional()
    .catch(undefined),
});

const query = z.object({
  id: z.string().min(1).max(100),
  from: z.object({ id }),
  message: pressedMessage.optional(),
  data: z.string().max(64).optional(),
});

const member = z.object({ chat, date: z.number(), new_chat_member: z.object({ status: z.string() }) });

const update = z.object({
  update_id: id.nonnegative(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: query.optional(),
  my_chat_member: member.optional(),
});

/** All kinds of updates that are asked for. */
export const KINDS = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export type Unusable = (typeof UNUSABLE)[number];
export type Update = z.infer<typeof update>;
export type Message = z.infer<typeof message>;
export type Query = z.infer<typeof query>;
export type Member = z.infer<typeof member>;
export type TelegramFile = z.infer<typeof file>;

/** Undefined for what is no update of Telegram, or one of a shape we cannot read. */
export function readUpdate(given: unknown): Update | undefined {
  const read = update.safeParse(given);
  return read.success ? read.data : undefined;
}

/** The private chat, or the group, that an update belongs to; updates of one chat are taken in order. */
export function chatOf({ message, edited_message, callback_query, my_chat_member }: Update): number {
  return (
    (message ?? edited_message ?? callback_query?.message ?? my_chat_member)?.chat.id ??
    callback_query?.from.id ??
    0
  );
}
