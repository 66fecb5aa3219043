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
  /** The citizen's own words, in order. */
  words: string[];
  location: Location | null;
  /** Communes of one name, of which the citizen is to choose. */
  candidates: string[];
  time: Occurrence | null;
  source: string | null;
  files: TicketFile[];
  anonymous: boolean | null;
  /** Name and phone are kept apart; here only what may be read back: `H•• · ••• ••• 678`. */
  contact: string | null;
  urgent: boolean;
  waitingFor: Waiting | null;
  /** The citizen is correcting this part of the summary. */
  changing: boolean;
  /** Steps that were asked, in order; asked again only for a reason. */
  asked: Waiting[];
  /** Answers in a row that were not understood. */
  misses: number;
}

/** What the dialog waits for: a question of the contract; `category` is asked for the lane and for the kind. */
export type Waiting =
  | Extract<
      Ask,
      'category' | 'description' | 'location' | 'time' | 'photos' | 'anonymity' | 'contact' | 'confirm'
    >
  | 'lane'
  | 'change';

export const EMPTY: Draft = {
  lane: null,
  category: null,
  words: [],
  location: null,
  candidates: [],
  time: null,
  source: null,
  files: [],
  anonymous: null,
  contact: null,
  urgent: false,
  waitingFor: null,
  changing: false,
  asked: [],
  misses: 0,
};

export const NOWHERE: Location = { text: '', provinceCode: null, communeCode: null, lat: null, lon: null };

/** Adds to the citizen's own words; buttons and repeats are no words. */
export function withWords(draft: Draft, text: string): Draft {
  const total = draft.words.reduce((length, each) => length + each.length, text.length);
  if (!text || draft.words.includes(text) || total > LONGEST) return draft;
  return { ...draft, words: [...draft.words, text] };
}

export function withFiles(draft: Draft, files: readonly TicketFile[]): Draft {
  const known = new Set(draft.files.map(({ id }) => id));
  const fresh = files.filter(({ id }) => !known.has(id));
  return { ...draft, files: [...draft.files, ...fresh].slice(0, MOST_FILES) };
}

/** The finished report. */
export function reportOf(draft: Draft): Report {
  const lane = draft.lane ?? 'pollution';
  return {
    lane,
    category: lane === 'pollution' ? (draft.category ?? 'other') : null,
    urgent: draft.urgent,
    anonymous: draft.anonymous !== false || draft.contact === null,
    description: draft.words.join('\n'),
    location: draft.location ?? NOWHERE,
    time: draft.time,
    source: draft.source,
    attachments: draft.files,
  };
}
