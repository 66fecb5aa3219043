import type { Manner, Mistake } from './goal';
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

export const OFTEN: Often = {
  cancel: 8,
  later: 5,
  digression: 18,
  again: 0,
  mistake: 20,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity'],
  addition: 8,
};

export const DIFFICULT: Often = {
  cancel: 12,
  later: 5,
  digression: 40,
  again: 35,
  mistake: 40,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence'],
  addition: 10,
};

export const RESTLESS: Often = {
  ...DIFFICULT,
  digression: 30,
  mistakes: ['matter', 'matter', 'place', 'time', 'phone', 'anonymity'],
  addition: 12,
};

/** Two of three tell things straight. */
export const PLAIN: Often = {
  cancel: 10,
  later: 4,
  digression: 25,
  again: 20,
  mistake: 25,
  mistakes: ['matter', 'place', 'place', 'time', 'phone', 'anonymity', 'silence'],
  addition: 8,
};

/** Most of them tell straight on; each has one thing at the most that is not. */
export const EVERYDAY: Often = {
  cancel: 8,
  later: 5,
  digression: 18,
  again: 0,
  mistake: 25,
  mistakes: ['place', 'time', 'phone', 'anonymity', 'silence', 'matter', 'matter'],
  addition: 6,
  restart: 6,
};

/** As {@link EVERYDAY}, with fewer who do anything twice. */
export const STRAIGHT: Often = {
  cancel: 8,
  later: 4,
  digression: 14,
  again: 0,
  mistake: 20,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter'],
  addition: 5,
  restart: 4,
};

/** Half of them do something that makes it hard, each thing as often as the others. */
export const HARD: Often = {
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
export const ONE_TWIST: Often = {
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
export const AT_MOST_ONE: Often = {
  ...ONE_TWIST,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter', 'matter'],
  twists: [
    ...(['none', 'none', 'none', 'none', 'none', 'none', 'cancel', 'later', 'restart', 'addition'] as const),
    ...(['digression', 'digression', 'digression', 'mistake', 'mistake', 'mistake', 'photosAlone'] as const),
  ],
};

/** Seven of ten tell it straight; the others have one thing that is not. */
export const MOSTLY_PLAIN: Often = {
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
export const EVERY_SECOND: Often = {
  ...AT_MOST_ONE,
  twists: [
    ...(['none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none'] as const),
    ...(['mistake', 'mistake', 'mistake', 'digression', 'digression'] as const),
    ...(['cancel', 'later', 'restart', 'photosAlone', 'addition'] as const),
  ],
};

/** Three of four tell it straight; the fourth has one thing that is not. */
export const ONE_IN_FOUR: Often = {
  ...AT_MOST_ONE,
  mistakes: MOSTLY_PLAIN.mistakes,
  twists: [
    ...Array<Twist>(27).fill('none'),
    ...(['digression', 'digression', 'mistake', 'mistake', 'cancel', 'later'] as const),
    ...(['restart', 'addition', 'photosAlone'] as const),
  ],
};

/** Students on their phones: with the mistakes that some cannot make, three of five tell it straight; the others have one thing that is not. */
export const ON_THE_PHONE: Often = {
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

/** Three of five tell it straight; the others have one thing that is not. */
export const TWO_IN_FIVE: Often = {
  ...AT_MOST_ONE,
  mistakes: ['place', 'place', 'time', 'phone', 'anonymity', 'silence', 'matter'],
  twists: [
    ...Array<Twist>(13).fill('none'),
    ...(['mistake', 'mistake', 'mistake', 'mistake', 'digression', 'digression'] as const),
    ...(['cancel', 'later', 'restart', 'addition', 'photosAlone'] as const),
  ],
};

/** Three of five tell it straight; the others have one thing that is not. */
export const THREE_IN_FIVE: Often = {
  ...TWO_IN_FIVE,
  twists: [
    ...Array<Twist>(15).fill('none'),
    ...(['mistake', 'mistake', 'mistake', 'mistake', 'digression', 'digression'] as const),
    ...(['cancel', 'later', 'restart', 'photosAlone'] as const),
  ],
};

/** As a clerk's log book has them: three of five tell it straight; the others have one thing that is not. */
export const LOGGED: Often = {
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

/** First messages hold from none of the facts to all of them. */
export const CASES: Often = {
  ...THREE_IN_FIVE,
  tempers: ['patient', 'hurried', 'angry', 'old', 'terse', 'talkative'],
  openings: [
    ...(['wish', 'greet', 'bare', 'bare', 'place', 'place', 'full', 'photo'] as const),
    ...(['who', 'signed', 'all', 'all'] as const),
  ],
};

/** Three of five tell it straight; most are patient, and answer more than was asked. */
export const WELL_SPOKEN: Often = {
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

/** Three of five tell it straight; their tempers are those of who they are. */
export const SOMEBODY: Often = {
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

/** Who has called a hotline before says where first. */
export const CALLERS: Often = {
  ...THREE_IN_FIVE,
  tempers: ['patient', 'patient', 'hurried', 'angry', 'old', 'suspicious', 'terse', 'talkative'],
  openings: [
    ...(['wish', 'greet', 'bare', 'bare', 'bare', 'place', 'place', 'place'] as const),
    ...(['full', 'full', 'photo', 'who', 'signed', 'all'] as const),
  ],
};
