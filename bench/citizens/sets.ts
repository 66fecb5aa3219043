import type { Manner, Mistake } from './goal';
import type { Region } from './places';
import type { Temper } from './sayings';

/** How often of a hundred citizens do what makes a conversation hard. */
export interface Often {
  cancel: number;
  later: number;
  digression: number;
  /** Who asks something else once asks something else again. */
  again: number;
  mistake: number;
  mistakes: readonly Mistake['what'][];
  addition: number;
  /** They begin anew. */
  restart?: number;
  /** They send photos without a word, and answer what is asked then. */
  photosAlone?: number;
  /** Each has one of these and none of the others. */
  twists?: readonly Twist[];
  /** Other tempers and first messages than those of most sets. */
  tempers?: readonly Temper[];
  openings?: readonly Manner['opening'][];
}

export type Twist =
  'none' | 'cancel' | 'later' | 'digression' | 'mistake' | 'addition' | 'restart' | 'photosAlone';

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

const COUNTRY: Region = { places: 'places.yaml', provinces: null, written: 22 };

const OFTEN: Often = {
  cancel: 8,
  later: 5,
  digression: 18,
  again: 0,
  mistake: 20,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity'],
  addition: 8,
};

const SOUTH: Region = {
  places: 'places.south.yaml',
  provinces: ['52', '56', '66', '68', '75', '79', '80', '82', '86', '91', '92', '96'],
  written: 45,
};

const DIFFICULT: Often = {
  cancel: 12,
  later: 5,
  digression: 40,
  again: 35,
  mistake: 40,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence'],
  addition: 10,
};

const NORTH: Region = {
  places: 'places.third.yaml',
  provinces: [
    ...['01', '04', '08', '11', '12', '14', '15', '19', '20', '22', '24', '25', '31', '33', '37'],
    ...['38', '40', '42', '44', '46', '48', '51', '52', '56', '66', '68'],
  ],
  written: 40,
};

const RESTLESS: Often = {
  ...DIFFICULT,
  digression: 30,
  mistakes: ['matter', 'matter', 'place', 'time', 'phone', 'anonymity'],
  addition: 12,
};

const EVERYWHERE: Region = { places: 'places.fifth.yaml', provinces: null, written: 42 };

/** Two of three tell things straight. */
const PLAIN: Often = {
  cancel: 10,
  later: 4,
  digression: 25,
  again: 20,
  mistake: 25,
  mistakes: ['matter', 'place', 'place', 'time', 'phone', 'anonymity', 'silence'],
  addition: 8,
};

/** Most of them tell straight on; each has one thing at the most that is not. */
const EVERYDAY: Often = {
  cancel: 8,
  later: 5,
  digression: 18,
  again: 0,
  mistake: 25,
  mistakes: ['place', 'time', 'phone', 'anonymity', 'silence', 'matter', 'matter'],
  addition: 6,
  restart: 6,
};

const ALL_OVER: Region = { places: 'places.sixth.yaml', provinces: null, written: 40 };

/** As {@link EVERYDAY}, with fewer who do anything twice. */
const STRAIGHT: Often = {
  cancel: 8,
  later: 4,
  digression: 14,
  again: 0,
  mistake: 20,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter'],
  addition: 5,
  restart: 4,
};

const THIRTY_FOUR: Region = { places: 'places.seventh.yaml', provinces: null, written: 40 };

const DISTRICTS_AND_LANDMARKS: Region = { places: 'places.eighth.yaml', provinces: null, written: 42 };

const MORE_LANDMARKS: Region = { places: 'places.eighth-more.yaml', provinces: null, written: 40 };

/** Half of them do something that makes it hard, each thing as often as the others. */
const HARD: Often = {
  cancel: 9,
  later: 7,
  digression: 22,
  again: 10,
  mistake: 34,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter', 'matter'],
  addition: 8,
  restart: 8,
  photosAlone: 5,
};

/** Two of three tell it straight; the others have one thing that is not, hardly any two. */
const ONE_TWIST: Often = {
  cancel: 7,
  later: 5,
  digression: 9,
  again: 0,
  mistake: 15,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter'],
  addition: 3,
  restart: 4,
  photosAlone: 3,
};

/** Half of them tell it straight; the others have one thing, and never two. */
const AT_MOST_ONE: Often = {
  ...ONE_TWIST,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter', 'matter'],
  twists: [
    ...(['none', 'none', 'none', 'none', 'none', 'none', 'cancel', 'later', 'restart', 'addition'] as const),
    ...(['digression', 'digression', 'digression', 'mistake', 'mistake', 'mistake', 'photosAlone'] as const),
  ],
};

const FROM_A_TABLE: Region = { places: 'places.eleventh.yaml', provinces: null, written: 50 };

const ON_THE_TELEPHONE: Region = { places: 'places.ninth.yaml', provinces: null, written: 44 };

const ALL_PROVINCES: Region = { places: 'places.tenth.yaml', provinces: null, written: 46 };

const MORE_PROVINCES: Region = { places: 'places.tenth-more.yaml', provinces: null, written: 46 };

/** Seven of ten tell it straight; the others have one thing that is not. */
const MOSTLY_PLAIN: Often = {
  cancel: 6,
  later: 4,
  digression: 8,
  again: 0,
  mistake: 11,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter'],
  addition: 3,
  restart: 4,
  photosAlone: 3,
};

/** Every second of them has one thing that is not told straight, and never two. */
const EVERY_SECOND: Often = {
  ...AT_MOST_ONE,
  twists: [
    ...(['none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none'] as const),
    ...(['mistake', 'mistake', 'mistake', 'digression', 'digression'] as const),
    ...(['cancel', 'later', 'restart', 'photosAlone', 'addition'] as const),
  ],
};

const OLD_AND_NEW: Region = { places: 'places.thirteenth.yaml', provinces: null, written: 52 };

/** Three of four tell it straight; the fourth has one thing that is not. */
const ONE_IN_FOUR: Often = {
  ...AT_MOST_ONE,
  mistakes: MOSTLY_PLAIN.mistakes,
  twists: [
    ...Array<Twist>(27).fill('none'),
    ...(['digression', 'digression', 'mistake', 'mistake', 'cancel', 'later'] as const),
    ...(['restart', 'addition', 'photosAlone'] as const),
  ],
};

const PLACES_OF_34: Region = { places: 'places.twelfth.yaml', provinces: null, written: 48 };

const NEAR_HOME: Region = { places: 'places.twenty-first.yaml', provinces: null, written: 56 };

/** Students on their phones: with the mistakes that some cannot make, three of five tell it straight; the others have one thing that is not. */
const ON_THE_PHONE: Often = {
  ...AT_MOST_ONE,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter', 'matter'],
  tempers: ['patient', 'patient', 'hurried', 'hurried', 'angry', 'suspicious', 'terse', 'talkative'],
  openings: [
    ...(['wish', 'greet', 'bare', 'bare', 'bare', 'place', 'place', 'place'] as const),
    ...(['full', 'photo', 'photo', 'who', 'signed', 'all'] as const),
  ],
  twists: [
    ...Array<Twist>(16).fill('none'),
    ...Array<Twist>(6).fill('mistake'),
    ...(['digression', 'digression', 'digression', 'cancel', 'cancel'] as const),
    ...(['later', 'photosAlone', 'restart', 'addition', 'addition'] as const),
  ],
};

const EVERY_PROVINCE: Region = { places: 'places.fourteenth.yaml', provinces: null, written: 52 };

/** Three of five tell it straight; the others have one thing that is not. */
const TWO_IN_FIVE: Often = {
  ...AT_MOST_ONE,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter'],
  twists: [
    ...Array<Twist>(13).fill('none'),
    ...(['mistake', 'mistake', 'mistake', 'mistake', 'digression', 'digression'] as const),
    ...(['cancel', 'later', 'restart', 'addition', 'photosAlone'] as const),
  ],
};

/** Three of five tell it straight; the others have one thing that is not. */
const THREE_IN_FIVE: Often = {
  ...TWO_IN_FIVE,
  twists: [
    ...Array<Twist>(15).fill('none'),
    ...(['mistake', 'mistake', 'mistake', 'mistake', 'digression', 'digression'] as const),
    ...(['cancel', 'later', 'restart', 'photosAlone'] as const),
  ],
};

const THREE_REGIONS: Region = { places: 'places.fifteenth.yaml', provinces: null, written: 52 };

const LOGGED_PLACES: Region = { places: 'places.eighteenth.yaml', provinces: null, written: 54 };

/** As a clerk's log book has them: three of five tell it straight; the others have one thing that is not. */
const LOGGED: Often = {
  ...AT_MOST_ONE,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter', 'matter'],
  tempers: ['patient', 'patient', 'patient', 'hurried', 'angry', 'old', 'suspicious', 'terse', 'talkative'],
  openings: [
    ...(['wish', 'greet', 'bare', 'bare', 'bare', 'place', 'place', 'place'] as const),
    ...(['full', 'full', 'photo', 'who', 'signed', 'all'] as const),
  ],
  twists: [
    ...Array<Twist>(30).fill('none'),
    ...Array<Twist>(7).fill('mistake'),
    ...Array<Twist>(5).fill('digression'),
    ...(['cancel', 'cancel', 'later', 'later', 'addition', 'addition', 'restart', 'photosAlone'] as const),
  ],
};

const EACH_PROVINCE: Region = { places: 'places.sixteenth.yaml', provinces: null, written: 52 };

/** First messages hold from none of the facts to all of them. */
const CASES: Often = {
  ...THREE_IN_FIVE,
  tempers: ['patient', 'hurried', 'angry', 'old', 'terse', 'talkative'],
  openings: [
    ...(['wish', 'greet', 'bare', 'bare', 'place', 'place', 'full', 'photo'] as const),
    ...(['who', 'signed', 'all', 'all'] as const),
  ],
};

const OLD_NAMES_EXPLAINED: Region = { places: 'places.nineteenth.yaml', provinces: null, written: 54 };

/** Three of five tell it straight; most are patient, and answer more than was asked. */
const WELL_SPOKEN: Often = {
  ...TWO_IN_FIVE,
  twists: [
    ...Array<Twist>(18).fill('none'),
    ...(['mistake', 'mistake', 'mistake', 'mistake', 'digression', 'digression', 'digression'] as const),
    ...(['cancel', 'later', 'restart', 'photosAlone', 'addition'] as const),
  ],
  tempers: [
    ...(['patient', 'patient', 'patient', 'talkative', 'talkative'] as const),
    ...(['hurried', 'angry', 'old', 'suspicious', 'terse'] as const),
  ],
  openings: [
    ...(['wish', 'greet', 'bare', 'bare', 'place', 'place', 'place'] as const),
    ...(['full', 'full', 'full', 'photo', 'who', 'signed', 'all'] as const),
  ],
};

const TOLD_BY_THE_WAY: Region = { places: 'places.twentieth.yaml', provinces: null, written: 54 };

/** Three of five tell it straight; their tempers are those of who they are. */
const SOMEBODY: Often = {
  ...TWO_IN_FIVE,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter', 'matter'],
  twists: [
    ...Array<Twist>(17).fill('none'),
    ...Array<Twist>(8).fill('mistake'),
    ...Array<Twist>(4).fill('digression'),
    ...(['cancel', 'later', 'restart', 'photosAlone', 'addition'] as const),
  ],
  openings: [
    ...(['wish', 'wish', 'greet', 'bare', 'bare', 'place', 'place', 'place'] as const),
    ...(['full', 'full', 'photo', 'who', 'signed', 'all'] as const),
  ],
};

const TWO_EACH: Region = { places: 'places.seventeenth.yaml', provinces: null, written: 52 };

/** Who has called a hotline before says where first. */
const CALLERS: Often = {
  ...THREE_IN_FIVE,
  tempers: ['patient', 'patient', 'hurried', 'angry', 'old', 'suspicious', 'terse', 'talkative'],
  openings: [
    ...(['wish', 'greet', 'bare', 'bare', 'bare', 'place', 'place', 'place'] as const),
    ...(['full', 'full', 'photo', 'who', 'signed', 'all'] as const),
  ],
};

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
