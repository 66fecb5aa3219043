import { tooManyRequests } from './refusal';
import { type Chat } from './shapes';

/** How many messages a bot may send in which time; the figures bots are told to keep to. */
const OVERALL = { count: 30, ms: 1000 };
const TO_PERSON = { count: 60, ms: 60_000 };
const TO_GROUP = { count: 20, ms: 60_000 };

/** Counts what a bot sends and refuses what is too much; what was refused does not count. */
export class Flood {
  private readonly sent = new Map<string, number[]>();

  constructor(private readonly enforced: boolean) {}

  count(chat: Chat): void {
    if (!this.enforced) return;
    const limits = [
      { key: 'all', ...OVERALL },
      { key: String(chat.id), ...(chat.type === 'private' ? TO_PERSON : TO_GROUP) },
    ];
    for (const limit of limits) this.refuseBeyond(limit);
    for (const { key } of limits) this.sent.set(key, [...(this.sent.get(key) ?? []), Date.now()]);
  }

  private refuseBeyond({ key, count, ms }: { key: string; count: number; ms: number }): void {
    const recent = (this.sent.get(key) ?? []).filter((at) => at > Date.now() - ms);
    this.sent.set(key, recent);
    const [oldest] = recent.slice(-count);
    if (recent.length < count || oldest === undefined) return;
    throw tooManyRequests(Math.max(1, Math.ceil((oldest + ms - Date.now()) / 1000)));
  }
}
