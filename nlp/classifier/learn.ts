import { readText } from '../fold';
import { FeatureTable } from './feature-table';
import { type ConceptsIn, NO_CONCEPTS } from './concepts';
import { eachFeature, type Kind } from './features';
import { type Head, LinearModel } from './linear-model';
import { type Noise, NOISES, noisy } from './noise';
import { shareOf } from './shares';
import { separate } from './separate';

/** A message with what it is, by the name of the head; a head that it says nothing about is left out. */
export interface Example {
  text: string;
  labels: Readonly<Record<string, string>>;
}

export interface Learning {
  /** Kinds of noise with which each message is learnt once more. */
  noises?: readonly Noise[];
  /** Finds words that mean nearly the same; none where it is left out. */
  conceptsIn?: ConceptsIn;
  /** By the name of the head; 1 where nothing is given. */
  temperatures?: Readonly<Record<string, number>>;
}

/** A text as numbers: rows of the table and what each counts, as a vector of length 1. */
export interface Vector {
  rows: Int32Array;
  values: Float32Array;
  /** How much it weighs: messages with noise less than the message itself. */
  weight: number;
  labels: Example['labels'];
}

const NOISE_WEIGHT = 0.5;
/** A feature that is met in one text only, its noisy copies counted, teaches nothing that holds elsewhere. */
const MET = 2;

/**
 * Learns to answer all heads at once: the same features, each with a weight per label. Two linear learners share
 * the work, and their weights are added: one that parts the labels by the widest margin, and one that counts whose words
 * they are, which helps where there are few examples.
 * @throws Error when a head has fewer than two labels
 */
export function learn(
  examples: readonly Example[],
  { noises = NOISES, conceptsIn = NO_CONCEPTS, temperatures = {} }: Learning = {},
): LinearModel {
  const { table, rarity, vectors, countable } = vectorsOf(examples, noises, conceptsIn);
  const learnt = headsOf(examples, temperatures).map((head) => {
    const own = vectors.filter(({ labels }) => labels[head.name] !== undefined);
    const targets = Int32Array.from(own, ({ labels }) => head.labels.indexOf(labels[head.name] ?? ''));
    const { weights, biases } = separate(own, targets, head.labels.length, rarity.length);
    const counted = shareOf(own, targets, head.labels.length, countable);
    return { head, weights: weights.map((weight, at) => weight + (counted[at] ?? 0)), biases };
  });
  const parts = { heads: learnt.map(({ head }) => head), table, rarity, ...packed(learnt, rarity.length) };
  return new LinearModel(parts, conceptsIn);
}

function headsOf(examples: readonly Example[], temperatures: Readonly<Record<string, number>>): Head[] {
  const labels = new Map<string, Set<string>>();
  for (const example of examples)
    for (const [name, label] of Object.entries(example.labels))
      labels.set(name, (labels.get(name) ?? new Set()).add(label));
  return [...labels].map(([name, all]) => {
    if (all.size < 2) throw new Error(`there must be examples of two labels at least to tell "${name}"`);
    return { name, labels: [...all].sort(), temperature: temperatures[name] ?? 1 };
  });
}

/** Kinds whose counts tell whose words they are; pieces and signs are too many, or too few. */
const WORDLIKE: ReadonlySet<Kind> = new Set<Kind>(['typed', 'bare', 'typed pair', 'bare pair']);

interface Raw {
  found: Map<number, number>;
  weight: number;
  labels: Example['labels'];
}

function vectorsOf(examples: readonly Example[], noises: readonly Noise[], conceptsIn: ConceptsIn) {
  const wordlike = new Set<number>();
  const raws = examples.flatMap(({ text, labels }): Raw[] => [
    { found: featuresOf(text, conceptsIn, wordlike), weight: 1, labels },
    ...noises.map((noise) => ({
      found: featuresOf(noisy(text, noise), conceptsIn, wordlike),
      weight: NOISE_WEIGHT,
      labels,
    })),
  ]);
  const met = new Map<number, number>();
  for (const { found } of raws) for (const hash of found.keys()) met.set(hash, (met.get(hash) ?? 0) + 1);
  const hashes = [...met].filter(([, count]) => count >= MET).map(([hash]) => hash);
  const table = FeatureTable.of(hashes);
  const rarity = Float32Array.from(hashes, (hash) => Math.log(1 + raws.length / (met.get(hash) ?? 1)));
  const countable = Uint8Array.from(hashes, (hash) => Number(wordlike.has(hash)));
  return { table, rarity, countable, vectors: raws.map((raw) => vectorOf(raw, table, rarity)) };
}

function featuresOf(text: string, conceptsIn: ConceptsIn, wordlike: Set<number>): Map<number, number> {
  const found = new Map<number, number>();
  eachFeature(readText(text), conceptsIn, (hash, weight, kind) => {
    found.set(hash, weight);
    if (WORDLIKE.has(kind)) wordlike.add(hash);
  });
  return found;
}

function vectorOf({ found, weight, labels }: Raw, table: FeatureTable, rarity: Float32Array): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [hash, counts] of found) {
    const row = table.row(hash);
    if (row < 0) continue;
    const value = counts * (rarity[row] ?? 0);
    rows.push(row);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  return {
    rows: Int32Array.from(rows),
    values: Float32Array.from(values, (value) => value / length),
    weight,
    labels,
  };
}

interface Learnt {
  head: Head;
  weights: Float32Array;
  biases: Float32Array;
}

/** All heads side by side, a byte a weight: a tenth of the memory, and no difference to be measured. */
function packed(learnt: readonly Learnt[], features: number) {
  const width = learnt.reduce((sum, { head }) => sum + head.labels.length, 0);
  const weights = new Int8Array(features * width);
  const scales = new Float32Array(width);
  const biases = new Float32Array(width);
  let start = 0;
  for (const { head, weights: own, biases: ownBiases } of learnt) {
    const labels = head.labels.length;
    for (let label = 0; label < labels; label++) {
      const scale = largest(own, label, labels) / 127 || 1;
      scales[start + label] = scale;
      biases[start + label] = ownBiases[label] ?? 0;
      for (let row = 0; row < features; row++)
        weights[row * width + start + label] = Math.round((own[row * labels + label] ?? 0) / scale);
    }
    start += labels;
  }
  return { weights, scales, biases };
}

function largest(weights: Float32Array, from: number, step: number): number {
  let most = 0;
  for (let at = from; at < weights.length; at += step) most = Math.max(most, Math.abs(weights[at] ?? 0));
  return most;
}
