import type { Aspect } from '../../../nlp/types';
import type { TurnScope } from '../../turn-scope';
import { Thread } from '../thread';

/** The procedure that is being talked about, remembered from turn to turn. */
export interface ProcedureTalk {
  /** Absent: still to be chosen. */
  id?: string;
  /** What was offered to choose from, in the order in which it was shown. */
  offered: string[];
  /** What is to be told once it is known which procedure. */
  asked: Aspect[];
  /** What was told already. */
  told: Aspect[];
}

/** After so long, or so many turns about other things, nobody means it any more. */
const LASTS_MS = 30 * 60 * 1000;
const LASTS_TURNS = 12;
/** While a report is made, only what follows at once is meant for it. */
const LASTS_AMID = 2;

const thread = new Thread<ProcedureTalk>('procedure');

/** What is talked about; undefined when that is over. */
export const procedureTalk = (scope: TurnScope, amid: boolean): ProcedureTalk | undefined =>
  thread.lately(scope, LASTS_MS, amid ? LASTS_AMID : LASTS_TURNS);

export const keepProcedureTalk = (scope: TurnScope, talk: ProcedureTalk): void => thread.keep(scope, talk);

export const dropProcedureTalk = (scope: Pick<TurnScope, 'memory'>): void => thread.drop(scope);

/** It was asked in the last answer which procedure is meant. */
export function procedureAsks(scope: TurnScope): boolean {
  const talk = thread.lately(scope, LASTS_MS, 1);
  return talk !== undefined && talk.id === undefined;
}

/** One was told of in the last answer. */
export const procedureJustTold = (scope: TurnScope): boolean =>
  thread.lately(scope, LASTS_MS, 1)?.id !== undefined;
