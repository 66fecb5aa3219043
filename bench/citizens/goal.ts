import type { Category, Lane } from '../../hotline/ticket/ticket';
import type { Sayings, Temper } from './sayings';
import type { Typing } from './style';

/** Where it happens: as it is told, and what it is. */
export interface PlaceGoal {
  says: string;
  /** What is answered when it is asked once more, one after the other. */
  then: readonly string[];
  /** The communes that are right: one, but for units of before July 2025 that were parted. */
  communes: readonly string[];
  /** Its full name with the province, as a button shows it. */
  fullName: string;
  /** The words alone tell which commune. */
  isClear: boolean;
  /** It is shared as a position. */
  point?: { latitude: number; longitude: number };
}

export interface Reporter {
  name: string;
  /** As it is typed. */
  phone: string;
  e164: string;
}

/** Something told wrong at first and put right later. */
export type Mistake =
  | { what: 'place'; first: PlaceGoal }
  | { what: 'time'; first: string }
  | { what: 'phone'; first: Reporter }
  | { what: 'anonymity'; first: Reporter }
  /** One word of the story. */
  | { what: 'matter'; first: string }
  /** The kind, which the story alone tells differently. */
  | { what: 'kind' }
  /** They want no name in it, and leave one in the end. */
  | { what: 'silence' };

type Opening =
  | ('wish' | 'greet' | 'kind' | 'bare' | 'place' | 'full' | 'photo' | 'photos alone')
  | ('who' | 'signed' | 'all');

/** How a made-up citizen behaves. */
export interface Manner {
  /**
   * `wish`: only that they want to report; `greet`: a greeting before it; `kind`: its kind alone; `bare`: what happens; `full`: what,
   * where and when; `who`: what, where and who did it; `signed`: what, where and their contact, or that they leave none; `all`: all of that.
   */
  opening: Opening;
  temper: Temper;
  /** Answers by the buttons where there are some. */
  buttons: boolean;
  /** Tells time and source along with other answers. */
  volunteers: boolean;
  /** Sends what is long in several messages. */
  fragments: boolean;
  /** Something else is asked at so manyeth question, one after the other. */
  digressions: readonly { at: number; says: string }[];
  /** They stop at so manyeth question. */
  cancel?: { at: number; says: string };
  /** They go away at so manyeth question, and come back. */
  later?: { at: number; says: string; back: string };
  /** They begin anew at so manyeth question. */
  restart?: { at: number; says: string };
  mistake?: Mistake & { when: 'at once' | 'at the summary' | 'by the buttons' };
  /** Says more at the summary. */
  addition?: string;
  thanks?: string;
}

/** What a citizen wants, and how the report must lie with staff afterwards. */
export interface Goal {
  id: string;
  lane: Lane;
  /** The kinds that are right. */
  categories: readonly (Category | null)[];
  /** With slots: `xả nước[ ở {place}][ {time}]`. */
  story: string;
  place: PlaceGoal;
  /** What stands at {what} in the story. */
  matter: string | null;
  time: string | null;
  source: string | null;
  reporter: Reporter | null;
  photos: number;
  urgent: boolean;
  manner: Manner;
  types: Typing;
  /** How they say the small things. */
  says: Sayings;
}
