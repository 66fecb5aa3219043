import type { Log } from './options';
import type { Take } from './router';
import { chatOf, readUpdate, type Update } from './shape';
import type { Unreadable } from './unreadable';

/** An update that fails so often, while others are kept, is passed over: it would hold up everybody for ever. */
const MOST_TRIES = 10;

/** Some updates could not be kept and must come again. */
class Unkept extends Error {
  override name = 'Unkept';
}

/** Takes the updates of one answer: those of a chat one after the other, chats side by side. */
export class Batch {
  private readonly tries = new Map<number, number>();

  constructor(
    private readonly keep: Take,
    private readonly unreadable: Unreadable,
    private readonly log: Log,
  ) {}

  /**
   * @returns the offset that confirms them; undefined when there were none
   * @throws what `isUnkept` knows, when one of them must come again; then none is confirmed
   */
  async take(given: readonly unknown[]): Promise<number | undefined> {
    const updates = given.flatMap((each) => this.read(each));
    const outcomes = await Promise.all([...byChat(updates).values()].map((chat) => this.inOrder(chat)));
    const failures = outcomes.filter((outcome) => outcome !== undefined);
    const [first] = failures;
    if (first) {
      // When nothing can be kept, it is the database that is away.
      if (failures.length < outcomes.length) failures.forEach(({ update }) => this.countTry(update));
      throw new Unkept('updates could not be kept', { cause: first.error });
    }
    this.tries.clear();
    const numbers = given.map(numberOf).filter((number) => number !== undefined);
    return numbers.length > 0 ? Math.max(...numbers) + 1 : undefined;
  }

  isUnkept(error: unknown): error is Unkept {
    return error instanceof Unkept;
  }

  private read(given: unknown): Update[] {
    const update = readUpdate(given);
    if (!update) this.unreadable.count();
    return update ? [update] : [];
  }

  /** The first that could not be kept; those behind it wait. */
  private async inOrder(updates: readonly Update[]): Promise<{ update: Update; error: unknown } | undefined> {
    for (const update of updates) {
      if ((this.tries.get(update.update_id) ?? 0) >= MOST_TRIES) continue;
      try {
        await this.keep(update);
      } catch (error) {
        return { update, error };
      }
    }
    return undefined;
  }

  private countTry({ update_id: number }: Update): void {
    const tries = (this.tries.get(number) ?? 0) + 1;
    this.tries.set(number, tries);
    if (tries === MOST_TRIES) this.log.error({ tries }, 'a telegram update is passed over');
  }
}

function byChat(updates: readonly Update[]): Map<number, Update[]> {
  const chats = new Map<number, Update[]>();
  for (const update of updates) chats.set(chatOf(update), [...(chats.get(chatOf(update)) ?? []), update]);
  return chats;
}

function numberOf(given: unknown): number | undefined {
  const { update_id: number } = (given ?? {}) as { update_id?: unknown };
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
