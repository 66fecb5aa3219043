import {
  type Often,
  OFTEN,
  DIFFICULT,
  RESTLESS,
  PLAIN,
  EVERYDAY,
  STRAIGHT,
  HARD,
  ONE_TWIST,
  AT_MOST_ONE,
  MOSTLY_PLAIN,
  EVERY_SECOND,
  ONE_IN_FOUR,
  ON_THE_PHONE,
  TWO_IN_FIVE,
  LOGGED,
  CASES,
  WELL_SPOKEN,
  SOMEBODY,
  CALLERS,
} from './how-often';
import type { Region } from './places';
import {
  COUNTRY,
  SOUTH,
  NORTH,
  EVERYWHERE,
  ALL_OVER,
  THIRTY_FOUR,
  DISTRICTS_AND_LANDMARKS,
  MORE_LANDMARKS,
  FROM_A_TABLE,
  ON_THE_TELEPHONE,
  ALL_PROVINCES,
  MORE_PROVINCES,
  OLD_AND_NEW,
  PLACES_OF_34,
  NEAR_HOME,
  EVERY_PROVINCE,
  THREE_REGIONS,
  LOGGED_PLACES,
  EACH_PROVINCE,
  OLD_NAMES_EXPLAINED,
  TOLD_BY_THE_WAY,
  TWO_EACH,
} from './regions';

/** A set of goals by one author. */
export interface GoalSet {
  /** Of `goals/`. */
  files: readonly string[];
  /** How its citizens say the small things. */
  sayings: string;
  region: Region;
  often: Often;
  /** Letters, slips, capitals and points are drawn each by themselves. */
  roughly?: boolean;
}

/** Goals and sayings of one author, named after the set. */
const named = (name: string, region: Region, often: Often): GoalSet => ({
  files: [name],
  sayings: `sayings.${name}.yaml`,
  region,
  often,
});

const SETS = {
  first: {
    files: ['pollution', 'land', 'misconduct'],
    sayings: 'sayings.yaml',
    region: COUNTRY,
    often: OFTEN,
  },
  second: named('second', COUNTRY, OFTEN),
  third: named('third', NORTH, RESTLESS),
  'third-more': named('third-more', NORTH, RESTLESS),
  fourth: named('fourth', SOUTH, DIFFICULT),
  'fourth-more': named('fourth-more', SOUTH, DIFFICULT),
  fifth: named('fifth', EVERYWHERE, PLAIN),
  'fifth-more': named('fifth-more', EVERYWHERE, PLAIN),
  sixth: named('sixth', ALL_OVER, EVERYDAY),
  'sixth-more': named('sixth-more', ALL_OVER, EVERYDAY),
  eighth: named('eighth', DISTRICTS_AND_LANDMARKS, HARD),
  'eighth-more': named('eighth-more', MORE_LANDMARKS, HARD),
  seventh: named('seventh', THIRTY_FOUR, STRAIGHT),
  'seventh-more': named('seventh-more', THIRTY_FOUR, STRAIGHT),
  ninth: named('ninth', ON_THE_TELEPHONE, ONE_TWIST),
  eleventh: { ...named('eleventh', FROM_A_TABLE, AT_MOST_ONE), roughly: true },
  'eleventh-more': { ...named('eleventh-more', FROM_A_TABLE, AT_MOST_ONE), roughly: true },
  thirteenth: named('thirteenth', OLD_AND_NEW, EVERY_SECOND),
  tenth: named('tenth', ALL_PROVINCES, MOSTLY_PLAIN),
  'tenth-more': named('tenth-more', MORE_PROVINCES, MOSTLY_PLAIN),
  nineteenth: named('nineteenth', OLD_NAMES_EXPLAINED, WELL_SPOKEN),
  twentieth: named('twentieth', TOLD_BY_THE_WAY, SOMEBODY),
  twelfth: named('twelfth', PLACES_OF_34, ONE_IN_FOUR),
  'twenty-first': named('twenty-first', NEAR_HOME, ON_THE_PHONE),
  fourteenth: named('fourteenth', EVERY_PROVINCE, TWO_IN_FIVE),
  fifteenth: named('fifteenth', THREE_REGIONS, TWO_IN_FIVE),
  eighteenth: named('eighteenth', LOGGED_PLACES, LOGGED),
  seventeenth: named('seventeenth', TWO_EACH, CALLERS),
  sixteenth: named('sixteenth', EACH_PROVINCE, CASES),
} satisfies Record<string, GoalSet>;

export type SetName = keyof typeof SETS;
export const SET_NAMES = Object.keys(SETS) as SetName[];
export const setOf = (name: SetName): GoalSet => SETS[name];
