import { Composer, Context } from 'telegraf';
import type * as Types from 'telegraf/types';
import type { Calls } from './calls';
import type { Hands } from './hands';
import type { Update } from './shape';

/** Takes one update; resolves when it is durable, and rejects when it must come again. */
export type Take = (update: Update) => Promise<void>;

/**
 * Which hand takes which kind of update. The router alone is telegraf's: its own loops acknowledge before an update is
 * handled, and its webhook breaks letters that are parted between two packets.
 */
export function routed(hands: Hands, { telegram }: Calls): Take {
  const composer = new Composer();
  composer.on('message', ({ update }) => hands.said(update.update_id, of(update).message));
  composer.on('edited_message', ({ update }) => hands.edited(update.update_id, of(update).edited_message));
  composer.on('callback_query', ({ update }) => hands.pressed(update.update_id, of(update).callback_query));
  composer.on('my_chat_member', ({ update }) => hands.member(of(update).my_chat_member));
  const route = composer.middleware();
  return async (update) => {
    await route(new Context(update as Types.Update, telegram, NOBODY), () => Promise.resolve());
  };
}

/** The router asks for the bot, to which nothing here looks. */
const NOBODY = {} as Types.UserFromGetMe;

/** As `readUpdate` has read it. telegraf's types promise more than anybody has looked at. */
const of = (update: object) => update as { [K in keyof Update]-?: NonNullable<Update[K]> };
