import type { Intent, Utterance } from '../types';

/** What the ranking reads of a procedure itself. */
export interface Titled {
  id: string;
  name: string;
  common_questions: readonly string[];
}

/** A message and what it asks about: a procedure by its id, or one of the matters that no procedure answers. */
export interface Lesson {
  text: string;
  about: string;
}

/** Messages of these may name a procedure without asking how it goes; they teach neither the one nor the other. */
const UNDECIDED: readonly Intent[] = ['regulation.ask', 'dossier.status'];
/** Of messages that ask about no procedure, one in so many is enough. */
const EVERY = 8;

/**
 * What there is to learn from: how each procedure is called, what people ask about it, and what they say that none
 * answers. The last is parted into procedures of others, reports and talk, which have few words in common.
 */
export function lessonsFrom(catalogue: readonly Titled[], utterances: readonly Utterance[]): Lesson[] {
  const known = new Set(catalogue.map(({ id }) => id));
  const asked = utterances.filter(({ intent }) => intent === 'procedure.ask');
  const others = utterances.filter(({ intent }) => intent !== 'procedure.ask' && !UNDECIDED.includes(intent));
  return [
    ...catalogue.flatMap(({ id, name, common_questions }) =>
      [...common_questions, name].map((text) => ({ text, about: id })),
    ),
    ...asked.map(({ text, procedure = '' }) => ({
      text,
      about: known.has(procedure) ? procedure : 'others',
    })),
    ...others
      .filter((_, at) => at % EVERY === 0)
      .map(({ text, intent }) => ({ text, about: intent.startsWith('report.') ? 'reports' : 'talk' })),
  ];
}
