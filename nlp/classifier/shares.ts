import type { Lesson } from './learn';

/** Added to what is counted of every feature, so that what was never met is not impossible. */
const SMOOTHING = 0.1;
/** How far the counts may move a score, as a share of the margin's unit, when there are so few texts to learn from. */
const SAY = 0.2;
const FEW = 3_500;
/** The more there are, the more the margin knows by itself; found by cross-validation. */
const SHRINKS = 0.35;

/**
 * Weights from counting whose words they are: complement naive Bayes (Rennie et al., "Tackling the poor assumptions of
 * naive Bayes text classifiers", ICML 2003), where a label is described by what all OTHER labels say, so that rare labels
 * are not drowned. Scaled so that a typical score moves by `SAY`, and by less when
 * there is more to learn from.
 * @param countable per feature: 1 when it counts here; pieces of words do not
 * @returns weights by row, then label
 */
export function shareOf(lessons: readonly Lesson[], labels: number, countable: Uint8Array): Float32Array {
  const counts = new Float64Array(countable.length * labels);
  const totals = new Float64Array(labels);
  lessons.forEach(({ rows, values, target }) => {
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0;
      if (!countable[row]) continue;
      const value = values[place] ?? 0;
      counts[row * labels + target] = (counts[row * labels + target] ?? 0) + value;
      totals[target] = (totals[target] ?? 0) + value;
    }
  });
  const weights = complements(counts, totals, countable);
  const say = SAY * Math.min(1.5, (FEW / lessons.length) ** SHRINKS);
  const unit = say / typicalScore(lessons, weights, labels);
  return weights.map((weight) => weight * unit);
}

function complements(counts: Float64Array, totals: Float64Array, countable: Uint8Array): Float32Array {
  const labels = totals.length;
  const all = totals.reduce((sum, each) => sum + each, 0);
  const smoothed = SMOOTHING * countable.reduce((sum, each) => sum + each, 0);
  const weights = new Float32Array(counts.length);
  const sizes = new Float64Array(labels);
  for (let row = 0; row < countable.length; row++) {
    if (!countable[row]) continue;
    const own = counts.subarray(row * labels, (row + 1) * labels);
    const everywhere = own.reduce((sum, each) => sum + each, 0);
    for (let label = 0; label < labels; label++) {
      const others = all - (totals[label] ?? 0) + smoothed;
      const weight = -Math.log((everywhere - (own[label] ?? 0) + SMOOTHING) / others);
      weights[row * labels + label] = weight;
      sizes[label] = (sizes[label] ?? 0) + weight;
    }
  }
  return balanced(weights, sizes);
}

/** No label is favoured for having much or little said of it: all weights of a label sum up to the same. */
function balanced(weights: Float32Array, sizes: Float64Array): Float32Array {
  const labels = sizes.length;
  for (let base = 0; base < weights.length; base += labels) {
    const row = weights.subarray(base, base + labels);
    let mean = 0;
    row.forEach((weight, label) => {
      row[label] = weight / (sizes[label] || 1);
      mean += (row[label] ?? 0) / labels;
    });
    row.forEach((weight, label) => (row[label] = weight - mean));
  }
  return weights;
}

/** How many texts are enough to know how large the scores come out. */
const SAMPLE = 400;

/** The standard deviation of a text's scores over the labels. */
function typicalScore(lessons: readonly Lesson[], weights: Float32Array, labels: number): number {
  const step = Math.max(1, Math.floor(lessons.length / SAMPLE));
  let squares = 0;
  let texts = 0;
  for (let at = 0; at < lessons.length; at += step) {
    const scores = new Float64Array(labels);
    lessons[at]?.rows.forEach((row, place) => {
      const value = lessons[at]?.values[place] ?? 0;
      for (let label = 0; label < labels; label++)
        scores[label] = (scores[label] ?? 0) + value * (weights[row * labels + label] ?? 0);
    });
    squares += scores.reduce((sum, score) => sum + score * score, 0) / labels;
    texts++;
  }
  return Math.sqrt(squares / Math.max(1, texts)) || 1;
}
