import type { Calls } from './calls';

/** An answer that takes longer is announced by "is typing"; Telegram shows it for five seconds. */
const AFTER_MS = 400;

/** Shows "is typing" in a chat, should the work take long. */
export function whileTyping<T>({ call }: Calls, chatId: number, work: Promise<T>): Promise<T> {
  const show = (): void =>
    void call('sendChatAction', { chat_id: chatId, action: 'typing' }).catch(() => undefined);
  const timer = setTimeout(show, AFTER_MS);
  return work.finally(() => clearTimeout(timer));
}
