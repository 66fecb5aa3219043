import type { Reading } from '../fold';
import type { Procedure } from '../types';
import { featuresOf } from './features';
import { ELSEWHERE, OTHERS } from './lessons';
import { judge, type ProcedureModel, vectorOf } from './model';
import { type ThingWords, thingFinder } from './things';

export { learnProcedures } from './learn';
export type { ProcedureModel } from './model';
export type { ThingWords } from './things';

/** The procedures that may answer a question, best first; empty when none of the catalogue does. */
export type RankProcedures = (said: Reading) => Procedure[];

const ANSWERS = 10;
/** Less than this is no answer any more. */
const LEAST = 0.0005;
/**
 * By so much less counts the chance that nothing answers: who asks about a procedure and gets none is worse off than who
 * gets one too many. Procedures of others are told apart well; what sounds like a report or like talk may be the
 * story before a question.
 */
const LESS: Readonly<Record<string, number>> = { [OTHERS]: 1.6, [ELSEWHERE]: 10 };
const LESS_STORY = 40;

/** Ranks by what was learnt; `words` must be those that it was learnt with. */
export function procedureRanker(model: ProcedureModel, words: ThingWords): RankProcedures {
  const thingsIn = thingFinder(words);
  const rows = new Map(model.features.map((feature, row) => [feature, row]));
  const less = model.labels.slice(model.procedures).map((label) => LESS[label] ?? LESS_STORY);
  const chances = new Float64Array(model.labels.length);

  return (said) => {
    const vector = vectorOf(featuresOf(said, thingsIn(said)), rows, model.rarity);
    if (vector.rows.length === 0) return [];
    judge(chances, vector, model);
    less.forEach((by, at) => (chances[model.procedures + at] = (chances[model.procedures + at] ?? 0) / by));
    const all = sumOf(chances);
    const nothing = sumOf(chances.subarray(model.procedures)) / all;
    const ranked = rankedOf(chances, all, model);
    return (ranked[0]?.score ?? 0) < nothing ? [] : ranked;
  };
}

const sumOf = (chances: Float64Array): number => chances.reduce((sum, chance) => sum + chance, 0);

function rankedOf(chances: Float64Array, all: number, { labels, procedures }: ProcedureModel): Procedure[] {
  const ranked: Procedure[] = [];
  for (let label = 0; label < procedures; label++) {
    const score = (chances[label] ?? 0) / all;
    if (score >= LEAST) ranked.push({ id: labels[label] ?? '', score });
  }
  return ranked.sort((a, b) => b.score - a.score).slice(0, ANSWERS);
}
