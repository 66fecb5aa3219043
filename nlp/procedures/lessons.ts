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
  /** How far it may move what is learnt: 1 for a question. */
  weight: number;
}

/** The label of procedures that the catalogue does not hold. */
export const OTHERS = 'others';
/** The label of what other offices answer, and of what is no matter of any. */
export const ELSEWHERE = 'elsewhere';

/** Besides questions: messages that may name a procedure without asking how it goes teach neither the one nor the other. */
const NOT_TALK: readonly Intent[] = ['procedure.ask', 'out_of_scope', 'regulation.ask', 'dossier.status'];
/** So many messages that ask about no procedure are enough. */
const ENOUGH = 2000;
/** They are many more than the questions, and would drown them. */
const WEIGHT_UNASKED = 0.1;
const WEIGHT_ELSEWHERE = 0.3;

/**
 * What there is to learn from: how each procedure is called, what people ask about it, and what they say that none
 * answers. The last is parted into procedures of others, reports and talk, which have few words in common.
 */
export function lessonsFrom(catalogue: readonly Titled[], utterances: readonly Utterance[]): Lesson[] {
  const known = new Set(catalogue.map(({ id }) => id));
  const asked = utterances.filter(({ intent }) => intent === 'procedure.ask');
  const elsewhere = utterances.filter(({ intent }) => intent === 'out_of_scope');
  const unasked = utterances.filter(({ intent }) => !NOT_TALK.includes(intent));
  return [
    ...catalogue.flatMap(({ id, name, common_questions }) =>
      [...common_questions, name].map((text) => ({ text, about: id, weight: 1 })),
    ),
    ...asked.map(({ text, procedure = '' }) => ({
      text,
      about: known.has(procedure) ? procedure : OTHERS,
      weight: 1,
    })),
    ...elsewhere.map(({ text }) => ({ text, about: ELSEWHERE, weight: WEIGHT_ELSEWHERE })),
    ...spread(unasked, ENOUGH).map(({ text, intent }) => ({
      text,
      about: intent.startsWith('report.') ? 'reports' : 'talk',
      weight: WEIGHT_UNASKED,
    })),
  ];
}

/** So many of them, from all over the list. */
function spread<Item>(items: readonly Item[], many: number): Item[] {
  const stride = Math.max(1, items.length / many);
  return items.filter((_, at) => Math.floor(at / stride) > Math.floor((at - 1) / stride));
}
