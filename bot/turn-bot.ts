import type { TurnContext } from 'botbuilder-core';
import { HotlineBot } from './hotline-bot';

/**
 * The way of a message through botbuilder's handlers, in functions that are made once.
 *
 * botbuilder is published for the JavaScript of 2015: each of its functions that waits is made anew whenever it is
 * called, with a hidden class of its own, which lies among the old objects and keeps the whole turn alive until the next
 * great cleaning. Twenty of them in a turn cost more than all the rest of the bot. So what every turn goes through is
 * written here (handlers), in turn-dialogs.ts and in turn-context.ts once more; what is rare is left to botbuilder.
 */
export class TurnBot extends HotlineBot {
  override run(context: TurnContext): Promise<void> {
    return context.activity.type === 'message'
      ? this.handle(context, 'Message', nothingMore)
      : super.run(context);
  }

  protected override handle(context: TurnContext, type: string, last: () => Promise<void>): Promise<void> {
    const handlers = this.handlers[type] ?? [];
    const from = async (index: number): Promise<void> => {
      const handler = handlers[index];
      await (handler ? handler(context, () => from(index + 1)) : last());
    };
    return from(0);
  }
}

const nothingMore = (): Promise<void> => Promise.resolve();
