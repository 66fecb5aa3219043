import type { Aspect } from '../../../nlp/types';
import type { TurnScope } from '../../turn-scope';

/** The procedure that is being talked about, remembered from turn to turn. */
export interface Thread {
  /** Absent: still to be chosen. */
  id?: string;
  /** What was offered to choose from, in the order in which it was shown. */
  offered: string[];
  /** What is to be told once it is known which procedure. */
  asked: Aspect[];
  /** What was told already. */
  told: Aspect[];
}

interface Kept extends Thread {
  at: number;
  seq: number;
}

const KEY = 'procedure';
/** After so long, or so many turns about other things, nobody means it any more. */
const LASTS_MS = 30 * 60 * 1000;
const LASTS_TURNS = 12;
/** While a report is made, only what follows at once is meant for it. */
const LASTS_AMID = 2;

/** What is talked about; undefined when that is over. */
export function threadOf({ memory, question }: TurnScope, amid: boolean): Thread | undefined {
  const kept = memory[KEY] as Kept | undefined;
  if (!kept) return undefined;
  const turns = question.seq - kept.seq;
  const isOver = question.at.getTime() - kept.at > LASTS_MS || turns > (amid ? LASTS_AMID : LASTS_TURNS);
  return isOver ? undefined : kept;
}

export function keepThread({ memory, question }: TurnScope, thread: Thread): void {
  const kept: Kept = { ...thread, at: question.at.getTime(), seq: question.seq };
  memory[KEY] = kept;
}

/** Another matter has begun. */
export function dropThread({ memory }: Pick<TurnScope, 'memory'>): void {
  Reflect.deleteProperty(memory, KEY);
}
