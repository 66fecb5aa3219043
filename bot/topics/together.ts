import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../hotline/activity';
import type { Topic } from '.';

type Said = readonly Activity[] | undefined;

/** All topics as one: they are asked in this order, and the first that has something to say says it. */
export class Topics implements Required<Topic> {
  constructor(private readonly topics: readonly Topic[]) {}

  async answer(context: TurnContext): Promise<Said> {
    for (const topic of this.topics) {
      const answers = await topic.answer(context);
      if (answers) return answers;
    }
    return undefined;
  }

  async follow(context: TurnContext, amid: boolean): Promise<Said> {
    for (const topic of this.topics) {
      const answers = await topic.follow?.(context, amid);
      if (answers) return answers;
    }
    return undefined;
  }

  resume(context: TurnContext, effect: string, result: unknown): Said {
    for (const topic of this.topics) {
      const answers = topic.resume?.(context, effect, result);
      if (answers) return answers;
    }
    return undefined;
  }
}
