import type { Reading } from '../fold';
import type { Procedure } from '../types';
import { featuresOf } from './features';
import { judge, type ProcedureModel, vectorOf } from './model';
import { type ThingWords, thingFinder } from './things';

export { learnProcedures } from './learn';
export type { ProcedureModel } from './model';
export type { ThingWords } from './things';

/** The procedures that may answer a question, best first; empty when none of the catalogue does. */
export type RankProcedures = (said: Reading) => Procedure[];

const ANSWERS = 10;
/** Less than this is no answer any more. */
const LEAST = 0.002;
/**
 * So much surer must it be that nothing answers before nothing is answered: who asks about a procedure and gets none is
 * worse off than who gets one too many.
 */
const DOUBT = 2.5;

/** Ranks by what was learnt; `words` must be those that it was learnt with. */
export function procedureRanker(model: ProcedureModel, words: ThingWords): RankProcedures {
  const thingsIn = thingFinder(words);
  const rows = new Map(model.features.map((feature, row) => [feature, row]));
  const chances = new Float64Array(model.labels.length);

  return (said) => {
    if (said.words.length === 0) return [];
    judge(chances, vectorOf(featuresOf(said, thingsIn(said)), rows, model.rarity), model);
    const ranked = rankedOf(chances, model);
    const nothing = chances.subarray(model.procedures).reduce((sum, chance) => sum + chance, 0);
    return (ranked[0]?.score ?? 0) * DOUBT < nothing ? [] : ranked;
  };
}

function rankedOf(chances: Float64Array, { labels, procedures }: ProcedureModel): Procedure[] {
  const ranked: Procedure[] = [];
  for (let label = 0; label < procedures; label++) {
    const score = chances[label] ?? 0;
    if (score >= LEAST) ranked.push({ id: labels[label] ?? '', score });
  }
  return ranked.sort((a, b) => b.score - a.score).slice(0, ANSWERS);
}
