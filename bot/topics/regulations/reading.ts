import { readText } from '../../../nlp/fold';
import { type Spot, spotter, type WordList } from '../../../nlp/spotter';
import { outermost } from '../outermost';
import { HOTLINE_MATTERS, type HotlineMatter, type RegulationEntry, type Regulations } from './book';

/** What a question about rules is about, as far as its words tell. */
export interface RuleQuestion {
  /** The acts that it names, in its order. */
  entries: RegulationEntry[];
  /** It asks for the highest fine, or what organisations pay. */
  general: boolean;
  /** It asks for a limit, a distance, an hour. */
  limit: boolean;
  /** What it asks of the hotline itself. */
  hotline: HotlineMatter | null;
  words: number;
}

/** What is asked beyond this is a story. */
const READ = 1_000;

/** Reads questions by the words of content/regulations.yaml; it guesses nothing. */
export function ruleReader(book: Regulations): (text: string) => RuleQuestion {
  const spotsIn = spotter(listsOf(book));
  return (text) => {
    const said = readText(text.slice(0, READ));
    const spots = outermost(spotsIn(said));
    const lists = new Set(spots.map(({ list }) => list));
    return {
      entries: entriesOf(book, spots).filter(({ id }) => !lists.has(`without ${id}`)),
      general: lists.has('general'),
      limit: lists.has('limit'),
      hotline: HOTLINE_MATTERS.find((matter) => lists.has(`hotline ${matter}`)) ?? null,
      words: said.words.length,
    };
  };
}

function listsOf({ general, entries, limits, hotline }: Regulations): Record<string, WordList> {
  return Object.fromEntries([
    ...entries.map(({ id, says }) => [`entry ${id}`, { phrases: says }] as const),
    ...entries.map(({ id, without = [] }) => [`without ${id}`, { phrases: without }] as const),
    ...HOTLINE_MATTERS.map((matter) => [`hotline ${matter}`, { phrases: hotline[matter] }] as const),
    ['general', { phrases: general.says }] as const,
    ['limit', { phrases: limits }] as const,
  ]);
}

const entriesOf = ({ entries }: Regulations, spots: readonly Spot<string>[]): RegulationEntry[] =>
  [...new Set(spots.map(({ list }) => list))].flatMap(
    (list) => entries.find(({ id }) => list === `entry ${id}`) ?? [],
  );
