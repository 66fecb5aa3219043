import type { TurnScope } from '../../turn-scope';
import { Thread } from '../thread';
import type { Area } from './areas';
import type { Ahead } from './asked';

/** What of talk about the air is remembered from turn to turn. */
export interface AirTalk {
  /** A place is asked for. */
  waits: boolean;
  /** The communes that were offered to choose from. */
  which: string[];
  /** What was asked about last. */
  area?: Area;
  /** The place was asked for once more already. */
  again?: boolean;
  /** It is about hours to come. */
  ahead?: Ahead | false;
}

/** A question is open for so long, or so many turns; while a report is made, only for what comes next. */
const LASTS_MS = 30 * 60 * 1000;
const LASTS_TURNS = 6;
const LASTS_AMID = 3;
/** Who asks again on the same day means the same place. */
const SAME_PLACE_MS = 12 * 60 * 60 * 1000;

const thread = new Thread<AirTalk>('air');

/** What is being talked about; undefined when that is over. */
export const airTalk = (scope: TurnScope, amid: boolean): AirTalk | undefined =>
  thread.lately(scope, LASTS_MS, amid ? LASTS_AMID : LASTS_TURNS);

/** Where they asked about today. */
export const lastArea = (scope: TurnScope): Area | undefined => thread.lately(scope, SAME_PLACE_MS)?.area;

export const keepAirTalk = (scope: TurnScope, talk: AirTalk): void => thread.keep(scope, talk);

/** Something was asked for in the last answer. */
export const airAsks = (scope: TurnScope): boolean => thread.lately(scope, LASTS_MS, 1)?.waits ?? false;

/** The air of a place was told of, or is looked up, since the last message. */
export const airJustTold = (scope: TurnScope): boolean =>
  thread.lately(scope, LASTS_MS, 2)?.area !== undefined;
