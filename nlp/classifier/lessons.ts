import type { Utterance } from '../types';
import type { ConceptsIn } from './concepts';
import { type Example, learn } from './learn';
import type { LinearModel } from './linear-model';

/** The questions that the classifier answers of a message. */
export type HeadName = 'intent' | 'category' | 'aspect';

/** What makes chances of scores: found on the development set, on which nothing is trained (`npm run bench -- nlp`). */
const TEMPERATURES: Readonly<Record<HeadName, number>> = { intent: 0.22, category: 0.24, aspect: 0.25 };

/** The classifier of this hotline: intent, category of a report, aspect of a question about a procedure. */
export const learnUtterances = (utterances: readonly Utterance[], conceptsIn: ConceptsIn): LinearModel =>
  learn(utterances.map(exampleOf), { conceptsIn, temperatures: TEMPERATURES });

const exampleOf = ({ text, intent, category, aspect }: Utterance): Example => ({
  text,
  labels: { intent, ...(category && { category }), ...(aspect && { aspect }) },
});
