import type { ConversationId } from '../../hotline/conversation/turn';
import type { DeadLetter, DeadLetterStore } from '../../hotline/dead-letters';

/** Dead letters in memory; which conversations are about misconduct is told by their names. */
export function memoryLetters() {
  const letters: (DeadLetter & { misconduct: boolean })[] = [];
  const busy = new Set<string>();
  const replayed: { conversation: string; which: 'all' | readonly string[]; key: string }[] = [];
  const matching = (wanted: 'only' | 'without', channel?: string) =>
    letters.filter(
      (one) => one.misconduct === (wanted === 'only') && (channel === undefined || one.channel === channel),
    );

  const store: DeadLetterStore = {
    async list({ misconduct, channel, page, pageSize }) {
      const items = matching(misconduct, channel);
      const shown = items.slice((page - 1) * pageSize, page * pageSize);
      return { items: shown.map(({ misconduct: _closed, ...letter }) => letter), total: items.length };
    },
    async replayable({ misconduct, channel }) {
      const alive = matching(misconduct, channel).filter(({ unreachable }) => !unreachable);
      return [...new Set(alive.map(({ conversation }) => conversation))];
    },
    async misconduct(conversations) {
      const closed = letters.filter((one) => one.misconduct && conversations.includes(one.conversation));
      return new Set(closed.map(({ conversation }) => conversation));
    },
    async replay(conversation, which, key) {
      if (busy.has(conversation)) return undefined;
      replayed.push({ conversation, which, key });
      return letters.filter((one) => one.conversation === conversation).length;
    },
  };

  const add = (conversation: string, facts: Partial<DeadLetter & { misconduct: boolean }> = {}): void =>
    void letters.push({
      id: `${conversation}/000000001/0`,
      conversation: conversation as ConversationId,
      channel: 'telegram',
      at: new Date('2026-11-23T02:00:00Z'),
      deadAt: new Date('2026-11-23T03:00:00Z'),
      reason: '500 Internal Server Error',
      tries: 8,
      unreachable: false,
      by: 'bot',
      misconduct: false,
      ...facts,
    });

  return { store, add, busy, replayed };
}
