import { phoneIn, ticketCodesIn } from './contact';
import { type Reading, readText } from './fold';
import { phraseFinder } from './intents';
import { placeFinder } from './places';
import { timeIn } from './time';
import { type TopicScore, topicFinder } from './topics';
import type { Category, Gazetteer, Intent, Understanding, Vocabulary } from './types';

/** Reads one message; `now` is what "tối qua" is counted from. */
export type Understand = (text: string, now: Date) => Understanding;

/** A message longer than this, in UTF-16 units, is read to here. */
const READ = 4_096;
/** So many words tell a story; fewer may be an answer, a greeting, a wish. */
const STORY = 7;

/**
 * Reads Vietnamese messages: a row of pure passes over phrases and names. No network, no clock, no model.
 * Built once from the vocabulary and the gazetteer.
 */
export function understanding(vocabulary: Vocabulary, gazetteer: Gazetteer): Understand {
  const topicsIn = topicFinder(vocabulary.topics);
  const phraseIn = phraseFinder(vocabulary.intents);
  const placesIn = placeFinder(gazetteer);
  const dangers = vocabulary.danger.map(readText);

  return (message, now) => {
    const said = readText(message.slice(0, READ));
    const topics = topicsIn(said);
    const decided = decide(said, topics);
    return {
      text: message,
      ...decided,
      category: categoryOf(decided.intent, topics),
      places: placesIn(said),
      time: timeIn(said.text, now),
      phone: phoneIn(said.text),
      urgent: decided.intent === 'report.emergency' || dangers.some((danger) => isSaid(danger, said)),
      ticketCodes: ticketCodesIn(said.text),
    };
  };

  /** A story is filed by what it tells; a short message by the phrase it holds. */
  function decide(said: Reading, topics: TopicScore[]): Pick<Understanding, 'intent' | 'confidence' | 'why'> {
    const phrase = phraseIn(said);
    const report = topics.find((each) => reportOf(each) !== undefined);
    if (report && (said.words.length >= STORY || !phrase)) return byTopic(report);
    if (phrase)
      return { intent: phrase.intent, confidence: phrase.confidence, why: [`phrase: ${phrase.phrase}`] };
    return { intent: 'out_of_scope', confidence: 0.3, why: [] };
  }
}

function byTopic(report: TopicScore): Pick<Understanding, 'intent' | 'confidence' | 'why'> {
  return {
    intent: reportOf(report) ?? 'report.pollution',
    confidence: Math.min(0.95, 0.4 + report.score / 8),
    why: report.phrases.map((phrase) => `${report.topic.id}: ${phrase}`),
  };
}

const reportOf = ({ topic }: TopicScore): Intent | undefined =>
  topic.intents.find((intent) => intent.startsWith('report.'));

function isSaid(danger: Reading, said: Reading): boolean {
  if (said.accented) return said.typed.includes(danger.typed);
  return danger.words.length > 1 && said.folded.includes(danger.folded);
}

function categoryOf(intent: Intent, topics: TopicScore[]): Category | null {
  if (intent !== 'report.pollution' && intent !== 'report.emergency') return null;
  return topics.find(({ topic }) => topic.category !== null)?.topic.category ?? null;
}
