import { isPair } from './features';

/** What was learnt: a text's score for a label is the sum of its features' weights. Plain enough to be written to a file. */
export interface ProcedureModel {
  /** Procedures first, then what is nothing of the catalogue. */
  labels: readonly string[];
  /** How many of the labels are procedures. */
  procedures: number;
  /** Row by row: the feature, and how much its presence tells. */
  features: readonly string[];
  rarity: Float32Array;
  /** A row per feature with a weight for each label. */
  weights: Float32Array;
  biases: Float32Array;
}

/** A text as numbers: rows of the model and what each counts, as a vector of length 1. */
export interface Vector {
  rows: number[];
  values: number[];
}

/** What a word that nobody knows counts: a question full of them is not answered by the one that is known. */
const UNKNOWN = 2;

/** The vector of a text's features; `rows` tells where a feature stands in the model. */
export function vectorOf(
  features: Iterable<string>,
  rows: ReadonlyMap<string, number>,
  rarity: Float32Array,
): Vector {
  const vector: Vector = { rows: [], values: [] };
  let square = 0;
  for (const feature of features) {
    const row = rows.get(feature);
    const value = row === undefined ? UNKNOWN : (rarity[row] ?? 0);
    if (row !== undefined || !isPair(feature)) square += value * value;
    if (row === undefined) continue;
    vector.rows.push(row);
    vector.values.push(value);
  }
  const length = Math.sqrt(square) || 1;
  vector.values = vector.values.map((value) => value / length);
  return vector;
}

/** Writes each label's chance into `chances`, together 1. */
export function judge(
  chances: Float64Array,
  { rows, values }: Vector,
  { weights, biases }: Pick<ProcedureModel, 'weights' | 'biases'>,
): void {
  const width = biases.length;
  chances.set(biases);
  for (let at = 0; at < rows.length; at++) {
    const base = (rows[at] ?? 0) * width;
    const value = values[at] ?? 0;
    for (let label = 0; label < width; label++)
      chances[label] = (chances[label] ?? 0) + value * (weights[base + label] ?? 0);
  }
  toChances(chances);
}

/** Scores become chances (softmax). */
function toChances(scores: Float64Array): void {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp((scores[at] ?? 0) - highest);
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / sum;
}
