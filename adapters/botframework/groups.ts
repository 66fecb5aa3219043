import type { Address } from './address';
import type { Connector } from './connector';
import { notice } from './from-activity';

const SILENT_MS = 60 * 60_000;
const REMEMBERED = 1_000;

/** Groups are told, now and then, that the hotline speaks with one person at a time; nothing they say is kept. */
export class Groups {
  private readonly told = new Map<string, number>();

  constructor(
    private readonly connector: Connector,
    private readonly words: string,
  ) {}

  /** @returns the status for the connector, at once: that a group hears of it is no promise */
  refuse(group: Address): number {
    if (this.isDue(group.conversation)) void this.connector.send(group, notice(this.words, group));
    return 200;
  }

  private isDue(conversation: string): boolean {
    const before = this.told.get(conversation) ?? -Infinity;
    if (Date.now() - before < SILENT_MS) return false;
    if (this.told.size >= REMEMBERED) this.told.clear();
    this.told.set(conversation, Date.now());
    return true;
  }
}
