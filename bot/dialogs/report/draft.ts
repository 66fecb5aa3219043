import type { Ask } from '../../../hotline/activity';
import type { Report } from '../../../hotline/ticket/open';
import type { Category, Lane, Location, Occurrence, TicketFile } from '../../../hotline/ticket/ticket';

/** Files that one report holds. */
export const MOST_FILES = 20;
/** Longest description kept, in UTF-16 units. */
const LONGEST = 20_000;

/** A report in the making: what is known, and what the citizen was asked. */
export interface Draft {
  lane: Lane | null;
  category: Category | null;
  /** What it most likely is, where the words do not tell for certain and nobody was asked. */
  likely?: Category;
  /** What was said right before the report, and told too little to be one. */
  foreword: string[];
  /** The citizen's own words, in order. */
  words: string[];
  location: Location | null;
  /** The unit of before July 2025 by which the place was told, until it was said back. */
  formerly: string | null;
  /** Communes of one name, of which the citizen is to choose. */
  candidates: string[];
  time: Occurrence | null;
  /** Who or what causes it, as it was told. */
  source: string | null;
  files: TicketFile[];
  anonymous: boolean | null;
  /** Name and phone are kept apart; here only what may be read back: `H•• · ••• ••• 678`. */
  contact: string | null;
  /** The name alone, as it may be read back, where the number is still to come. */
  named?: string;
  urgent: boolean;
  /** Reports of the same matter were looked for. */
  looked: boolean;
  /** Those that were found; null: none. */
  incident: Incident | null;
  waitingFor: Waiting | null;
  /** The citizen is correcting this part of the summary. */
  changing: boolean;
  /** What stood there before, while a part that cannot be left empty is told anew. */
  kept?: Partial<
    Pick<Draft, 'lane' | 'category' | 'location' | 'formerly' | 'candidates' | 'anonymous' | 'contact'>
  >;
  /** Steps that were asked, in order; asked again only for a reason. */
  asked: Waiting[];
  /** How often something else was said where the story was asked for. */
  pressed?: number;
  /** How often they were fed up in the course of this report. */
  grumbled?: number;
  /** Answers in a row that were not understood. */
  misses: number;
}

/** What the dialog waits for: a question of the contract; `category` is asked for the lane and for the kind. */
export type Waiting =
  | Extract<
      Ask,
      | 'category'
      | 'description'
      | 'location'
      | 'time'
      | 'source'
      | 'photos'
      | 'anonymity'
      | 'contact'
      | 'incident'
      | 'confirm'
    >
  | 'lane'
  | 'change'
  | 'resume';

/** Reports that are most likely of the same matter, and whether the citizen says that they are. */
export interface Incident {
  codes: string[];
  same: boolean;
}

export const EMPTY: Draft = {
  lane: null,
  category: null,
  foreword: [],
  words: [],
  location: null,
  formerly: null,
  candidates: [],
  time: null,
  source: null,
  files: [],
  anonymous: null,
  contact: null,
  urgent: false,
  looked: false,
  incident: null,
  waitingFor: null,
  changing: false,
  asked: [],
  misses: 0,
};

/** Where it happens was asked for, and nobody knows. */
export const UNKNOWN_PLACE = 'chưa rõ';

export const NOWHERE: Location = { text: '', provinceCode: null, communeCode: null, lat: null, lon: null };

/** Adds to the citizen's own words; buttons and repeats are no words. */
export function withWords(draft: Draft, text: string): Draft {
  const total = draft.words.reduce((length, each) => length + each.length, text.length);
  if (!text || draft.words.includes(text) || total > LONGEST) return draft;
  return { ...draft, words: [...draft.words, text] };
}

export function withFiles(draft: Draft, files: readonly TicketFile[]): Draft {
  if (files.length === 0) return draft;
  const known = new Set(draft.files.map(({ id }) => id));
  const fresh = files.filter(({ id }) => !known.has(id));
  return { ...draft, files: [...draft.files, ...fresh].slice(0, MOST_FILES) };
}

/** Is there anything in it that would be a pity to lose? */
export const holdsSomething = ({ words, files, location }: Draft): boolean =>
  words.length > 0 || files.length > 0 || location !== null;

/** What happened is asked for: there a story is the answer. */
export const asksForStory = ({ waitingFor }: Pick<Draft, 'waitingFor'>): boolean =>
  waitingFor === 'description' || waitingFor === 'lane';

/** The finished report. */
export function reportOf(draft: Draft): Report {
  const lane = draft.lane ?? 'pollution';
  return {
    lane,
    category: lane === 'pollution' ? (draft.category ?? draft.likely ?? 'other') : null,
    urgent: draft.urgent,
    anonymous: draft.anonymous !== false || draft.contact === null,
    description: [...draft.foreword, ...draft.words].join('\n'),
    location: draft.location ?? NOWHERE,
    time: draft.time,
    source: draft.source,
    attachments: draft.files,
  };
}
