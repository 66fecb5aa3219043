import type { Mistake } from './goal';
import type { Region } from './places';

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
}

/** A set of goals by one author. */
export interface GoalSet {
  /** Of `goals/`. */
  files: readonly string[];
  /** How its citizens say the small things. */
  sayings: string;
  region: Region;
  often: Often;
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

const SETS = {
  first: {
    files: ['pollution', 'land', 'misconduct'],
    sayings: 'sayings.yaml',
    region: COUNTRY,
    often: OFTEN,
  },
  second: { files: ['second'], sayings: 'sayings.second.yaml', region: COUNTRY, often: OFTEN },
  third: { files: ['third'], sayings: 'sayings.third.yaml', region: NORTH, often: RESTLESS },
  'third-more': {
    files: ['third-more'],
    sayings: 'sayings.third-more.yaml',
    region: NORTH,
    often: RESTLESS,
  },
  fourth: { files: ['fourth'], sayings: 'sayings.fourth.yaml', region: SOUTH, often: DIFFICULT },
  'fourth-more': {
    files: ['fourth-more'],
    sayings: 'sayings.fourth-more.yaml',
    region: SOUTH,
    often: DIFFICULT,
  },
  fifth: { files: ['fifth'], sayings: 'sayings.fifth.yaml', region: EVERYWHERE, often: PLAIN },
  'fifth-more': {
    files: ['fifth-more'],
    sayings: 'sayings.fifth-more.yaml',
    region: EVERYWHERE,
    often: PLAIN,
  },
  sixth: { files: ['sixth'], sayings: 'sayings.sixth.yaml', region: ALL_OVER, often: EVERYDAY },
  'sixth-more': {
    files: ['sixth-more'],
    sayings: 'sayings.sixth-more.yaml',
    region: ALL_OVER,
    often: EVERYDAY,
  },
} as const satisfies Record<string, GoalSet>;

export type SetName = keyof typeof SETS;
export const SET_NAMES = Object.keys(SETS) as SetName[];
export const setOf = (name: SetName): GoalSet => SETS[name];
