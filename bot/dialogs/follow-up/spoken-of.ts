import type { TurnScope } from '../../turn-scope';

const KEY = 'ticket';
/** After so long nobody means it any more. */
const LASTS_MS = 30 * 60 * 1000;

interface SpokenOf {
  code: string;
  at: number;
  /** Something was added to it: photos that follow belong to it too. */
  added?: true;
}

/** A report of one's own was shown, or changed: what is said next without a code is about it. */
export function keepTicketSpokenOf(
  { memory, question }: Pick<TurnScope, 'memory' | 'question'>,
  code: string,
  added = false,
): void {
  const spokenOf: SpokenOf = { code, at: question.at.getTime(), ...(added && { added }) };
  memory[KEY] = spokenOf;
}

export function ticketSpokenOf({
  memory,
  question,
}: Pick<TurnScope, 'memory' | 'question'>): SpokenOf | undefined {
  const spokenOf = memory[KEY] as SpokenOf | undefined;
  return spokenOf && question.at.getTime() - spokenOf.at < LASTS_MS ? spokenOf : undefined;
}
