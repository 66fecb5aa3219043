import { type Noise, noisy } from '../classifier/noise';
import { chances, shuffle } from '../chances';
import { readText } from '../fold';
import { featuresOf, weightOf } from './features';
import type { Lesson } from './lessons';
import { judge, type ProcedureModel, type Vector, vectorOf } from './model';
import { type ThingWords, thingFinder } from './things';

/** Taken out once: they are called some hundred million times, and looking them up costs more than they do. */
const { abs, sqrt } = Math;

const NOISE: Noise = 'mixed';
const NOISE_WEIGHT = 0.5;
const PASSES = 10;
/** How far one message may move a weight at first; each weight moves less the more it has moved (AdaGrad). */
const STEP = 0.3;
/** Biases move slower: how often a procedure was asked about here tells little of how often it is elsewhere. */
const BIAS_STEP = 0.06;
/** An error smaller than this teaches nothing. */
const FINE = 0.0005;
/** A feature of one message only teaches nothing that holds elsewhere. */
const MET = 2;
/** Taken from how much rarity tells, so that words of all procedures (`giấy tờ gì`, `bao lâu`) count next to nothing. */
const EVERYWHERE = 0.6;

/**
 * Learns which words ask for which procedure (multinomial logistic regression). Lessons about none of the `ids` teach what
 * no procedure answers. The same lessons give the same model.
 */
export function learnProcedures(
  lessons: readonly Lesson[],
  ids: readonly string[],
  words: ThingWords,
): ProcedureModel {
  const labels = [...new Set([...ids, ...lessons.map(({ about }) => about)])];
  const thingsIn = thingFinder(words);
  const texts = withNoise(lessons).map(({ text, about, weight }) => {
    const said = readText(text);
    return { features: featuresOf(said, thingsIn(said)), label: labels.indexOf(about), weight };
  });
  const { features, rarity } = tellingOf(texts.slice(0, lessons.length), labels.length);
  const rows = new Map(features.map((feature, row) => [feature, row]));
  const vectors = texts.map(({ features: said, label, weight }) => ({
    ...vectorOf(said, rows, rarity),
    label,
    weight,
  }));
  const learnt = descend(vectors, features.length, labels.length);
  return { labels, procedures: ids.length, features, rarity, ...learnt };
}

/** Each question once more as haste types it: the words that are spoilt leave the others to be known by. */
const withNoise = (lessons: readonly Lesson[]): Lesson[] => [
  ...lessons,
  ...lessons
    .filter(({ weight }) => weight === 1)
    .map((lesson) => ({ ...lesson, text: noisy(lesson.text, NOISE), weight: NOISE_WEIGHT })),
];

interface Target {
  label: number;
  weight: number;
}

interface Text extends Target {
  features: Set<string>;
}

/** The features worth a row, and how much each tells: the fewer procedures it is said of, the more. */
function tellingOf(texts: readonly Text[], labels: number): Pick<ProcedureModel, 'features' | 'rarity'> {
  const met = new Map<string, { times: number; of: Set<number> }>();
  for (const { features, label } of texts)
    for (const feature of features) {
      const so = met.get(feature);
      if (so) {
        so.times++;
        so.of.add(label);
      } else met.set(feature, { times: 1, of: new Set([label]) });
    }
  const worth = [...met].filter(([, { times }]) => times >= MET);
  const rarityOf = (of: number) => Math.log(1 + labels / of) - EVERYWHERE;
  return {
    features: worth.map(([feature]) => feature),
    rarity: Float32Array.from(worth, ([feature, { of }]) => rarityOf(of.size) * weightOf(feature)),
  };
}

/** Stochastic gradient descent over the messages, each pass in another order. */
function descend(
  vectors: readonly (Vector & Target)[],
  features: number,
  labels: number,
): Pick<ProcedureModel, 'weights' | 'biases'> {
  const model = { weights: new Float32Array(features * labels), biases: new Float32Array(labels) };
  const moved = { weights: new Float32Array(features * labels), biases: new Float32Array(labels) };
  const odds = new Float64Array(labels);
  const next = chances(features);
  const order = vectors.map((_, at) => at);
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, next);
    for (const at of order) {
      const vector = vectors[at];
      if (!vector) continue;
      judge(odds, vector, model);
      odds[vector.label] = (odds[vector.label] ?? 0) - 1;
      correct(odds, vector, model, moved);
    }
  }
  return model;
}

/** Moves the weights of a message's features, and the biases, against its errors. */
function correct(
  errors: Float64Array,
  { rows, values, weight }: Vector & Target,
  model: Pick<ProcedureModel, 'weights' | 'biases'>,
  moved: Pick<ProcedureModel, 'weights' | 'biases'>,
): void {
  for (let label = 0; label < errors.length; label++) {
    const error = (errors[label] ?? 0) * weight;
    if (abs(error) < FINE) continue;
    step(model.biases, moved.biases, label, error, BIAS_STEP);
    for (let at = 0; at < rows.length; at++)
      step(
        model.weights,
        moved.weights,
        (rows[at] ?? 0) * errors.length + label,
        error * (values[at] ?? 0),
        STEP,
      );
  }
}

function step(weights: Float32Array, moved: Float32Array, at: number, slope: number, length: number): void {
  const far = (moved[at] ?? 0) + slope * slope;
  moved[at] = far;
  weights[at] = (weights[at] ?? 0) - (length * slope) / sqrt(far + 1e-8);
}
