import type { Reading } from '../fold';
import { type ConceptsIn, NO_CONCEPTS } from './concepts';
import type { FeatureTable } from './feature-table';
import { eachFeature, type Kind } from './features';

/** One question that the model answers, with the labels it may answer by. */
export interface Head {
  name: string;
  labels: readonly string[];
  /** Scores are divided by this before they become chances; found on messages that were not trained on. */
  temperature: number;
}

export interface ModelParts {
  heads: readonly Head[];
  table: FeatureTable;
  /** Per feature: how much its presence tells (inverse document frequency). */
  rarity: Float32Array;
  /** Per feature a row with a weight for each label of all heads, to be multiplied with that label's scale. */
  weights: Int8Array;
  scales: Float32Array;
  biases: Float32Array;
}

/** How one head judges a text. */
export interface Verdict {
  label: string;
  /** 0–1 */
  chance: number;
}

/** The features of a text that the model knows, each once, as a vector of length 1. */
interface Known {
  rows: Int32Array;
  values: Float64Array;
  kinds: Kind[];
  /** Which words each is made of: first, and one after the last. */
  spans: Int32Array;
}

/** A trained linear model: a text's score for a label is the sum of its features' weights. */
export class LinearModel {
  private readonly width: number;
  /** The reading in which a row was met last: each feature counts once. */
  private readonly met: Uint32Array;
  private readings = 0;

  /** @param conceptsIn the one it was learnt with */
  constructor(
    readonly parts: ModelParts,
    private readonly conceptsIn: ConceptsIn = NO_CONCEPTS,
  ) {
    this.width = parts.biases.length;
    this.met = new Uint32Array(parts.rarity.length);
  }

  /** Reads a text once for all heads. */
  judge(said: Reading): Judgement {
    const known = this.knownIn(said);
    return new Judgement(this, said, known, this.scoresOf(known));
  }

  /** The labels of a head and where they begin in a row. */
  headAt(name: string): { head: Head; start: number } {
    let start = 0;
    for (const head of this.parts.heads) {
      if (head.name === name) return { head, start };
      start += head.labels.length;
    }
    throw new Error(`the model has no head "${name}"`);
  }

  /** How much the feature in a row speaks for a label, before it is multiplied with its value. */
  weight(row: number, label: number): number {
    return this.parts.weights[row * this.width + label] ?? 0;
  }

  private knownIn(said: Reading): Known {
    const { table, rarity } = this.parts;
    const rows: number[] = [];
    const values: number[] = [];
    const kinds: Kind[] = [];
    const spans: number[] = [];
    const reading = ++this.readings;
    let squares = 0;
    eachFeature(said, this.conceptsIn, (hash, weight, kind, from, to) => {
      const row = table.row(hash);
      if (row < 0 || this.met[row] === reading) return;
      this.met[row] = reading;
      const value = weight * (rarity[row] ?? 0);
      squares += value * value;
      rows.push(row);
      values.push(value);
      kinds.push(kind);
      spans.push(from, to);
    });
    const length = Math.sqrt(squares) || 1;
    return {
      rows: Int32Array.from(rows),
      values: Float64Array.from(values, (value) => value / length),
      kinds,
      spans: Int32Array.from(spans),
    };
  }

  private scoresOf({ rows, values }: Known): Float64Array {
    const { width } = this;
    const { weights, scales, biases } = this.parts;
    const sums = new Float64Array(width);
    for (let at = 0; at < rows.length; at++) {
      const base = (rows[at] ?? 0) * width;
      const value = values[at] ?? 0;
      for (let label = 0; label < width; label++)
        sums[label] = (sums[label] ?? 0) + value * (weights[base + label] ?? 0);
    }
    for (let label = 0; label < width; label++)
      sums[label] = (sums[label] ?? 0) * (scales[label] ?? 0) + (biases[label] ?? 0);
    return sums;
  }
}

/** What a model makes of one text. */
export class Judgement {
  constructor(
    private readonly model: LinearModel,
    private readonly said: Reading,
    private readonly known: Known,
    private readonly scores: Float64Array,
  ) {}

  /** All labels of a head, the likeliest first. */
  verdicts(name: string): Verdict[] {
    const { head, start } = this.model.headAt(name);
    const own = this.scores.subarray(start, start + head.labels.length);
    const most = own.reduce((a, b) => Math.max(a, b), -Infinity);
    const odds = own.map((score) => Math.exp((score - most) / head.temperature));
    const all = odds.reduce((sum, each) => sum + each, 0);
    return head.labels
      .map((label, at) => ({ label, chance: (odds[at] ?? 0) / all }))
      .sort((a, b) => b.chance - a.chance);
  }

  /** The words that speak most for a label, strongest first. */
  why(name: string, label: string, most = 4): string[] {
    const { head, start } = this.model.headAt(name);
    const column = start + head.labels.indexOf(label);
    const strongest: { at: number; adds: number }[] = [];
    this.known.rows.forEach((row, at) => {
      if (!IN_WORDS.has(this.known.kinds[at] ?? 'piece')) return;
      const adds = (this.known.values[at] ?? 0) * this.model.weight(row, column);
      if (adds > 0) strongest.push({ at, adds });
    });
    strongest.sort((a, b) => b.adds - a.adds);
    return [...new Set(strongest.slice(0, 2 * most).map(({ at }) => this.wordsOf(at)))].slice(0, most);
  }

  private wordsOf(at: number): string {
    const bare = this.known.kinds[at]?.startsWith('bare') && !this.said.accented;
    return this.said.words
      .slice(this.known.spans[2 * at], this.known.spans[2 * at + 1])
      .map(({ typed, folded }) => (bare ? folded : typed))
      .join(' ');
  }
}

/** Kinds that people can read. */
const IN_WORDS: ReadonlySet<Kind> = new Set<Kind>(['typed', 'bare', 'typed pair', 'bare pair']);
