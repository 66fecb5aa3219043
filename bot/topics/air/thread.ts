import type { TurnScope } from '../../turn-scope';
import type { Area } from './areas';

/** What of talk about the air is remembered from turn to turn. */
export interface AirThread {
  /** A place is asked for. */
  waits: boolean;
  /** The communes that were offered to choose from. */
  which: string[];
  /** What was asked about last. */
  area?: Area;
}

interface Kept extends AirThread {
  at: number;
  seq: number;
}

const KEY = 'air';
/** A question is open for so long, or so many turns; while a report is made, only for what comes next. */
const LASTS_MS = 30 * 60 * 1000;
const LASTS_TURNS = 6;
const LASTS_AMID = 3;
/** Who asks again on the same day means the same place. */
const SAME_PLACE_MS = 12 * 60 * 60 * 1000;

/** What is being talked about; undefined when that is over. */
export function airThread({ memory, question }: TurnScope, amid: boolean): AirThread | undefined {
  const kept = memory[KEY] as Kept | undefined;
  if (!kept || question.at.getTime() - kept.at > LASTS_MS) return undefined;
  return question.seq - kept.seq > (amid ? LASTS_AMID : LASTS_TURNS) ? undefined : kept;
}

/** Where they asked about today. */
export function lastArea({ memory, question }: TurnScope): Area | undefined {
  const kept = memory[KEY] as Kept | undefined;
  return kept && question.at.getTime() - kept.at < SAME_PLACE_MS ? kept.area : undefined;
}

export function keepAirThread({ memory, question }: TurnScope, thread: AirThread): void {
  const kept: Kept = { ...thread, at: question.at.getTime(), seq: question.seq };
  memory[KEY] = kept;
}
