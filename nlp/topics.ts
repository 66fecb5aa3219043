import { type Reading, readText } from './fold';
import type { Topic } from './types';

export interface TopicScore {
  topic: Topic;
  score: number;
  phrases: string[];
  /** The same without accents: a phrase that stands twice in the vocabulary counts once. */
  said: Set<string>;
}

interface Entry {
  topic: Topic;
  phrase: string;
  /** With a space before and after, as readings have them. */
  typed: string;
  folded: string;
  accented: boolean;
  weight: number;
}

/** Vietnamese words without accents are hardly ever this long. */
const FOREIGN = 6;

/**
 * Finds which topics a text speaks of by the phrases it holds. A phrase of one word counts only with its
 * accents: `bụi` is dust, `bui` may be anything; unless it is too long for a Vietnamese word: `karaoke`.
 */
export function topicFinder(topics: readonly Topic[]): (said: Reading) => TopicScore[] {
  const byFirstWord = new Map<string, Entry[]>();
  for (const topic of topics) for (const phrase of topic.phrases) add(byFirstWord, topic, phrase);

  return (said) => {
    const scores = new Map<Topic, TopicScore>();
    for (const first of new Set(said.words.map((word) => word.folded))) {
      for (const entry of byFirstWord.get(first) ?? []) if (stands(entry, said)) count(scores, entry);
    }
    return [...scores.values()].sort((a, b) => b.score - a.score);
  };
}

function add(entries: Map<string, Entry[]>, topic: Topic, phrase: string): void {
  const { words, typed, folded, accented } = readText(phrase);
  const first = words[0]?.folded;
  const foreign = words.length === 1 && !accented;
  if (first === undefined || (foreign && first.length < FOREIGN)) return;
  const weight = foreign ? 2 : words.length + (accented ? 0.5 : 0);
  entries.set(first, [...(entries.get(first) ?? []), { topic, phrase, typed, folded, accented, weight }]);
}

/** An accented text must hold the phrase with its accents; without accents, one word is not enough. */
function stands(entry: Entry, said: Reading): boolean {
  if (said.accented && entry.accented) return said.typed.includes(entry.typed);
  return entry.weight >= 2 && said.folded.includes(entry.folded);
}

function count(scores: Map<Topic, TopicScore>, { topic, phrase, weight, folded }: Entry): void {
  const score = scores.get(topic) ?? { topic, score: 0, phrases: [], said: new Set() };
  scores.set(topic, score);
  if (score.said.has(folded)) return;
  score.said.add(folded);
  score.phrases.push(phrase);
  score.score += weight;
}
