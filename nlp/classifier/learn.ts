import { type ConceptsIn, NO_CONCEPTS } from './concepts';
import { FeatureTable } from './feature-table';
import { type Head, LinearModel } from './linear-model';
import { type Noise, NOISES, noisy } from './noise';
import { separate } from './separate';
import { shareOf } from './shares';
import { type Vector, vectorsOf } from './vectors';

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

/** A vector with the number of its label, and how much it weighs: noise less than the message itself. */
export interface Lesson extends Vector {
  target: number;
  weight: number;
}

const NOISE_WEIGHT = 0.5;

/**
 * Learns to answer all heads at once: the same features, each with a weight per label. Two linear learners share
 * the work, and their weights are added: one that parts the labels by the widest margin, and one that counts whose words
 * they are, which helps where there are few examples. The same examples give the same model.
 * @throws Error when a head has fewer than two labels
 */
export function learn(
  examples: readonly Example[],
  { noises = NOISES, conceptsIn = NO_CONCEPTS, temperatures = {} }: Learning = {},
): LinearModel {
  const copies = examples.flatMap(({ text, labels }) => [
    { text, labels, weight: 1 },
    ...noises.map((noise) => ({ text: noisy(text, noise), labels, weight: NOISE_WEIGHT })),
  ]);
  const texts = copies.map(({ text }) => text);
  const { hashes, rarity, wordlike, vectors } = vectorsOf(texts, conceptsIn);
  const learnt = headsOf(examples, temperatures).map((head) => {
    const lessons = copies.flatMap(({ labels, weight }, at): Lesson[] => {
      const [vector, label] = [vectors[at], labels[head.name]];
      return vector && label !== undefined ? [{ ...vector, target: head.labels.indexOf(label), weight }] : [];
    });
    const { weights, biases } = separate(lessons, head.labels.length, rarity.length);
    const counted = shareOf(lessons, head.labels.length, wordlike);
    return { head, weights: weights.map((weight, at) => weight + (counted[at] ?? 0)), biases };
  });
  const heads = learnt.map(({ head }) => head);
  const { weights, scales, biases } = packed(learnt, rarity.length);
  const rows = telling(weights, biases.length);
  return new LinearModel(
    {
      heads,
      table: FeatureTable.of(rows.map((row) => hashes[row] ?? 0)),
      rarity: Float32Array.from(rows, (row) => rarity[row] ?? 0),
      weights: rowsOf(weights, rows, biases.length),
      scales,
      biases,
    },
    conceptsIn,
  );
}

/**
 * A feature that moves no label by more than this, of 127, is left out: a fourth of the memory, and no difference to
 * be measured on the messages of authors who were left out.
 */
const LEAST = 3;

/** The rows whose features tell something. */
function telling(weights: Int8Array, width: number): number[] {
  const rows: number[] = [];
  for (let at = 0; at < weights.length; at += width)
    if (weights.subarray(at, at + width).some((weight) => Math.abs(weight) > LEAST)) rows.push(at / width);
  return rows;
}

function rowsOf(weights: Int8Array, rows: readonly number[], width: number): Int8Array {
  const kept = new Int8Array(rows.length * width);
  rows.forEach((row, at) => kept.set(weights.subarray(row * width, (row + 1) * width), at * width));
  return kept;
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

interface Learnt {
  head: Head;
  weights: Float32Array;
  biases: Float32Array;
}

/** All heads side by side, a byte a weight: a quarter of the memory, and no difference to be measured. */
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
