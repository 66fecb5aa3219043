import type { Activity } from '../../hotline/activity';
import type { Conversations } from '../../hotline/conversation/conversations';
import type { Calls } from './calls';
import { isStart } from './commands';
import type { Groups } from './groups';
import { addressOf, botIdOf, CHANNEL, conversationIdOf, eventIdOf } from './id';
import { type Words, wordsFor } from '../words-for';
import { chosenOnly, pressed } from './keyboards';
import type { TelegramOptions } from './options';
import type { Member, Message, Query } from './shape';
import { corrected, toActivity } from './to-activity';
import { whileTyping } from './typing';

interface Parts {
  conversations: Conversations;
  calls: Calls;
  groups: Groups;
  options: Pick<TelegramOptions, 'token' | 'key' | 'words' | 'english'>;
}

/** What is done with each kind of update. All resolve when what came is durable; only then may it be acknowledged. */
export class Hands {
  private readonly botId: number;

  constructor(private readonly parts: Parts) {
    this.botId = botIdOf(parts.options.token);
  }

  async said(updateId: number, message: Message): Promise<void> {
    const { chat, from } = message;
    if (chat.type !== 'private') return this.group(message);
    if (!from) return;
    if (isStart(message.text ?? '') && (await this.opened(updateId, chat.id))) return;
    // Words are what they are; the name of what has none is told back in the citizen's language.
    const words = message.text === undefined ? await this.wordsFor(chat.id) : this.parts.options.words;
    await this.receive(updateId, chat.id, toActivity(message, words));
  }

  async edited(updateId: number, message: Message): Promise<void> {
    const { chat, from } = message;
    if (chat.type !== 'private' || !from) return;
    await this.receive(updateId, chat.id, corrected(message, this.parts.options.words));
  }

  /** A press is what its button says. It is answered whatever it was, or the phone would wait for it. */
  async pressed(updateId: number, query: Query): Promise<void> {
    const { message, from } = query;
    const text = pressed(query);
    if (message && message.chat.type !== 'private') return this.answer(query);
    if (text === undefined) return this.answer(query, (await this.wordsFor(from.id))('telegram.oldButton'));
    if (text) await this.receive(updateId, from.id, { type: 'message', text });
    this.answer(query);
    this.showChosen(query);
  }

  /** The bot was blocked or let in again, or a group took it in. */
  async member({ chat, date, new_chat_member: { status } }: Member): Promise<void> {
    const isIn = status === 'member' || status === 'administrator';
    if (chat.type !== 'private') {
      if (isIn && chat.type !== 'channel') this.parts.groups.refuse(chat.id);
      return;
    }
    // Telegram counts in whole seconds: what was said in the same one was said before.
    const at = new Date(date * 1_000 + 999);
    await this.parts.conversations.noteReach(this.conversation(chat.id), isIn, at);
  }

  /** In groups the bot hears commands, and whatever is meant for it. */
  private group({ chat, text = '' }: Message): void {
    if (chat.type !== 'channel' && text) this.parts.groups.refuse(chat.id);
  }

  /** True when the bot has greeted: somebody who comes back is answered like everybody else. */
  private async opened(updateId: number, chatId: number): Promise<boolean> {
    const { turn } = await this.parts.conversations.receive({
      ...this.from(updateId, chatId),
      eventId: `${eventIdOf(this.botId, updateId)}/start`,
      cause: { type: 'start' },
    });
    return turn.out.length > 0;
  }

  private async receive(updateId: number, chatId: number, activity: Activity | undefined): Promise<void> {
    if (!activity) return;
    const taking = this.parts.conversations.receive({ ...this.from(updateId, chatId), activity });
    await whileTyping(this.parts.calls, chatId, taking);
  }

  /** In the language in which the chat is held. */
  private async wordsFor(chatId: number): Promise<Words> {
    const { conversations, options } = this.parts;
    return wordsFor({ locale: await conversations.languageOf(this.conversation(chatId)) }, options);
  }

  private from(updateId: number, chatId: number) {
    return {
      conversation: this.conversation(chatId),
      channel: CHANNEL,
      eventId: eventIdOf(this.botId, updateId),
      address: addressOf(chatId),
    };
  }

  private conversation(chatId: number) {
    return conversationIdOf(chatId, this.parts.options.key);
  }

  private answer({ id }: Query, text?: string): void {
    const said = text === undefined ? {} : { text };
    void this.parts.calls
      .call('answerCallbackQuery', { callback_query_id: id, ...said })
      .catch(() => undefined);
  }

  private showChosen(query: Query): void {
    const reply_markup = chosenOnly(query);
    const { message } = query;
    if (!reply_markup || !message) return;
    const which = { chat_id: message.chat.id, message_id: message.message_id };
    void this.parts.calls.call('editMessageReplyMarkup', { ...which, reply_markup }).catch(() => undefined);
  }
}
