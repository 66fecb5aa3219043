import type { TurnScope } from '../turn-scope';

interface Kept {
  at: number;
  seq: number;
}

/** What a topic remembers of its talk from turn to turn, under a key of its own in the conversation's memory. */
export class Thread<Talk extends object> {
  constructor(private readonly key: string) {}

  /** What was kept last; undefined when that is longer ago than `ms`, or more turns about other things. */
  lately({ memory, question }: TurnScope, ms: number, turns = Infinity): Talk | undefined {
    const kept = memory[this.key] as (Talk & Kept) | undefined;
    if (!kept || question.at.getTime() - kept.at > ms) return undefined;
    return question.seq - kept.seq > turns ? undefined : kept;
  }

  keep({ memory, question }: TurnScope, talk: Talk): void {
    memory[this.key] = { ...talk, at: question.at.getTime(), seq: question.seq };
  }

  /** Another matter has begun. */
  drop({ memory }: Pick<TurnScope, 'memory'>): void {
    Reflect.deleteProperty(memory, this.key);
  }
}
