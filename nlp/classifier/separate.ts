import { chances, shuffle } from '../chances';
import type { Lesson } from './learn';
import type { Vector } from './vectors';

/** How dear a message on the wrong side is, against how large the weights may grow. */
const COST = 2;
const PASSES = 8;
/** A message that has moved no weight by more than this in a pass is left out of the next but the last ones. */
const STILL = 0.01;
/** A feature that every text has. */
const ALWAYS = 0.3;

/**
 * Parts each label from all others by the widest margin: linear support vector machines with squared hinge loss, solved
 * in the dual one message at a time (Hsieh et al., "A dual coordinate descent method for large-scale linear SVM",
 * ICML 2008). All labels of a message are done together, since they share its features.
 * @returns weights by row, then label
 */
export function separate(
  lessons: readonly Lesson[],
  labels: number,
  features: number,
): { weights: Float32Array; biases: Float32Array } {
  const weights = new Float32Array(features * labels);
  const always = new Float32Array(labels);
  const duals = new Float32Array(lessons.length * labels);
  const still = new Uint8Array(lessons.length);
  const sums = new Float64Array(labels);
  const order = Int32Array.from(lessons, (_, at) => at);
  const next = chances(labels * 7919 + lessons.length);
  for (let pass = 1; pass <= PASSES; pass++) {
    shuffle(order, next);
    for (const at of order) {
      const lesson = lessons[at];
      if (!lesson || (still[at] && pass < PASSES - 1)) continue;
      add(sums.fill(0), weights, lesson);
      const most = moved(sums, always, duals.subarray(at * labels, (at + 1) * labels), lesson);
      if (most > 0) spread(sums, weights, always, lesson);
      still[at] = Number(most < STILL);
    }
  }
  return { weights, biases: always.map((weight) => weight * ALWAYS) };
}

/** Adds the score of each label to `sums`. */
function add(sums: Float64Array, weights: Float32Array, { rows, values }: Vector): void {
  const labels = sums.length;
  for (let at = 0; at < rows.length; at++) {
    const base = (rows[at] ?? 0) * labels;
    const value = values[at] ?? 0;
    for (let label = 0; label < labels; label++)
      sums[label] = (sums[label] ?? 0) + value * (weights[base + label] ?? 0);
  }
}

/** One step of the dual for each label; `sums` becomes what the weights must move by. Returns the largest move. */
function moved(
  sums: Float64Array,
  always: Float32Array,
  duals: Float32Array,
  { target, weight }: Lesson,
): number {
  const slack = 1 / (2 * COST * weight);
  const curve = 1 + ALWAYS * ALWAYS + slack;
  let most = 0;
  for (let label = 0; label < sums.length; label++) {
    const side = label === target ? 1 : -1;
    const before = duals[label] ?? 0;
    const score = (sums[label] ?? 0) + (always[label] ?? 0) * ALWAYS;
    const after = Math.max(0, before - (side * score - 1 + slack * before) / curve);
    duals[label] = after;
    sums[label] = (after - before) * side;
    most = Math.max(most, Math.abs(after - before));
  }
  return most;
}

function spread(
  sums: Float64Array,
  weights: Float32Array,
  always: Float32Array,
  { rows, values }: Vector,
): void {
  const labels = sums.length;
  for (let at = 0; at < rows.length; at++) {
    const base = (rows[at] ?? 0) * labels;
    const value = values[at] ?? 0;
    for (let label = 0; label < labels; label++)
      weights[base + label] = (weights[base + label] ?? 0) + (sums[label] ?? 0) * value;
  }
  for (let label = 0; label < labels; label++)
    always[label] = (always[label] ?? 0) + (sums[label] ?? 0) * ALWAYS;
}
