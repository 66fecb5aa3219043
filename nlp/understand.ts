import type { Judgement, LinearModel } from './classifier/linear-model';
import type { HeadName } from './classifier/lessons';
import { dossierCodesIn, emailIn, phoneIn, platesIn, ticketCodesIn } from './contact';
import { type Reading, readText } from './fold';
import { type ProcedureModel, procedureRanker, type ThingWords } from './procedures';
import { timeIn } from './time';
import type { Aspect, Category, Intent, Place, Understanding } from './types';

/** Reads one message; `now` is what "tối qua" is counted from. */
export type Understand = (text: string, now: Date) => Understanding;

/** What was learnt from messages. */
export interface Learned {
  classifier: LinearModel;
  procedures: ProcedureModel;
}

export interface UnderstandingParts {
  learned: Learned;
  placesIn: (said: Reading) => Place[];
  /** Are people in danger now? */
  dangerIn: (said: Reading) => boolean;
  procedureWords: ThingWords;
}

/** A message longer than this, in UTF-16 units, is read to here. */
const READ = 4_096;

/**
 * Reads Vietnamese messages: spelt with care once, then a row of pure passes, each of which knows nothing of the others.
 * No network, no clock. Built once from what was learnt and from the gazetteer.
 */
export function understanding({
  learned,
  placesIn,
  dangerIn,
  procedureWords,
}: UnderstandingParts): Understand {
  const proceduresIn = procedureRanker(learned.procedures, procedureWords);

  return (message, now) => {
    const said = readText(message.slice(0, READ));
    const judged = judgedBy(learned.classifier, said);
    return {
      text: message,
      ...judged,
      procedures: proceduresIn(said),
      places: placesIn(said),
      time: timeIn(said, now),
      phone: phoneIn(said.text),
      urgent: judged.intent === 'report.emergency' || dangerIn(said),
      ticketCodes: ticketCodesIn(said.text),
      dossierCodes: dossierCodesIn(said.text),
      email: emailIn(said.text),
      plates: platesIn(said.text),
    };
  };
}

/** A message without a letter says nothing: numbers, dots, pictures. How sure that is, is not learnt. */
const SILENT = {
  intent: 'out_of_scope',
  confidence: 0.9,
  category: null,
  categoryChance: 0,
  aspect: null,
  why: [],
} as const;

function judgedBy(classifier: LinearModel, said: Reading) {
  if (!/\p{L}/u.test(said.text)) return { ...SILENT, why: [] };
  const judgement = classifier.judge(said);
  const [{ label, chance }] = best<Intent>(judgement, 'intent');
  const asked = label === 'procedure.ask';
  const [category] = isPollution(label) ? best<Category>(judgement, 'category') : [null];
  return {
    intent: label,
    confidence: chance,
    category: category?.label ?? null,
    categoryChance: category?.chance ?? 0,
    aspect: asked ? best<Aspect>(judgement, 'aspect')[0].label : null,
    why: judgement.why('intent', label),
  };
}

const isPollution = (intent: Intent): boolean =>
  intent === 'report.pollution' || intent === 'report.emergency';

/** The labels of a head, the likeliest first; every head has some. */
const best = <Label extends string>(judgement: Judgement, head: HeadName) =>
  judgement.verdicts(head) as [{ label: Label; chance: number }];
