import type { TurnScope } from '../../turn-scope';

const KEY = 'penalty';
/** So many turns later nobody goes on with it. */
const LASTS_TURNS = 3;

/** A penalty was told just now. */
export function keepSpokenOf({ memory, question }: TurnScope): void {
  memory[KEY] = question.seq;
}

export function isSpokenOf({ memory, question }: TurnScope): boolean {
  const seq = memory[KEY];
  return typeof seq === 'number' && question.seq - seq <= LASTS_TURNS;
}
