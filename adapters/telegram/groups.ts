import type { Calls } from './calls';

const REMEMBERED = 1_000;

/** Groups are told once that the hotline speaks with one person at a time; nothing that is said there is kept. */
export class Groups {
  private readonly told = new Set<number>();

  constructor(
    private readonly calls: Calls,
    private readonly words: string,
    /** Where the bot only writes, such as the staff's own group. */
    private readonly silentIn: readonly string[],
  ) {}

  /** That a group hears of it is no promise. */
  refuse(chatId: number): void {
    if (this.told.has(chatId) || this.silentIn.includes(String(chatId))) return;
    if (this.told.size >= REMEMBERED) this.told.clear();
    this.told.add(chatId);
    void this.calls.call('sendMessage', { chat_id: chatId, text: this.words }).catch(() => undefined);
  }
}
